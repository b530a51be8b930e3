import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { findTicket } from '#core/lookup.ts';
import { items } from '#core/sequence.ts';
import { TicketAnswer, viewAnswer } from '#protocol/answers.ts';
import { closed, Id, nullable, Revision, TicketId, TicketStateWord } from '#protocol/fields.ts';
import type { Desk } from '#server/desk/desk.ts';
import { plainProblem } from '#server/desk/hub-problem.ts';
import { limits } from '#server/limits.ts';
import { described } from './described.ts';

const TicketParams = closed({ ticket: TicketId });
const CounterParams = closed({ counter: Id });
const TicketQuery = closed({
  state: Type.Optional(TicketStateWord),
  number: Type.Optional(Type.String({ minLength: 1, maxLength: 16 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: limits.ticketPageMax })),
  after: Type.Optional(TicketId),
});

/** What may be read of the hall. Views are whole; longer lists come in pages. */
export function hallRoutes(app: FastifyInstance, desk: Desk): void {
  const { dispatch, views, clock } = desk.hall;
  const revision = (): number => dispatch.state().seq;

  app.get('/api/hall', {
    config: { who: ['anyone'] },
    schema: described({
      group: 'Hall',
      summary: 'Public state: the view “lobby”',
      who: ['anyone'],
      answers: { 200: viewAnswer('lobby') },
    }),
    handler: async (_, reply) => {
      reply.header('cache-control', 'no-store');
      return { revision: revision(), ...views.view('lobby', {}) };
    },
  });

  app.get<{ Querystring: Static<typeof TicketQuery> }>('/api/tickets', {
    config: { who: ['staff'] },
    schema: described({
      group: 'Tickets',
      summary: 'Tickets of the business day, in order of issue',
      description: '`after` is the last id of the page before; `next` is null at the end.',
      who: ['staff'],
      query: TicketQuery,
      answers: {
        200: closed({
          revision: Revision,
          tickets: Type.Array(TicketAnswer),
          next: nullable(TicketId),
        }),
      },
    }),
    async handler(request, reply) {
      const { state: wanted, number, limit = 50, after } = request.query;
      const state = dispatch.state();
      const from = after === undefined ? -1 : findTicket(state, after)?.ordinal;
      if (from === undefined) throw plainProblem('unknown', 'no-ticket');
      const page = [];
      let next: string | null = null;
      for (const ticket of items(state.tickets)) {
        if (ticket.ordinal <= from) continue;
        if (wanted !== undefined && ticket.state !== wanted) continue;
        if (number !== undefined && ticket.number !== number) continue;
        if (page.length === limit) {
          next = page.at(-1)?.id ?? null;
          break;
        }
        page.push(views.ticket(state, ticket, clock.now()));
      }
      reply.header('cache-control', 'no-store');
      return { revision: state.seq, tickets: page, next };
    },
  });

  app.get<{ Params: Static<typeof TicketParams> }>('/api/tickets/:ticket', {
    config: { who: ['anyone'] },
    schema: described({
      group: 'Tickets',
      summary: 'One ticket, for whoever holds its id',
      who: ['anyone'],
      params: TicketParams,
      answers: { 200: TicketAnswer },
    }),
    async handler(request, reply) {
      const view = views.view('ticket', { ticket: request.params.ticket });
      if (view === null) throw plainProblem('unknown', 'no-ticket');
      reply.header('cache-control', 'no-store');
      return { revision: revision(), ...view };
    },
  });

  app.get('/api/counters', {
    config: { who: ['staff'] },
    schema: described({
      group: 'Counters',
      summary: 'All counters with state, clerk and number',
      who: ['staff'],
      answers: {
        200: closed({
          revision: Revision,
          counters: Type.Array(Type.Object({}, { additionalProperties: true })),
        }),
      },
    }),
    handler: async (_, reply) => {
      reply.header('cache-control', 'no-store');
      return { revision: revision(), counters: views.view('supervisor', {})?.counters ?? [] };
    },
  });

  app.get<{ Params: Static<typeof CounterParams> }>('/api/counters/:counter', {
    config: { who: ['staff'] },
    schema: described({
      group: 'Counters',
      summary: 'One counter: the view “console”',
      who: ['staff'],
      params: CounterParams,
      answers: { 200: viewAnswer('console') },
    }),
    async handler(request, reply) {
      const view = views.view('console', { counter: request.params.counter });
      if (view === null) throw plainProblem('unknown', 'no-counter-here');
      reply.header('cache-control', 'no-store');
      return { revision: revision(), ...view };
    },
  });
}
