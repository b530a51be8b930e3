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

interface Found {
  readonly timezone: string;
  readonly afterMs: InstantMs;
  readonly opening: Opening;
}

/** Asked at every command of a closed hall: the last answer of each hours is good until then. */
const lastFound = new WeakMap<HallHours, Found>();

/** The first opening later than `afterMs`, or null when there is none within `searchDaysMax`. */
export function nextOpening(
  hours: HallHours,
  timezone: string,
  afterMs: InstantMs,
): Opening | null {
  const last = lastFound.get(hours);
  const isGood =
    last?.timezone === timezone && last.afterMs <= afterMs && afterMs < last.opening.opensAtMs;
  if (isGood) return last.opening;
  const opening = searchOpening(hours, timezone, afterMs);
  if (opening !== null) lastFound.set(hours, { timezone, afterMs, opening });
  return opening;
}

function searchOpening(hours: HallHours, timezone: string, afterMs: InstantMs): Opening | null {
  const today = localDateOf(timezone, afterMs);
  for (let ahead = 0; ahead <= searchDaysMax; ahead += 1) {
    const day = addDays(today, ahead);
    const found = hoursOf(hours, timezone, day);
    if (found !== null && found.opensAtMs > afterMs) return { day, opensAtMs: found.opensAtMs };
  }
  return null;
}
