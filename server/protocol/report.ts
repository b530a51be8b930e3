import type { BusinessDay, Rating, Text } from '#core/vocabulary.ts';

/**
 * What reports say. Every figure is defined once, in `words/figures.ts`; pages, exports and the
 * glossary take its name and meaning from there.
 */

/** Durations of one kind, in whole seconds; null where none was measured. */
export interface Spread {
  readonly count: number;
  readonly meanSeconds: number | null;
  /** Nearest-rank percentiles: always a duration that was measured. */
  readonly p50Seconds: number | null;
  readonly p90Seconds: number | null;
  readonly maxSeconds: number | null;
}

/** What is counted alike for the hall, a service, a class, a counter, a clerk, an hour and a day. */
export interface GroupFigures {
  readonly issued: number;
  readonly served: number;
  readonly missed: number;
  readonly cancelled: number;
  readonly wait: Spread;
  readonly walk: Spread;
  /** Durations of finished services. */
  readonly serving: Spread;
  readonly total: Spread;
  readonly promise: { readonly kept: number; readonly broken: number };
  readonly recalls: number;
  readonly transfers: number;
  readonly parked: number;
  /** Waiting ordinary tickets that calls of this group passed. */
  readonly overtakings: number;
  readonly busySeconds: number;
  readonly ratings: Readonly<Record<Rating, number>>;
}

/** How the time of a seat was spent. */
export interface SeatTimes {
  readonly openSeconds: number;
  readonly idleEmptySeconds: number;
  readonly idleWaitingSeconds: number;
  readonly pausedSeconds: number;
  readonly absentSeconds: number;
  readonly handoverSeconds: number;
}

export interface Overtaken {
  /** Calls of a later-queued ticket, counted once for each ordinary ticket that it passed. */
  readonly times: number;
  readonly tickets: number;
  readonly timesMax: number;
  readonly waitedOn: Spread;
  /** Calls that passed somebody, by the class of the ticket called. */
  readonly byClass: Readonly<Record<string, number>>;
}

export interface OverrideLine {
  readonly at: string;
  readonly by: string;
  /** The first rule that was set aside; all of them in `rules`. */
  readonly rule: string;
  readonly rules: readonly string[];
  readonly reason: string;
  /** What the override allowed: the event's type. */
  readonly act: string;
}

export interface AwayLine {
  readonly counter: string;
  readonly clerk: string | null;
  readonly from: string;
  readonly to: string | null;
  readonly seconds: number;
  readonly reason: string | null;
  /** Beyond the return that the sign announced; 0 within it, null where none was announced. */
  readonly overSeconds: number | null;
}

export interface HandoverLine {
  readonly counter: string;
  readonly from: string;
  readonly to: string;
  readonly at: string;
  readonly seconds: number;
  readonly ended: 'completed' | 'cancelled' | 'broken-off' | 'ongoing';
}

/** Rule ten-minutes-early: the first sign-in of a clerk beside the time they were due. */
export interface SignInLine {
  readonly badge: string;
  readonly at: string;
  /**
   * When they were to be at their post: ten minutes before their shift, or before opening on a day
   * without a roster; null for who is off, and on a day without hours.
   */
  readonly due: string | null;
  /** Whole minutes behind it, rounded up; 0: in time. */
  readonly lateMinutes?: number;
  /** `late`: after that and before the shift or opening, `after`: from then on. */
  readonly kind: 'early' | 'late' | 'after' | null;
}

/** A clerk left a seat before their shift was over, and nobody took it over. */
export interface SignOffLine {
  readonly counter: string;
  readonly clerk: string | null;
  readonly at: string;
  /** Until the end of the shift, or until closing where the clerk has none. */
  readonly beforeClosingSeconds: number;
  /** A supervisor freed the seat. */
  readonly released: boolean;
}

/** Rule never-close-early: the doors were closed to new customers before closing time. */
export interface EarlyClosingLine {
  readonly at: string;
  readonly by: string | null;
  readonly reason: string;
  readonly to: string | null;
  readonly seconds: number;
}

export interface ReprintLine {
  readonly at: string;
  readonly number: string;
  readonly by: string | null;
  readonly printer: string;
}

/** Rule fault-notice: a facility was out of order and the hall was told. */
export interface FaultLine {
  readonly device: string;
  readonly id: string;
  readonly state: string;
  readonly from: string;
  readonly to: string | null;
  readonly seconds: number;
}

/** A quarter of an hour; where a report covers several days, the mean of them. */
export interface QuarterFigures {
  /** `08:30`, in the hall's own time. */
  readonly from: string;
  readonly arrivals: number;
  readonly served: number;
  /** People waiting, on the average of that quarter. */
  readonly waiting: number;
  /** Counters open for the next customer or serving one. */
  readonly staffed: number;
}

export interface HeatFigures {
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number;
  readonly hour: number;
  /** Days of that weekday in the range. */
  readonly days: number;
  readonly issued: number;
  readonly served: number;
  readonly broken: number;
  readonly waitP90Seconds: number | null;
}

