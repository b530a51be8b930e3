import { describe, expect, it } from 'vitest';
import { clerk, supervisor } from '#test/support/hall-day.ts';
import { outcome, refusedBy } from '#test/support/hall-told.ts';
import {
  bothOpen,
  chen,
  handoverRecord as record,
  li,
  one,
  two,
  zhou,
} from '#test/support/situations.ts';

/** 1003 and 1004 are free to relieve. */
const noon = () => bothOpen('12:00');

describe('asking', () => {
  it('[sign-before-handover] begins with the sign and the way to others', () => {
    const args = { ...one, to: '1003', record };
    expect(outcome(noon(), 'handover', args, li)).toEqual({
      events: [
        {
          HandoverStarted: {
            counter: '1',
            from: '1001',
            to: '1003',
            draft: record,
            sign: { kind: 'handover', reason: 'handover', untilMs: null, redirectTo: ['2'] },
          },
        },
      ],
      became: {
        counters: {
          '1': {
            state: 'handover',
            sinceMs: '12:00:00',
            sign: { kind: 'handover', reason: 'handover', untilMs: null, redirectTo: ['2'] },
            handover: {
              from: '1001',
              to: '1003',
              draft: record,
              relieved: false,
              sinceMs: '12:00:00',
            },
          },
        },
      },
    });
  });

  it('begins without a draft as well, and from a pause', () => {
    const hall = noon();
    hall.do('pause', { ...one, kind: 'routine', reason: 'lunch' }, li);
    expect(outcome(hall.later(5), 'handover', { ...one, to: '1003' }, li)).toEqual({
      events: [
        {
          HandoverStarted: {
            counter: '1',
            from: '1001',
            to: '1003',
            draft: null,
            sign: { kind: 'handover', reason: 'handover', untilMs: null, redirectTo: ['2'] },
          },
        },
      ],
      became: {
        counters: {
          '1': {
            state: 'handover',
            sinceMs: '12:00:05',
            sign: { kind: 'handover', reason: 'handover' },
            handover: {
              from: '1001',
              to: '1003',
              draft: null,
              relieved: false,
              sinceMs: '12:00:05',
            },
          },
        },
      },
    });
  });

  it.each(['called', 'serving'])('[finish-before-handover] not while one is %s', (state) => {
    const hall = noon();
    hall.issue();
    hall.do('call', one, li);
    if (state === 'serving') hall.do('start', one, li);
    const way = state === 'called' ? 'start' : 'finish';
    expect(outcome(hall, 'handover', { ...one, to: '1003' }, li)).toEqual(
      refusedBy(
        'finish-before-handover',
        { counter: '1', ticket: 'A001', number: 'A001', state },
        { waysOut: [{ command: way, args: one, label: `${way}-first` }] },
      ),
    );
  });

  it('[not-possible-now] not to oneself', () => {
    const refusal = refusedBy('not-possible-now', { counter: '1', badge: '1001' });
    expect(outcome(noon(), 'handover', { ...one, to: '1001' }, li)).toEqual(refusal);
    const hall = noon();
    hall.issue();
    hall.do('call', one, li);
    expect(outcome(hall, 'handover', { ...one, to: '1001', queue: true }, li)).toEqual(refusal);
  });

  it('[one-handover-at-a-time] names who is before, and the way into the queue', () => {
    const hall = noon();
    hall.do('handover', { ...one, to: '1003' }, li);
    expect(outcome(hall, 'handover', { ...two, to: '1004' }, zhou)).toEqual(
      refusedBy(
        'one-handover-at-a-time',
        { counter: '1', badge: '1001', count: 0 },
        {
          waysOut: [
            { command: 'handover', args: { counter: '2', queue: true }, label: 'queue-handover' },
          ],
        },
      ),
    );
    hall.do('handover', { ...two, to: '1004', queue: true }, zhou);
    hall.open('3', '1004');
    expect(outcome(hall, 'handover', { counter: '3', to: '9001' }, chen)).toEqual(
      refusedBy(
        'one-handover-at-a-time',
        { counter: '1', badge: '1001', count: 1 },
        {
          waysOut: [
            { command: 'handover', args: { counter: '3', queue: true }, label: 'queue-handover' },
          ],
        },
      ),
    );
  });

  it('[one-handover-at-a-time] who queues is before those who come later, not before itself', () => {
    const hall = noon();
    hall.issue();
    hall.do('call', two, zhou);
    hall.do('handover', { ...two, to: '1004', queue: true }, zhou);
    expect(outcome(hall, 'handover', { ...one, to: '1003' }, li)).toEqual(
      refusedBy(
        'one-handover-at-a-time',
        { counter: '2', badge: '1002', count: 1 },
        {
          waysOut: [
            { command: 'handover', args: { counter: '1', queue: true }, label: 'queue-handover' },
          ],
        },
      ),
    );
    expect(hall.ask('handover', { ...two, to: '1004' }, zhou)).toMatchObject({
      rules: ['finish-before-handover'],
    });
  });

  it('[no-pause-while-waiting] not while only this counter can serve who waits', () => {
    const hall = noon();
    hall.do('close', two, zhou);
    hall.issue();
    expect(outcome(hall, 'handover', { ...one, to: '1003' }, li)).toEqual(
      refusedBy(
        'no-pause-while-waiting',
        { counter: '1', count: 1 },
        {
          waysOut: [
            { command: 'call', args: { counter: '1' }, label: 'call-next' },
            { command: 'pause', args: { counter: '1', kind: 'absence' }, label: 'absence' },
            { command: 'override', label: 'supervisor-pass' },
          ],
          overridable: true,
        },
      ),
    );
    const pass = { by: '9001', reason: 'shift ends' };
    expect(outcome(hall, 'handover', { ...one, to: '1003' }, li, pass)).toMatchObject({
      events: [{ HandoverStarted: {}, override: { rules: ['no-pause-while-waiting'] } }],
    });
  });

  it('names whom the hall does not have', () => {
    expect(outcome(noon(), 'handover', { ...one, to: '7777' }, li)).toEqual({
      what: 'staff',
      id: '7777',
    });
  });
});

