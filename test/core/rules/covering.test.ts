import { describe, expect, it } from 'vitest';
import { testConfig, testPolicy } from '#test/support/hall-config.ts';
import { clerk, hallDay } from '#test/support/hall-day.ts';
import { outcome } from '#test/support/hall-told.ts';

const one = { counter: '1' };
const li = clerk('1001');
const [payments, all, enquiries] = testConfig.counters as [
  (typeof testConfig.counters)[number],
  (typeof testConfig.counters)[number],
  (typeof testConfig.counters)[number],
];
const off = { ...testPolicy, routinePause: 'off' as const };
const routine = { ...one, kind: 'routine', reason: 'break' } as const;

function nine(change: Parameters<typeof hallDay>[0] = {}) {
  return hallDay(change).at('08:20').open('1', '1001').at('09:00');
}

describe('who takes the customers meanwhile', () => {
  const counters = [payments, all, enquiries, { ...payments, id: '4' }, { ...payments, id: '5' }];

  it('[pause-sign] who can help with any of it and is there, the shortest line first', () => {
    const hall = nine({ counters, policy: off });
    hall.open('2', '1002').open('3', '1003').open('4', '1004').open('5', '9001');
    hall.do('pause', { ...routine, counter: '5' }, clerk('9001'));
    hall.issue();
    hall.issue('enquiry');
    expect(outcome(hall, 'pause', { ...routine, minutes: 5 }, li)).toEqual({
      events: [
        {
          CounterPaused: {
            counter: '1',
            kind: 'routine',
            sign: { kind: 'paused', reason: 'break', untilMs: '09:05:00', redirectTo: ['4', '2'] },
          },
        },
      ],
      became: {
        counters: {
          '1': {
            state: 'paused',
            sinceMs: '09:00:00',
            sign: { kind: 'paused', reason: 'break', untilMs: '09:05:00', redirectTo: ['4', '2'] },
          },
        },
      },
    });
    expect(outcome(hall, 'pause', { ...routine, counter: '3' }, clerk('1003'))).toMatchObject({
      events: [{ CounterPaused: { sign: { untilMs: null, redirectTo: ['2'] } } }],
    });
    expect(outcome(hall, 'pause', { ...routine, counter: '2' }, clerk('1002'))).toMatchObject({
      events: [{ CounterPaused: { sign: { redirectTo: ['4'] } } }],
    });
  });

  it('[apologise-when-away] an absence puts back who was called, in front', () => {
    const hall = nine();
    hall.issue();
    hall.issue();
    hall.do('call', one, li);
    const away = { ...one, kind: 'absence', reason: 'family', minutes: 10 } as const;
    expect(outcome(hall.later(5), 'pause', away, li)).toEqual({
      events: [
        { TicketPutBack: { ticket: 'A001', counter: '1', place: 'front', why: 'absence' } },
        {
          CounterPaused: {
            counter: '1',
            kind: 'absence',
            sign: { kind: 'absent', reason: 'family', untilMs: '09:10:05', redirectTo: [] },
          },
        },
      ],
      became: {
        tickets: {
          A001: {
            state: 'waiting',
            front: true,
            counter: null,
            clerk: null,
            calls: 0,
            calledAtMs: null,
            lastCallAtMs: null,
            why: null,
          },
        },
        queues: { 'payment|ordinary': { ordinals: [0, 1] } },
        waitingCount: 2,
        waitingByService: { payment: 2 },
        counters: {
          '1': {
            state: 'absent',
            ticket: null,
            sinceMs: '09:00:05',
            sign: { kind: 'absent', reason: 'family', untilMs: '09:10:05', redirectTo: [] },
          },
        },
      },
    });
    expect(outcome(hall.later(5), 'resume', one, li)).toEqual({
      events: [{ CounterResumed: { counter: '1' } }],
      became: { counters: { '1': { state: 'idle', sinceMs: '09:00:10', sign: null } } },
    });
  });

  it('[not-possible-now] is not asked of a counter that is calling', () => {
    const hall = nine();
    hall.issue();
    hall.issue();
    hall.do('call', one, li);
    expect(outcome(hall, 'pause', routine, li)).toMatchObject({ rules: ['not-possible-now'] });
  });
});

describe('who waits for a counter', () => {
  const backup = { ...payments, backup: { services: ['enquiry'], afterMinutes: 5 } };
  const counters = [backup, all, enquiries];
  const verdict = (hall: ReturnType<typeof nine>, counter = '1', badge = '1001') => {
    const decision = hall.ask('pause', { ...routine, counter }, clerk(badge));
    return decision.kind === 'refused' ? [decision.rule, decision.by.count] : decision.kind;
  };
  const waits = (count: number) => ['no-pause-while-waiting', count];

  it('[no-pause-while-waiting] those of its own services and its name, not of others', () => {
    const hall = nine().open('2', '1002');
    hall.issue();
    hall.issue('enquiry');
    expect(verdict(hall)).toEqual(waits(1));
    const { id } = hall.issue();
    hall.do('move-ticket', { ticket: id, counter: '2', reason: 'asked for her' });
    expect(verdict(hall)).toEqual(waits(1));
    expect(verdict(hall, '2', '1002')).toEqual(waits(3));
  });

  it('[no-pause-while-waiting] those it is backup for where no counter of theirs is taken', () => {
    const hall = nine({ counters });
    hall.issue('enquiry');
    expect(verdict(hall)).toEqual(waits(1));
    hall.open('3', '1003');
    expect(verdict(hall)).toBe('accepted');
    hall.do('pause', { counter: '3', kind: 'absence', reason: 'ill' }, clerk('1003'));
    expect(verdict(hall)).toBe('accepted');
    expect(verdict(nine({ counters }))).toBe('accepted');
    const neither = nine();
    neither.issue('enquiry');
    expect(verdict(neither)).toBe('accepted');
  });

  it('[no-pause-while-waiting] covered: those whom no other can serve, by name or service', () => {
    const policy = { ...testPolicy, routinePause: 'covered' as const };
    const hall = nine({ policy }).open('2', '1002');
    const { id } = hall.issue();
    hall.issue();
    expect(verdict(hall)).toBe('accepted');
    hall.do('move-ticket', { ticket: id, counter: '1', reason: 'her case' });
    expect(verdict(hall)).toEqual(waits(1));
    expect(verdict(hall, '2', '1002')).toBe('accepted');
    hall.do('pause', { counter: '2', kind: 'routine', reason: 'x' }, clerk('1002'));
    expect(verdict(hall)).toEqual(waits(2));
  });

  it('[one-handover-at-a-time] a paused counter may queue, another’s place is not its own', () => {
    const hall = nine().open('2', '1002').open('3', '1003');
    hall.do('pause', { counter: '2', kind: 'routine', reason: 'x' }, clerk('1002'));
    hall.do('handover', { ...one, to: '1004' }, li);
    const asked = { counter: '2', to: '9001', queue: true };
    expect(hall.ask('handover', asked, clerk('1002')).kind).toBe('accepted');
    hall.do('handover', asked, clerk('1002'));
    expect(hall.ask('cancel-handover', { counter: '3' }, clerk('1003'))).toMatchObject({
      rules: ['not-possible-now'],
    });
  });
});
