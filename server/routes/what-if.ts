import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import type { HallEvent } from '#core/events.ts';
import { AskedInstant, closed, Day, Id, oneOf } from '#protocol/fields.ts';
import type { WhatIfJob } from '#protocol/what-if.ts';
import type { Desk } from '#server/desk/desk.ts';
import { badInput, comeBack, plainProblem } from '#server/desk/hub-problem.ts';
import { limits } from '#server/limits.ts';
import { dayAsPlan } from '#server/what-if/day-as-plan.ts';
import { createWhatIfJobs } from '#server/what-if/jobs.ts';
import { faultsOf, outlineOf, type Question } from '#server/what-if/question.ts';
import { described } from './described.ts';

const Stays = Type.Array(closed({ counter: Id, from: AskedInstant, to: AskedInstant }), {
  maxItems: limits.whatIfStaysMax,
  description: 'Who sits where and when; a counter that is not named stays closed',
});
const weight = Type.Integer({ minimum: 0, maximum: 1_000 });
const DisciplineAsked = Type.Union([
  closed({ kind: oneOf(['fifo', 'strict', 'promise'] as const) }),
  closed({ kind: Type.Literal('ratio'), shares: Type.Record(Id, weight) }),
  closed({ kind: Type.Literal('aging'), weights: Type.Record(Id, weight) }),
]);
const ChangeAsked = closed({
  date: Day,
  staffing: Type.Optional(Stays),
  counterServices: Type.Optional(Type.Record(Id, Type.Array(Id, { maxItems: 200 }))),
  discipline: Type.Optional(DisciplineAsked),
});
const LeastAsked = closed({
  date: Day,
  keptShare: Type.Optional(Type.Number({ minimum: 0.5, maximum: 1, default: 0.95 })),
});
const DayParams = closed({ date: Day });
const JobParams = closed({ job: Type.String({ maxLength: 32 }) });
const anything = Type.Object({}, { additionalProperties: true });

/** The same search gives the same staffing: chance has one seed. */
const seed = 1;

/** Days that never happened: for supervisors, computed in a thread beside the hall. */
export function whatIfRoutes(app: FastifyInstance, desk: Desk): void {
  const { journal } = desk.hall;
  const jobs = createWhatIfJobs((error) => {
    app.log.error({ err: error }, 'a what-if came to nothing');
  });
  app.addHook('onClose', () => jobs.close());
  const who = ['supervisor'] as const;

  async function bodiesOf(date: string): Promise<readonly string[]> {
    const records = await journal.readDay(date);
    if (records.length === 0) throw plainProblem('unknown', 'no-day');
    return records.map(({ body }) => body);
  }

  async function start(date: string, question: Question): Promise<WhatIfJob> {
    const bodies = await bodiesOf(date);
    const faults = faultsOf(question, dayAsPlan(eventsOf(bodies)));
    if (faults.length > 0) throw badInput(faults);
    const job = jobs.ask({ bodies, question });
    if (job === null) throw comeBack('busy', limits.whatIfRetryAfterSeconds);
    return job;
  }

  app.get<{ Params: Static<typeof DayParams> }>('/api/what-if/days/:date', {
    config: { who },
    schema: described({
      group: 'What if',
      summary: 'What a day was made of: where a question begins',
      who,
      params: DayParams,
      answers: { 200: anything },
    }),
    async handler(request, reply) {
      const outline = outlineOf(eventsOf(await bodiesOf(request.params.date)));
      if (outline === null) throw plainProblem('unknown', 'no-day');
      reply.header('cache-control', 'no-store');
      return outline;
    },
  });

  app.post<{ Body: Static<typeof ChangeAsked> }>('/api/what-if', {
    config: { who },
    schema: described({
      group: 'What if',
      summary: 'The same customers with other staffing, services or discipline',
      description: 'Answers a job; ask for it until it is done. What is not named stays as it was.',
      who,
      body: ChangeAsked,
      answers: { 202: anything },
    }),
    async handler(request, reply) {
      const { date, ...change } = request.body;
      return reply.code(202).send(await start(date, { kind: 'change', ...change }));
    },
  });

  app.post<{ Body: Static<typeof LeastAsked> }>('/api/what-if/least-staffing', {
    config: { who },
    schema: described({
      group: 'What if',
      summary: 'The fewest counters by half hour that keep the promise on days like this one',
      who,
      body: LeastAsked,
      answers: { 202: anything },
    }),
    async handler(request, reply) {
      const { date, keptShare = 0.95 } = request.body;
      return reply.code(202).send(await start(date, { kind: 'least-staffing', keptShare, seed }));
    },
  });

  app.get<{ Params: Static<typeof JobParams> }>('/api/what-if/jobs/:job', {
    config: { who },
    schema: described({
      group: 'What if',
      summary: 'How far a question is, and its answer',
      who,
      params: JobParams,
      answers: { 200: anything },
    }),
    handler(request, reply) {
      const job = jobs.find(request.params.job);
      if (job === null) throw plainProblem('unknown');
      return reply.header('cache-control', 'no-store').send(job);
    },
  });

  app.delete<{ Params: Static<typeof JobParams> }>('/api/what-if/jobs/:job', {
    config: { who },
    schema: described({
      group: 'What if',
      summary: 'Never mind',
      who,
      params: JobParams,
      answers: { 204: Type.Null() },
    }),
    handler(request, reply) {
      if (!jobs.cancel(request.params.job)) throw plainProblem('unknown');
      return reply.code(204).send();
    },
  });
}

function* eventsOf(bodies: readonly string[]): Generator<HallEvent> {
  for (const body of bodies) yield JSON.parse(body) as HallEvent;
}
