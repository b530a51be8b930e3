import type { HallEvent } from '#core/events.ts';
import type { DayRange } from '#journal/journal.ts';
import { createRangeFold, foldDay, reportOfDay } from '#projections/day-report.ts';
import { ticketLines } from '#projections/ticket-lines.ts';
import type { TicketLine } from '#protocol/report.ts';
import { reportTables, tableOf, type AnyReport } from '#protocol/report-tables/tables.ts';
import { limits } from '#server/limits.ts';
import { answerRecords } from './answer-records.ts';
import { csvOf } from './csv.ts';
import type { DaySource } from './day-source.ts';
import type { KeptDays } from './kept-days.ts';
import type { ReportAnswer, ReportProgress, ReportQuestion } from './question.ts';
import { abandoned, foldedDay, othersTurn } from './folded-day.ts';
import { xlsxOf } from './xlsx.ts';

export { abandoned };

export interface AnswerDeps {
  readonly source: DaySource;
  readonly kept: KeptDays;
  readonly onProgress: ReportProgress;
  /** Asked between two days, after others have had their turn. */
  readonly isAbandoned: () => boolean;
}

/**
 * Rule honest-statistics: answers a question from the journal alone. One day is read at a time, and
 * between two of them everything else has its turn.
 */
export async function answerReport(
  question: ReportQuestion,
  deps: AnswerDeps,
): Promise<ReportAnswer | typeof abandoned> {
  const all = await deps.source.days();
  const ranges = all.filter(({ day }) => day >= question.from && day <= question.to);
  const lastDay = all.at(-1)?.day ?? '';
  if (question.kind === 'quality' || question.kind === 'records') {
    return answerRecords(question, { all, ranges, lastDay }, deps);
  }
  const report =
    question.kind === 'day'
      ? await dayOf(ranges, lastDay, deps)
      : await rangeOf(ranges, lastDay, deps);
  if (report === null || report === abandoned) return report;
  if (question.format === 'json') return JSON.stringify(report);
  const tickets = wantsTickets(question) ? await ticketsOf(question.from, deps) : null;
  const tables = reportTables(report, tickets);
  const { language } = question;
  if (question.format === 'xlsx') return xlsxOf(report, tables, language);
  const table = tableOf(tables, question.table);
  return table === null ? null : csvOf(report, table, language);
}

async function dayOf(
  [range]: readonly DayRange[],
  lastDay: string,
  deps: AnswerDeps,
): Promise<AnyReport | null> {
  const folded = range === undefined ? null : await foldedDay(range, lastDay, deps);
  return folded === null ? null : reportOfDay(folded);
}

async function rangeOf(
  ranges: readonly DayRange[],
  lastDay: string,
  deps: AnswerDeps,
): Promise<AnyReport | null | typeof abandoned> {
  const fold = createRangeFold();
  for (const [index, range] of ranges.entries()) {
    deps.onProgress(index, ranges.length);
    await othersTurn();
    if (deps.isAbandoned()) return abandoned;
    const folded = await foldedDay(range, lastDay, deps);
    if (folded !== null) fold.add(folded);
  }
  return fold.read(limits.reportLinesMax);
}

/**
 * Facts of the newest finished days are made before anybody asks, newest first, one at a time: then
 * a month's report reads them and folds nothing.
 * @param before the day under way, which is left alone
 * @param pause between two days, so that whatever else this thread or machine does goes first
 */
export async function keepAhead(
  before: string,
  deps: Pick<AnswerDeps, 'source' | 'kept' | 'isAbandoned'> & { pause: () => Promise<void> },
): Promise<void> {
  const { source, kept, pause } = deps;
  const past = (await source.days()).filter(({ day }) => day < before);
  for (const range of past.slice(-limits.reportDaysAhead).reverse()) {
    await pause();
    if (deps.isAbandoned()) return;
    const headHash = await source.hashAt(range.toSeq);
    if (headHash === null || kept.has(range, headHash)) continue;
    const folded = foldDay(range.day, await source.readDay(range.day));
    if (folded !== null) kept.keep(folded);
  }
}

function wantsTickets({ kind, format, table }: ReportQuestion): boolean {
  return kind === 'day' && (format === 'xlsx' || table === 'tickets');
}

async function ticketsOf(day: string, { source }: AnswerDeps): Promise<readonly TicketLine[]> {
  const records = await source.readDay(day);
  return ticketLines(records.map(({ body }) => JSON.parse(body) as HallEvent));
}
