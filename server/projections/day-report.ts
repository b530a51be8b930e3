import type { HallEvent } from '#core/events.ts';
import type { BusinessDay } from '#core/vocabulary.ts';
import type {
  DayReport,
  MeetingLine,
  RangeReport,
  ReportRange,
  SeatStretch,
} from '#protocol/report.ts';
import { createFactsFold, type DayFacts } from './facts/day-facts.ts';
import { factsOf } from './facts/facts.ts';
import { iso } from './facts/notes.ts';
import type { MeetingFacts } from './facts/records.ts';
import { createReportFold } from './report.ts';
import { compareIds } from './tallies.ts';

export type { DayReport };

/** An event of the journal as its record stands there; a JournalRecord is one. */
export interface DayRecord {
  readonly seq: number;
  readonly hash: string;
  /** The exact JSON text of the event. */
  readonly body: string;
}

/** A day's facts with what they were made of. */
export interface FoldedDay {
  readonly date: BusinessDay;
  readonly facts: DayFacts;
  readonly range: ReportRange;
}

/** Null where there are no records: the hall has no such day. */
export function foldDay(date: BusinessDay, records: Iterable<DayRecord>): FoldedDay | null {
  const fold = createFactsFold();
  let first: DayRecord | null = null;
  let last: DayRecord | null = null;
  for (const record of records) {
    fold.apply(JSON.parse(record.body) as HallEvent);
    first ??= record;
    last = record;
  }
  if (first === null || last === null) return null;
  const range = { fromSeq: first.seq, toSeq: last.seq, headHash: last.hash };
  return { date, facts: fold.read(), range };
}

/**
 * Rule honest-statistics: a day's report from the journal's records of that day alone, in their
 * order. Null where there are none.
 */
export function dayReport(date: BusinessDay, records: Iterable<DayRecord>): DayReport | null {
  const folded = foldDay(date, records);
  return folded === null ? null : reportOfDay(folded);
}

export function reportOfDay({ date, facts, range }: FoldedDay): DayReport {
  const report = createReportFold();
  report.add(date, facts);
  const { about, figures } = report.read();
  const { hours } = facts;
  return {
    date,
    ...about,
    ...figures,
    hours:
      hours === null ? null : { opensAt: iso(hours.opensAtMs), closesAt: iso(hours.closesAtMs) },
    stretches: stretchesOf(facts),
    meetings: facts.records.meetings.map(meetingLine),
    range,
  };
}

export interface RangeFold {
  /** Days in their order. */
  add(day: FoldedDay): void;
  /** Null before the first day. @param linesMax the most lines of each list */
  read(linesMax: number): RangeReport | null;
}

/** A report of several days; keeps their figures, not their facts. */
export function createRangeFold(): RangeFold {
  const report = createReportFold();
  let first: FoldedDay | null = null;
  let last: FoldedDay | null = null;
  return {
    add(day) {
      report.add(day.date, day.facts);
      first ??= day;
      last = day;
    },
    read(linesMax) {
      if (first === null || last === null) return null;
      const { about, figures, days } = report.read(linesMax);
      return {
        from: first.date,
        to: last.date,
        ...about,
        ...figures,
        ...days,
        range: {
          fromSeq: first.range.fromSeq,
          toSeq: last.range.toSeq,
          headHash: last.range.headHash,
        },
      };
    },
  };
}

function meetingLine({ seq, atMs, heldBy, attended, points, signed }: MeetingFacts): MeetingLine {
  const signatures = signed.map((each) => ({ badge: each.badge, at: iso(each.atMs) }));
  return { seq, at: iso(atMs), heldBy, attended, points, signed: signatures };
}

/** What each counter did when: seats from the events that begin and end them, services as spells. */
function stretchesOf({ stretches, tickets }: DayFacts): readonly SeatStretch[] {
  const seats = stretches.map(({ counter, kind, clerk, fromMs, toMs }) => ({
    counter,
    kind,
    clerk,
    fromMs,
    toMs,
  }));
  const services = [...factsOf(tickets)].flatMap(({ kind, counter, clerk, atMs, value }) =>
    kind === 'busy' && counter !== null
      ? [{ counter, kind: 'serving' as const, clerk, fromMs: atMs - value, toMs: atMs }]
      : [],
  );
  return [...seats, ...services]
    .toSorted((a, b) => compareIds(a.counter, b.counter) || a.fromMs - b.fromMs)
    .map(({ fromMs, toMs, ...rest }) => ({ ...rest, from: iso(fromMs), to: iso(toMs) }));
}
