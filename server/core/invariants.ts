import type { HallEvent } from './events.ts';
import { isTrouble, isUnderWay } from './evolve-print.ts';
import { findTicket, ticketNumber } from './lookup.ts';
import { at, items } from './sequence.ts';
import type { HallDay, Ticket } from './state.ts';

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
    must(!numbers.has(ticket.number), `number ${ticket.number} is given once a day`);
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
  const leased = new Map<string, string>();
  const handedIn = new Map<string, string | null>();
  for (const [id, lease] of Object.entries(state.leases)) {
    for (const { prefix, from, to } of lease.blocks) {
      for (let no = from; no <= to; no += 1) {
        const number = ticketNumber(prefix, no);
        must(!leased.has(number), `number ${number} is leased once`);
        leased.set(number, id);
      }
    }
    for (const [number, ticket] of Object.entries(lease.handedIn)) {
      must(leased.get(number) === id, `number ${number} is of the lease that it was handed in for`);
      handedIn.set(number, ticket);
    }
  }
  for (const ticket of items(state.tickets)) {
    must(
      !leased.has(ticket.number) || handedIn.get(ticket.number) === ticket.id,
      `leased number ${ticket.number} was handed in`,
    );
  }
}

function assertPapers(state: HallDay): void {
  const printing = new Set(state.printing);
  const troubles = new Set(state.printTroubles);
  for (const ticket of items(state.tickets)) {
    const print = ticket.print?.state ?? 'dropped';
    const over = ticket.state === 'done' || ticket.state === 'cancelled';
    must(
      printing.has(ticket.ordinal) === isUnderWay(print),
      `${ticket.number} is listed while its paper is under way`,
    );
    must(
      troubles.has(ticket.ordinal) === (isTrouble(print) && !over),
      `${ticket.number} is listed while its paper needs a person`,
    );
  }
}

function assertCounters(state: HallDay): void {
  let handovers = 0;
  const clerks = new Set<string>();
  for (const seat of Object.values(state.counters)) {
    const active = seat.state === 'calling' || seat.state === 'serving';
    must(active === (seat.ticket !== null), `counter ${seat.id} holds a ticket while it serves`);
    must(
      (seat.state === 'closed') === (seat.clerk === null),
      `open counter ${seat.id} has a clerk`,
    );
    must(
      (seat.state === 'handover') === (seat.handover !== null),
      `counter ${seat.id} knows its handover`,
    );
    if (seat.state === 'handover') handovers += 1;
    const holder = seat.handover?.relieved === true ? seat.handover.to : seat.clerk;
    if (holder !== null) {
      must(!clerks.has(holder), `clerk ${holder} holds one counter`);
      clerks.add(holder);
    }
    if (seat.ticket !== null) {
      const ticket = at(state.tickets, seat.ticket);
      must(ticket?.counter === seat.id, `the ticket at counter ${seat.id} knows it`);
    }
  }
  must(handovers <= 1, 'at most one handover is under way');
}

function assertTicket(state: HallDay, ticket: Ticket): void {
  const active = ticket.state === 'called' || ticket.state === 'serving';
  if (!active) return;
  const seat = ticket.counter === null ? undefined : state.counters[ticket.counter];
  must(seat?.ticket === ticket.ordinal, `${ticket.number} is at the counter that called it`);
  must(
    seat?.state === (ticket.state === 'called' ? 'calling' : 'serving'),
    `${ticket.number} and its counter agree`,
  );
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
