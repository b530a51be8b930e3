import type { Discipline, HallConfig } from '../hall-config.ts';
import { configOf, defaultClass, rankOf } from '../lookup.ts';
import { at } from '../sequence.ts';
import { type HallDay, type Queue, queueKey } from '../state.ts';
import { aging } from './aging.ts';
import { fifo } from './fifo.ts';
import { isOverdue, isPriority } from './guards.ts';
import { countPrefix, countWhere, frontsOf, indexIn, type Waiting } from './line.ts';
import { compareInClass, compareTimes, type Order, settingFor } from './order.ts';
import { promise } from './promise.ts';
import { shareOf } from './ratio.ts';
import { strict } from './strict.ts';

/**
 * How many waiting tickets of its service would be called before this one, by one counter and if
 * nothing else happened; 0 for a ticket that does not wait. Exact for `fifo`, `strict`, `aging` and
 * `promise` with `maxWaitMinutes`, and for `strict` with `maxConsecutivePriority`; near for the
 * rest: `ratio` from its shares and credits, `profile` from its `calledLess` rules or its `finally`,
 * else by queue time. Costs the number of queues times the logarithm of their length.
 */
export function aheadOf(state: HallDay, ordinal: number, atMs: number): number {
  const ticket = at(state.tickets, ordinal);
  if (state.config === null || ticket?.state !== 'waiting') return 0;
  const key = queueKey(ticket.service, ticket.class, ticket.reservedFor);
  const queue = state.queues[key];
  if (queue === undefined) return 0;
  const place = { queue, index: indexIn(state, queue, ticket) };
  return aheadAt(state, ticket, ticket.reservedFor, place, atMs);
}

/** The same for a ticket of this service and class that queues as of this instant. */
export function aheadOfNew(
  state: HallDay,
  service: string,
  className: string,
  atMs: number,
): number {
  if (state.config === null) return 0;
  const { size: ordinal } = state.tickets;
  const ticket: Waiting = { service, class: className, orderMs: atMs, ordinal, front: false };
  const queue = state.queues[queueKey(service, className, null)];
  const earlier = (other: { orderMs: number; front: boolean }): boolean =>
    other.front || other.orderMs <= atMs;
  // All of them, save for a number that was given while the hub was away (`leased-number`).
  const place = queue === undefined ? null : { queue, index: countWhere(state, queue, 0, earlier) };
  return aheadAt(state, ticket, null, place, atMs);
}

/** Where the ticket stands, or would stand, in its own queue. */
interface Place {
  readonly queue: Queue;
  readonly index: number;
}

/** Tickets of one class of the service: those before the ticket, and all. */
interface Rivals {
  ahead: number;
  waiting: number;
  overdue: number;
}

function aheadAt(
  state: HallDay,
  ticket: Waiting,
  reservedFor: string | null,
  place: Place | null,
  atMs: number,
): number {
  const config = configOf(state);
  const { guards } = config;
  const order = orderOf(config, atMs);
  const compare = (a: Waiting, b: Waiting, byOrder: Order['compare']): number => {
    const [aOverdue, bOverdue] = [isOverdue(guards, a, atMs), isOverdue(guards, b, atMs)];
    if (aOverdue !== bOverdue) return aOverdue ? -1 : 1;
    return aOverdue ? compareTimes(a, b) : byOrder(a, b);
  };
  // Who was put in front of it holds it up: other classes go first if they precede the latest.
  const held = place === null ? [] : frontsOf(state, place.queue, 0).slice(0, place.index);
  const latest = held.reduce<Waiting>(
    (last, front) => (compare(last, front, order.compare) < 0 ? front : last),
    ticket,
  );
  const goesBefore = (other: Waiting): boolean =>
    other.class === ticket.class
      ? compare(other, ticket, (a, b) => compareInClass(order, a, b)) < 0
      : compare(other, latest, order.compare) < 0;
  const rivals = new Map<string, Rivals>();
  for (const queue of Object.values(state.queues)) {
    if (queue.service !== ticket.service || queue.ordinals.size === 0) continue;
    // Kept for one counter, a ticket does not compete with those kept for another.
    const elsewhere = reservedFor !== null && queue.reservedFor !== null;
    if (elsewhere && queue.reservedFor !== reservedFor) continue;
    const sum = rivals.get(queue.class) ?? { ahead: 0, waiting: 0, overdue: 0 };
    rivals.set(queue.class, sum);
    sum.waiting += queue.ordinals.size;
    sum.ahead += queue === place?.queue ? place.index : countLine(state, queue, goesBefore);
    if (Object.hasOwn(guards.maxWaitMinutes, queue.class)) {
      sum.overdue += countWhere(state, queue, 0, (other) => isOverdue(guards, other, atMs));
    }
  }
  const shares = sharesOf(config.discipline);
  if (shares !== null && !isOverdue(guards, ticket, atMs)) {
    shareOut(state, config, shares, ticket.class, rivals);
  }
  return withTurns(state, config, ticket, rivals);
}

