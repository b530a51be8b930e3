import { describe, expect, it } from 'vitest';
import { clerk, hallDay, supervisor } from '#test/support/hall-day.ts';
import { testPolicy } from '#test/support/hall-config.ts';

const breakOf = { counter: '1', kind: 'routine', reason: 'break' } as const;
const away = { counter: '1', kind: 'absence', reason: 'family', minutes: 10 } as const;

function morning(policy: Partial<typeof testPolicy> = {}) {
  return hallDay({ policy: { ...testPolicy, ...policy } })
    .at('08:20')
    .open('1', '1001')
    .at('09:00');
}

describe('a routine pause', () => {
  it('[no-pause-while-waiting] is refused while a ticket waits that this counter can serve', () => {
    const hall = morning().open('2', '1002');
    hall.issue('payment');
    hall.issue('payment');
    const refusal = hall.refused('pause', breakOf, clerk('1001'));
    expect(refusal.rule).toBe('no-pause-while-waiting');
    expect(refusal.by).toMatchObject({ counter: '1', count: 2 });
    expect(refusal.waysOut.map((way) => way.label)).toEqual([
      'call-next',
      'absence',
      'supervisor-pass',
    ]);
  });

  it('[no-pause-while-waiting] who pauses already resumes first: nobody is called from a pause', () => {
    const hall = morning();
    hall.do('pause', breakOf, clerk('1001'));
    hall.issue('payment');
    for (const refusal of [
      hall.refused('close', { counter: '1' }, clerk('1001')),
      hall.refused('handover', { counter: '1', to: '1003' }, clerk('1001')),
    ]) {
      expect(refusal.rules).toEqual(['no-pause-while-waiting']);
      expect(refusal.waysOut.map(({ label }) => label)).toEqual([
        'resume-first',
        'supervisor-pass',
      ]);
    }
    hall.do('resume', { counter: '1' }, clerk('1001'));
    expect(hall.ask('call', { counter: '1' }, clerk('1001')).kind).toBe('accepted');
  });

  it('[no-pause-while-waiting] passes while only tickets wait that others serve', () => {
    const hall = morning();
    hall.issue('enquiry');
    hall.do('pause', breakOf, clerk('1001'));
    expect(hall.state.counters['1']?.state).toBe('paused');
  });

  it('[no-pause-while-waiting] covered: passes while another open counter can serve', () => {
    const hall = morning({ routinePause: 'covered' });
    hall.issue('payment');
    expect(hall.refused('pause', breakOf, clerk('1001')).rule).toBe('no-pause-while-waiting');
    hall.open('2', '1002');
    hall.do('pause', breakOf, clerk('1001'));
    expect(hall.state.counters['1']?.state).toBe('paused');
  });

  it('[no-pause-while-waiting] off: always passes', () => {
    const hall = morning({ routinePause: 'off' });
    hall.issue('payment');
    hall.do('pause', breakOf, clerk('1001'));
    expect(hall.state.counters['1']?.state).toBe('paused');
  });

  it('[no-pause-while-waiting] passes with a supervisor override that the journal keeps', () => {
    const hall = morning();
    hall.issue('payment');
    const override = { by: '9001', reason: 'power cut at the counter' };
    const [event] = hall.do('pause', breakOf, clerk('1001'), override);
    expect(event?.override).toEqual({ ...override, rules: ['no-pause-while-waiting'] });
  });

  it('[no-pause-while-waiting] counts tickets kept for this counter', () => {
    const hall = morning().open('2', '1002').open('3', '1003');
    const ticket = hall.issue('enquiry');
    hall.do('call', { counter: '3' }, clerk('1003'));
    hall.do(
      'transfer',
      { counter: '3', to: { counter: '2' }, reason: 'asked for her' },
      clerk('1003'),
    );
    expect(hall.ticket(ticket.id).reservedFor).toBe('2');
    const refusal = hall.refused('pause', { ...breakOf, counter: '2' }, clerk('1002'));
    expect(refusal.rule).toBe('no-pause-while-waiting');
  });

  it('[pause-sign] sets the sign and leads to other counters in the same event', () => {
    const hall = morning().open('2', '1002').open('3', '1003');
    hall.do('pause', { ...breakOf, minutes: 5 }, clerk('1001'));
    expect(hall.state.counters['1']?.sign).toEqual({
      kind: 'paused',
      reason: 'break',
      untilMs: hall.atMs + 300_000,
      redirectTo: ['2'],
    });
    hall.do('resume', { counter: '1' }, clerk('1001'));
    expect(hall.state.counters['1']).toMatchObject({ state: 'idle', sign: null });
  });

  it('[not-possible-now] is not taken in the middle of a service', () => {
    const hall = morning();
    hall.issue('payment');
    hall.do('call', { counter: '1' }, clerk('1001'));
    const refusal = hall.refused('pause', breakOf, clerk('1001'));
    expect(refusal.rule).toBe('not-possible-now');
    expect(refusal.by).toMatchObject({ state: 'calling' });
  });
});

