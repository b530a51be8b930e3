import type { HallHours } from '../hall-config.ts';
import type { BusinessDay, InstantMs } from '../vocabulary.ts';
import { addDays, localDateOf } from './business-day.ts';
import { hoursOf } from './hours-of.ts';

/** A hall that opens on no day of a whole year and a month has no next opening. */
export const searchDaysMax = 400;

export interface Opening {
  readonly day: BusinessDay;
  readonly opensAtMs: InstantMs;
}

/** The first opening later than `afterMs`, or null when there is none within `searchDaysMax`. */
export function nextOpening(
  hours: HallHours,
  timezone: string,
  afterMs: InstantMs,
): Opening | null {
  const today = localDateOf(timezone, afterMs);
  for (let ahead = 0; ahead <= searchDaysMax; ahead += 1) {
    const day = addDays(today, ahead);
    const found = hoursOf(hours, timezone, day);
    if (found !== null && found.opensAtMs > afterMs) return { day, opensAtMs: found.opensAtMs };
  }
  return null;
}
