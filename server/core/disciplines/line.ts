import type { CounterConfig } from '../hall-config.ts';
import { configOf, counterOf, offers, ticketAt } from '../lookup.ts';
import { at, findIndex } from '../sequence.ts';
import type { HallDay, Queue, Ticket } from '../state.ts';

/** A queue as one counter sees it. Its tickets before `next` count as called (the preview). */
export interface Line {
  readonly queue: Queue;
  readonly next: number;
  /** Helped only once its head has waited this long; null for the counter's own services. */
  readonly backupAfterMs: number | null;
}

/** The only candidate of a line: the order inside a queue is decided when a ticket is put there. */
export interface Head {
  readonly line: Line;
  readonly ticket: Ticket;
}

/** What decides the order of two waiting tickets, issued or about to be. */
export type Waiting = Pick<Ticket, 'service' | 'class' | 'orderMs' | 'ordinal' | 'front'>;

/**
 * The queues that a counter may call from: kept for it by name, of a service that it offers, or of
 * a service for which it is backup. Queues kept for another counter are not among them.
 */
export function linesFor(state: HallDay, counter: CounterConfig): readonly Line[] {
  const lines: Line[] = [];
  for (const queue of Object.values(state.queues)) {
    if (queue.ordinals.size === 0) continue;
    const backupAfterMs = backupAfter(counter, queue);
    if (backupAfterMs !== undefined) lines.push({ queue, next: 0, backupAfterMs });
  }
  return lines;
}

/** The candidates of this instant: at most one a line, and one at least if anybody is callable. */
export function headsOf(state: HallDay, lines: readonly Line[], atMs: number): readonly Head[] {
  const heads: Head[] = [];
  for (const line of lines) {
    const ordinal = at(line.queue.ordinals, line.next);
    if (ordinal === undefined) continue;
    const ticket = ticketAt(state, ordinal);
    const due = line.backupAfterMs === null || atMs - ticket.orderMs >= line.backupAfterMs;
    if (due) heads.push({ line, ticket });
  }
  return heads;
}

/** Tickets waiting in a head's line, the head included. */
export function lengthOf(head: Head): number {
  return head.line.queue.ordinals.size - head.line.next;
}

/** A queue is named by its class or by its service. */
export function isNamed(ticket: Waiting, classOrService: string): boolean {
  return ticket.class === classOrService || ticket.service === classOrService;
}

/** The tickets put in front of a queue, from index `from`: their times stand out of order. */
export function frontsOf(state: HallDay, queue: Queue, from: number): readonly Ticket[] {
  const fronts: Ticket[] = [];
  for (let index = from; index < queue.ordinals.size; index += 1) {
    const ticket = standingAt(state, queue, index);
    if (!ticket.front) break;
    fronts.push(ticket);
  }
  return fronts;
}

/**
 * How many tickets of a queue, from index `from`, satisfy a test that holds for a first part of the
 * line and not for the rest; found by halves. The last is asked first: for a newcomer it is mostly
 * the whole line.
 */
export function countPrefix(
  state: HallDay,
  queue: Queue,
  from: number,
  test: (ticket: Ticket) => boolean,
): number {
  let low = from;
  let high = queue.ordinals.size;
  if (low < high && test(standingAt(state, queue, high - 1))) return high - low;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (test(standingAt(state, queue, middle))) low = middle + 1;
    else high = middle;
  }
  return low - from;
}

/** The same where tickets put in front may satisfy the test or not, each for itself. */
export function countWhere(
  state: HallDay,
  queue: Queue,
  from: number,
  test: (ticket: Ticket) => boolean,
): number {
  const fronts = frontsOf(state, queue, from);
  return fronts.filter(test).length + countPrefix(state, queue, from + fronts.length, test);
}

/** The earliest time in a queue, from index `from`: that of its first in line, or of one in front. */
export function earliestMs(state: HallDay, queue: Queue, from: number): number {
  const fronts = frontsOf(state, queue, from);
  const first = from + fronts.length;
  const line = first < queue.ordinals.size ? [standingAt(state, queue, first)] : [];
  return Math.min(...[...fronts, ...line].map(({ orderMs }) => orderMs));
}

/**
 * Index of a waiting ticket in its queue, or -1. Its place in time is found by halves, and it stands
 * there among those of the same instant; who was put elsewhere is looked for from the first on.
 */
export function indexIn(state: HallDay, queue: Queue, ticket: Ticket): number {
  const { ordinals } = queue;
  if (!ticket.front) {
    const { length } = frontsOf(state, queue, 0);
    const isEarlier = (other: Ticket) => other.orderMs < ticket.orderMs;
    let index = length + countPrefix(state, queue, length, isEarlier);
    for (; index < ordinals.size; index += 1) {
      if (at(ordinals, index) === ticket.ordinal) return index;
    }
  }
  return findIndex(ordinals, (ordinal) => ordinal === ticket.ordinal);
}

/** The counter as configured, or null where the hall or the counter is not. */
export function counterIn(state: HallDay, counterId: string): CounterConfig | null {
  return state.config === null ? null : (counterOf(configOf(state), counterId) ?? null);
}

function standingAt(state: HallDay, queue: Queue, index: number): Ticket {
  return ticketAt(state, at(queue.ordinals, index) ?? -1);
}

/** Null: own. A number: backup after so long. Undefined: not this counter's. */
function backupAfter(counter: CounterConfig, queue: Queue): number | null | undefined {
  // A ticket sent to this counter by name is its own, whatever services it offers otherwise.
  if (queue.reservedFor !== null) return queue.reservedFor === counter.id ? null : undefined;
  if (offers(counter, queue.service)) return null;
  if (counter.backup?.services.includes(queue.service) !== true) return undefined;
  return counter.backup.afterMinutes * 60_000;
}
