const dayMs = 86_400_000;

/**
 * The instant of a time of day (`HH:MM`) on the hall's present day.
 * @param nowMs the hall's time, milliseconds since 1970
 * @returns ISO 8601 in UTC; null for what is no time, or a time the clocks skip
 */
export function instantToday(time: string, nowMs: number, timezone: string): string | null {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (parts === null) return null;
  const local = wallClock(nowMs, timezone);
  const wanted = local - mod(local, dayMs) + (Number(parts[1]) * 60 + Number(parts[2])) * 60_000;
  // The offset may change during the day: try the one that holds at the guess.
  let guess = wanted - (local - nowMs + (nowMs % 60_000));
  for (let round = 0; round < 2; round += 1) {
    const shown = wallClock(guess, timezone);
    if (shown === wanted) return new Date(guess).toISOString();
    guess += wanted - shown;
  }
  return wallClock(guess, timezone) === wanted ? new Date(guess).toISOString() : null;
}

/** What the hall's clock shows at an instant, to the minute, read as if it were UTC. */
function wallClock(atMs: number, timezone: string): number {
  const shown = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(atMs);
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(shown.find((each) => each.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
}

function mod(value: number, by: number): number {
  return ((value % by) + by) % by;
}
