import { describe, expect, it } from 'vitest';
import type { HallConfig } from '#core/hall-config.ts';
import { testPolicy } from '#test/support/hall-config.ts';
import { outcome, refusedBy } from '#test/support/hall-told.ts';
import { bothOpen, li, one, two, zhou } from '#test/support/situations.ts';

const nine = (change?: Partial<HallConfig>) => bothOpen('09:00', change);

function calling(change?: Partial<HallConfig>) {
  const hall = nine(change);
  hall.issue();
  hall.later(30).do('call', one, li);
  return hall;
}

describe('the next one', () => {
  it('is called: the wait, the clerk and the reason stand in the event', () => {
    const hall = nine();
    hall.issue();
    hall.later(5).issue('payment', 'vip');
    expect(outcome(hall.later(30), 'call', one, li)).toEqual({
      events: [
        {
          TicketCalled: {
            ticket: 'V001',
            counter: '1',
            clerk: '1001',
            why: {
              by: 'strict',
              key: 'rank',
              values: {
                class: 'vip',
                waitedSeconds: 30,
                overtakes: 1,
                overtakenSeconds: 35,
                rank: 2,
                over: 'ordinary',
                overRank: 0,
              },
            },
            waitMs: 30000,
            callNo: 1,
          },
        },
      ],
      became: {
        lastCallNo: 1,
        tickets: {
          V001: {
            state: 'called',
            owner: '1001',
            counter: '1',
            clerk: '1001',
            calls: 1,
            calledAtMs: '09:00:35',
            lastCallAtMs: '09:00:35',
            why: {
              by: 'strict',
              key: 'rank',
              values: {
                class: 'vip',
                waitedSeconds: 30,
                overtakes: 1,
                overtakenSeconds: 35,
                rank: 2,
                over: 'ordinary',
                overRank: 0,
              },
            },
            waitMs: 30000,
          },
        },
        queues: { 'payment|vip': { ordinals: [] } },
        waitingCount: 1,
        waitingByService: { payment: 1 },
        counters: { '1': { state: 'calling', ticket: 1, sinceMs: '09:00:35' } },
        memory: { consecutivePriority: 1 },
      },
    });
  });

  it('[honest-statistics] keeps the wait of its first call; the owner stays, the calls count anew', () => {
    const hall = nine();
    const { id } = hall.issue();
    hall.later(30).do('call', one, li);
    hall.later(10).do('put-back-ticket', { ticket: id });
    expect(outcome(hall.later(10), 'call', two, zhou)).toEqual({
      events: [
        {
          TicketCalled: {
            ticket: 'A001',
            counter: '2',
            clerk: '1002',
            why: {
              by: 'only-one',
              key: 'queue-time',
              values: { class: 'ordinary', waitedSeconds: 50, kind: 'strict' },
            },
            waitMs: null,
            callNo: 2,
          },
        },
      ],
      became: {
        lastCallNo: 2,
        tickets: {
          A001: {
            state: 'called',
            counter: '2',
            clerk: '1002',
            calls: 1,
            calledAtMs: '09:00:50',
            lastCallAtMs: '09:00:50',
            why: {
              by: 'only-one',
              key: 'queue-time',
              values: { class: 'ordinary', waitedSeconds: 50, kind: 'strict' },
            },
          },
        },
        queues: { 'payment|ordinary': { ordinals: [] } },
        waitingCount: 0,
        waitingByService: { payment: 0 },
        counters: { '2': { state: 'calling', ticket: 0, sinceMs: '09:00:50' } },
      },
    });
  });

  it('is nobody where nobody waits, and nothing happens', () => {
    expect(outcome(nine(), 'call', one, li)).toEqual({ events: [], became: {} });
  });

  it('starts the service at once where the hall says so', () => {
    const hall = nine({ policy: { ...testPolicy, startOnCall: true } });
    hall.issue();
    expect(outcome(hall.later(30), 'call', one, li)).toEqual({
      events: [
        {
          TicketCalled: {
            ticket: 'A001',
            counter: '1',
            clerk: '1001',
            why: {
              by: 'only-one',
              key: 'queue-time',
              values: { class: 'ordinary', waitedSeconds: 30, kind: 'strict' },
            },
            waitMs: 30000,
            callNo: 1,
          },
        },
        { ServiceStarted: { ticket: 'A001', counter: '1' } },
      ],
      became: {
        lastCallNo: 1,
        tickets: {
          A001: {
            state: 'serving',
            owner: '1001',
            counter: '1',
            clerk: '1001',
            calls: 1,
            calledAtMs: '09:00:30',
            lastCallAtMs: '09:00:30',
            why: {
              by: 'only-one',
              key: 'queue-time',
              values: { class: 'ordinary', waitedSeconds: 30, kind: 'strict' },
            },
            waitMs: 30000,
            startedAtMs: '09:00:30',
          },
        },
        queues: { 'payment|ordinary': { ordinals: [] } },
        waitingCount: 0,
        waitingByService: { payment: 0 },
        counters: { '1': { state: 'serving', ticket: 0, sinceMs: '09:00:30' } },
      },
    });
  });

  it.each([
    ['called', false, [{ command: 'start', args: one, label: 'start-first' }], []],
    [
      'serving',
      true,
      [{ command: 'finish', args: one, label: 'finish-first' }],
      [{ command: 'park', args: one, label: 'park' }],
    ],
  ])('[one-customer-at-a-time] waits while one is %s', (state, started, first, last) => {
    const hall = calling();
    hall.issue();
    if (started) hall.do('start', one, li);
    expect(outcome(hall, 'call', one, li)).toEqual({
      rule: 'one-customer-at-a-time',
      rules: ['one-customer-at-a-time', 'not-possible-now'],
      by: { counter: '1', ticket: 'A001', number: 'A001', state },
      waysOut: [...first, { command: 'transfer', args: one, label: 'transfer' }, ...last],
      overridable: false,
    });
  });
});

