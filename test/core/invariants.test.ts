import { describe, expect, it } from 'vitest';
import type { HallEvent } from '#core/events.ts';
import { assertTouched, assertWhole } from '#core/invariants.ts';
import { ticketAt } from '#core/lookup.ts';
import { emptySequence, replace } from '#core/sequence.ts';
import { type CounterSeat, type HallDay, queueKey, type Ticket } from '#core/state.ts';
import { clerk, hallDay } from '#test/support/hall-day.ts';

/**
 * At 09:00 A001 is in service at 1, B001 called at 2; A002 and A003 wait, A004 was missed, A005 is
 * done. By ordinal: 0 A001, 1 B001, 2 A002, 3 A003, 4 A004, 5 A005.
 */
function busyHall(): HallDay {
  const hall = hallDay().at('09:00').open('1', '1001').open('2', '1002').open('3', '1003');
  hall.issue();
  hall.issue('enquiry');
  const later = [hall.issue(), hall.issue(), hall.issue(), hall.issue()];
  hall.do('cancel-ticket', { ticket: later[3]!.id });
  hall.do('call', { counter: '2', ticket: later[2]!.id }, clerk('1002'));
  hall.later(61).do('recall', { counter: '2' }, clerk('1002'));
  hall.do('no-show', { counter: '2' }, clerk('1002'));
  hall.do('call', { counter: '1', ticket: ticketAt(hall.state, 0).id }, clerk('1001'));
  hall.do('start', { counter: '1' }, clerk('1001'));
  hall.do('call', { counter: '2', ticket: ticketAt(hall.state, 1).id }, clerk('1002'));
  return hall.state;
}

const busy = busyHall();
const waitingKey = queueKey('payment', 'ordinary', null);

function withTicketAs(state: HallDay, ordinal: number, change: Partial<Ticket>): HallDay {
  const ticket = { ...ticketAt(state, ordinal), ...change };
  return { ...state, tickets: replace(state.tickets, ordinal, ticket) };
}

function withSeat(state: HallDay, id: string, change: Partial<CounterSeat>): HallDay {
  return {
    ...state,
    counters: { ...state.counters, [id]: { ...state.counters[id]!, ...change } },
  };
}

function queuedAs(state: HallDay, key: string, change: object): HallDay {
  return { ...state, queues: { ...state.queues, [key]: { ...state.queues[key]!, ...change } } };
}

const handover = { from: '1003', to: '1004', draft: null, relieved: false, sinceMs: 0 };
const print = { no: 0, printer: 'p/1', copy: false, refusals: 0, sinceMs: 0 };
const lease = { device: 'kiosk-1', fromMs: 0, untilMs: 0, notBeforeMs: 0, handedIn: {} };
const block = (prefix: string, from: number, to: number) => ({ prefix, from, to });
type Leases = Readonly<Record<string, Pick<HallDay['leases'][string], 'blocks' | 'handedIn'>>>;

/** With these leases, and A002 numbered as it was by a kiosk alone. */
function leasing(leases: Leases, number = 'A802'): HallDay {
  const state = withTicketAs(busy, 2, { number });
  const entries = Object.entries(leases).map(([id, each]) => [id, { ...lease, ...each }]);
  return { ...state, leases: Object.fromEntries(entries) as HallDay['leases'] };
}

const waits = ticketAt(busy, 2).id;

