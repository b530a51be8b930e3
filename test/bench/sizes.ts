import autocannon from 'autocannon';
import { decide } from '#core/decide.ts';
import { applyAll } from '#core/evolve.ts';
import type { Command } from '#core/commands.ts';
import { initialDay, type HallDay } from '#core/state.ts';
import type { Actor } from '#core/vocabulary.ts';
import { createFreshIds } from '#dispatch/fresh-ids.ts';
import { sampleHall } from '#server/hall-source.ts';
import { residentMib } from './cpu-time.ts';
import { pairKiosk, startHub } from './program.ts';
import { medianOf } from './spread.ts';

export interface SizeFigures {
  readonly memory: readonly {
    readonly tickets: number;
    readonly residentMib: number | null;
    readonly heapMib: number;
  }[];
  /** Microseconds of the core for a ticket's whole life, by tickets of the day and those waiting. */
  readonly cost: readonly {
    readonly ticketsOfTheDay: number;
    readonly waiting: number;
    readonly counters: number;
    readonly microsATicket: number;
  }[];
}

/** Memory of a hub after so many tickets, and what a ticket costs the core in a longer day. */
export async function measureSizes(short: boolean): Promise<SizeFigures> {
  const memory = await memoryOf(short ? [1_000, 10_000] : [1_000, 10_000, 100_000]);
  const cost = [];
  for (const counters of [6, 60]) {
    for (const waiting of [100, 2_000]) {
      for (const { tickets, micros } of costOf(counters, waiting, short ? 20_000 : 100_000)) {
        cost.push({ ticketsOfTheDay: tickets, waiting, counters, microsATicket: micros });
      }
    }
  }
  return { memory, cost };
}

async function memoryOf(sizes: readonly number[]) {
  const hub = await startHub();
  try {
    const authorization = `Bearer ${await pairKiosk(hub.url)}`;
    const found = [];
    let issued = 0;
    for (const tickets of sizes) {
      await autocannon({
        url: new URL('/api/tickets', hub.url).href,
        connections: 64,
        amount: tickets - issued,
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: JSON.stringify({ service: 'payment' }),
      });
      issued = tickets;
      const metrics = await (await fetch(new URL('/metrics', hub.url))).text();
      const heap = Number(/^nodejs_heap_size_used_bytes (\d+)/m.exec(metrics)?.[1] ?? 0);
      found.push({ tickets, residentMib: residentMib(hub.pid), heapMib: heap / 2 ** 20 });
    }
    return found;
  } finally {
    await hub.stop();
  }
}

/** A day that goes on and on, `waiting` people in the hall all the time. */
function costOf(counterCount: number, waiting: number, ticketsMax: number) {
  const { config: sample } = sampleHall();
  const [first] = sample.counters;
  const [person] = sample.staff.filter(({ role }) => role === 'clerk');
  if (first === undefined || person === undefined) throw new Error('the sample hall has both');
  const seats = Array.from({ length: counterCount }, (_, n) => {
    return { counter: String(n + 1), badge: String(2_001 + n) };
  });
  const config = {
    ...sample,
    counters: seats.map(({ counter }) => ({ ...first, id: counter, services: ['*'] })),
    staff: seats.map(({ badge }) => ({ ...person, badge })),
  };
  const freshIds = createFreshIds();
  let state: HallDay = initialDay;
  let atMs = Date.parse('2026-03-02T09:00:00+08:00');
  const act = (command: Command, actor: Actor): void => {
    const decision = decide(state, command, { atMs, actor, freshId: freshIds() });
    if (decision.kind !== 'accepted') throw new Error(`${command.name}: ${decision.kind}`);
    state = applyAll(state, decision.events, atMs, actor).state;
  };
  const clerkOf = (badge: string): Actor => ({ kind: 'staff', badge, role: 'clerk' });
  const kiosk: Actor = { kind: 'device', device: 'kiosk' };
  act({ name: 'configure', args: { config, why: 'bench' } }, { kind: 'hub' });
  act({ name: 'tick', args: {} }, { kind: 'clock' });
  for (const { counter, badge } of seats) act({ name: 'open', args: { counter } }, clerkOf(badge));
  const issue = (n: number): void => {
    const service = config.services[n % config.services.length]?.id ?? '';
    act({ name: 'issue-ticket', args: { service } }, kiosk);
  };
  for (let n = 0; n < waiting; n += 1) issue(n);

  const found: { readonly tickets: number; readonly micros: number }[] = [];
  const marks = [1_000, 10_000, 100_000].filter((mark) => mark <= ticketsMax && mark > waiting);
  let lately: number[] = [];
  for (let n = waiting; n < ticketsMax; n += 1) {
    const seat = seats[n % seats.length];
    if (seat === undefined) break;
    if (n % 20 === 0) atMs += 1;
    const fromMs = performance.now();
    issue(n);
    const { counter, badge } = seat;
    act({ name: 'call', args: { counter } }, clerkOf(badge));
    act({ name: 'start', args: { counter } }, clerkOf(badge));
    act({ name: 'finish', args: { counter } }, clerkOf(badge));
    lately.push(performance.now() - fromMs);
    if (lately.length > 500) lately = lately.slice(-250);
    if (marks.includes(n + 1)) found.push({ tickets: n + 1, micros: medianOf(lately) * 1_000 });
  }
  return found;
}