/** How many of a line are called before a ticket: those behind one who is not, wait too. */
function countLine(state: HallDay, queue: Queue, goesBefore: (other: Waiting) => boolean): number {
  const fronts = frontsOf(state, queue, 0);
  const stop = fronts.findIndex((other) => !goesBefore(other));
  return stop < 0 ? fronts.length + countPrefix(state, queue, fronts.length, goesBefore) : stop;
}

/** The order of the kind; that of queue time where turns decide (`ratio`, `profile`). */
export function orderOf(config: HallConfig, atMs: number): Order {
  const { discipline } = config;
  switch (discipline.kind) {
    case 'fifo':
    case 'ratio':
      return fifo(config, atMs);
    case 'strict':
      return strict(config, atMs);
    case 'aging':
      return aging(config, discipline.weights, atMs);
    case 'promise':
      return promise(config, atMs);
    case 'profile':
      return discipline.finally.kind === 'list-order'
        ? listOrder(discipline.finally.queues)
        : fifo(config, atMs);
  }
}

/**
 * Calls by class in the long run. For a profile: each `calledLess` rule that calls the queue it
 * counts gives n calls a round, every other class one.
 */
function sharesOf(discipline: Discipline): Readonly<Record<string, number>> | null {
  if (discipline.kind === 'ratio') return discipline.shares;
  if (discipline.kind !== 'profile') return null;
  const last = discipline.finally.kind === 'ratio' ? discipline.finally.shares : {};
  const turns: Record<string, number> = { ...last };
  for (const { when, call } of discipline.rules) {
    if (when.kind === 'calledLess' && when.queue === call) turns[call] = when.n;
  }
  const inTurns = discipline.finally.kind === 'ratio' || Object.keys(turns).length > 0;
  return inTurns ? turns : null;
}

/**
 * Under a ratio, how many of each other class go before the (d+1)-th call of a class: its share of
 * the calls that this takes, shifted by the credits held. Half a call stands for the rounding of
 * smooth round-robin: with shares 2:1 it answers V O V V O V exactly.
 */
function shareOut(
  state: HallDay,
  config: HallConfig,
  shares: Readonly<Record<string, number>>,
  className: string,
  rivals: Map<string, Rivals>,
): void {
  const own = shareOf(shares, className);
  const before = rivals.get(className)?.ahead ?? 0;
  const names = new Set([className, ...rivals.keys()]);
  let total = 0;
  for (const name of names) total += shareOf(shares, name);
  const creditOf = (name: string) => settingFor(state.memory.credits, name, 0) / total;
  for (const [name, sum] of rivals) {
    if (name === className) continue;
    const share = shareOf(shares, name);
    const turns = ((before + 0.5 - creditOf(className)) * share) / own + creditOf(name);
    // Level credits go to the higher rank.
    const outranks = rankOf(config, name) > rankOf(config, className);
    const whole = outranks ? Math.floor(turns + 0.5) : Math.ceil(turns - 0.5);
    const called = own > 0 ? whole : share > 0 ? sum.waiting : sum.ahead;
    sum.ahead = Math.min(sum.waiting, Math.max(0, called, sum.overdue));
  }
}

/** Adds up, with the default class's turns under the guard `maxConsecutivePriority`. */
function withTurns(
  state: HallDay,
  config: HallConfig,
  ticket: Waiting,
  rivals: ReadonlyMap<string, Rivals>,
): number {
  let ahead = 0;
  let priority = 0;
  for (const [name, sum] of rivals) {
    ahead += sum.ahead;
    if (isPriority(config, name)) priority += sum.ahead;
  }
  const limit = config.guards.maxConsecutivePriority;
  const { id } = defaultClass(config);
  if (limit === null) return ahead;
  const usual = rivals.get(id);
  const firstRun = Math.max(0, limit - state.memory.consecutivePriority);
  if (ticket.class === id) {
    const allowed = firstRun + limit * (usual?.ahead ?? 0);
    return ahead - priority + Math.min(priority, allowed);
  }
  if (!isPriority(config, ticket.class) || usual === undefined) return ahead;
  const owed = priority < firstRun ? 0 : turnsWithin(priority - firstRun, limit);
  return ahead + Math.max(0, Math.min(usual.waiting, owed) - usual.ahead);
}

/** Default-class calls among so many priority calls after the first run. */
function turnsWithin(priority: number, limit: number): number {
  return limit === 0 ? Number.POSITIVE_INFINITY : 1 + Math.floor(priority / limit);
}

/** Classes in the order of a list, the others after them; inside one, queue time. */
function listOrder(queues: readonly string[]): Order {
  const placeOf = (ticket: Waiting) => {
    const place = queues.findIndex((queue) => queue === ticket.class || queue === ticket.service);
    return place < 0 ? queues.length : place;
  };
  return {
    compare: (a, b) => placeOf(a) - placeOf(b) || compareTimes(a, b),
    explain: () => ({ key: 'list-order', values: {} }),
  };
}
