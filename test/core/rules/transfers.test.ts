import { describe, expect, it } from 'vitest';
import type { CommandArgs } from '#core/commands.ts';
import { testPolicy } from '#test/support/hall-config.ts';
import { outcome, refusedBy } from '#test/support/hall-told.ts';
import { li, serving, sun, two, zhou } from '#test/support/situations.ts';

type To = CommandArgs['transfer']['to'];

describe('a transfer', () => {
  const transfer = (to: To, place?: 'keep' | 'front' | 'back') => ({
    counter: '1',
    to,
    reason: 'asked',
    ...(place === undefined ? {} : { place }),
  });

  it('[right-counter] to a service: waits there for any counter, by its queue time', () => {
    const { hall } = serving();
    expect(outcome(hall.later(5), 'transfer', transfer({ service: 'enquiry' }), li)).toEqual({
      events: [
        {
          TicketTransferred: {
            ticket: 'A001',
            from: '1',
            service: 'enquiry',
            counter: null,
            place: 'keep',
            reason: 'asked',
            callNo: null,
          },
        },
      ],
      became: {
        tickets: {
          A001: {
            service: 'enquiry',
            state: 'waiting',
            counter: null,
            clerk: null,
            calls: 0,
            calledAtMs: null,
            lastCallAtMs: null,
            why: null,
            startedAtMs: null,
          },
        },
        queues: {
          'enquiry|ordinary': {
            service: 'enquiry',
            class: 'ordinary',
            reservedFor: null,
            ordinals: [0],
          },
        },
        waitingCount: 1,
        waitingByService: { enquiry: 1 },
        counters: { '1': { state: 'idle', ticket: null, sinceMs: '09:00:45' } },
      },
    });
  });

  it('[right-counter] to a counter: kept for it, and announced as a redirect', () => {
    const { hall } = serving();
    expect(outcome(hall.later(5), 'transfer', transfer({ counter: '2' }, 'front'), li)).toEqual({
      events: [
        {
          TicketTransferred: {
            ticket: 'A001',
            from: '1',
            service: 'payment',
            counter: '2',
            place: 'front',
            reason: 'asked',
            callNo: 2,
          },
        },
      ],
      became: {
        lastCallNo: 2,
        tickets: {
          A001: {
            state: 'waiting',
            front: true,
            reservedFor: '2',
            counter: null,
            clerk: null,
            calls: 0,
            calledAtMs: null,
            lastCallAtMs: null,
            why: null,
            startedAtMs: null,
          },
        },
        queues: {
          'payment|ordinary|2': {
            service: 'payment',
            class: 'ordinary',
            reservedFor: '2',
            ordinals: [0],
          },
        },
        waitingCount: 1,
        waitingByService: { payment: 1 },
        counters: { '1': { state: 'idle', ticket: null, sinceMs: '09:00:45' } },
      },
    });
  });

  it('to a counter for another service; the place is the hall’s unless one is named', () => {
    const { hall } = serving({ policy: { ...testPolicy, transferPlace: 'back' } });
    const to = { service: 'enquiry', counter: '2' };
    expect(outcome(hall.later(5), 'transfer', transfer(to), li)).toEqual({
      events: [
        {
          TicketTransferred: {
            ticket: 'A001',
            from: '1',
            service: 'enquiry',
            counter: '2',
            place: 'back',
            reason: 'asked',
            callNo: 2,
          },
        },
      ],
      became: {
        lastCallNo: 2,
        tickets: {
          A001: {
            service: 'enquiry',
            state: 'waiting',
            queuedAtMs: '09:00:45',
            orderMs: '09:00:45',
            reservedFor: '2',
            counter: null,
            clerk: null,
            calls: 0,
            calledAtMs: null,
            lastCallAtMs: null,
            why: null,
            startedAtMs: null,
          },
        },
        queues: {
          'enquiry|ordinary|2': {
            service: 'enquiry',
            class: 'ordinary',
            reservedFor: '2',
            ordinals: [0],
          },
        },
        waitingCount: 1,
        waitingByService: { enquiry: 1 },
        counters: { '1': { state: 'idle', ticket: null, sinceMs: '09:00:45' } },
      },
    });
  });

  it.each<[To, object]>([
    [{ service: 'pets' }, { what: 'service', id: 'pets' }],
    [{ counter: '9' }, { what: 'counter', id: '9' }],
  ])('to what the hall does not have: %o', (to, unknown) => {
    expect(outcome(serving().hall, 'transfer', transfer(to), li)).toEqual(unknown);
  });

  it.each<[string, To, object]>([
    ['where it is already', { counter: '1' }, { counter: '1' }],
    ['to its own service', { service: 'payment' }, { number: 'A001' }],
    ['to nothing', {}, { number: 'A001' }],
    [
      'to a closed counter',
      { counter: '3', service: 'enquiry' },
      { counter: '3', state: 'closed' },
    ],
  ])('[right-counter] is not made %s', (_, to, by) => {
    expect(outcome(serving().hall, 'transfer', transfer(to), li)).toEqual(
      refusedBy('right-counter', by),
    );
  });

  it('[right-counter] is made to a counter that pauses, not to one that is away or cannot help', () => {
    const { hall } = serving();
    hall.open('3', '1003');
    const refused = (counter: string, service?: string) =>
      outcome(hall, 'transfer', transfer({ counter, ...(service && { service }) }), li);
    expect(refused('3')).toMatchObject({ by: { counter: '3', state: 'idle' } });
    const kind = { counter: '3', kind: 'routine', reason: 'break' } as const;
    hall.do('pause', kind, sun);
    expect(refused('3', 'enquiry')).toMatchObject({ events: [{}] });
    const away = serving().hall;
    away.do('pause', { counter: '2', kind: 'absence', reason: 'ill' }, zhou);
    expect(outcome(away, 'transfer', transfer({ counter: '2' }), li)).toMatchObject({
      by: { counter: '2', state: 'absent' },
    });
  });

  it('[right-counter] is not made to a service that no counter offers: nobody would ever call', () => {
    const { hall } = serving();
    for (const counter of ['2', '3']) {
      hall.do('set-counter-services', { counter, services: ['payment'] });
    }
    const refusal = refusedBy('right-counter', { service: 'enquiry' });
    expect(outcome(hall, 'transfer', transfer({ service: 'enquiry' }), li)).toEqual(refusal);
    const { id } = hall.issue();
    const move = { ticket: id, service: 'enquiry', reason: 'wrong button' };
    expect(outcome(hall, 'move-ticket', move)).toEqual(refusal);
    hall.do('set-counter-services', { counter: '3', services: null });
    expect(hall.ask('move-ticket', move).kind).toBe('accepted');
  });

  it('a supervisor leads one who waits as well', () => {
    const { hall } = serving();
    const { id } = hall.issue();
    const move = (args: object) =>
      outcome(hall, 'move-ticket', { ticket: id, reason: 'wrong button', ...args });
    expect(move({ ticket: '0-x' })).toEqual({ what: 'ticket', id: '0-x' });
    expect(move({ service: 'pets' })).toEqual({ what: 'service', id: 'pets' });
    expect(move({ counter: '9' })).toEqual({ what: 'counter', id: '9' });
    expect(move({ counter: '3' })).toEqual(
      refusedBy('right-counter', { counter: '3', state: 'closed' }),
    );
    expect(move({ counter: '2', place: 'front' })).toEqual({
      events: [
        {
          TicketTransferred: {
            ticket: 'A002',
            from: null,
            service: 'payment',
            counter: '2',
            place: 'front',
            reason: 'wrong button',
            callNo: 2,
          },
        },
      ],
      became: {
        lastCallNo: 2,
        tickets: {
          A002: {
            front: true,
            reservedFor: '2',
            former: {
              service: 'payment',
              reservedFor: null,
              queuedAtMs: '09:00:40',
              orderMs: '09:00:40',
              front: false,
              ahead: [],
            },
          },
        },
        queues: {
          'payment|ordinary': { ordinals: [] },
          'payment|ordinary|2': {
            service: 'payment',
            class: 'ordinary',
            reservedFor: '2',
            ordinals: [1],
          },
        },
      },
    });
    expect(move({ service: 'enquiry' })).toEqual({
      events: [
        {
          TicketTransferred: {
            ticket: 'A002',
            from: null,
            service: 'enquiry',
            counter: null,
            place: 'keep',
            reason: 'wrong button',
            callNo: null,
          },
        },
      ],
      became: {
        tickets: {
          A002: {
            service: 'enquiry',
            front: false,
            reservedFor: null,
            former: { front: true, reservedFor: '2' },
          },
        },
        queues: {
          'payment|ordinary|2': { ordinals: [] },
          'enquiry|ordinary': {
            service: 'enquiry',
            class: 'ordinary',
            reservedFor: null,
            ordinals: [1],
          },
        },
        waitingByService: { payment: 0, enquiry: 1 },
      },
    });
    hall.do('call', two, zhou);
    expect(move({ service: 'payment' })).toEqual(
      refusedBy('not-possible-now', { ticket: 'A002', number: 'A002', state: 'called' }),
    );
  });
});
