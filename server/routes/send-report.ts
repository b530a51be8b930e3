import type { FastifyReply } from 'fastify';
import { comeBack, plainProblem } from '#server/desk/hub-problem.ts';
import { limits } from '#server/limits.ts';
import type { ReportFormat, ReportQuestion } from '#server/reports/question.ts';
import type { Reports } from '#server/reports/reports.ts';

export const reportTypes: Readonly<Record<ReportFormat, string>> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Asks the reports and sends what they answer, in the form asked. */
export async function sendReport(
  reports: Reports,
  reply: FastifyReply,
  question: ReportQuestion,
): Promise<FastifyReply> {
  const asked = reports.ask(question, undefined, goneWith(reply));
  if (asked === null) throw comeBack('busy', limits.whatIfRetryAfterSeconds);
  const report = await asked;
  if (report === null) throw plainProblem('unknown', 'no-day');
  reply.type(reportTypes[question.format]).header('cache-control', 'no-store');
  if (question.format !== 'json') {
    reply.header('content-disposition', `attachment; filename="${fileName(question)}"`);
  }
  return reply.send(typeof report === 'string' ? report : Buffer.from(report));
}

/** `paihao-2026-03-02-hours.csv`: plain letters, whatever the hall is called. */
function fileName({ from, to, format, table }: ReportQuestion): string {
  const days = from === to ? from : `${from}_${to}`;
  return `paihao-${days}${format === 'csv' ? `-${table}` : ''}.${format}`;
}

/** Aborted when the asker hangs up before the answer was sent. */
export function goneWith({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  // Not the line's own end: that outlives the answer, and may carry many more.
  raw.once('close', () => {
    if (!raw.writableFinished) gone.abort();
  });
  return gone.signal;
}
