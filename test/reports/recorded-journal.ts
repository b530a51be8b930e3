import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { HallEvent } from '#core/events.ts';
import { openSqliteJournal } from '#journal/sqlite.ts';

/** A fresh folder; removed with the test. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'paihao-reports-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Writes days of events into the journal of a folder, behind whatever it holds. */
export async function writeDays(
  dataDir: string,
  days: readonly (readonly HallEvent[])[],
): Promise<void> {
  const journal = await openSqliteJournal({ dataDir });
  let { seq } = await journal.head();
  for (const events of days) {
    const batch = events.map((event) => {
      seq += 1;
      return { seq, day: event.day, body: JSON.stringify({ ...event, seq }) };
    });
    await journal.append({ events: batch, receipts: [] });
  }
  await journal.close();
}

/** The same events on another day: dates move, clocks stay. */
export function movedBy(events: readonly HallEvent[], days: number): readonly HallEvent[] {
  const spanMs = days * 86_400_000;
  return events.map((event) => {
    const day = new Date(Date.parse(event.day) + spanMs).toISOString().slice(0, 10);
    const moved = { ...event, day, atMs: event.atMs + spanMs };
    if (moved.type !== 'DayBegan') return moved;
    const { hours } = moved.data;
    if (hours === null) return moved;
    return {
      ...moved,
      data: {
        ...moved.data,
        day,
        hours: {
          opensAtMs: hours.opensAtMs + spanMs,
          remindsAtMs: hours.remindsAtMs + spanMs,
          closesAtMs: hours.closesAtMs + spanMs,
        },
      },
    };
  });
}
