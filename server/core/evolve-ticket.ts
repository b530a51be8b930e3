import { rememberCall } from './disciplines/pick.ts';
import { noteGiven } from './evolve-lease.ts';
import type { HallEvent } from './events.ts';
import { seatAt, ticketOf } from './lookup.ts';
import { dequeue, enqueue, placeOf, shift, withTicket } from './queues.ts';
import type { CounterSeat, HallDay, Ticket } from './state.ts';

type TicketChange = Extract<
  HallEvent,
  {
    type: `Ticket${string}` | `Service${string}`;
  }
>;
type Of<T extends TicketChange['type']> = Extract<HallEvent, { type: T }>;

export function evolveTicket(state: HallDay, event: TicketChange): HallDay {
  switch (event.type) {
    case 'TicketIssued':
      return issued(state, event);
    case 'TicketCalled':
      return called(state, event);
    case 'TicketRecalled':
      return recalled(state, event);
    case 'ServiceStarted':
      return started(state, event);
    case 'ServiceFinished':
      return finished(state, event);
    case 'ServiceRated':
      return withTicket(state, {
        ...ticketOf(state, event.data.ticket),
        rating: event.data.rating,
      });
    case 'TicketMissed':
      return setAside(state, event, 'missed', []);
    case 'TicketParked':
      return setAside(state, event, 'parked', event.data.missing);
    case 'TicketRejoined':
      return comeBack(state, event, { kind: 'behind', count: event.data.behind });
    case 'TicketReturned':
      return comeBack(state, event, { kind: 'front' });
    case 'TicketTransferred':
      return transferred(state, event);
    case 'TicketPutBack':
      return putBack(state, ticketOf(state, event.data.ticket), event.data.place, event.atMs);
    case 'TicketCancelled':
    case 'TicketLapsed':
      return gone(state, ticketOf(state, event.data.ticket));
  }
}

/** A called or served ticket waits again, with the queue time it had; its counter is free. */
function putBack(state: HallDay, ticket: Ticket, place: 'keep' | 'front', atMs: number): HallDay {
  const freed = freeSeat(state, ticket, atMs);
  return enqueue(freed, ticket, { kind: place }, atMs);
}

function issued(state: HallDay, event: Of<'TicketIssued'>): HallDay {
  const { data, atMs } = event;
  const ordinal = state.tickets.size;
  const queuedAtMs = data.offline?.givenAtMs ?? atMs;
  const ticket: Ticket = {
    id: data.ticket,
    ordinal,
    number: data.number,
    service: data.service,
    class: data.class,
    language: data.language,
    need: data.need,
    customer: data.customer,
    state: 'waiting',
    issuedAtMs: atMs,
    queuedAtMs,
    orderMs: queuedAtMs,
    front: false,
    reservedFor: null,
    former: null,
    owner: null,
    counter: null,
    clerk: null,
    calls: 0,
    calledAtMs: null,
    lastCallAtMs: null,
    why: null,
    waitMs: null,
    startedAtMs: null,
    finishedAtMs: null,
    missing: [],
    rating: null,
    estimate: data.estimate,
    print: null,
  };
  const numbered: HallDay = {
    ...noteGiven(state, event),
    lastNumberByPrefix: lastNumbers(state, data),
    issuedByService: shift(state.issuedByService, data.service, 1),
    openByCustomer: openFor(state, ticket, 'add'),
    figures: { ...state.figures, issued: state.figures.issued + 1 },
  };
  // Who came while the hub was away stands where they came: rule `leased-number`.
  const kind = data.offline === undefined ? 'back' : 'keep';
  return enqueue(numbered, ticket, { kind }, atMs);
}

/** Leased numbers are not of the ordinary row. */
function lastNumbers(
  state: HallDay,
  { prefix, number, offline }: Of<'TicketIssued'>['data'],
): HallDay['lastNumberByPrefix'] {
  if (offline !== undefined) return state.lastNumberByPrefix;
  return { ...state.lastNumberByPrefix, [prefix]: Number(number.slice(prefix.length)) };
}

function called(state: HallDay, event: Of<'TicketCalled'>): HallDay {
  const { data, atMs } = event;
  const ticket = ticketOf(state, data.ticket);
  const memory = rememberCall(state, data.counter, ticket.ordinal, data.why);
  const next = withTicket(dequeue(state, ticket), {
    ...ticket,
    state: 'called',
    front: false,
    counter: data.counter,
    clerk: data.clerk,
    // The first clerk asked stays responsible: rule first-asked.
    owner: ticket.owner ?? data.clerk,
    calls: 1,
    calledAtMs: atMs,
    lastCallAtMs: atMs,
    waitMs: ticket.waitMs ?? data.waitMs,
    why: data.why,
  });
  return seated({ ...next, memory, lastCallNo: data.callNo }, data.counter, {
    state: 'calling',
    ticket: ticket.ordinal,
    finished: null,
    sinceMs: atMs,
  });
}

