import { describe, expect, it } from 'vitest';
import type { Actor } from '#core/vocabulary.ts';
import { testConfig } from '#test/support/hall-config.ts';
import { clerk, hallDay, supervisor } from '#test/support/hall-day.ts';
import { outcome, refusedBy } from '#test/support/hall-told.ts';

const one = { counter: '1' };
const li = clerk('1001');
type Change = Parameters<typeof hallDay>[0];

/** Counters 1 (payments) and 2 (all) are open under 1001 and 1002; it is nine o'clock. */
function nine(change: Change = {}) {
  return hallDay(change).at('08:20').open('1', '1001').open('2', '1002').at('09:00');
}

function staff(change: object) {
  return testConfig.staff.map((each) => ({ ...each, ...change }));
}

describe('one by its number', () => {
  it('is called out of order, and overtakes are told', () => {
    const hall = nine();
    hall.issue();
    const { id } = hall.later(20).issue();
    expect(outcome(hall.later(30), 'call', { ...one, ticket: id }, li)).toEqual({
      events: [
        {
          TicketCalled: {
            ticket: 'A002',
            counter: '1',
            clerk: '1001',
            why: {
              by: 'named',
              key: 'named',
              values: { class: 'ordinary', waitedSeconds: 30, overtakes: 1, overtakenSeconds: 50 },
            },
            waitMs: 30000,
            callNo: 1,
          },
        },
      ],
      became: {
        lastCallNo: 1,
        tickets: {
          A002: {
            state: 'called',
            owner: '1001',
            counter: '1',
            clerk: '1001',
            calls: 1,
            calledAtMs: '09:00:50',
            lastCallAtMs: '09:00:50',
            why: {
              by: 'named',
              key: 'named',
              values: { class: 'ordinary', waitedSeconds: 30, overtakes: 1, overtakenSeconds: 50 },
            },
            waitMs: 30000,
          },
        },
        queues: { 'payment|ordinary': { ordinals: [0] } },
        waitingCount: 1,
        waitingByService: { payment: 1 },
        counters: { '1': { state: 'calling', ticket: 1, sinceMs: '09:00:50' } },
      },
    });
  });

  it('is called as the next one where it is', () => {
    const hall = nine({ staff: staff({ mayCallOutOfOrder: false }) });
    const { id } = hall.issue();
    hall.later(20).issue();
    expect(outcome(hall.later(30), 'call', { ...one, ticket: id }, li)).toEqual({
      events: [
        {
          TicketCalled: {
            ticket: 'A001',
            counter: '1',
            clerk: '1001',
            why: {
              by: 'strict',
              key: 'queue-time',
              values: { class: 'ordinary', waitedSeconds: 50 },
            },
            waitMs: 50000,
            callNo: 1,
          },
        },
      ],
      became: {
        lastCallNo: 1,
        tickets: {
          A001: {
            state: 'called',
            owner: '1001',
            counter: '1',
            clerk: '1001',
            calls: 1,
            calledAtMs: '09:00:50',
            lastCallAtMs: '09:00:50',
            why: {
              by: 'strict',
              key: 'queue-time',
              values: { class: 'ordinary', waitedSeconds: 50 },
            },
            waitMs: 50000,
          },
        },
        queues: { 'payment|ordinary': { ordinals: [1] } },
        waitingCount: 1,
        waitingByService: { payment: 1 },
        counters: { '1': { state: 'calling', ticket: 0, sinceMs: '09:00:50' } },
      },
    });
  });

  it.each<[string, Actor, object, boolean]>([
    ['a clerk who may', li, { mayCallOutOfOrder: true }, true],
    ['a clerk who may not', li, { mayCallOutOfOrder: false }, false],
    ['a clerk whom the hall does not know any more', li, { badge: '7777' }, false],
  ])('[out-of-order] is called by %s', (_, actor, change, may) => {
    const hall = nine({ staff: staff(change) });
    hall.issue();
    const { id } = hall.issue();
    const decision = hall.ask('call', { ...one, ticket: id }, actor);
    expect(decision.kind).toBe(may ? 'accepted' : 'refused');
    if (may) return;
    expect(decision).toEqual({
      kind: 'refused',
      rule: 'out-of-order',
      rules: ['out-of-order'],
      by: { badge: '1001' },
      waysOut: [{ command: 'override', label: 'supervisor-pass' }],
      overridable: true,
    });
  });

  it('[out-of-order] is called by a supervisor at a counter, and by the pad of a clerk', () => {
    const pad = { kind: 'device', device: 'agent-1' } as const;
    const hall = hallDay({ staff: staff({ mayCallOutOfOrder: false }) }).at('08:20');
    hall.do('open', one, supervisor);
    hall.at('09:00').issue();
    const { id } = hall.issue();
    const report = { id: 'x', kind: 'pad', state: 'ready', detail: null, kiosk: null } as const;
    hall.do('report-devices', { devices: [{ ...report, counter: '1' }] }, pad);
    expect(hall.ask('call', { ...one, ticket: id }, supervisor).kind).toBe('accepted');
    expect(outcome(hall, 'call', { ...one, ticket: id }, pad)).toMatchObject({
      events: [{ TicketCalled: { ticket: 'A002', clerk: '9001' } }],
    });
  });

  it('names a ticket that the hall does not have', () => {
    expect(outcome(nine(), 'call', { counter: '1', ticket: '0-x' }, li)).toEqual({
      what: 'ticket',
      id: '0-x',
    });
  });

  it('[not-possible-now] waits, or is not called: the ticket’s state is named', () => {
    const hall = nine();
    const { id } = hall.issue();
    hall.do('call', one, li);
    expect(outcome(hall, 'call', { counter: '2', ticket: id }, clerk('1002'))).toEqual(
      refusedBy('not-possible-now', { ticket: 'A001', number: 'A001', state: 'called' }),
    );
  });

  it('[one-customer-at-a-time] is not called to a busy counter, though it is the next', () => {
    const hall = nine({ staff: staff({ mayCallOutOfOrder: false }) });
    hall.issue();
    hall.do('call', one, li);
    const { id } = hall.issue();
    expect(outcome(hall, 'call', { ...one, ticket: id }, li)).toEqual({
      rule: 'one-customer-at-a-time',
      rules: ['one-customer-at-a-time', 'not-possible-now'],
      by: { counter: '1', ticket: 'A001', number: 'A001', state: 'called' },
      waysOut: [
        { command: 'start', args: { counter: '1' }, label: 'start-first' },
        { command: 'transfer', args: { counter: '1' }, label: 'transfer' },
      ],
      overridable: false,
    });
  });

  it('[counter-cannot-serve] is refused where the counter does not have its service', () => {
    const hall = nine();
    const { id } = hall.issue('enquiry');
    expect(outcome(hall, 'call', { ...one, ticket: id }, li)).toEqual(
      refusedBy('counter-cannot-serve', { number: 'B001', counter: '1' }),
    );
  });

  it('[counter-cannot-serve] is refused where it is kept for another counter', () => {
    const hall = nine();
    const { id } = hall.issue();
    hall.do('move-ticket', { ticket: id, counter: '2', reason: 'asked for her' });
    expect(outcome(hall, 'call', { ...one, ticket: id }, li)).toEqual(
      refusedBy('counter-cannot-serve', { number: 'A001', counter: '2' }),
    );
    expect(hall.ask('call', { counter: '2', ticket: id }, clerk('1002')).kind).toBe('accepted');
  });

  it('[counter-cannot-serve] is no matter where it is kept for this counter, or it is its backup', () => {
    const [first, ...rest] = testConfig.counters;
    const backup = { services: ['enquiry'], afterMinutes: 60 };
    const hall = nine({ counters: [{ ...first!, backup }, ...rest] });
    const { id } = hall.issue('enquiry');
    expect(hall.ask('call', { ...one, ticket: id }, li).kind).toBe('accepted');
    const kept = nine();
    const moved = kept.issue();
    kept.do('move-ticket', { ticket: moved.id, counter: '1', reason: 'x' });
    const config = { ...testConfig, counters: [{ ...first!, services: [] }, ...rest] };
    kept.do('configure', { config, why: 'no payments at 1' });
    expect(kept.ask('call', { ...one, ticket: moved.id }, li).kind).toBe('accepted');
  });
});
