import type { HallEvent } from '#core/events.ts';
import type { HallState } from '#core/vocabulary.ts';
import { createLeasedNumbers } from './leased.ts';

type Place = 'waiting' | 'called' | 'serving' | 'missed' | 'parked' | 'done' | 'cancelled';

interface Known {
  readonly number: string;
  place: Place;
  counter: string | null;
}

/** What everybody may know of the hall after an event. */
export interface Truth {
  readonly lastCallNo: number;
  readonly waitingCount: number;
  readonly hallState: HallState;
  readonly numbers: Readonly<Record<string, string>>;
}

/** How far back views may be compared. */
const truthsKept = 4_000;

/**
 * A second, much smaller understanding of a business day, made from docs/lifecycles.md and not
 * from the core: where each ticket may go, that numbers and calls are counted without gaps, that
 * nobody is left in a closed hall. Throws at the first event that cannot be.
 */
export function createHistory() {
  let seq = 0;
  let atMs = 0;
  let day = '';
  let endedDay = '';
  let tickets = new Map<string, Known>();
  let lastByPrefix = new Map<string, number>();
  let numbers = new Set<string>();
  let lastCallNo = 0;
  let hallState: HallState = 'closed';
  let figures = { issued: 0, served: 0 };
  let calls = new Map<number, string>();
  let yesterday = { tickets, calls };
  const seats = new Map<string, string>();
  const needs = new Set<string>();
  let printed = new Set<string>();
  const calledAt = new Map<string, number>();
  const recalledAt = new Map<string, number>();
  const truths = new Map<number, Truth>();
  const leased = createLeasedNumbers();

  function fail(event: HallEvent, what: string): never {
    throw new Error(`event ${event.seq} ${event.type} ${JSON.stringify(event.data)}: ${what}`);
  }

  function ticketIn(event: HallEvent, id: string, ...from: Place[]): Known {
    const known = tickets.get(id) ?? fail(event, 'no such ticket today');
    if (!from.includes(known.place)) fail(event, `${known.number} is ${known.place}`);
    return known;
  }

  function leaveSeat(known: Known): void {
    if (known.counter !== null) seats.delete(known.counter);
    known.counter = null;
  }

  function nextCall(event: HallEvent, callNo: number, number: string, counter: string): void {
    if (callNo !== lastCallNo + 1) fail(event, `call ${callNo} follows call ${lastCallNo}`);
    lastCallNo = callNo;
    calls.set(callNo, `${number} ${counter}`);
  }

  function countWaiting(): number {
    let count = 0;
    for (const { place } of tickets.values()) if (place === 'waiting') count += 1;
    return count;
  }

  function fold(event: HallEvent): void {
    switch (event.type) {
      case 'DayBegan':
        if (hallState !== 'closed') fail(event, 'yesterday has not ended');
        yesterday = { tickets, calls };
        tickets = new Map();
        lastByPrefix = new Map();
        numbers = new Set();
        calls = new Map();
        lastCallNo = 0;
        printed = new Set();
        figures = { issued: 0, served: 0 };
        return;
      case 'HallOpened':
        hallState = 'open';
        return;
      case 'ClosingReminded':
        hallState = 'closing';
        return;
      case 'IntakeClosed':
        hallState = 'serving-out';
        return;
      case 'HallClosed': {
        const left = [...tickets.values()].filter(
          ({ place }) => place !== 'done' && place !== 'cancelled',
        );
        if (left.length > 0) fail(event, `${left.length} are still there`);
        const told = event.data.figures;
        if (told.issued !== figures.issued || told.served !== figures.served) {
          fail(event, `counted ${JSON.stringify(figures)}`);
        }
        hallState = 'closed';
        endedDay = day;
        return;
      }
      case 'TicketIssued': {
        const { ticket, number, prefix, need, offline } = event.data;
        if (offline === undefined) {
          const count = leased.next(day, prefix, lastByPrefix.get(prefix) ?? 0);
          if (number !== prefix + String(count).padStart(3, '0')) fail(event, `due is ${count}`);
          lastByPrefix.set(prefix, count);
        } else leased.take(event, hallState === 'closed');
        if (numbers.has(number) || tickets.has(ticket)) fail(event, 'given twice');
        // The people of the simulation sign each press: one press, one ticket.
        if (need !== null && needs.has(need)) fail(event, 'two tickets for one press');
        if (need !== null) needs.add(need);
        numbers.add(number);
        tickets.set(ticket, { number, place: 'waiting', counter: null });
        figures.issued += 1;
        return;
      }
      case 'TicketCalled': {
        const { ticket, counter, callNo } = event.data;
        const known = ticketIn(event, ticket, 'waiting');
        if (seats.has(counter)) fail(event, `counter ${counter} serves somebody`);
        known.place = 'called';
        known.counter = counter;
        seats.set(counter, known.number);
        calledAt.set(counter, (calledAt.get(counter) ?? 0) + 1);
        nextCall(event, callNo, known.number, counter);
        return;
      }
      case 'TicketRecalled': {
        const { counter, callNo } = event.data;
        const known = ticketIn(event, event.data.ticket, 'called');
        recalledAt.set(counter, (recalledAt.get(counter) ?? 0) + 1);
        nextCall(event, callNo, known.number, counter);
        return;
      }
      case 'ServiceStarted':
        ticketIn(event, event.data.ticket, 'called').place = 'serving';
        return;
      case 'ServiceFinished': {
        const known = ticketIn(event, event.data.ticket, 'serving');
        known.place = 'done';
        leaveSeat(known);
        figures.served += 1;
        return;
      }
      case 'TicketMissed': {
        const known = ticketIn(event, event.data.ticket, 'called');
        known.place = 'missed';
        leaveSeat(known);
        return;
      }
      case 'TicketParked': {
        const known = ticketIn(event, event.data.ticket, 'serving');
        known.place = 'parked';
        leaveSeat(known);
        return;
      }
      case 'TicketRejoined':
        ticketIn(event, event.data.ticket, 'missed').place = 'waiting';
        return;
      case 'TicketReturned':
        ticketIn(event, event.data.ticket, 'parked').place = 'waiting';
        return;
      case 'TicketTransferred': {
        const known = ticketIn(event, event.data.ticket, 'waiting', 'called', 'serving');
        known.place = 'waiting';
        leaveSeat(known);
        const { callNo, counter } = event.data;
        if (callNo !== null && counter !== null) nextCall(event, callNo, known.number, counter);
        return;
      }
      case 'TicketPutBack': {
        const known = ticketIn(event, event.data.ticket, 'called', 'serving');
        known.place = 'waiting';
        leaveSeat(known);
        return;
      }
      case 'TicketCancelled':
      case 'TicketLapsed':
        ticketIn(event, event.data.ticket, 'waiting', 'missed', 'parked').place = 'cancelled';
        return;
      case 'NumbersLeased':
      case 'HandInRefused':
        leased.take(event, hallState === 'closed');
        return;
      case 'Printed':
        printed.add(event.data.job);
        return;
      case 'ServiceRated':
        ticketIn(event, event.data.ticket, 'done');
        return;
      default:
        return;
    }
  }

  return {
    leased,
    take(event: HallEvent): void {
      if (event.seq !== seq + 1) fail(event, `follows event ${seq}`);
      if (event.atMs < atMs) fail(event, 'time went back');
      if (event.type === 'DayBegan' ? event.data.day <= day : event.day !== day) {
        fail(event, `the day is ${day}`);
      }
      ({ seq, atMs, day } = event);
      fold(event);
      truths.set(seq, {
        lastCallNo,
        waitingCount: countWaiting(),
        hallState,
        numbers: Object.fromEntries(seats),
      });
      truths.delete(seq - truthsKept);
    },
    at: (revision: number): Truth | null => truths.get(revision) ?? null,
    numberOf: (ticket: string): string | null =>
      (tickets.get(ticket) ?? yesterday.tickets.get(ticket))?.number ?? null,
    placeOf: (ticket: string): Place | null => tickets.get(ticket)?.place ?? null,
    wasCalled: (callNo: number, number: string, counter: string): boolean =>
      [calls, yesterday.calls].some((some) => some.get(callNo) === `${number} ${counter}`),
    callsAt: (counter: string): number => calledAt.get(counter) ?? 0,
    recallsAt: (counter: string): number => recalledAt.get(counter) ?? 0,
    get seq() {
      return seq;
    },
    get day() {
      return day;
    },
    /** The last business day that has come to its end. */
    get endedDay() {
      return endedDay;
    },
    get hallState() {
      return hallState;
    },
    /** Papers that the printer said are out, today. */
    get printed(): ReadonlySet<string> {
      return printed;
    },
    get figures() {
      return figures;
    },
  };
}

export type History = ReturnType<typeof createHistory>;