/** A span of waits: `[fromSeconds, toSeconds)`; the last one has no end. */
export interface WaitSpan {
  readonly fromSeconds: number;
  readonly toSeconds: number | null;
  readonly count: number;
}

/** Names of what the figures are grouped by, as the hall was configured last. */
export interface ReportNames {
  readonly hall: Text;
  readonly services: Readonly<Record<string, Text>>;
  readonly classes: Readonly<Record<string, Text>>;
  readonly clerks: Readonly<Record<string, string>>;
}

/** The lists of a report that grow with its days. */
export const reportLists = [
  'overrides',
  'pauses',
  'absences',
  'handovers',
  'signIns',
  'signOffs',
  'earlyClosings',
  'reprints',
  'faults',
] as const;
export type ReportList = (typeof reportLists)[number];

export type ListCounts = Readonly<
  Record<ReportList | 'lateSignIns' | 'handoverRecords' | 'meetings', number>
>;

/** Rule pre-shift-meeting: a meeting of the day, with who signed its record. */
export interface MeetingLine {
  readonly seq: number;
  readonly at: string;
  readonly heldBy: string;
  readonly attended: readonly string[];
  readonly points: readonly string[];
  readonly signed: readonly { readonly badge: string; readonly at: string }[];
}

export interface ReportFigures {
  readonly totals: {
    readonly issued: number;
    readonly served: number;
    readonly missed: number;
    readonly cancelled: number;
  };
  readonly wait: Spread;
  readonly walk: Spread;
  readonly service: Spread;
  readonly total: Spread;
  readonly promise: { readonly kept: number; readonly broken: number };
  readonly byService: readonly ({ readonly service: string } & GroupFigures)[];
  readonly byClass: readonly ({ readonly class: string } & GroupFigures)[];
  readonly byCounter: readonly ({ readonly counter: string } & GroupFigures & SeatTimes)[];
  readonly byClerk: readonly ({ readonly badge: string } & GroupFigures & SeatTimes)[];
  readonly byHour: readonly ({ readonly hour: number } & GroupFigures)[];
  readonly seats: SeatTimes;
  readonly waits: readonly WaitSpan[];
  readonly quarters: readonly QuarterFigures[];
  readonly ratings: Readonly<Record<Rating, number>>;
  readonly recalls: number;
  readonly transfers: number;
  readonly parked: number;
  readonly busySeconds: number;
  readonly overtaken: Overtaken;
  /** How many lines each list has, also where the list itself holds only the newest of them. */
  readonly counts: ListCounts;
  readonly overrides: readonly OverrideLine[];
  readonly pauses: readonly AwayLine[];
  readonly absences: readonly AwayLine[];
  readonly handovers: readonly HandoverLine[];
  readonly signIns: readonly SignInLine[];
  readonly signOffs: readonly SignOffLine[];
  readonly earlyClosings: readonly EarlyClosingLine[];
  readonly reprints: readonly ReprintLine[];
  readonly faults: readonly FaultLine[];
}

/** What a report was computed from; `headHash` is that of the last event. */
export interface ReportRange {
  readonly fromSeq: number;
  readonly toSeq: number;
  readonly headHash: string;
}

/** A stretch of a counter's day, for its picture. */
export interface SeatStretch {
  readonly counter: string;
  readonly kind: 'open' | 'serving' | 'paused' | 'absent' | 'handover';
  readonly clerk: string | null;
  readonly from: string;
  readonly to: string;
}

/** Report of one business day (contract, section 5). */
export interface DayReport extends ReportFigures {
  readonly date: BusinessDay;
  /** Whether the day is over (HallClosed) or still under way. */
  readonly complete: boolean;
  readonly timezone: string;
  /** Null on a day without hours. */
  readonly hours: { readonly opensAt: string; readonly closesAt: string } | null;
  readonly names: ReportNames;
  readonly stretches: readonly SeatStretch[];
  readonly meetings: readonly MeetingLine[];
  readonly range: ReportRange;
}

/** Report of several days. */
export interface RangeReport extends ReportFigures {
  readonly from: BusinessDay;
  readonly to: BusinessDay;
  readonly complete: boolean;
  readonly timezone: string;
  readonly names: ReportNames;
  readonly byDay: readonly ({
    readonly date: BusinessDay;
    readonly complete: boolean;
    readonly open: boolean;
  } & GroupFigures)[];
  readonly byWeekdayHour: readonly HeatFigures[];
  readonly range: ReportRange;
}

/** One ticket of a day. Times are those of its last service, but for the first call and its wait. */
export interface TicketLine {
  readonly number: string;
  /** Where it was last. */
  readonly service: string;
  readonly class: string;
  readonly outcome: 'served' | 'missed' | 'left' | 'open';
  readonly counter: string | null;
  readonly clerk: string | null;
  readonly calls: number;
  readonly transfers: number;
  readonly issuedAt: string;
  readonly calledAt: string | null;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  /** Seconds to the millisecond. */
  readonly waitSeconds: number | null;
  readonly walkSeconds: number | null;
  readonly serviceSeconds: number | null;
  readonly totalSeconds: number | null;
  readonly promise: 'kept' | 'broken' | null;
  readonly rating: Rating | null;
}
