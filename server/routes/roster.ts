import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { addDays, localDateOf } from '#core/calendar/business-day.ts';
import { myRosterView, rosterView } from '#projections/roster.ts';
import { closed, Day } from '#protocol/fields.ts';
import type { Desk } from '#server/desk/desk.ts';
import { plainProblem } from '#server/desk/hub-problem.ts';
import { publicHolidays } from '#server/desk/public-holidays.ts';
import { pastShifts } from '#server/history/past-roster.ts';
import { described } from './described.ts';

const Span = closed({
  from: Type.Optional(Day),
  days: Type.Optional(Type.Integer({ minimum: 1, maximum: 42, default: 7 })),
});
const anything = Type.Object({}, { additionalProperties: true });
const group = 'Roster';

/** The roster as pages read it; it is changed by commands (`doors/roster.ts`). */
export function rosterRoutes(app: FastifyInstance, desk: Desk): void {
  const { dispatch, clock, journal } = desk.hall;

  function spanOf({ from, days = 7 }: Static<typeof Span>) {
    const state = dispatch.state();
    if (state.config === null) throw plainProblem('unknown');
    const { timezone } = state.config.hall;
    const nowMs = Math.max(clock.now(), state.lastAtMs);
    const today = localDateOf(timezone, nowMs);
    const first = from ?? today;
    const holidays = new Map(
      publicHolidays(timezone, first, days).map(({ day, name }) => [day, name] as const),
    );
    return { state, nowMs, today, span: { from: first, dayCount: days, holidays } };
  }

  app.get<{ Querystring: Static<typeof Span> }>('/api/roster', {
    config: { who: ['supervisor'] },
    schema: described({
      group,
      summary: 'The roster of a span of days: planned and published, gaps, requests, who is on',
      description: 'Months that are over are read from the journal.',
      who: ['supervisor'],
      query: Span,
      answers: { 200: anything },
    }),
    async handler(request, reply) {
      const { today, span } = spanOf(request.query);
      const last = addDays(span.from, span.dayCount - 1);
      const older = await pastShifts(journal, span.from, last, today);
      const { state, nowMs } = spanOf(request.query);
      return reply
        .header('cache-control', 'no-store')
        .send(rosterView(state, nowMs, { ...span, older }));
    },
  });

  app.get<{ Querystring: Static<typeof Span> }>('/api/roster/mine', {
    config: { who: ['staff'] },
    schema: described({
      group,
      summary: 'Your own shifts and requests, and the shifts of colleagues to swap with',
      who: ['staff'],
      query: Span,
      answers: { 200: anything },
    }),
    async handler(request, reply) {
      const { identity } = request;
      if (identity.kind !== 'staff') throw plainProblem('not-signed-in', 'not-signed-in');
      const { state, nowMs, span } = spanOf(request.query);
      return reply
        .header('cache-control', 'no-store')
        .send(myRosterView(state, nowMs, identity.badge, span));
    },
  });
}
