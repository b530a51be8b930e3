import { describe, expect, it } from 'vitest';
import { nextNumber } from '#core/rules/leases.ts';
import { testConfig } from '#test/support/hall-config.ts';
import { hallDay, kiosk, supervisor } from '#test/support/hall-day.ts';
import { outcome, refusedBy } from '#test/support/hall-told.ts';
import { given, leaseAt, newTicket, otherKiosk } from '#test/support/situations.ts';

const outside = refusedBy('outside-hours', { state: 'closed' });

describe('leasing', () => {
  it('[leased-number] a block of every prefix that anybody may get, once each', () => {
    const classes = [
      ...testConfig.classes.map((each) => ({ ...each, needsCustomer: each.id === 'vip' })),
      { ...testConfig.classes[0]!, id: 'child', prefix: 'C' },
      { ...testConfig.classes[0]!, id: 'senior', prefix: 'A' },
    ];
    expect(outcome(hallDay({ classes }).at('08:00'), 'lease-numbers', {}, kiosk)).toEqual({
      events: [
        {
          NumbersLeased: {
            lease: 'fresh3',
            device: 'kiosk-1',
            blocks: [
              { prefix: 'A', from: 801, to: 820 },
              { prefix: 'B', from: 801, to: 820 },
              { prefix: 'C', from: 801, to: 820 },
            ],
            fromMs: '08:30:00',
            untilMs: '18:30:00',
          },
        },
      ],
      became: {
        leases: {
          fresh3: {
            device: 'kiosk-1',
            blocks: [
              { prefix: 'A', from: 801, to: 820 },
              { prefix: 'B', from: 801, to: 820 },
              { prefix: 'C', from: 801, to: 820 },
            ],
            fromMs: '08:30:00',
            untilMs: '18:30:00',
            notBeforeMs: '08:30:00',
            handedIn: {},
          },
        },
      },
    });
  });

  it('[leased-number] begins behind what was given and what was leased, by prefix', () => {
    const hall = hallDay().at('09:00');
    hall.do('lease-numbers', {}, otherKiosk);
    const state = { ...hall.state, lastNumberByPrefix: { A: 850, B: 800, V: 3 } };
    expect(nextNumber(state, 'A')).toBe(851);
    expect(nextNumber(state, 'B')).toBe(821);
    expect(nextNumber(state, 'V')).toBe(4);
    expect(nextNumber(state, 'Z')).toBe(1);
    expect(nextNumber({ ...state, lastNumberByPrefix: { A: 799 } }, 'A')).toBe(800);
    expect(nextNumber({ ...state, lastNumberByPrefix: { A: 819 } }, 'A')).toBe(821);
    expect(nextNumber({ ...state, lastNumberByPrefix: { A: 820 } }, 'A')).toBe(821);
    // A number of another prefix is another number: what is leased of A says nothing of C.
    expect(nextNumber({ ...state, lastNumberByPrefix: { C: 804 } }, 'C')).toBe(805);
  });

  it('[outside-hours] not by staff, not from closing on, not on a day it stays closed', () => {
    expect(outcome(hallDay().at('09:00'), 'lease-numbers', {}, supervisor)).toEqual(outside);
    const before = hallDay().at('18:29:59');
    expect(before.ask('lease-numbers', {}, kiosk).kind).toBe('accepted');
    before.issue();
    expect(outcome(before.at('18:30'), 'lease-numbers', {}, kiosk)).toEqual(outside);
    const weekly = { mon: null, tue: null, wed: null, thu: null, fri: null, sat: null, sun: null };
    const closed = hallDay({ hours: { ...testConfig.hours, weekly } }).at('09:00');
    expect(outcome(closed, 'lease-numbers', {}, kiosk)).toEqual(outside);
  });

  it('[leased-number] anew when the hall closes later, or gives a prefix that it did not', () => {
    const hall = hallDay().at('09:00');
    leaseAt(hall);
    expect(hall.do('lease-numbers', {}, kiosk)).toEqual([]);
    const longer = { from: '08:30', to: '19:00' };
    const weekly = { ...testConfig.hours.weekly, mon: longer };
    const hours = { ...testConfig.hours, weekly };
    hall.do('configure', { config: { ...testConfig, hours }, why: 'longer' });
    expect(hall.do('lease-numbers', {}, kiosk)).toMatchObject([{ type: 'NumbersLeased' }]);
    const services = testConfig.services.map((each) =>
      each.prefix === 'B' ? { ...each, prefix: 'D' } : each,
    );
    hall.do('configure', { config: { ...testConfig, hours, services }, why: 'renamed' });
    expect(hall.do('lease-numbers', {}, kiosk)).toMatchObject([
      {
        data: { blocks: [{ prefix: 'A', from: 841 }, { prefix: 'D', from: 801 }, { prefix: 'V' }] },
      },
    ]);
  });
});

