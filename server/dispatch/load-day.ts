import type { HallEvent } from '#core/events.ts';
import { evolve } from '#core/evolve.ts';
import { assertWhole } from '#core/invariants.ts';
import { initialDay, type HallDay } from '#core/state.ts';
import { readLimitMax, type Journal, type Receipt } from '#journal/journal.ts';

export interface LoadedDay {
  readonly state: HallDay;
  readonly events: readonly HallEvent[];
  readonly receipts: readonly Receipt[];
}

/**
 * The hall as its journal tells it. Reads the last business day only: its first event carries all
 * that the day needs from earlier ones, so that start-up does not grow with the history.
 */
export async function loadDay(journal: Journal): Promise<LoadedDay> {
  const head = await journal.head();
  if (head.day === null) return { state: initialDay, events: [], receipts: [] };
  const records = await journal.readDay(head.day);
  const events = records.map((record) => JSON.parse(record.body) as HallEvent);
  let state = initialDay;
  for (const event of events) state = evolve(state, event);
  assertWhole(state);
  if (state.seq !== head.seq) {
    throw new Error(
      `the journal ends at ${String(head.seq)}, its last day at ${String(state.seq)}`,
    );
  }
  return { state, events, receipts: await journal.receipts(head.day) };
}

/** The events behind `afterSeq` up to `toSeq`, in order. */
export async function eventsBetween(
  journal: Journal,
  afterSeq: number,
  toSeq: number,
): Promise<readonly HallEvent[]> {
  const events: HallEvent[] = [];
  for (let from = afterSeq + 1; from <= toSeq; from = afterSeq + 1 + events.length) {
    const records = await journal.read(from, Math.min(toSeq - from + 1, readLimitMax));
    if (records.length === 0) throw new Error(`the journal has no event ${String(from)}`);
    for (const { body } of records) events.push(JSON.parse(body) as HallEvent);
  }
  return events;
}