describe('calling again', () => {
  it('is numbered with the calls, and counts from the last one', () => {
    expect(outcome(calling().later(3), 'recall', one, li)).toEqual({
      events: [{ TicketRecalled: { ticket: 'A001', counter: '1', callNo: 2 } }],
      became: { lastCallNo: 2, tickets: { A001: { calls: 2, lastCallAtMs: '09:00:33' } } },
    });
  });

  it.each([
    [0, 3],
    [0.001, 3],
    [1.999, 2],
    [2, 1],
    [2.999, 1],
  ])('[recall-gap] waits: %d s after the call %d s are left', (after, seconds) => {
    const hall = calling();
    const refusal = refusedBy('recall-gap', { seconds });
    expect(outcome(hall.later(after), 'recall', one, li)).toEqual(refusal);
    const again = calling();
    again.later(20).do('recall', one, li);
    expect(outcome(again.later(after), 'recall', one, li)).toEqual(refusal);
  });

  it('[recall-limit] five times, then the clerk goes on to the next', () => {
    const hall = calling();
    for (let n = 0; n < 5; n += 1) hall.later(3).do('recall', one, li);
    const pass = { command: 'override', label: 'supervisor-pass' };
    const refusal = (...ways: readonly object[]) =>
      refusedBy(
        'recall-limit',
        { number: 'A001', count: 6 },
        { waysOut: [...ways, pass], overridable: true },
      );
    expect(outcome(hall.later(3), 'recall', one, li)).toEqual(refusal());
    // Neither is the way out of the other before a no-show is possible.
    expect(outcome(hall, 'no-show', one, li)).toMatchObject({
      rule: 'no-show-time',
      waysOut: [pass],
    });
    hall.later(42);
    const missed = { command: 'no-show', args: { counter: '1' }, label: 'no-show' };
    expect(outcome(hall, 'recall', one, li)).toEqual(refusal(missed));
    expect(hall.ask('no-show', one, li).kind).toBe('accepted');
    expect(hall.ask('recall', one, li, { by: '9001', reason: 'deaf' }).kind).toBe('accepted');
    expect(outcome(hall.later(-43), 'recall', one, li)).toMatchObject({
      rules: ['recall-limit', 'recall-gap'],
      overridable: false,
    });
  });

  it('[not-possible-now] is nothing for a ticket that is served already', () => {
    const hall = calling({ policy: { ...testPolicy, recallMax: 0 } });
    hall.do('start', one, li);
    expect(outcome(hall, 'recall', one, li)).toMatchObject({ rules: ['not-possible-now'] });
    expect(outcome(hall, 'no-show', one, li)).toMatchObject({ rules: ['not-possible-now'] });
  });
});

describe('not come', () => {
  it('is missed, and the counter is free', () => {
    const hall = calling();
    hall.later(20).do('recall', one, li);
    expect(outcome(hall.later(40), 'no-show', one, li)).toEqual({
      events: [{ TicketMissed: { ticket: 'A001', counter: '1' } }],
      became: {
        tickets: { A001: { state: 'missed', counter: null, clerk: null } },
        aside: [0],
        counters: { '1': { state: 'idle', ticket: null, sinceMs: '09:01:30' } },
        figures: { missed: 1 },
      },
    });
  });

  it('[no-show-calls] after two calls: one is wanting', () => {
    expect(outcome(calling().later(60), 'no-show', one, li)).toEqual(
      refusedBy(
        'no-show-calls',
        { number: 'A001', count: 1 },
        {
          waysOut: [
            { command: 'recall', args: { counter: '1' }, label: 'recall' },
            { command: 'override', label: 'supervisor-pass' },
          ],
          overridable: true,
        },
      ),
    );
    const twice = calling({
      policy: { ...testPolicy, noShow: { minCalls: 3, minSeconds: 60, rejoinAfter: 3 } },
    });
    expect(outcome(twice.later(60), 'no-show', one, li)).toMatchObject({ by: { count: 2 } });
  });

  it.each([
    [3, 57],
    [58.999, 2],
    [59, 1],
    [59.999, 1],
  ])('[no-show-time] a minute after the first call: %d s after it %d s are left', (after, left) => {
    const hall = calling();
    hall.later(3).do('recall', one, li);
    expect(outcome(hall.later(after - 3), 'no-show', one, li)).toEqual(
      refusedBy(
        'no-show-time',
        { number: 'A001', seconds: left },
        {
          waysOut: [
            { command: 'recall', args: { counter: '1' }, label: 'recall' },
            { command: 'override', label: 'supervisor-pass' },
          ],
          overridable: true,
        },
      ),
    );
  });

  it('[no-show-calls] [no-show-time] both are named, and a supervisor lets both pass', () => {
    const pass = { by: '9001', reason: 'seen leaving' };
    expect(outcome(calling(), 'no-show', one, li, pass)).toEqual({
      events: [
        {
          TicketMissed: { ticket: 'A001', counter: '1' },
          override: {
            by: '9001',
            reason: 'seen leaving',
            rules: ['no-show-calls', 'no-show-time'],
          },
        },
      ],
      became: {
        tickets: { A001: { state: 'missed', counter: null, clerk: null } },
        aside: [0],
        counters: { '1': { state: 'idle', ticket: null } },
        figures: { missed: 1 },
      },
    });
  });
});