describe('an absence for a special reason', () => {
  it('[apologise-when-away] is always possible, with reason and expected return', () => {
    const hall = morning();
    hall.issue('payment');
    hall.do('pause', away, clerk('1001'));
    expect(hall.state.counters['1']).toMatchObject({
      state: 'absent',
      sign: { kind: 'absent', reason: 'family', untilMs: hall.atMs + 600_000 },
    });
  });

  it('[apologise-when-away] puts a called ticket back to the front with its queue time', () => {
    const hall = morning().open('2', '1002');
    const first = hall.issue('payment');
    const second = hall.issue('payment');
    hall.later(60).do('call', { counter: '1' }, clerk('1001'));
    hall.later(5).do('pause', away, clerk('1001'));
    expect(hall.ticket(first.id)).toMatchObject({
      state: 'waiting',
      queuedAtMs: first.queuedAtMs,
      front: true,
      waitMs: 60_000,
    });
    hall.do('call', { counter: '2' }, clerk('1002'));
    expect(hall.ticket(first.id)).toMatchObject({ state: 'called', counter: '2', waitMs: 60_000 });
    expect(hall.ticket(second.id).state).toBe('waiting');
  });

  it('frees tickets that were kept for the counter', () => {
    const hall = morning().open('2', '1002');
    const ticket = hall.issue('payment');
    hall.do('call', { counter: '2' }, clerk('1002'));
    hall.do('transfer', { counter: '2', to: { counter: '1' }, reason: 'x' }, clerk('1002'));
    hall.do('pause', away, clerk('1001'));
    expect(hall.ticket(ticket.id).reservedFor).toBeNull();
  });

  it('[not-your-counter] is the business of the clerk who holds the counter', () => {
    const refusal = morning().refused('pause', away, clerk('1002'));
    expect(refusal).toMatchObject({ rule: 'not-your-counter', overridable: false });
    expect(refusal.by).toEqual({ counter: '1', badge: '1001' });
    expect(morning().refused('pause', away, supervisor).rule).toBe('not-your-counter');
  });

  it('[not-your-counter] a supervisor steps in with an override that the journal keeps', () => {
    const hall = morning();
    hall.issue('payment');
    const refusal = hall.refused('pause', breakOf, supervisor);
    expect(refusal.rules).toEqual(['not-your-counter', 'no-pause-while-waiting']);
    expect(refusal.overridable).toBe(true);
    const override = { by: '9001', reason: 'power cut at the counter' };
    const [event] = hall.do('pause', breakOf, supervisor, override);
    expect(event?.override?.rules).toEqual(['no-pause-while-waiting', 'not-your-counter']);
    expect(hall.state.counters['1']).toMatchObject({ state: 'paused', clerk: '1001' });
    // A colleague stays a colleague, whoever vouches.
    const colleague = clerk('1002');
    expect(hall.refused('resume', { counter: '1' }, colleague, override).rule).toBe(
      'not-your-counter',
    );
  });
});
