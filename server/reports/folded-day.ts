import { foldDay, type FoldedDay } from '#projections/day-report.ts';
import type { DayRange } from '#journal/journal.ts';
import type { DaySource } from './day-source.ts';
import type { KeptDays } from './kept-days.ts';

/** Answered where whoever asked is gone. */
export const abandoned = Symbol('abandoned');

/** A day's facts, kept ones where they are still those of its very events. */
export async function foldedDay(
  range: DayRange,
  lastDay: string,
  { source, kept }: { readonly source: DaySource; readonly kept: KeptDays },
): Promise<FoldedDay | null> {
  const headHash = await source.hashAt(range.toSeq);
  const known = headHash === null ? null : kept.find(range, headHash);
  if (known !== null) return known;
  const folded = foldDay(range.day, await source.readDay(range.day));
  // A day under way changes with every event: keeping it would only write.
  const isPast = range.day < lastDay || folded?.facts.complete === true;
  if (folded !== null && isPast) kept.keep(folded);
  return folded;
}

/** Between two days of a question, whatever else this thread has to do goes first. */
export function othersTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