function recalled(state: HallDay, event: Of<'TicketRecalled'>): HallDay {
  const ticket = ticketOf(state, event.data.ticket);
  return withTicket(
    { ...state, lastCallNo: event.data.callNo },
    { ...ticket, calls: ticket.calls + 1, lastCallAtMs: event.atMs },
  );
}

function started(state: HallDay, event: Of<'ServiceStarted'>): HallDay {
  const ticket = ticketOf(state, event.data.ticket);
  const next = withTicket(state, { ...ticket, state: 'serving', startedAtMs: event.atMs });
  return seated(next, event.data.counter, { state: 'serving', sinceMs: event.atMs });
}

function finished(state: HallDay, event: Of<'ServiceFinished'>): HallDay {
  const ticket = ticketOf(state, event.data.ticket);
  const done: Ticket = { ...ticket, state: 'done', finishedAtMs: event.atMs };
  const next: HallDay = {
    ...withTicket(state, done),
    openByCustomer: openFor(state, ticket, 'remove'),
    figures: { ...state.figures, served: state.figures.served + 1 },
  };
  return seated(next, event.data.counter, {
    state: 'idle',
    ticket: null,
    finished: ticket.ordinal,
    sinceMs: event.atMs,
  });
}

function setAside(
  state: HallDay,
  event: Of<'TicketMissed'> | Of<'TicketParked'>,
  as: 'missed' | 'parked',
  missing: readonly string[],
): HallDay {
  const ticket = ticketOf(state, event.data.ticket);
  const freed = freeSeat(state, ticket, event.atMs);
  const missed = as === 'missed' ? 1 : 0;
  return {
    ...withTicket(freed, { ...ticket, state: as, missing, counter: null, clerk: null }),
    aside: [...state.aside, ticket.ordinal],
    figures: { ...state.figures, missed: state.figures.missed + missed },
  };
}

function comeBack(
  state: HallDay,
  event: Of<'TicketRejoined'> | Of<'TicketReturned'>,
  placement: Parameters<typeof enqueue>[2],
): HallDay {
  const ticket = ticketOf(state, event.data.ticket);
  const rejoined = event.type === 'TicketRejoined' ? 1 : 0;
  const next: HallDay = {
    ...state,
    aside: state.aside.filter((ordinal) => ordinal !== ticket.ordinal),
    figures: { ...state.figures, missed: state.figures.missed - rejoined },
  };
  return enqueue(next, { ...ticket, reservedFor: null }, placement, event.atMs);
}

function transferred(state: HallDay, event: Of<'TicketTransferred'>): HallDay {
  const { data, atMs } = event;
  const ticket = ticketOf(state, data.ticket);
  const freed = ticket.state === 'waiting' ? dequeue(state, ticket) : freeSeat(state, ticket, atMs);
  const next: HallDay = { ...freed, lastCallNo: data.callNo ?? state.lastCallNo };
  const moved: Ticket = {
    ...ticket,
    service: data.service,
    reservedFor: data.counter,
    queuedAtMs: data.queuedAtMs ?? (data.place === 'back' ? atMs : ticket.queuedAtMs),
  };
  if (data.place === 'former') {
    const place = ticket.former ?? placeOf(state, ticket);
    return enqueue(next, moved, { kind: 'former', place }, atMs);
  }
  const placed = enqueue(next, moved, { kind: data.place }, atMs);
  if (ticket.state !== 'waiting') return placed;
  // A supervisor's move of one who waits can be taken back.
  return withTicket(placed, {
    ...ticketOf(placed, ticket.id),
    former: placeOf(state, ticket),
  });
}

function gone(state: HallDay, ticket: Ticket): HallDay {
  const left = ticket.state === 'waiting' ? dequeue(state, ticket) : state;
  const wasMissed = ticket.state === 'missed' ? 1 : 0;
  return {
    ...withTicket(left, { ...ticket, state: 'cancelled' }),
    aside: left.aside.filter((ordinal) => ordinal !== ticket.ordinal),
    openByCustomer: openFor(left, ticket, 'remove'),
    // Who was missed and never came back stays a missed ticket in the day's figures.
    figures: {
      ...left.figures,
      cancelled: left.figures.cancelled + 1 - wasMissed,
    },
  };
}

function freeSeat(state: HallDay, ticket: Ticket, atMs: number): HallDay {
  if (ticket.counter === null) return state;
  return seated(state, ticket.counter, { state: 'idle', ticket: null, sinceMs: atMs });
}

/** Changes a counter's seat. */
export function seated(state: HallDay, counter: string, change: Partial<CounterSeat>): HallDay {
  const seat = { ...seatAt(state, counter), ...change };
  return { ...state, counters: { ...state.counters, [counter]: seat } };
}

function openFor(
  state: HallDay,
  ticket: Ticket,
  change: 'add' | 'remove',
): HallDay['openByCustomer'] {
  const { customer, ordinal } = ticket;
  if (customer === null) return state.openByCustomer;
  const others = (state.openByCustomer[customer] ?? []).filter((each) => each !== ordinal);
  return { ...state.openByCustomer, [customer]: change === 'add' ? [...others, ordinal] : others };
}
