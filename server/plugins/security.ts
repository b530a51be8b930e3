import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import fp from 'fastify-plugin';
import { comeBack, tooMany } from '#server/desk/hub-problem.ts';
import { limits } from '#server/limits.ts';
import { headersPlugin } from './headers.ts';

/** What every answer carries and every request must pass, before anybody asks who it is. */
export const securityPlugin = fp(
  async (app) => {
    await app.register(headersPlugin);
    await app.register(cookie);
    await app.register(underPressure, {
      maxHeapUsedBytes: limits.heapUsedBytesMax,
      sampleInterval: limits.pressureSampleMs,
      pressureHandler: (request) => {
        if (request.routeOptions.config.who === undefined) return;
        throw comeBack('busy', limits.pressureRetryAfterSeconds);
      },
    });
  },
  { name: 'hub-security' },
);

/** Known identities are bound by the loop's queue, anonymous ones by their address. */
export const rateLimitPlugin = fp(
  async (app) => {
    await app.register(rateLimit, {
      global: true,
      max: limits.anonymousRequestsPerMinuteMax,
      timeWindow: 60_000,
      cache: limits.rateLimitAddressesMax,
      keyGenerator: (request) => request.ip,
      allowList: (request) =>
        request.routeOptions.config.who === undefined || request.identity.kind !== 'anonymous',
      addHeadersOnExceeding: noHeaders,
      addHeaders: noHeaders,
      errorResponseBuilder: (_, context) => tooMany(context.ttl),
    });
  },
  { name: 'hub-rate-limit', dependencies: ['hub-identity'] },
);

/** A limit of its own for a door, whoever asks. */
export function ownLimit(max: number) {
  return { rateLimit: { max, timeWindow: 60_000, allowList: () => false } };
}

const noHeaders = {
  'x-ratelimit-limit': false,
  'x-ratelimit-remaining': false,
  'x-ratelimit-reset': false,
  'retry-after': false,
} as const;
