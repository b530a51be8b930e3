/**
 * A past for a hall: days drawn by chance from its configuration, lived through the real core, and
 * written into a journal. The same seed draws the same days.
 */
import { addDays } from '#core/calendar/business-day.ts';
import { hoursOf } from '#core/calendar/hours-of.ts';
import type { HallEvent } from '#core/events.ts';
import type { HallConfig } from '#core/hall-config.ts';
import { openSqliteJournal } from '#journal/sqlite.ts';
import { drawDay } from '#server/people/drawn-day.ts';
import { runLiveDay } from '#server/people/live-day.ts';
import { openHallInMemory } from '#server/what-if/hall-in-memory.ts';

/** One whole day, until the hall has closed. Empty on a day without hours. */
export async function pastDay(
  config: HallConfig,
  day: string,
  seed: number,
): Promise<readonly HallEvent[]> {
  const hours = hoursOf(config.hours, config.hall.timezone, day);
  if (hours === null) return [];
  const { opensAtMs, closesAtMs } = hours;
  const beginsAtMs = opensAtMs - 30 * 60_000;
  const events: HallEvent[] = [];
  const hall = openHallInMemory(config, beginsAtMs, (event) => {
    if (event.day === day) events.push(event);
  });
  let atMs = beginsAtMs;
  await runLiveDay(drawDay({ config, seed, opensAtMs, closesAtMs, fromMs: beginsAtMs }), {
    doors: hall.doors,
    reach: (untilMs) => {
      atMs = untilMs;
      hall.moveTo(untilMs);
      return Promise.resolve(true);
    },
  });
  hall.moveTo(Math.max(closesAtMs, atMs));
  return events;
}

/** Appends so many days from `from` on; answers how many events each has. */
export async function writePastDays(
  dataDir: string,
  config: HallConfig,
  from: string,
  count: number,
): Promise<readonly number[]> {
  const journal = await openSqliteJournal({ dataDir });
  let { seq } = await journal.head();
  const counts: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const day = addDays(from, index);
    const events = await pastDay(config, day, index + 1);
    const batch = events.map((event) => {
      seq += 1;
      return { seq, day, body: JSON.stringify({ ...event, seq }) };
    });
    await journal.append({ events: batch, receipts: [] });
    counts.push(batch.length);
  }
  await journal.close();
  return counts;
}

/** A hall of so many counters and clerks: the sample hall's, repeated under new numbers. */
export function widened(config: HallConfig, counterCount: number): HallConfig {
  const clerks = config.staff.filter(({ role }) => role === 'clerk');
  const supervisors = config.staff.filter(({ role }) => role !== 'clerk');
  const of = <T>(list: readonly T[], index: number): T[] => {
    const one = list[index % list.length];
    return one === undefined ? [] : [one];
  };
  const places = Array.from({ length: counterCount }, (_, index) => index);
  return {
    ...config,
    counters: places.flatMap((index) =>
      of(config.counters, index).map((counter) => ({ ...counter, id: String(index + 1) })),
    ),
    staff: [
      ...places.flatMap((index) =>
        of(clerks, index).map((clerk) => ({ ...clerk, badge: String(1001 + index) })),
      ),
      ...supervisors,
    ],
  };
}
