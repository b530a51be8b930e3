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
      global: false,
      max: limits.anonymousRequestsPerMinuteMax,
      timeWindow: 60_000,
      cache: limits.rateLimitAddressesMax,
      keyGenerator: (request) => request.ip,
      addHeadersOnExceeding: noHeaders,
      addHeaders: noHeaders,
      errorResponseBuilder: (_, context) => tooMany(context.ttl),
    });
    const check = app.createRateLimit();
    app.addHook('onRequest', (request, _, done) => {
      const { who, rateLimit: own } = request.routeOptions.config;
      if (who === undefined || own !== undefined || request.identity.kind !== 'anonymous') {
        done();
        return;
      }
      check(request).then((found) => {
        done(!found.isAllowed && found.isExceeded ? tooMany(found.ttl) : undefined);
      }, done);
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
