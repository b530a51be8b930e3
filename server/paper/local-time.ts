const formatters = new Map<string, Intl.DateTimeFormat>();

/** `2026-03-02 10:24` in the hall's time zone; the instant as it stands where it is none. */
export function localTime(instant: string, timezone: string): string {
  const at = Date.parse(instant);
  if (!Number.isFinite(at)) return instant;
  let formatter = formatters.get(timezone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('sv-SE', {
      dateStyle: 'short',
      timeStyle: 'short',
      timeZone: timezone,
    });
    formatters.set(timezone, formatter);
  }
  return formatter.format(at);
}
