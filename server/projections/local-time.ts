const spanMs = 15 * 60_000;

/** The hall's own wall clock: offsets of a zone change at whole quarters of an hour. */
export interface LocalTime {
  /** Minutes since local midnight of that instant's own date. */
  minuteOfDay(atMs: number): number;
  /** The instant's wall time as if it were UTC, in ms: for the cells of a sheet. */
  asUtcMs(atMs: number): number;
}

export function localTime(timezone: string): LocalTime {
  const offsets = new Map<number, number>();
  let last = { span: Number.NaN, offset: 0 };
  const offsetMs = (atMs: number): number => {
    const span = Math.floor(atMs / spanMs);
    // What is asked next is nearly always of the same quarter.
    if (span !== last.span) last = { span, offset: offsetOf(span) };
    return last.offset;
  };
  const offsetOf = (span: number): number => {
    const known = offsets.get(span);
    if (known !== undefined) return known;
    const zoned = Temporal.Instant.fromEpochMilliseconds(span * spanMs).toZonedDateTimeISO(
      timezone,
    );
    const found = zoned.offsetNanoseconds / 1_000_000;
    offsets.set(span, found);
    return found;
  };
  const asUtcMs = (atMs: number): number => atMs + offsetMs(atMs);
  return {
    asUtcMs,
    minuteOfDay(atMs) {
      const minutes = Math.floor(asUtcMs(atMs) / 60_000);
      return ((minutes % 1_440) + 1_440) % 1_440;
    },
  };
}
