import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { addDays } from '#core/calendar/business-day.ts';
import { languages } from '#core/vocabulary.ts';
import { openRecords } from '#projections/open-records.ts';
import { Month } from '#protocol/doors/door.ts';
import { Badge, closed, Day, oneOf } from '#protocol/fields.ts';
import { qualityTableIds, recordTableIds } from '#protocol/words/report-labels.ts';
import type { Desk } from '#server/desk/desk.ts';
import { badInput, plainProblem } from '#server/desk/hub-problem.ts';
import { faultsOfSpan, reportFormats } from '#server/reports/question.ts';
import { described } from './described.ts';
import { reportTypes, sendReport } from './send-report.ts';

const form = {
  format: Type.Optional(oneOf(reportFormats, { default: 'json' })),
  lang: Type.Optional(
    oneOf(languages, { description: 'Of heads and names; else by Accept-Language' }),
  ),
};
const MonthParams = closed({ month: Month });
const MonthQuery = closed({
  ...form,
  badge: Type.Optional(Badge),
  table: Type.Optional(oneOf(qualityTableIds, { default: 'quality' })),
});
const RecordsQuery = closed({
  from: Day,
  to: Day,
  ...form,
  table: Type.Optional(oneOf(recordTableIds, { default: 'handoverRecords' })),
});
const anything = Type.Object({}, { additionalProperties: true });
const answers = {
  200: {
    description: 'In the form asked',
    content: Object.fromEntries(
      Object.values(reportTypes).map((type) => [
        type.split(';')[0] ?? type,
        { schema: Type.Any() },
      ]),
    ),
  },
};

/** Quality sheets and what staff wrote down, computed from the journal alone. */
export function qualityRoutes(app: FastifyInstance, desk: Desk): void {
  const { reports, dispatch, clock, staffHere } = desk.hall;

  app.get<{ Params: Static<typeof MonthParams>; Querystring: Static<typeof MonthQuery> }>(
    '/api/quality/:month',
    {
      config: { who: ['staff'] },
      schema: described({
        group: 'Records',
        summary: 'The quality sheets of a month: every deduction with its evidence',
        description:
          'Of the hall and each clerk for supervisors, or of one (`badge`); a clerk reads their ' +
          'own (rule `quality-score`).',
        who: ['staff'],
        params: MonthParams,
        query: MonthQuery,
        answers,
      }),
      handler: (request, reply) => {
        const { month } = request.params;
        const { format = 'json', table = 'quality', lang, badge } = request.query;
        const from = `${month}-01`;
        const only = sheetOf(request, badge);
        return sendReport(reports, reply, {
          kind: 'quality',
          from,
          to: lastDayOf(from),
          format,
          table,
          language: lang ?? request.language,
          ...(only === undefined ? {} : { badge: only }),
        });
      },
    },
  );

  app.get<{ Querystring: Static<typeof RecordsQuery> }>('/api/records', {
    config: { who: ['staff'] },
    schema: described({
      group: 'Records',
      summary: 'Handover records, pre-shift meetings and answers given, newest first',
      who: ['staff'],
      query: RecordsQuery,
      answers,
    }),
    handler: (request, reply) => {
      const { from, to, format = 'json', table = 'handoverRecords', lang } = request.query;
      const faults = faultsOfSpan(from, to);
      if (faults.length > 0) throw badInput(faults);
      const language = lang ?? request.language;
      const question = { kind: 'records', from, to, format, table, language } as const;
      return sendReport(reports, reply, question);
    },
  });

  app.get('/api/records/open', {
    config: { who: ['staff'] },
    schema: described({
      group: 'Records',
      summary: 'Who must still be answered, and today’s meetings',
      who: ['staff'],
      answers: { 200: anything },
    }),
    handler: (_request, reply) =>
      reply
        .header('cache-control', 'no-store')
        .send(openRecords(dispatch.state(), clock.now(), staffHere())),
  });
}

/** A clerk sees their own sheet and nobody else's. */
function sheetOf({ identity }: FastifyRequest, asked: string | undefined): string | undefined {
  if (identity.kind !== 'staff' || identity.role === 'supervisor') return asked;
  if (asked !== undefined && asked !== identity.badge) {
    throw plainProblem('forbidden', 'forbidden');
  }
  return identity.badge;
}

function lastDayOf(firstDay: string): string {
  const next = addDays(firstDay, 31);
  return addDays(`${next.slice(0, 7)}-01`, -1);
}
