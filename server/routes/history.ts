import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { AskedInstant, closed, Day } from '#protocol/fields.ts';
import type { Desk } from '#server/desk/desk.ts';
import { plainProblem } from '#server/desk/hub-problem.ts';
import { createHistory } from '#server/history/history.ts';
import { described } from './described.ts';

const DayParams = closed({ date: Day });
const MomentParams = closed({
  date: Day,
  instant: AskedInstant,
});
const StoryParams = closed({ date: Day, number: Type.String({ minLength: 1, maxLength: 16 }) });
const anything = Type.Object({}, { additionalProperties: true });

/** The days of the journal, seen again: for supervisors. */
export function historyRoutes(app: FastifyInstance, desk: Desk): void {
  const { journal } = desk.hall;
  const history = createHistory(journal);
  app.addHook('onClose', () => history.close());
  const who = ['supervisor'] as const;

  app.get('/api/history/days', {
    config: { who },
    schema: described({
      group: 'Days again',
      summary: 'The business days that the journal holds, newest first',
      who,
      answers: { 200: Type.Object({ days: Type.Array(Type.String()) }) },
    }),
    async handler(_request, reply) {
      const days = (await journal.days()).map(({ day }) => day).reverse();
      return reply.header('cache-control', 'no-store').send({ days });
    },
  });

  app.get<{ Params: Static<typeof DayParams> }>('/api/history/days/:date', {
    config: { who },
    schema: described({
      group: 'Days again',
      summary: 'What a time slider over a day needs',
      who,
      params: DayParams,
      answers: { 200: anything },
    }),
    async handler(request, reply) {
      const outline = await history.outline(request.params.date);
      if (outline === null) throw plainProblem('unknown', 'no-day');
      return reply.header('cache-control', 'no-store').send(outline);
    },
  });

  app.get<{ Params: Static<typeof MomentParams> }>('/api/history/days/:date/at/:instant', {
    config: { who },
    schema: described({
      group: 'Days again',
      summary: 'The hall as it was at an instant: its views, who waited, who was called and why',
      who,
      params: MomentParams,
      answers: { 200: anything },
    }),
    async handler(request, reply) {
      const { date, instant } = request.params;
      const moment = await history.at(date, Date.parse(instant));
      if (moment === null) throw plainProblem('unknown', 'no-day');
      return reply.header('cache-control', 'no-store').send(moment);
    },
  });

  app.get<{ Params: Static<typeof StoryParams> }>('/api/history/days/:date/tickets/:number', {
    config: { who },
    schema: described({
      group: 'Days again',
      summary: 'A ticket’s whole story by its number',
      who,
      params: StoryParams,
      answers: { 200: anything },
    }),
    async handler(request, reply) {
      const { date, number } = request.params;
      const story = await history.story(date, number);
      if (story === null) throw plainProblem('unknown');
      return reply.header('cache-control', 'no-store').send(story);
    },
  });
}
