import type { Discipline } from '#core/hall-config.ts';
import type { BusinessDay, Text } from '#core/vocabulary.ts';

/** What the doors of days that never happened take and answer; instants are ISO 8601. */

/** Somebody at a counter, from when to when. */
export interface Stay {
  readonly counter: string;
  readonly from: string;
  readonly to: string;
}

interface DurationSpread {
  readonly count: number;
  readonly meanSeconds: number | null;
  readonly p50Seconds: number | null;
  readonly p90Seconds: number | null;
  readonly maxSeconds: number | null;
}

/** Of the day's report (docs/figures.md), what is compared. */
export interface WhatIfFigures {
  readonly totals: {
    readonly issued: number;
    readonly served: number;
    readonly missed: number;
    readonly cancelled: number;
  };
  readonly wait: DurationSpread;
  readonly service: DurationSpread;
  readonly promise: { readonly kept: number; readonly broken: number };
  readonly byCounter: readonly {
    readonly counter: string;
    readonly served: number;
    readonly busySeconds: number;
    readonly openSeconds: number;
  }[];
}

/** Half an hour of a day; tickets belong to the one in which their number was taken. */
export interface HalfHourTold {
  readonly from: string;
  readonly issued: number;
  readonly kept: number;
  readonly broken: number;
  /** Mean number of counters that took customers. */
  readonly openCounters: number;
  /** Share of the open counters' time that was spent serving, 0 to 1; null where none was open. */
  readonly load: number | null;
}

export interface DayTold {
  readonly figures: WhatIfFigures;
  readonly halfHours: readonly HalfHourTold[];
  /** When the last customer left. */
  readonly endsAt: string;
  readonly staffing: readonly Stay[];
  readonly counterHours: number;
}

export interface ChangeAnswer {
  readonly kind: 'change';
  readonly asItWas: DayTold;
  readonly asAsked: DayTold;
}

export interface LeastStaffingAnswer {
  readonly kind: 'least-staffing';
  readonly asItWas: DayTold;
  /** The day itself with that staffing; it was found on other days like it. */
  readonly asAsked: DayTold;
  readonly halfHours: readonly { readonly from: string; readonly counters: number }[];
  /** Counters in the order in which they are opened. */
  readonly order: readonly string[];
  readonly keptShare: number;
  readonly reachableShare: number;
  readonly isReached: boolean;
  readonly isLeast: boolean;
  readonly dayCount: number;
}

export type WhatIfAnswer = ChangeAnswer | LeastStaffingAnswer;

/** A question under way, or its answer. */
export interface WhatIfJob {
  readonly job: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly done: number;
  readonly total: number;
  readonly answer: WhatIfAnswer | null;
}

/** What a day was made of: where a question begins. */
export interface DayOutline {
  readonly date: BusinessDay;
  readonly timezone: string;
  readonly customers: number;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly staffing: readonly Stay[];
  readonly counters: readonly { readonly counter: string; readonly services: readonly string[] }[];
  readonly services: readonly { readonly service: string; readonly name: Text }[];
  readonly discipline: Discipline;
}