describe('handing in', () => {
  it('[leased-number] becomes a ticket, and is noted', () => {
    const hall = hallDay().at('09:00');
    const lease = leaseAt(hall);
    hall.issue();
    const args = given(hall.later(60), lease, { givenAtMs: hall.atMs - 30_000 });
    expect(outcome(hall, 'hand-in-ticket', args, kiosk)).toEqual({
      events: [
        {
          TicketIssued: {
            ticket: 'A801',
            number: 'A801',
            prefix: 'A',
            service: 'payment',
            class: 'ordinary',
            language: 'zh',
            source: 'kiosk',
            customer: null,
            need: null,
            estimate: null,
            ahead: 1,
            offline: { lease: 'fresh3', givenAtMs: '09:00:30' },
          },
        },
      ],
      became: {
        tickets: {
          A801: newTicket({
            id: 'A801',
            ordinal: 1,
            number: 'A801',
            issuedAtMs: '09:01:00',
            queuedAtMs: '09:00:30',
            orderMs: '09:00:30',
          }),
        },
        leases: { fresh3: { notBeforeMs: '09:00:30', handedIn: { A801: 'A801' } } },
        issuedByService: { payment: 2 },
        queues: { 'payment|ordinary': { ordinals: [0, 1] } },
        waitingCount: 2,
        waitingByService: { payment: 2 },
        figures: { issued: 2 },
      },
    });
    const more = { no: 802, class: 'special', language: 'en' } as const;
    expect(outcome(hall, 'hand-in-ticket', given(hall, lease, more), kiosk)).toMatchObject({
      events: [{ TicketIssued: { class: 'special', language: 'en' } }],
    });
  });

  it('[leased-number] is refused whole where it is not genuine', () => {
    const hall = hallDay().at('09:00');
    const args = given(hall, leaseAt(hall));
    for (const [change, actor, number] of [
      [{ genuine: false }, kiosk, 'A801'],
      [{ no: 821 }, kiosk, 'A821'],
      [{}, otherKiosk, 'A801'],
      [{}, supervisor, 'A801'],
    ] as const) {
      expect(outcome(hall, 'hand-in-ticket', { ...args, ...change }, actor)).toEqual(
        refusedBy('leased-number', { number, state: 'not-genuine' }),
      );
    }
  });

  it('[leased-number] of another day is told of, at a time that has been', () => {
    const hall = hallDay().at('09:00');
    const early = given(hall, 'yesterday', { givenAtMs: hall.atMs - 5_000 });
    expect(outcome(hall, 'hand-in-ticket', early, kiosk)).toEqual({
      events: [
        {
          HandInRefused: {
            lease: 'yesterday',
            device: 'kiosk-1',
            number: 'A801',
            service: 'payment',
            givenAtMs: '08:59:55',
            why: 'day-over',
          },
        },
      ],
      became: {
        refusedHandIns: [
          {
            lease: 'yesterday',
            device: 'kiosk-1',
            number: 'A801',
            service: 'payment',
            givenAtMs: '08:59:55',
            why: 'day-over',
            atMs: '09:00:00',
          },
        ],
      },
    });
    const late = given(hall, 'yesterday', { no: 802, givenAtMs: hall.atMs + 5_000 });
    expect(outcome(hall, 'hand-in-ticket', late, kiosk)).toMatchObject({
      events: [{ HandInRefused: { givenAtMs: '09:00:00' } }],
    });
    // The same number of another lease is another number.
    const again = given(hall, 'the day before', { givenAtMs: hall.atMs });
    expect(hall.do('hand-in-ticket', again, kiosk)).toHaveLength(1);
    expect(hall.do('hand-in-ticket', early, kiosk)).toEqual([]);
  });

  it('[outside-hours] waits for the hall to open', () => {
    const hall = hallDay().at('08:00');
    const args = given(hall, leaseAt(hall));
    expect(outcome(hall, 'hand-in-ticket', args, kiosk)).toEqual(outside);
  });
});
