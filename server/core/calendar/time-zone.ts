/**
 * Whether `name` is a time zone of the IANA database as the calendar knows it. An offset such as
 * `+08:00` is none: it knows no daylight saving time.
 */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false; // RangeError: unknown to the database
  }
}