describe('what must hold after every fold', () => {
  it('holds in a busy hall, with papers, leases and a handover', () => {
    assertWhole(busy);
    expect([0, 1, 2, 3, 4, 5].map((ordinal) => ticketAt(busy, ordinal).state)).toEqual([
      ...['serving', 'called', 'waiting', 'waiting', 'missed', 'cancelled'],
    ]);
    assertWhole(withSeat(busy, '3', { state: 'handover', handover }));
    const relieved = { ...handover, relieved: true };
    assertWhole(withSeat(busy, '3', { state: 'handover', handover: relieved }));
    assertWhole({
      ...withTicketAs(busy, 2, { print: { ...print, state: 'sent' } }),
      printing: [2],
    });
    for (const state of ['uncertain', 'refused'] as const) {
      assertWhole({
        ...withTicketAs(busy, 2, { print: { ...print, state } }),
        printTroubles: [2],
      });
      assertWhole(withTicketAs(busy, 5, { print: { ...print, state } }));
    }
    assertWhole(
      leasing({
        a: { blocks: [block('A', 801, 803)], handedIn: { A801: null, A802: waits } },
        b: { blocks: [block('A', 804, 805), block('B', 801, 803)], handedIn: { B803: null } },
      }),
    );
  });

  const broken: readonly (readonly [what: string, state: HallDay])[] = [
    ['counter 1 holds a ticket while it serves', withSeat(busy, '1', { ticket: null })],
    ['counter 2 holds a ticket while it serves', withSeat(busy, '2', { ticket: null })],
    ['counter 3 holds a ticket while it serves', withSeat(busy, '3', { ticket: 2 })],
    ['open counter 3 has a clerk', withSeat(busy, '3', { clerk: null })],
    ['open counter 3 has a clerk', withSeat(busy, '3', { state: 'closed' })],
    ['counter 3 knows its handover', withSeat(busy, '3', { state: 'handover' })],
    ['counter 3 knows its handover', withSeat(busy, '3', { handover })],
    ['clerk 1001 holds one counter', withSeat(busy, '3', { clerk: '1001' })],
    [
      'clerk 1002 holds one counter',
      withSeat(busy, '3', {
        state: 'handover',
        handover: { ...handover, to: '1002', relieved: true },
      }),
    ],
    ['the ticket at counter 1 knows it', withTicketAs(busy, 0, { counter: '2' })],
    ['the ticket at counter 1 knows it', withSeat(busy, '1', { ticket: 99 })],
    [
      'at most one handover is under way',
      withSeat(
        withSeat(withTicketAs(busy, 0, { state: 'done' }), '1', {
          state: 'handover',
          handover,
          ticket: null,
        }),
        '3',
        { state: 'handover', handover },
      ),
    ],
    ['number A001 is given once a day', withTicketAs(busy, 2, { number: 'A001' })],
    ['A002 is at the counter that called it', withTicketAs(busy, 2, { state: 'called' })],
    ['A002 is at the counter that called it', withTicketAs(busy, 2, { state: 'serving' })],
    [
      'A002 is at the counter that called it',
      withTicketAs(busy, 2, { state: 'called', counter: '3' }),
    ],
    [
      'A002 is at the counter that called it',
      withTicketAs(busy, 2, { state: 'serving', counter: '7' }),
    ],
    ['A001 and its counter agree', withSeat(busy, '1', { state: 'calling' })],
    ['B001 and its counter agree', withSeat(busy, '2', { state: 'serving' })],
    [
      'a ticket stands in one place',
      { ...busy, queues: { ...busy.queues, twice: busy.queues[waitingKey]! } },
    ],
    ['who stands in a queue waits', withTicketAs(busy, 2, { state: 'done' })],
    [
      'who stands in a queue waits',
      queuedAs(busy, waitingKey, {
        ordinals: replace(busy.queues[waitingKey]!.ordinals, 0, 99),
      }),
    ],
    ['a ticket stands in its own queue', queuedAs(busy, waitingKey, { service: 'enquiry' })],
    ['a ticket stands in its own queue', queuedAs(busy, waitingKey, { class: 'vip' })],
    ['a ticket stands in its own queue', queuedAs(busy, waitingKey, { reservedFor: '1' })],
    [
      'everybody who waits stands in a queue',
      queuedAs(busy, waitingKey, { ordinals: emptySequence() }),
    ],
    ['the count of waiting tickets is right', { ...busy, waitingCount: 3 }],
    ['the counts by service add up', { ...busy, waitingByService: { payment: 1, enquiry: 2 } }],
    ['missed and parked tickets are kept for coming back', { ...busy, aside: [] }],
    ['missed and parked tickets are kept for coming back', { ...busy, aside: [5] }],
    ['missed and parked tickets are kept for coming back', { ...busy, aside: [4, 5] }],
    [
      'missed and parked tickets are kept for coming back',
      withTicketAs(busy, 5, { state: 'parked' }),
    ],
    ['A002 is listed while its paper is under way', { ...busy, printing: [2] }],
    [
      'A002 is listed while its paper is under way',
      withTicketAs(busy, 2, { print: { ...print, state: 'asked' } }),
    ],
    ['A002 is listed while its paper needs a person', { ...busy, printTroubles: [2] }],
    [
      'A002 is listed while its paper needs a person',
      withTicketAs(busy, 2, { print: { ...print, state: 'uncertain' } }),
    ],
    [
      'A005 is listed while its paper needs a person',
      {
        ...withTicketAs(busy, 5, { print: { ...print, state: 'refused' } }),
        printTroubles: [5],
      },
    ],
    [
      'A005 is listed while its paper needs a person',
      {
        ...withTicketAs(busy, 5, { state: 'done', print: { ...print, state: 'refused' } }),
        printTroubles: [5],
      },
    ],
    [
      'number A803 is leased once',
      leasing({
        a: { blocks: [block('A', 801, 803)], handedIn: {} },
        b: { blocks: [block('A', 803, 804)], handedIn: {} },
      }),
    ],
    [
      'number A804 is of the lease that it was handed in for',
      leasing({
        a: { blocks: [block('A', 801, 803)], handedIn: { A804: null } },
        b: { blocks: [block('A', 804, 805)], handedIn: {} },
      }),
    ],
    [
      'number A801 is of the lease that it was handed in for',
      leasing({
        a: { blocks: [block('A', 801, 803)], handedIn: {} },
        b: { blocks: [block('A', 804, 805)], handedIn: { A801: null } },
      }),
    ],
    [
      'leased number A802 was handed in',
      leasing({ a: { blocks: [block('A', 801, 803)], handedIn: {} } }),
    ],
    [
      'leased number A803 was handed in',
      leasing({ a: { blocks: [block('A', 801, 803)], handedIn: { A803: 'another' } } }, 'A803'),
    ],
  ];

  it.each(broken)('%s', (what, state) => {
    expect(() => {
      assertWhole(state);
    }).toThrow(new Error(`broken invariant: ${what}`));
  });
});

