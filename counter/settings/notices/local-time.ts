/**
 * Times as `<input type="datetime-local">` has them, in the hall's own time zone.
 */

const minuteMs = 60_000;

/** `2026-03-02T09:30` of an instant. */
export function localOf(instantMs: number, timezone: string): string {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: timezone,
    dateStyle: 'short',
    timeStyle: 'short',
  })
    .format(instantMs)
    .replace(' ', 'T');
}

/**
 * The instant of a local time; null where it is none. Where the clocks change, a time that they skip
 * or tell twice is one of the two that it may be.
 */
export function instantOf(local: string, timezone: string): number | null {
  // Browsers read a date out of almost anything.
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return null;
  const asUtcMs = Date.parse(`${local}:00Z`);
  if (Number.isNaN(asUtcMs)) return null;
  const offsetAt = (atMs: number): number =>
    Date.parse(`${localOf(atMs, timezone)}:00Z`) - Math.floor(atMs / minuteMs) * minuteMs;
  const first = asUtcMs - offsetAt(asUtcMs);
  return localOf(first, timezone) === local ? first : asUtcMs - offsetAt(first);
}
