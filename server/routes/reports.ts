import { PassThrough } from 'node:stream';
import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { languages } from '#core/vocabulary.ts';
import { closed, Day, oneOf } from '#protocol/fields.ts';
import { reportTableIds } from '#protocol/words/report-labels.ts';
import type { Desk } from '#server/desk/desk.ts';
import { badInput, comeBack, plainProblem } from '#server/desk/hub-problem.ts';
import { limits } from '#server/limits.ts';
import {
  faultsOfSpan,
  reportFormats,
  type ReportAnswer,
  type ReportQuestion,
} from '#server/reports/question.ts';
import { described } from './described.ts';
import { goneWith, reportTypes, sendReport } from './send-report.ts';

const form = {
  format: Type.Optional(oneOf(reportFormats, { default: 'json' })),
  table: Type.Optional(
    oneOf(reportTableIds, { default: 'summary', description: 'The table that a CSV holds' }),
  ),
  lang: Type.Optional(
    oneOf(languages, { description: 'Of heads and names; else by Accept-Language' }),
  ),
};
const DayParams = closed({ date: Day });
const DayQuery = closed(form);
const RangeQuery = closed({ from: Day, to: Day, ...form });
type Form = Static<typeof DayQuery>;

const linesType = 'application/x-ndjson';
const forms =
  '`format=csv` is one table (`table`), UTF-8 with BOM; `format=xlsx` all of them with real types. ' +
  'Each states the range of the journal it was computed from and the hash of its last event.';

/** Rule honest-statistics: reports from the journal alone, computed beside the hall. */
export function reportRoutes(app: FastifyInstance, desk: Desk): void {
  const { reports } = desk.hall;
  const who = ['supervisor'] as const;
  const answers = {
    200: {
      description: 'The report in the form asked',
      content: Object.fromEntries(
        Object.values(reportTypes).map((type) => [
          type.split(';')[0] ?? type,
          { schema: Type.Any() },
        ]),
      ),
    },
  };

  app.get<{ Params: Static<typeof DayParams>; Querystring: Form }>('/api/reports/day/:date', {
    config: { who: [...who] },
    schema: described({
      group: 'Reports',
      summary: 'The report of one business day, computed from the journal alone',
      description: forms,
      who,
      params: DayParams,
      query: DayQuery,
      answers,
    }),
    handler: (request, reply) => {
      const { date } = request.params;
      return sendReport(reports, reply, questionOf('day', date, date, request));
    },
  });

  app.get<{ Querystring: Static<typeof RangeQuery> }>('/api/reports/range', {
    config: { who: [...who] },
    schema: described({
      group: 'Reports',
      summary: 'The report of several business days',
      description:
        `At most ${String(limits.reportDaysMax)} days. ${forms} Asked for as ${linesType}, the answer ` +
        'is lines of `{"progress":{"done":D,"total":N}}` and then `{"report":…}` or `{"problem":…}`.',
      who,
      query: RangeQuery,
      answers,
    }),
    handler: (request, reply) => {
      const { from, to } = request.query;
      const faults = faultsOfSpan(from, to);
      if (faults.length > 0) throw badInput(faults);
      const question = questionOf('range', from, to, request);
      const wantsLines = request.headers.accept?.includes(linesType) === true;
      if (wantsLines && question.format === 'json') return lines(request, reply, question);
      return sendReport(reports, reply, question);
    },
  });

  /** Progress as it goes, then the report: for pages, which show how far it is. */
  function lines(request: FastifyRequest, reply: FastifyReply, question: ReportQuestion) {
    const out = new PassThrough();
    const gone = goneWith(reply);
    const asked = reports.ask(
      question,
      (done, total) => out.write(`${JSON.stringify({ progress: { done, total } })}\n`),
      gone,
    );
    if (asked === null) throw comeBack('busy', limits.whatIfRetryAfterSeconds);
    asked.then(
      (report) => {
        out.end(`${lastLine(report, request)}\n`);
      },
      (error: unknown) => {
        if (!gone.aborted) app.log.error({ err: error }, 'a report came to nothing');
        out.destroy();
      },
    );
    return reply.type(`${linesType}; charset=utf-8`).header('cache-control', 'no-store').send(out);
  }
}

function lastLine(report: ReportAnswer, request: FastifyRequest): string {
  if (report !== null) return `{"report":${String(report)}}`;
  const problem = plainProblem('unknown', 'no-day').inLanguage(request.language);
  return JSON.stringify({ problem });
}

function questionOf(
  kind: ReportQuestion['kind'],
  from: string,
  to: string,
  request: FastifyRequest,
): ReportQuestion {
  const { format = 'json', table = 'summary', lang } = request.query as Form;
  return { kind, from, to, format, table, language: lang ?? request.language };
}
