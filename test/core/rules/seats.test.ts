import { describe, expect, it } from 'vitest';
import { testConfig, testPolicy } from '#test/support/hall-config.ts';
import { hallDay } from '#test/support/hall-day.ts';
import { outcome, refusedBy } from '#test/support/hall-told.ts';
import { li, zhou, sun, one, two } from '#test/support/situations.ts';

type Change = Parameters<typeof hallDay>[0];

/** Counter 1 (payments) is open under 1001; it is nine o'clock. */
function nine(change: Change = {}) {
  return hallDay(change).at('08:20').open('1', '1001').at('09:00');
}

describe('taking a seat', () => {
  it('[outside-hours] from an hour before opening, to the millisecond', () => {
    const hall = hallDay();
    expect(outcome(hall, 'open', one, li)).toEqual({
      events: [{ CounterOpened: { counter: '1', clerk: '1001' } }],
      became: { counters: { '1': { state: 'idle', clerk: '1001', openedAtMs: '07:30:00' } } },
    });
    const early = hallDay();
    early.moveTo(early.atMs - 1);
    expect(outcome(early, 'open', one, li)).toEqual(
      refusedBy(
        'outside-hours',
        { atMs: '07:30:00' },
        { waysOut: [{ command: 'override', label: 'supervisor-pass' }], overridable: true },
      ),
    );
  });

  it('[outside-hours] not after the hall has closed, nor on a day it stays closed', () => {
    expect(outcome(hallDay().at('18:31'), 'open', one, li)).toEqual(
      refusedBy('outside-hours', { state: 'closed' }),
    );
    const closed = { mon: null, tue: null, wed: null, thu: null, fri: null, sat: null, sun: null };
    const hours = { ...testConfig.hours, weekly: closed };
    expect(outcome(hallDay({ hours }).at('10:00'), 'open', one, li)).toEqual(
      refusedBy('outside-hours', { state: 'closed' }),
    );
  });

  it('[one-counter-one-clerk] one has it, or one holds another', () => {
    const hall = nine();
    expect(outcome(hall, 'open', one, zhou)).toEqual(
      refusedBy(
        'one-counter-one-clerk',
        { counter: '1', badge: '1001', state: 'idle' },
        {
          waysOut: [
            { command: 'release-counter', args: { counter: '1' }, label: 'release-counter' },
          ],
        },
      ),
    );
    expect(outcome(hall, 'open', two, li)).toEqual(
      refusedBy('one-counter-one-clerk', { counter: '1', badge: '1001' }),
    );
    expect(outcome(hall, 'open', one, li)).toEqual({ events: [], became: {} });
  });

  it('[stay-until-relieved] one has handed it over and is not relieved yet; then one may', () => {
    const hall = nine();
    hall.do('handover', { ...one, to: '1003' }, li);
    // The relief is named, and a handover that was a mistake is taken back: nobody need be released.
    const relief = refusedBy(
      'stay-until-relieved',
      { counter: '1', badge: '1003' },
      {
        waysOut: [{ command: 'cancel-handover', args: { counter: '1' }, label: 'cancel-handover' }],
      },
    );
    expect(outcome(hall, 'open', two, li)).toEqual(relief);
    expect(outcome(hall, 'open', one, li)).toEqual(relief);
    expect(hall.ask('cancel-handover', one, li).kind).toBe('accepted');
    expect(hall.ask('open', two, sun).kind).toBe('accepted');
    hall.do('relieve-handover', one, sun);
    expect(outcome(hall, 'open', one, li)).toEqual(
      refusedBy('not-possible-now', { counter: '1', state: 'handover' }),
    );
    expect(hall.ask('open', two, li).kind).toBe('accepted');
    expect(outcome(hall, 'open', two, sun)).toEqual(
      refusedBy('one-counter-one-clerk', { counter: '1', badge: '1003' }),
    );
  });

  it('[one-counter-one-clerk] the relief takes the seat by signing, others when it is released', () => {
    const hall = nine();
    hall.do('handover', { ...one, to: '1003' }, li);
    const taken = (command: string, label: string) =>
      refusedBy(
        'one-counter-one-clerk',
        { counter: '1', badge: '1001', state: 'handover' },
        { waysOut: [{ command, args: { counter: '1' }, label }] },
      );
    expect(outcome(hall, 'open', one, zhou)).toEqual(taken('release-counter', 'release-counter'));
    expect(outcome(hall, 'open', one, sun)).toEqual(taken('relieve-handover', 'sign-in-there'));
    hall.do('relieve-handover', one, sun);
    expect(outcome(hall, 'open', one, sun)).toEqual(taken('complete-handover', 'complete-record'));
  });

  it('is a clerk’s: nobody else can ask for it', () => {
    for (const actor of [{ kind: 'hub' }, { kind: 'device', device: 'x' }] as const) {
      expect(() => hallDay().ask('open', one, actor)).toThrow('a counter is opened by a clerk');
    }
  });
});

