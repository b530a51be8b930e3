import type { InstantMs } from '../vocabulary.ts';

/** Minutes since midnight on the wall clock of a time zone (IANA name), 0 to 1439. */
export function minuteOfDay(atMs: InstantMs, timezone: string): number {
  const local = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timezone);
  return local.hour * 60 + local.minute;
}

/**
 * Whether the wall clock stands in `from` (included) to `to` (not included), both `HH:MM`; `to` may
 * be `24:00`. A `from` after `to` runs over midnight; equal ones are an empty span.
 */
export function isBetween(atMs: InstantMs, timezone: string, from: string, to: string): boolean {
  const now = minuteOfDay(atMs, timezone);
  const begins = minutesOf(from);
  const ends = minutesOf(to);
  return begins <= ends ? begins <= now && now < ends : begins <= now || now < ends;
}

/** `HH:MM` as minutes since midnight. Throws on anything else: the hall file was checked before. */
export function minutesOf(time: string): number {
  const parts = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(time);
  if (parts === null) throw new Error(`not a time of day: ${time}`);
  return Number(parts[1]) * 60 + Number(parts[2]);
}
