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

/**
 * How many tickets of a queue, from index `from`, satisfy a test that holds for a first part of
 * the line and not for the rest. Tickets put in front are looked at one by one, for their queue
 * times stand out of order; the others are searched by halves.
 */
export function countFirst(
  state: HallDay,
  queue: Queue,
  from: number,
  test: (ticket: Ticket) => boolean,
): number {
  const { size } = queue.ordinals;
  let count = 0;
  let low = from;
  for (; low < size; low += 1) {
    const ticket = standingAt(state, queue, low);
    if (!ticket.front) break;
    if (test(ticket)) count += 1;
  }
  const first = low;
  let high = size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (test(standingAt(state, queue, middle))) low = middle + 1;
    else high = middle;
  }
  return count + low - first;
}

/** The earliest time in a queue, from index `from`: that of its first in line, or of one put in front. */
export function earliestMs(state: HallDay, queue: Queue, from: number): number {
  let earliest = Number.POSITIVE_INFINITY;
  for (let index = from; index < queue.ordinals.size; index += 1) {
    const ticket = standingAt(state, queue, index);
    earliest = Math.min(earliest, ticket.orderMs);
    if (!ticket.front) break;
  }
  return earliest;
}

/** Index of a waiting ticket in its queue, or -1. Found by its place in time where that holds. */
export function indexIn(state: HallDay, queue: Queue, ticket: Ticket): number {
  const { ordinals } = queue;
  if (!ticket.front) {
    let index = countFirst(
      state,
      queue,
      0,
      (other) => other.front || other.orderMs < ticket.orderMs,
    );
    for (; index < ordinals.size; index += 1) {
      const other = standingAt(state, queue, index);
      if (other.ordinal === ticket.ordinal) return index;
      if (other.orderMs !== ticket.orderMs) break;
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