describe('the queue', () => {
  it('[one-handover-at-a-time] is joined once; who may begin at once, begins', () => {
    const hall = noon();
    hall.do('handover', { ...one, to: '1003' }, li);
    const args = { ...two, to: '1004', record, queue: true };
    expect(outcome(hall, 'handover', args, zhou)).toEqual({
      events: [
        {
          HandoverQueued: {
            counter: '2',
            from: '1002',
            to: '1004',
            draft: record,
          },
        },
      ],
      became: {
        handoverQueue: [
          {
            counter: '2',
            from: '1002',
            to: '1004',
            draft: record,
          },
        ],
      },
    });
    expect(outcome(hall, 'handover', args, zhou)).toEqual({ events: [], became: {} });
    expect(outcome(noon(), 'handover', args, zhou)).toMatchObject({
      events: [{ HandoverStarted: { draft: record } }],
    });
  });

  it('[not-possible-now] another relief is not swallowed: the queued one is cancelled first', () => {
    const hall = noon();
    hall.do('handover', { ...one, to: '1003' }, li);
    hall.do('handover', { ...two, to: '1004', queue: true }, zhou);
    const other = { ...two, to: '9001', queue: true };
    expect(outcome(hall, 'handover', other, zhou)).toEqual(
      refusedBy(
        'not-possible-now',
        { counter: '2', badge: '1004', state: 'handover-queued' },
        {
          waysOut: [
            { command: 'cancel-handover', args: { counter: '2' }, label: 'cancel-handover' },
          ],
        },
      ),
    );
    // Whoever stands in the queue is not offered to join it.
    expect(outcome(hall, 'handover', { ...two, to: '1004' }, zhou)).toEqual(
      refusedBy(
        'one-handover-at-a-time',
        { counter: '1', badge: '1001', count: 1, state: 'handover-queued' },
        {
          waysOut: [
            { command: 'cancel-handover', args: { counter: '2' }, label: 'cancel-handover' },
          ],
        },
      ),
    );
    hall.do('cancel-handover', two, zhou);
    hall.do('handover', other, zhou);
    expect(hall.state.handoverQueue).toMatchObject([{ counter: '2', to: '9001' }]);
  });

  it('[not-possible-now] where nothing is handed over, no key of the clerk’s is a way out', () => {
    const hall = noon();
    hall.issue();
    hall.do('call', two, zhou);
    const refusal = refusedBy('not-possible-now', { counter: '2', state: 'calling' });
    expect(outcome(hall, 'relieve-handover', two, clerk('1004'))).toEqual(refusal);
    expect(outcome(hall, 'complete-handover', { ...two, record }, clerk('1004'))).toEqual(refusal);
    expect(outcome(hall, 'cancel-handover', two, supervisor)).toEqual(refusal);
  });

  it('[one-handover-at-a-time] passes over who is not ready, and begins by itself', () => {
    const hall = noon().open('3', '9001');
    hall.issue();
    hall.do('handover', { ...one, to: '1003' }, li);
    hall.do('call', two, zhou);
    hall.do('handover', { ...two, to: '1004', queue: true }, zhou);
    hall.do('handover', { counter: '3', to: '1001', queue: true }, clerk('9001'));
    expect(outcome(hall.later(5), 'cancel-handover', one, li)).toEqual({
      events: [
        { HandoverCancelled: { counter: '1' } },
        {
          HandoverStarted: {
            counter: '3',
            from: '9001',
            to: '1001',
            draft: null,
            sign: { kind: 'handover', reason: 'handover', untilMs: null, redirectTo: ['2'] },
          },
          by: 'clock',
        },
      ],
      became: {
        counters: {
          '1': { state: 'idle', sinceMs: '12:00:05', sign: null, handover: null },
          '3': {
            state: 'handover',
            sinceMs: '12:00:05',
            sign: { kind: 'handover', reason: 'handover', untilMs: null, redirectTo: ['2'] },
            handover: {
              from: '9001',
              to: '1001',
              draft: null,
              relieved: false,
              sinceMs: '12:00:05',
            },
          },
        },
        handoverQueue: [{ counter: '2', from: '1002', to: '1004', draft: null }],
      },
    });
  });

  it('is left by whoever asked, and by a supervisor; by nobody else', () => {
    const hall = noon();
    hall.do('handover', { ...one, to: '1003' }, li);
    hall.do('handover', { ...two, to: '1004', queue: true }, zhou);
    expect(outcome(hall, 'cancel-handover', two, li)).toMatchObject({ rule: 'not-your-counter' });
    expect(outcome(hall, 'cancel-handover', two, zhou)).toEqual({
      events: [{ HandoverCancelled: { counter: '2' } }],
      became: { handoverQueue: [] },
    });
    expect(outcome(hall, 'cancel-handover', two, supervisor)).toEqual(
      refusedBy('not-possible-now', { counter: '2', state: 'idle' }),
    );
  });
});