describe('what one event can have broken', () => {
  const event = (type: string, data: object = {}) => ({ type, data }) as unknown as HallEvent;
  const touched = (state: HallDay, one: HallEvent) => (): void => {
    assertTouched(state, one);
  };
  const quiet = { ...hallDay().at('09:00').state };

  it('looks at the counters, whatever happened', () => {
    const state = withSeat(busy, '3', { clerk: '1001' });
    expect(touched(state, event('NoticeWithdrawn'))).toThrow(
      new Error('broken invariant: clerk 1001 holds one counter'),
    );
  });

  it('looks at the ticket that it names, and at no other', () => {
    const state = withTicketAs(busy, 2, { state: 'called' });
    expect(touched(state, event('TicketCalled', { ticket: ticketAt(busy, 3).id }))).not.toThrow();
    expect(touched(state, event('TicketCalled', { ticket: waits }))).toThrow(
      new Error('broken invariant: A002 is at the counter that called it'),
    );
    expect(touched(state, event('TicketCalled', { ticket: '2-unknown' }))).toThrow(
      new Error('broken invariant: TicketCalled names a ticket of this day'),
    );
  });

  it('an event may name no ticket, or none yet', () => {
    expect(touched(busy, event('LeaseEnded'))).not.toThrow();
    expect(touched(busy, event('HandInRefused', { ticket: null }))).not.toThrow();
  });

  it('a hall that closes leaves nobody behind', () => {
    expect(touched(quiet, event('HallClosed'))).not.toThrow();
    expect(touched(busy, event('IntakeClosed'))).not.toThrow();
    const left = (state: HallDay) => touched(state, event('HallClosed'));
    expect(left(busy)).toThrow(new Error('broken invariant: nobody waits in a closed hall'));
    expect(left({ ...busy, waitingCount: 0 })).toThrow(
      new Error('broken invariant: nobody is kept aside in a closed hall'),
    );
    expect(left({ ...busy, waitingCount: 0, aside: [] })).toThrow(
      new Error('broken invariant: nobody is served in a closed hall'),
    );
  });
});
