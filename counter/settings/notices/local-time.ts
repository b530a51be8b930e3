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
 * The instant of a local time; null where it is none. A time that the clocks skip is the one an
 * hour later, of one that comes twice the first is taken.
 */
export function instantOf(local: string, timezone: string): number | null {
  const asUtcMs = Date.parse(`${local}:00Z`);
  if (Number.isNaN(asUtcMs)) return null;
  const offsetAt = (atMs: number): number =>
    Date.parse(`${localOf(atMs, timezone)}:00Z`) - Math.floor(atMs / minuteMs) * minuteMs;
  const first = asUtcMs - offsetAt(asUtcMs);
  const second = asUtcMs - offsetAt(first);
  return Math.min(first, second) === first && localOf(first, timezone) === local ? first : second;
}
