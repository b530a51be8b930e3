import { type Static, Type } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { closed, Id } from '#protocol/fields.ts';
import type { Desk } from '#server/desk/desk.ts';
import { scopeOf } from '#server/desk/desk.ts';
import { plainProblem } from '#server/desk/hub-problem.ts';
import { limits } from '#server/limits.ts';
import { ownLimit } from '#server/plugins/security.ts';
import { maskedKey } from '#server/vault/customers.ts';
import { described } from './described.ts';

const Lookup = closed({ key: Type.String({ minLength: 1, maxLength: 64 }) });

/** The hall's list of customers: asked one number at a time, never listed. */
export function customerRoutes(app: FastifyInstance, desk: Desk): void {
  const limit = ownLimit(limits.lookupsPerMinuteMax);
  app.post<{ Body: Static<typeof Lookup> }>('/api/customers/lookup', {
    config: {
      who: ['kiosk', 'staff'],
      rateLimit: {
        ...limit.rateLimit,
        keyGenerator: (request) => scopeOf(request.identity, request.ip),
      },
    },
    schema: described({
      group: 'Tickets',
      summary: 'Is this phone or card number on the hall’s list?',
      description:
        'Give `customer` to `issue-ticket`. The number itself is kept and logged nowhere.',
      who: ['kiosk', 'staff'],
      body: { ...Lookup, examples: [{ key: '13800138000' }] },
      answers: {
        200: closed({ customer: Type.String(), class: Id, masked: Type.String() }),
      },
    }),
    async handler(request, reply) {
      const { key } = request.body;
      const found = desk.hall.vault.customers.find(key);
      if (found === null) throw plainProblem('unknown', 'no-customer');
      reply.header('cache-control', 'no-store');
      return { customer: found.customer, class: found.class, masked: maskedKey(key) };
    },
  });
}
