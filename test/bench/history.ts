import { decide } from '#core/decide.ts';
import { applyAll } from '#core/evolve.ts';
import { addDays } from '#core/calendar/business-day.ts';
import type { Command } from '#core/commands.ts';
import type { HallEvent } from '#core/events.ts';
import { configOf } from '#core/lookup.ts';
import type { HallDay } from '#core/state.ts';
import type { Actor } from '#core/vocabulary.ts';
import { loadDay } from '#dispatch/load-day.ts';
import { createFreshIds } from '#dispatch/fresh-ids.ts';
import { openSqliteJournal } from '#journal/sqlite.ts';

const dayMs = 86_400_000;
const ticketsADay = 2_400;
const clock: Actor = { kind: 'clock' };

/** A past of so many business days, each as busy as the other. */
export interface History {
  readonly eventsADay: number;
  /** Adds whole days until the journal holds at least so many events; answers how many it holds. */
  growTo(count: number): Promise<number>;
  /** The last day that was added. */
  lastDay(): string;
}

/**
 * Lengthens the journal of a data folder, which a hub has configured, by copies of one day that the
 * core has decided: 2,400 tickets, each called, served and finished.
 */
export async function openHistory(dataDir: string): Promise<History> {
  const first = await openSqliteJournal({ dataDir });
  const { state } = await loadDay(first);
  await first.close();
  const events = busyDay(state);
  const [opening] = events;
  if (opening === undefined) throw new Error('a day has events');
  // What follows seq, day and instant stays as it is from day to day.
  const parts = events.map((event) => {
    const text = JSON.stringify(event);
    return { atMs: event.atMs, rest: text.slice(text.indexOf(',"type"')) };
  });
  let daysAdded = 0;
  return {
    eventsADay: events.length,
    lastDay: () => addDays(opening.day, daysAdded - 1),
    async growTo(count) {
      const journal = await openSqliteJournal({ dataDir });
      // A hub that ran meanwhile has added its own.
      let { seq } = await journal.head();
      while (seq < count) {
        const day = addDays(opening.day, daysAdded);
        const batch = parts.map(({ atMs, rest }) => {
          seq += 1;
          const at = String(atMs + daysAdded * dayMs);
          return { seq, day, body: `{"seq":${String(seq)},"day":"${day}","atMs":${at}${rest}` };
        });
        await journal.append({ events: batch, receipts: [] });
        daysAdded += 1;
      }
      await journal.close();
      return seq;
    },
  };
}

/** The day after the state's own, from its opening until the hall has closed. */
function busyDay(before: HallDay): readonly HallEvent[] {
  const config = configOf(before);
  const freshIds = createFreshIds();
  const events: HallEvent[] = [];
  let state = before;
  const opensAtMs = (before.hours?.opensAtMs ?? before.lastAtMs) + dayMs;
  let atMs = opensAtMs;
  const act = (command: Command, actor: Actor = clock): void => {
    const decision = decide(state, command, { atMs, actor, freshId: freshIds() });
    if (decision.kind !== 'accepted') throw new Error(`${command.name}: ${decision.kind}`);
    const applied = applyAll(state, decision.events, atMs, actor);
    state = applied.state;
    events.push(...applied.events);
  };
  const tick: Command = { name: 'tick', args: {} };
  act(tick);
  const clerks = config.staff.filter(({ role }) => role === 'clerk');
  const seats = config.counters.slice(0, clerks.length).map(({ id }, index) => {
    const badge = clerks[index]?.badge ?? '';
    return { counter: id, actor: { kind: 'staff', badge, role: 'clerk' } as const };
  });
  for (const { counter, actor } of seats) act({ name: 'open', args: { counter } }, actor);
  const kiosk: Actor = { kind: 'device', device: 'kiosk' };
  const openMs = (before.hours?.closesAtMs ?? 0) - (before.hours?.opensAtMs ?? 0);
  for (let n = 0; n < ticketsADay; n += 1) {
    atMs = opensAtMs + Math.floor((n / ticketsADay) * 0.9 * openMs);
    const service = config.services[n % config.services.length]?.id ?? '';
    act({ name: 'issue-ticket', args: { service } }, kiosk);
    const seat = seats[n % seats.length];
    if (seat === undefined) continue;
    const { counter, actor } = seat;
    if (state.counters[counter]?.state === 'serving') {
      act({ name: 'finish', args: { counter } }, actor);
    }
    act({ name: 'call', args: { counter } }, actor);
    if (state.counters[counter]?.state === 'calling') {
      act({ name: 'start', args: { counter } }, actor);
    }
  }
  atMs = opensAtMs + openMs + 1;
  act(tick);
  for (let left = 0; left < 2 * ticketsADay && state.hallState !== 'closed'; left += 1) {
    for (const { counter, actor } of seats) {
      const serving = state.counters[counter]?.state === 'serving';
      if (serving) act({ name: 'finish', args: { counter } }, actor);
      else {
        act({ name: 'call', args: { counter } }, actor);
        if (state.counters[counter]?.state !== 'calling') continue;
        act({ name: 'start', args: { counter } }, actor);
      }
    }
    act(tick);
  }
  return events;
}
