import type { HallEvent } from './events.ts';
import { isTrouble, isUnderWay } from './evolve-print.ts';
import { findTicket, ticketNumber } from './lookup.ts';
import { at, items } from './sequence.ts';
import type { HallDay, Lease, Ticket } from './state.ts';

/**
 * What must hold after every fold. `assertTouched` looks at what one event can have changed and is
 * cheap enough for production; `assertWhole` looks at everything, for tests and after loading.
 */
export function assertTouched(state: HallDay, event: HallEvent): void {
  assertCounters(state);
  if ('ticket' in event.data && typeof event.data.ticket === 'string') {
    const ticket = findTicket(state, event.data.ticket);
    must(ticket !== undefined, `${event.type} names a ticket of this day`);
    if (ticket !== undefined) assertTicket(state, ticket);
  }
  if (event.type === 'HallClosed') assertNobodyLeft(state);
}

export function assertWhole(state: HallDay): void {
  assertCounters(state);
  const numbers = new Set<string>();
  let waiting = 0;
  for (const ticket of items(state.tickets)) {
    if (numbers.has(ticket.number)) must(false, `number ${ticket.number} is given once a day`);
    numbers.add(ticket.number);
    assertTicket(state, ticket);
    if (ticket.state === 'waiting') waiting += 1;
  }
  const queued = new Set<number>();
  for (const queue of Object.values(state.queues)) {
    for (const ordinal of items(queue.ordinals)) {
      const ticket = at(state.tickets, ordinal);
      must(!queued.has(ordinal), 'a ticket stands in one place');
      queued.add(ordinal);
      must(ticket?.state === 'waiting', 'who stands in a queue waits');
      must(
        ticket?.service === queue.service &&
          ticket.class === queue.class &&
          ticket.reservedFor === queue.reservedFor,
        'a ticket stands in its own queue',
      );
    }
  }
  must(waiting === queued.size, 'everybody who waits stands in a queue');
  must(waiting === state.waitingCount, 'the count of waiting tickets is right');
  const byService = Object.values(state.waitingByService).reduce((sum, n) => sum + n, 0);
  must(waiting === byService, 'the counts by service add up');
  const aside = [...items(state.tickets)].filter(
    (ticket) => ticket.state === 'missed' || ticket.state === 'parked',
  );
  must(
    aside.length === state.aside.length &&
      aside.every((ticket) => state.aside.includes(ticket.ordinal)),
    'missed and parked tickets are kept for coming back',
  );
  assertPapers(state);
  assertLeases(state);
}

/** `leased-number`: a block is one kiosk's, and nobody else gives a number of it. */
function assertLeases(state: HallDay): void {
  const leases = Object.values(state.leases);
  const leased = leasedNumbers(leases);
  leases.forEach((lease, index) => {
    for (const number of Object.keys(lease.handedIn)) {
      if (leased.get(number) === index) continue;
      must(false, `number ${number} is of the lease that it was handed in for`);
    }
  });
  if (leased.size === 0) return;
  for (const { number, id } of items(state.tickets)) {
    const index = leased.get(number);
    if (index === undefined || leases[index]?.handedIn[number] === id) continue;
    must(false, `leased number ${number} was handed in`);
  }
}

/** Of the leases that were looked at last: their blocks stay as they are from state to state. */
let lastLeased: {
  readonly blocks: readonly Lease['blocks'][];
  readonly byNumber: ReadonlyMap<string, number>;
} = { blocks: [], byNumber: new Map() };

/** Every leased number, with the index of its lease. */
function leasedNumbers(leases: readonly Lease[]): ReadonlyMap<string, number> {
  const { blocks } = lastLeased;
  const isKnown =
    blocks.length === leases.length && leases.every((each, at) => each.blocks === blocks[at]);
  if (isKnown) return lastLeased.byNumber;
  const byNumber = new Map<string, number>();
  leases.forEach((lease, index) => {
    for (const { prefix, from, to } of lease.blocks) {
      for (let no = from; no <= to; no += 1) {
        const number = ticketNumber(prefix, no);
        must(!byNumber.has(number), `number ${number} is leased once`);
        byNumber.set(number, index);
      }
    }
  });
  lastLeased = { blocks: leases.map((lease) => lease.blocks), byNumber };
  return byNumber;
}

function assertPapers(state: HallDay): void {
  const printing = new Set(state.printing);
  const troubles = new Set(state.printTroubles);
  for (const ticket of items(state.tickets)) {
    const print = ticket.print?.state ?? 'dropped';
    const over = ticket.state === 'done' || ticket.state === 'cancelled';
    if (printing.has(ticket.ordinal) !== isUnderWay(print)) {
      must(false, `${ticket.number} is listed while its paper is under way`);
    }
    if (troubles.has(ticket.ordinal) !== (isTrouble(print) && !over)) {
      must(false, `${ticket.number} is listed while its paper needs a person`);
    }
  }
}

function assertCounters(state: HallDay): void {
  let handovers = 0;
  const clerks = new Set<string>();
  for (const seat of Object.values(state.counters)) {
    const active = seat.state === 'calling' || seat.state === 'serving';
    if (active !== (seat.ticket !== null)) {
      must(false, `counter ${seat.id} holds a ticket while it serves`);
    }
    if ((seat.state === 'closed') !== (seat.clerk === null)) {
      must(false, `open counter ${seat.id} has a clerk`);
    }
    if ((seat.state === 'handover') !== (seat.handover !== null)) {
      must(false, `counter ${seat.id} knows its handover`);
    }
    if (seat.state === 'handover') handovers += 1;
    const holder = seat.handover?.relieved === true ? seat.handover.to : seat.clerk;
    if (holder !== null) {
      if (clerks.has(holder)) must(false, `clerk ${holder} holds one counter`);
      clerks.add(holder);
    }
    if (seat.ticket !== null) {
      const ticket = at(state.tickets, seat.ticket);
      if (ticket?.counter !== seat.id) must(false, `the ticket at counter ${seat.id} knows it`);
    }
  }
  must(handovers <= 1, 'at most one handover is under way');
}

function assertTicket(state: HallDay, ticket: Ticket): void {
  const active = ticket.state === 'called' || ticket.state === 'serving';
  if (!active) return;
  const seat = ticket.counter === null ? undefined : state.counters[ticket.counter];
  if (seat?.ticket !== ticket.ordinal) {
    must(false, `${ticket.number} is at the counter that called it`);
  }
  if (seat?.state !== (ticket.state === 'called' ? 'calling' : 'serving')) {
    must(false, `${ticket.number} and its counter agree`);
  }
}

function assertNobodyLeft(state: HallDay): void {
  must(state.waitingCount === 0, 'nobody waits in a closed hall');
  must(state.aside.length === 0, 'nobody is kept aside in a closed hall');
  must(
    Object.values(state.counters).every((seat) => seat.ticket === null),
    'nobody is served in a closed hall',
  );
}

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`broken invariant: ${what}`);
}
