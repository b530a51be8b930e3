import type { HallEvent } from '#core/events.ts';
import type { HallConfig } from '#core/hall-config.ts';
import type { InstantMs } from '#core/vocabulary.ts';
import { runLiveDay } from '#server/people/live-day.ts';
import type { DayPlan, PlannedCounter } from '#server/people/plan.ts';
import { createDayFold, type DayFigures } from '#projections/day-fold.ts';
import type { DayAsPlan, Lend } from './day-as-plan.ts';
import { openHallInMemory } from './hall-in-memory.ts';
import { createHalfHours, type HalfHour } from './half-hours.ts';

/** What would be otherwise; what is not named stays as it was. */
export interface Change {
  /** Who sits where and when. */
  readonly counters?: readonly PlannedCounter[];
  readonly customers?: DayPlan['customers'];
  /** Counters lent on the way. */
  readonly lends?: readonly Lend[];
  /** Services per counter, the discipline, the promise: any part of the hall's configuration. */
  readonly config?: HallConfig;
}

export interface WhatIfResult {
  readonly figures: DayFigures;
  /** The day by half hours, from the first to the last with anything in it. */
  readonly halfHours: readonly HalfHour[];
  /** When the last customer left. */
  readonly endsAtMs: InstantMs;
}

export interface Watching {
  readonly onProgress?: (doneCount: number, totalCount: number) => void;
  /** Every event of the day that did not happen, in order. */
  readonly onEvent?: (event: HallEvent) => void;
}

/**
 * A day once more through the real rules, with other staffing, services or discipline. The same
 * input gives the same output: there is no chance in it.
 */
export async function runWhatIf(
  day: DayAsPlan,
  change: Change = {},
  watching: Watching = {},
): Promise<WhatIfResult> {
  const config = freeOfSignOff(change.config ?? day.config);
  const fold = createDayFold();
  const halfHours = createHalfHours(config);
  let endsAtMs = day.beginsAtMs;
  const hall = openHallInMemory(config, day.beginsAtMs, (event) => {
    // A day that is served out after midnight may wake the next one.
    if (event.day !== day.day) return;
    fold.apply(event);
    halfHours.apply(event);
    watching.onEvent?.(event);
    if (event.type === 'ServiceFinished') endsAtMs = event.atMs;
  });
  const plan = {
    customers: change.customers ?? day.plan.customers,
    counters: change.counters ?? day.plan.counters,
  };
  await runLiveDay(plan, {
    doors: hall.doors,
    reach: (atMs) => {
      hall.moveTo(atMs);
      return Promise.resolve(true);
    },
    lends: (change.lends ?? day.lends ?? []).map(({ atMs, counter, services }) => ({
      atMs,
      services,
      act: () => {
        hall.lend(counter, services);
      },
    })),
    onProgress: (doneCount, totalCount) => {
      watching.onProgress?.(doneCount, totalCount);
    },
  });
  const closesAtMs = hall.state().hours?.closesAtMs;
  if (closesAtMs !== undefined) hall.moveTo(Math.max(closesAtMs, endsAtMs));
  return { figures: fold.figures(), halfHours: halfHours.result(), endsAtMs };
}

/**
 * The staffing that is asked about is what it is: a clerk whose time is over leaves. After closing
 * `serve-everyone-queued` holds as everywhere.
 */
function freeOfSignOff(config: HallConfig): HallConfig {
  return { ...config, policy: { ...config.policy, signOff: 'off', routinePause: 'off' } };
}
