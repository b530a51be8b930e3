import type { BusinessDay, InstantMs } from '../vocabulary.ts';

/** The hours of one business day as instants; the day of a closed hall has none. */
export interface DayHours {
  readonly opensAtMs: InstantMs;
  readonly remindsAtMs: InstantMs;
  readonly closesAtMs: InstantMs;
}

export type { BusinessDay };
