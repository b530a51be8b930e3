import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import fp from 'fastify-plugin';
import { createAllowances } from '#server/desk/allowances.ts';
import { scopeOf } from '#server/desk/desk.ts';
import { comeBack, tooMany } from '#server/desk/hub-problem.ts';
import { limits } from '#server/limits.ts';
import { headersPlugin } from './headers.ts';

/** What every answer carries and every request must pass, before anybody asks who it is. */
export const securityPlugin = fp<{ readonly isTls: boolean }>(
  async (app, { isTls }) => {
    await app.register(headersPlugin, { isTls });
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

/** Nobody takes the others' share: anonymous askers by their address, known ones by their name. */
export const rateLimitPlugin = fp(
  async (app) => {
    await app.register(rateLimit, {
      global: false,
      timeWindow: 60_000,
      cache: limits.rateLimitAddressesMax,
      keyGenerator: (request) => request.ip,
      addHeadersOnExceeding: noHeaders,
      addHeaders: noHeaders,
      errorResponseBuilder: (_, context) => tooMany(context.ttl),
    });
    const anonymous = createAllowances({
      perSecond: limits.anonymousRequestsPerMinuteMax / 60,
      burst: limits.anonymousRequestsPerMinuteMax,
      askersMax: limits.rateLimitAddressesMax,
    });
    const known = createAllowances({
      perSecond: limits.knownReadsPerSecond,
      burst: limits.knownReadBurst,
      askersMax: limits.rateLimitAddressesMax,
    });
    app.addHook('onRequest', (request, _, done) => {
      const { who, rateLimit: own } = request.routeOptions.config;
      const { identity } = request;
      let waitMs = 0;
      if (who === undefined || own !== undefined) waitMs = 0;
      else if (identity.kind === 'anonymous') waitMs = anonymous.take(request.ip);
      // Commands of the known are bound by their share of the loop (desk.ts), readings here.
      else if (request.method === 'GET') waitMs = known.take(scopeOf(identity, request.ip));
      done(waitMs > 0 ? tooMany(waitMs) : undefined);
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
