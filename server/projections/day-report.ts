import type { HallEvent } from '#core/events.ts';
import type { BusinessDay } from '#core/vocabulary.ts';
import { createDayFold, type DayFigures } from './day-fold.ts';

/** An event of the journal as its record stands there; a JournalRecord is one. */
export interface DayRecord {
  readonly seq: number;
  readonly hash: string;
  /** The exact JSON text of the event. */
  readonly body: string;
}

/** Report of one business day (contract, section 5); every figure is defined in docs/figures.md. */
export interface DayReport extends DayFigures {
  readonly date: BusinessDay;
  /** Whether the day is over (HallClosed) or still under way. */
  readonly complete: boolean;
  /** What it was computed from; `headHash` is that of the last record. */
  readonly range: {
    readonly fromSeq: number;
    readonly toSeq: number;
    readonly headHash: string;
  };
}

/**
 * Rule honest-statistics: a day's report from the journal's records of that day alone, in their
 * order. Null where there are none: the hall has no such day.
 */
export function dayReport(date: BusinessDay, records: Iterable<DayRecord>): DayReport | null {
  const fold = createDayFold();
  let first: DayRecord | null = null;
  let last: DayRecord | null = null;
  let complete = false;
  for (const record of records) {
    const event = JSON.parse(record.body) as HallEvent;
    if (event.type === 'HallClosed') complete = true;
    fold.apply(event);
    first ??= record;
    last = record;
  }
  if (first === null || last === null) return null;
  return {
    date,
    complete,
    ...fold.figures(),
    range: { fromSeq: first.seq, toSeq: last.seq, headHash: last.hash },
  };
}
