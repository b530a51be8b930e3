import type { NewEvent } from '#core/events.ts';
import { ticketId } from '#core/lookup.ts';
import type { RecordedRow, RecordedSession } from '#server/replay/recorded-day.ts';
import { ordinaryClass, priorityClass, spareCounter } from './recorded-config.ts';

/** A row's arrival, asked before anything of it is known but its service and its place in line. */
export interface Arrival {
  readonly kind: 'arrival';
  readonly atS: number;
  readonly row: RecordedRow;
  readonly ticket: string;
}

/** Something that becomes known at a second of the day. */
export type Happening =
  Arrival | { readonly kind: 'events'; readonly atS: number; readonly events: readonly NewEvent[] };

/**
 * What is seen first within one second. A counter that opens in the very second somebody arrives is
 * not yet seen by them: the sessions of a record begin with a service, so that its opening would
 * tell that somebody is called at once.
 */
const order = { end: 0, close: 1, arrival: 2, open: 3, start: 4, endAtOnce: 5, closeAtOnce: 6 };

interface Moment {
  readonly atS: number;
  readonly order: number;
  readonly at: number;
  readonly tell: () => Happening | null;
}

/**
 * A recorded day as the journal of a hall would tell it, in the order in which it became known.
 * Consume it to the end, in order: which counter served a row is told when its service starts.
 *
 * A record has services that no counter session covers (no clerk recorded, two at once); they are
 * told at spare counters that offer nothing, so that they are no capacity for anybody who waits.
 */
export function* happeningsOf(
  rows: readonly RecordedRow[],
  sessions: readonly RecordedSession[],
): Generator<Happening> {
  const seats = createSeats();
  const inOrder = rows.toSorted((a, b) => a.arrivalS - b.arrivalS);
  const moments = [
    ...inOrder.flatMap((row, index) => momentsOf(row, index, seats)),
    ...sessions.flatMap((session, index) => sessionMoments(session, index, seats)),
  ].sort((a, b) => a.atS - b.atS || a.order - b.order || a.at - b.at);
  for (const { tell } of moments) {
    const told = tell();
    if (told !== null) yield told;
  }
}

/** Who sits where: rows and sessions of one day agree on it as it goes. */
function createSeats() {
  /** Open counters: the ticket in service there, or null. */
  const open = new Map<string, string | null>();
  const spares = new Map<number, string>();
  let callNo = 0;

  return {
    nextCallNo: () => (callNo += 1),
    opened(server: string): boolean {
      if (open.has(server)) return false;
      open.set(server, null);
      return true;
    },
    /** False while somebody is still in service there: it closes after them. */
    closed(server: string): boolean {
      return open.get(server) === null && open.delete(server);
    },
    /** The counter that takes a ticket: its server's, or a spare one, opened for it. */
    take(server: string, ticket: string): { readonly counter: string; readonly spare: boolean } {
      if (server !== '' && open.get(server) === null) {
        open.set(server, ticket);
        return { counter: server, spare: false };
      }
      let number = 1;
      while (spares.has(number)) number += 1;
      spares.set(number, ticket);
      return { counter: spareCounter(number), spare: true };
    },
    leave(counter: string, spare: boolean): void {
      if (!spare) open.set(counter, null);
      else for (const [each] of spares) if (spareCounter(each) === counter) spares.delete(each);
    },
  };
}

type Seats = ReturnType<typeof createSeats>;

function momentsOf(row: RecordedRow, ordinal: number, seats: Seats): readonly Moment[] {
  const ticket = ticketId(ordinal, 'recorded');
  const { arrivalS, startS, endS, outcome, server } = row;
  const moments: Moment[] = [
    {
      atS: arrivalS,
      order: order.arrival,
      at: ordinal,
      tell: () => ({ kind: 'arrival', atS: arrivalS, row, ticket }),
    },
  ];
  const tell = (atS: number, at: number, made: () => readonly NewEvent[]) => {
    moments.push({
      atS,
      order: at,
      at: ordinal,
      tell: () => ({ kind: 'events', atS, events: made() }),
    });
  };
  if (outcome !== 'served' || startS === null) {
    // Left, cancelled, or cleared from the list by the staff: gone from the line at that second.
    if (endS !== null) {
      tell(endS, endS === arrivalS ? order.endAtOnce : order.end, () => [
        { type: 'TicketCancelled', data: { ticket } },
      ]);
    }
    return moments;
  }
  let seat = { counter: '', spare: false };
  tell(startS, order.start, () => {
    seat = seats.take(server, ticket);
    const { counter } = seat;
    const called: NewEvent = {
      type: 'TicketCalled',
      data: {
        ticket,
        counter,
        clerk: server === '' ? counter : server,
        why: { by: 'named', key: 'named', values: {} },
        waitMs: Math.round((startS - arrivalS) * 1000),
        callNo: seats.nextCallNo(),
      },
    };
    const started: NewEvent = { type: 'ServiceStarted', data: { ticket, counter } };
    return seat.spare ? [opening(counter, counter), called, started] : [called, started];
  });
  if (endS === null) return moments;
  tell(endS, endS === startS ? order.endAtOnce : order.end, () => {
    const { counter, spare } = seat;
    seats.leave(counter, spare);
    const finished: NewEvent = {
      type: 'ServiceFinished',
      data: { ticket, counter, outcome: null, serviceMs: Math.round((endS - startS) * 1000) },
    };
    return spare ? [finished, { type: 'CounterClosed', data: { counter } }] : [finished];
  });
  return moments;
}

function sessionMoments(
  { server, openS, closeS }: RecordedSession,
  index: number,
  seats: Seats,
): readonly Moment[] {
  return [
    {
      atS: openS,
      order: order.open,
      at: index,
      tell: () =>
        seats.opened(server)
          ? { kind: 'events', atS: openS, events: [opening(server, server)] }
          : null,
    },
    {
      atS: closeS,
      order: closeS === openS ? order.closeAtOnce : order.close,
      at: index,
      tell: () =>
        seats.closed(server)
          ? {
              kind: 'events',
              atS: closeS,
              events: [{ type: 'CounterClosed', data: { counter: server } }],
            }
          : null,
    },
  ];
}

function opening(counter: string, clerk: string): NewEvent {
  return { type: 'CounterOpened', data: { counter, clerk } };
}

/**
 * The queue that a row stands in: after a transfer it is one of its own, as who called there before
 * is not who calls there now. That a ticket comes from another queue is known when it joins.
 */
export function queueOf({ service, leg }: RecordedRow): string {
  return leg === 0 ? service : `${service} +`;
}

/** The class of a recorded ticket for its place in line; empty means that nobody wrote it down. */
export function classOfRow(row: RecordedRow): string {
  return row.class === 'prio' ? priorityClass : ordinaryClass;
}
