import type { OpeningHours } from '../hall-config.ts';
import type { InstantMs } from '../vocabulary.ts';

export const minutesPerDay = 24 * 60;

/** Minutes since midnight of `HH:MM`; `24:00` is the end of the day, 1440. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** How long the hall is open by its clock, in minutes; a night with daylight saving counts alike. */
export function openMinutes({ from, to }: OpeningHours): number {
  return minutesOf(to) - minutesOf(from);
}

/** Minutes since local midnight of an instant, for conditions such as "between 09:00 and 11:00". */
export function localMinutesOf(timezone: string, atMs: InstantMs): number {
  const local = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timezone);
  return local.hour * 60 + local.minute;
}
