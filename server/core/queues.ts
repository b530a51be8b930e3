import { indexIn } from './disciplines/line.ts';
import {
  append,
  at,
  emptySequence,
  findIndex,
  insert,
  items,
  removeAt,
  replace,
} from './sequence.ts';
import type { FormerPlace, HallDay, Queue, Ticket } from './state.ts';
import { queueKey } from './state.ts';

/**
 * Where a ticket that (again) waits is put in its queue.
 * - `back`: behind everybody, with a fresh place in time
 * - `keep`: by its queue time, as if it had stood there all along
 * - `front`: before its class, behind others who were put in front
 * - `behind`: after the next n tickets of its queue (`rejoinAfter`) and all who were put in front
 * - `former`: where it stood before it was moved, among those who are still there
 */
export type Placement =
  | { readonly kind: 'back' }
  | { readonly kind: 'keep' }
  | { readonly kind: 'front' }
  | { readonly kind: 'behind'; readonly count: number }
  | { readonly kind: 'former'; readonly place: FormerPlace };

/** Lets a ticket wait. The ticket's service, class, reservation and queue time are its own. */
export function enqueue(
  state: HallDay,
  ticket: Ticket,
  placement: Placement,
  atMs: number,
): HallDay {
  const key = queueKey(ticket.service, ticket.class, ticket.reservedFor);
  const queue = state.queues[key] ?? emptyQueue(ticket);
  const place = findPlace(state, queue, ticket, placement, atMs);
  const waiting: Ticket = {
    ...ticket,
    state: 'waiting',
    counter: null,
    clerk: null,
    calls: 0,
    calledAtMs: null,
    lastCallAtMs: null,
    startedAtMs: null,
    why: null,
    missing: [],
    front: placement.kind === 'former' ? placement.place.front : placement.kind === 'front',
    orderMs: place.orderMs,
    former: null,
  };
  return {
    ...withTicket(state, waiting),
    queues: {
      ...state.queues,
      [key]: { ...queue, ordinals: insert(queue.ordinals, place.index, ticket.ordinal) },
    },
    waitingCount: state.waitingCount + 1,
    waitingByService: shift(state.waitingByService, ticket.service, 1),
  };
}

/** Takes a waiting ticket out of its queue; its state is the caller's to set. */
export function dequeue(state: HallDay, ticket: Ticket): HallDay {
  const key = queueKey(ticket.service, ticket.class, ticket.reservedFor);
  const queue = state.queues[key];
  const index = queue ? indexIn(state, queue, ticket) : -1;
  if (queue === undefined || index < 0) throw new Error(`ticket ${ticket.number} waits nowhere`);
  return {
    ...state,
    queues: { ...state.queues, [key]: { ...queue, ordinals: removeAt(queue.ordinals, index) } },
    waitingCount: state.waitingCount - 1,
    waitingByService: shift(state.waitingByService, ticket.service, -1),
  };
}

/** Stores a ticket under its ordinal: a new one at the end, a known one in its place. */
export function withTicket(state: HallDay, ticket: Ticket): HallDay {
  const tickets =
    ticket.ordinal === state.tickets.size
      ? append(state.tickets, ticket)
      : replace(state.tickets, ticket.ordinal, ticket);
  return { ...state, tickets };
}

export function shift(
  counts: Readonly<Record<string, number>>,
  key: string,
  by: number,
): Readonly<Record<string, number>> {
  return { ...counts, [key]: (counts[key] ?? 0) + by };
}

function emptyQueue(ticket: Ticket): Queue {
  return {
    service: ticket.service,
    class: ticket.class,
    reservedFor: ticket.reservedFor,
    ordinals: emptySequence(),
  };
}

function findPlace(
  state: HallDay,
  queue: Queue,
  ticket: Ticket,
  placement: Placement,
  atMs: number,
): { readonly index: number; readonly orderMs: number } {
  const size = queue.ordinals.size;
  switch (placement.kind) {
    case 'back':
      return { index: size, orderMs: atMs };
    case 'front': {
      const index = frontCount(state, queue);
      // Never later than the ticket it stands before, or it would hold up its class among others.
      const behind = waitingAt(state, queue, index);
      return { index, orderMs: Math.min(ticket.queuedAtMs, behind?.orderMs ?? ticket.queuedAtMs) };
    }
    case 'keep':
      return { index: placeInTime(state, queue, ticket), orderMs: ticket.queuedAtMs };
    case 'behind': {
      if (placement.count > size) return { index: size, orderMs: atMs };
      const index = Math.max(placement.count, frontCount(state, queue));
      const before = waitingAt(state, queue, index - 1)?.orderMs ?? ticket.queuedAtMs;
      const behind = waitingAt(state, queue, index)?.orderMs ?? before;
      return { index, orderMs: Math.min(before, behind) };
    }
    case 'former': {
      const { place } = placement;
      const behind = findIndex(queue.ordinals, (ordinal) => {
        const other = at(state.tickets, ordinal);
        return other !== undefined && standsBehind(place, other);
      });
      return { index: behind < 0 ? size : behind, orderMs: place.orderMs };
    }
  }
}

/** Where a waiting ticket stands: who is in front, or came in the same instant, is told by name. */
export function placeOf(state: HallDay, ticket: Ticket): FormerPlace {
  const { service, reservedFor, queuedAtMs, orderMs, front } = ticket;
  const queue = state.queues[queueKey(service, ticket.class, reservedFor)] ?? emptyQueue(ticket);
  const ahead: number[] = [];
  for (const ordinal of items(queue.ordinals)) {
    if (ordinal === ticket.ordinal) break;
    const other = at(state.tickets, ordinal);
    if (other?.front === front && (front || other.orderMs === orderMs)) ahead.push(ordinal);
  }
  return { service, reservedFor, queuedAtMs, orderMs, front, ahead };
}

function standsBehind({ front, orderMs, ahead }: FormerPlace, other: Ticket): boolean {
  if (other.front !== front) return front;
  if (!front && other.orderMs !== orderMs) return other.orderMs > orderMs;
  return !ahead.includes(other.ordinal);
}

function waitingAt(state: HallDay, queue: Queue, index: number): Ticket | undefined {
  const ordinal = at(queue.ordinals, index);
  return ordinal === undefined ? undefined : at(state.tickets, ordinal);
}

function frontCount(state: HallDay, queue: Queue): number {
  const first = findIndex(queue.ordinals, (ordinal) => at(state.tickets, ordinal)?.front !== true);
  return first < 0 ? queue.ordinals.size : first;
}

function placeInTime(state: HallDay, queue: Queue, ticket: Ticket): number {
  const later = findIndex(queue.ordinals, (ordinal) => {
    const other = at(state.tickets, ordinal);
    if (other === undefined || other.front) return false;
    return (
      other.orderMs > ticket.queuedAtMs ||
      (other.orderMs === ticket.queuedAtMs && other.ordinal > ticket.ordinal)
    );
  });
  return later < 0 ? queue.ordinals.size : later;
}