describe('leaving a seat', () => {
  it('signs off, and the counter is free', () => {
    expect(outcome(nine(), 'close', one, li)).toEqual({
      events: [{ CounterClosed: { counter: '1' } }],
      became: {
        counters: { '1': { state: 'closed', clerk: null, openedAtMs: null, sinceMs: '09:00:00' } },
      },
    });
    const closed = nine();
    closed.do('close', one, li);
    expect(outcome(closed, 'close', one, sun)).toEqual({ events: [], became: {} });
  });

  it('[no-pause-while-waiting] is refused while somebody waits for it', () => {
    const hall = nine();
    hall.issue();
    hall.issue('enquiry');
    expect(outcome(hall, 'close', one, li)).toEqual(
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
  });

  it.each([
    ['strict', 'no-pause-while-waiting'],
    ['covered', 'accepted'],
    ['off', 'accepted'],
  ] as const)(
    '[no-pause-while-waiting] read as %s: %s while another counter serves',
    (signOff, is) => {
      const hall = nine({ policy: { ...testPolicy, signOff, routinePause: 'strict' } });
      hall.open('2', '1002').issue();
      const decision = hall.ask('close', one, li);
      expect(decision.kind === 'refused' ? decision.rule : decision.kind).toBe(is);
    },
  );

  it('[serve-everyone-queued] not after closing time while anybody waits for it', () => {
    const policy = { ...testPolicy, signOff: 'off' as const };
    const hall = nine({ policy }).open('2', '1002').at('18:29');
    hall.issue();
    const { id } = hall.issue();
    expect(hall.ask('close', one, li).kind).toBe('accepted');
    hall.at('18:30');
    expect(outcome(hall, 'close', one, li)).toEqual(
      refusedBy(
        'serve-everyone-queued',
        { counter: '1', count: 2 },
        {
          waysOut: [
            { command: 'call', args: { counter: '1' }, label: 'call-next' },
            { command: 'override', label: 'supervisor-pass' },
          ],
          overridable: true,
        },
      ),
    );
    hall.do('cancel-ticket', { ticket: id });
    expect(hall.ask('close', one, li)).toMatchObject({ by: { count: 1 } });
  });

  it('[stay-until-relieved] not before the relief is there', () => {
    const hall = nine();
    hall.do('handover', { ...one, to: '1003' }, li);
    expect(outcome(hall, 'close', one, li)).toEqual(
      refusedBy(
        'stay-until-relieved',
        { counter: '1', badge: '1003' },
        {
          waysOut: [
            { command: 'cancel-handover', args: { counter: '1' }, label: 'cancel-handover' },
          ],
        },
      ),
    );
    hall.do('relieve-handover', one, sun);
    expect(outcome(hall, 'close', one, li)).toEqual(
      refusedBy('not-possible-now', { counter: '1', state: 'handover' }),
    );
  });

  it('a supervisor frees it: whoever was served waits again', () => {
    const hall = nine();
    hall.issue();
    hall.do('call', one, li);
    expect(outcome(hall.later(5), 'release-counter', one)).toEqual({
      events: [
        { TicketPutBack: { ticket: 'A001', counter: '1', place: 'keep', why: 'release' } },
        { CounterReleased: { counter: '1', clerk: '1001' } },
      ],
      became: {
        tickets: {
          A001: {
            state: 'waiting',
            counter: null,
            clerk: null,
            calls: 0,
            calledAtMs: null,
            lastCallAtMs: null,
            why: null,
          },
        },
        queues: { 'payment|ordinary': { ordinals: [0] } },
        waitingCount: 1,
        waitingByService: { payment: 1 },
        counters: {
          '1': {
            state: 'closed',
            clerk: null,
            ticket: null,
            openedAtMs: null,
            sinceMs: '09:00:05',
          },
        },
      },
    });
    expect(outcome(hall, 'release-counter', one)).toEqual({ events: [], became: {} });
  });

  it('frees what was kept for it: each waits where its queue time puts it', () => {
    const hall = nine().open('2', '1002');
    const kept = [hall.issue(), hall.later(5).issue('enquiry'), hall.later(5).issue()];
    hall.later(5).issue();
    for (const { id } of kept.slice(1)) {
      hall.do('move-ticket', { ticket: id, counter: '2', reason: 'asked for her' });
    }
    const { id } = kept[0]!;
    hall.do('move-ticket', { ticket: id, counter: '2', place: 'front', reason: 'her case' });
    expect(
      outcome(hall.later(5), 'close', { counter: '2' }, zhou, {
        by: '9001',
        reason: 'ill',
      }),
    ).toEqual({
      events: [
        {
          CounterClosed: { counter: '2' },
          override: { by: '9001', reason: 'ill', rules: ['no-pause-while-waiting'] },
        },
      ],
      became: {
        tickets: {
          A001: { reservedFor: null, former: null },
          B001: { reservedFor: null, former: null },
          A002: { reservedFor: null, former: null },
        },
        queues: {
          'payment|ordinary': { ordinals: [0, 2, 3] },
          'enquiry|ordinary': { ordinals: [1] },
          'enquiry|ordinary|2': { ordinals: [] },
          'payment|ordinary|2': { ordinals: [] },
        },
        counters: { '2': { state: 'closed', clerk: null, openedAtMs: null, sinceMs: '09:00:20' } },
      },
    });
  });

  it('gives up its handover, asked for or begun', () => {
    const hall = nine().open('2', '1002');
    hall.do('handover', { ...one, to: '1003' }, li);
    hall.do('handover', { counter: '2', to: '1004', queue: true }, zhou);
    expect(outcome(hall.later(5), 'release-counter', { counter: '2' })).toEqual({
      events: [{ CounterReleased: { counter: '2', clerk: '1002' } }],
      became: {
        counters: { '2': { state: 'closed', clerk: null, openedAtMs: null, sinceMs: '09:00:05' } },
        handoverQueue: [],
      },
    });
    expect(outcome(hall.later(5), 'release-counter', one)).toEqual({
      events: [{ CounterReleased: { counter: '1', clerk: '1001' } }],
      became: {
        counters: {
          '1': {
            state: 'closed',
            clerk: null,
            openedAtMs: null,
            sinceMs: '09:00:10',
            sign: null,
            handover: null,
          },
        },
      },
    });
  });
});
