import { orderOf } from '#core/disciplines/ahead.ts';
import { isOverdue } from '#core/disciplines/guards.ts';
import type { Waiting } from '#core/disciplines/line.ts';
import { compareInClass, compareTimes, settingFor } from '#core/disciplines/order.ts';
import { configOf } from '#core/lookup.ts';
import { at, items } from '#core/sequence.ts';
import type { HallDay, Ticket } from '#core/state.ts';
import { placesOf, type Places } from './places.ts';
import type { Seen } from './seen.ts';

/** What stands between somebody and their call, by the walk. */
export interface Stand {
  /** Seconds until a counter that may serve them is free for them; null where none will be. */
  readonly waitS: number | null;
  /** Tickets that the discipline calls before, at whatever counter. */
  readonly aheadCount: number;
  /** Seconds of service among them, those likely to leave not counted. */
  readonly aheadWorkS: number;
}

export interface Walk {
  readonly places: Places;
  /** Every waiting ticket, by its ordinal, in the order in which they are likely to be called. */
  readonly stands: ReadonlyMap<number, Stand>;
  /** Where somebody would stand who took a number now. */
  newcomer(service: string, className: string): Stand;
}

/**
 * Walks down the line: each ticket, in the order of the hall's own discipline, takes the counter
 * that may serve it and is free first, and keeps it for the mean of its service times the chance
 * that it is still there by then (people leave at a steady rate: queue length with abandonment,
 * Whitt 1999, kept for every counter by itself). What the walk says for a place in the line is what
 * counters still have to do before it.
 */
export function walkLine(state: HallDay, seen: Seen, atMs: number): Walk {
  const places = placesOf(state, seen, atMs);
  const compare = callOrder(state, atMs);
  let line: Ticket[] | null = null;
  let stands: Map<number, Stand> | null = null;
  /** Everybody who waits, in the order of calls. */
  function inOrder(): Ticket[] {
    if (line !== null) return line;
    line = [];
    for (const queue of Object.values(state.queues)) {
      for (const ordinal of items(queue.ordinals)) {
        const ticket = at(state.tickets, ordinal);
        if (ticket !== undefined) line.push(ticket);
      }
    }
    return line.sort(compare);
  }

  function stroll(
    tickets: readonly Ticket[],
    count: number,
    each?: (ticket: Ticket, stand: Stand) => void,
  ) {
    const freeS = places.freeS.slice();
    let aheadWorkS = 0;
    for (let index = 0; index < count; index += 1) {
      const ticket = tickets[index] as Ticket;
      const place = places.firstFor(freeS, ticket.service, ticket.reservedFor);
      const waitS = place < 0 ? null : (freeS[place] as number);
      each?.(ticket, { waitS, aheadCount: index, aheadWorkS });
      if (waitS === null) continue;
      const { durations, left, waitedS } = seen.service(ticket.service);
      const staying = Math.exp((-left / waitedS) * waitS);
      const workS = durations.meanS() * (places.pace[place] as number) * staying;
      freeS[place] = waitS + workS;
      aheadWorkS += workS;
    }
    return { freeS, aheadWorkS };
  }

  return {
    places,
    get stands() {
      if (stands !== null) return stands;
      const found = new Map<number, Stand>();
      const tickets = inOrder();
      stroll(tickets, tickets.length, (ticket, stand) => found.set(ticket.ordinal, stand));
      return (stands = found);
    },
    newcomer(service, className) {
      const { size: ordinal } = state.tickets;
      const ticket = { service, class: className, orderMs: atMs, ordinal, front: false };
      const tickets = inOrder();
      let aheadCount = tickets.length;
      while (aheadCount > 0 && compare(ticket, tickets[aheadCount - 1] as Ticket) < 0)
        aheadCount -= 1;
      const { freeS, aheadWorkS } = stroll(tickets, aheadCount);
      const place = places.firstFor(freeS, service, null);
      return { waitS: place < 0 ? null : (freeS[place] as number), aheadCount, aheadWorkS };
    },
  };
}

/**
 * The order of calls among all who wait, whatever their service: the discipline's, those over
 * `maxWaitMinutes` first. Where turns decide (`ratio`), a class with twice the share counts as half
 * as long a line; `profile` is taken by its `finally` or by queue time.
 */
function callOrder(state: HallDay, atMs: number): (a: Waiting, b: Waiting) => number {
  const config = configOf(state);
  const { guards, discipline } = config;
  const order = orderOf(config, atMs);
  const inClass = (a: Waiting, b: Waiting) => compareInClass(order, a, b);
  const byKind =
    discipline.kind === 'ratio' ? byShares(state, discipline.shares, inClass) : inClass;
  if (Object.keys(guards.maxWaitMinutes).length === 0) return byKind;
  return (a, b) => {
    const [aOverdue, bOverdue] = [isOverdue(guards, a, atMs), isOverdue(guards, b, atMs)];
    if (aOverdue !== bOverdue) return aOverdue ? -1 : 1;
    return aOverdue ? compareTimes(a, b) : byKind(a, b);
  };
}

/** Weighted turns: the k-th of a class stands at k over its share. */
function byShares(
  state: HallDay,
  shares: Readonly<Record<string, number>>,
  inClass: (a: Waiting, b: Waiting) => number,
): (a: Waiting, b: Waiting) => number {
  const byClass = new Map<string, Ticket[]>();
  for (const queue of Object.values(state.queues)) {
    const list = byClass.get(queue.class) ?? [];
    byClass.set(queue.class, list);
    for (const ordinal of items(queue.ordinals)) {
      const ticket = at(state.tickets, ordinal);
      if (ticket !== undefined) list.push(ticket);
    }
  }
  const turns = new Map<number, number>();
  for (const [className, list] of byClass) {
    const share = Math.max(settingFor(shares, className, 1), 1e-6);
    list.sort(inClass).forEach((ticket, index) => turns.set(ticket.ordinal, (index + 1) / share));
  }
  const turnOf = (ticket: Waiting) =>
    turns.get(ticket.ordinal) ??
    ((byClass.get(ticket.class)?.length ?? 0) + 1) /
      Math.max(settingFor(shares, ticket.class, 1), 1e-6);
  return (a, b) =>
    a.class === b.class ? inClass(a, b) : turnOf(a) - turnOf(b) || compareTimes(a, b);
}
