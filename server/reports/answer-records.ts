import { addDays } from '#core/calendar/business-day.ts';
import type { DayRange } from '#journal/journal.ts';
import { createMonthFold, createRecordsFold } from '#projections/month-sheets.ts';
import type { QualityMonth, RecordsOfDays } from '#protocol/quality.ts';
import { qualityTables, recordTables } from '#protocol/report-tables/quality.ts';
import { tableOf } from '#protocol/report-tables/tables.ts';
import type { AnswerDeps } from './answer.ts';
import { csvOf } from './csv.ts';
import { abandoned, foldedDay, othersTurn } from './folded-day.ts';
import type { ReportAnswer, ReportQuestion } from './question.ts';
import { xlsxOf } from './xlsx.ts';

interface Days {
  readonly all: readonly DayRange[];
  /** Those that are asked for. */
  readonly ranges: readonly DayRange[];
  readonly lastDay: string;
}

/** Remarks are taken until the month after is over (rule quality-score); a missed shift finds who answers for it. */
const remarkDaysMax = 31;

/** Quality sheets and what staff wrote down: from the days' facts, like every report. */
export async function answerRecords(
  question: ReportQuestion,
  days: Days,
  deps: AnswerDeps,
): Promise<ReportAnswer | typeof abandoned> {
  const found =
    question.kind === 'quality'
      ? await monthOf(question, days, deps)
      : await recordsOf(question, days, deps);
  if (found === null || found === abandoned) return found;
  if (question.format === 'json') return JSON.stringify(found);
  const tables = 'sheets' in found ? qualityTables(found) : recordTables(found);
  if (question.format === 'xlsx') return xlsxOf(found, tables, question.language);
  const table = tableOf(tables, question.table);
  return table === null ? null : csvOf(found, table, question.language);
}

async function monthOf(
  { from, to, badge }: ReportQuestion,
  { all, ranges, lastDay }: Days,
  deps: AnswerDeps,
): Promise<QualityMonth | null | typeof abandoned> {
  const fold = createMonthFold(from.slice(0, 7), { from, to });
  const until = addDays(to, remarkDaysMax);
  const later = all.filter(({ day }) => day > to && day <= until);
  for (const [index, range] of [...ranges, ...later].entries()) {
    deps.onProgress(index, ranges.length + later.length);
    await othersTurn();
    if (deps.isAbandoned()) return abandoned;
    const folded = await foldedDay(range, lastDay, deps);
    if (folded === null) continue;
    if (range.day <= to) fold.add(folded);
    else fold.addLater(folded);
  }
  return fold.read({ isOver: lastDay > to, ...(badge === undefined ? {} : { badge }) });
}

async function recordsOf(
  { from, to }: ReportQuestion,
  { ranges, lastDay }: Days,
  deps: AnswerDeps,
): Promise<RecordsOfDays | null | typeof abandoned> {
  const fold = createRecordsFold({ from, to });
  for (const [index, range] of ranges.entries()) {
    deps.onProgress(index, ranges.length);
    await othersTurn();
    if (deps.isAbandoned()) return abandoned;
    const folded = await foldedDay(range, lastDay, deps);
    if (folded !== null) fold.add(folded);
  }
  return fold.read();
}
