import { describe, expect, it } from 'vitest';
import { clerk, hallDay, supervisor } from '#test/support/hall-day.ts';
import { testPolicy } from '#test/support/hall-config.ts';

const record = {
  equipment: 'printer low on paper',
  hardCases: 'A004 wants a refund',
  staffChanges: 'none',
  followUps: [{ text: 'call back about the bill', ticket: null, owner: '1001' }],
  note: null,
};

/** Counters 1 and 2 are open under 1001 and 1002; 1003 and 1004 are free to relieve. */
function noon() {
  return hallDay().at('08:20').open('1', '1001').open('2', '1002').at('12:00');
}

describe('asking for a handover', () => {
  it('[sign-before-handover] sets the sign and the redirection in the event that starts it', () => {
    const hall = noon();
    const [event] = hall.do('handover', { counter: '1', to: '1003' }, clerk('1001'));
    expect(event).toMatchObject({
      type: 'HandoverStarted',
      data: { from: '1001', to: '1003', sign: { kind: 'handover', redirectTo: ['2'] } },
    });
    expect(hall.state.counters['1']).toMatchObject({
      state: 'handover',
      sign: { kind: 'handover' },
    });
  });

  it('[finish-before-handover] is refused while a ticket is called or in service', () => {
    const hall = noon();
    const ticket = hall.issue('payment');
    hall.do('call', { counter: '1' }, clerk('1001'));
    for (const state of ['called', 'serving']) {
      const refusal = hall.refused('handover', { counter: '1', to: '1003' }, clerk('1001'));
      expect(refusal.rule).toBe('finish-before-handover');
      expect(refusal.by).toMatchObject({ number: ticket.number, state });
      if (state === 'called') hall.do('start', { counter: '1' }, clerk('1001'));
    }
  });

  it('[one-handover-at-a-time] the second counter is refused and told who is before it', () => {
    const hall = noon();
    hall.do('handover', { counter: '1', to: '1003' }, clerk('1001'));
    const refusal = hall.refused('handover', { counter: '2', to: '1004' }, clerk('1002'));
    expect(refusal.rule).toBe('one-handover-at-a-time');
    expect(refusal.by).toMatchObject({ counter: '1', badge: '1001' });
    expect(refusal.waysOut).toContainEqual({
      command: 'handover',
      args: { counter: '2', queue: true },
      label: 'queue-handover',
    });
    expect(refusal.overridable).toBe(false);
  });

  it('[one-handover-at-a-time] the second may queue and begins by itself at its turn', () => {
    const hall = noon();
    hall.do('handover', { counter: '1', to: '1003' }, clerk('1001'));
    hall.do('handover', { counter: '2', to: '1004', queue: true }, clerk('1002'));
    expect(hall.state.counters['2']?.state).toBe('idle');
    const events = hall.do('complete-handover', { counter: '1', record }, clerk('1003'));
    expect(events.map((event) => event.type)).toEqual([
      'HandoverRelieved',
      'HandoverCompleted',
      'HandoverStarted',
    ]);
    expect(events.at(-1)?.actor).toEqual({ kind: 'clock' });
    expect(hall.state.counters['2']).toMatchObject({ state: 'handover', handover: { to: '1004' } });
  });

  it('[one-handover-at-a-time] a queued one waits until its customer is served', () => {
    const hall = noon();
    hall.do('handover', { counter: '1', to: '1003' }, clerk('1001'));
    hall.issue('payment');
    hall.do('call', { counter: '2' }, clerk('1002'));
    hall.do('start', { counter: '2' }, clerk('1002'));
    hall.do('handover', { counter: '2', to: '1004', queue: true }, clerk('1002'));
    hall.do('complete-handover', { counter: '1', record }, clerk('1003'));
    expect(hall.state.counters['2']?.state).toBe('serving');
    hall.do('finish', { counter: '2' }, clerk('1002'));
    expect(hall.state.counters['2']?.state).toBe('handover');
  });

  it('[no-pause-while-waiting] covered: refused while only this counter could serve', () => {
    const hall = noon();
    hall.do('close', { counter: '2' }, clerk('1002'));
    hall.issue('payment');
    const refusal = hall.refused('handover', { counter: '1', to: '1003' }, clerk('1001'));
    expect(refusal).toMatchObject({ rule: 'no-pause-while-waiting', by: { count: 1 } });
    hall.open('2', '1002');
    hall.do('handover', { counter: '1', to: '1003' }, clerk('1001'));
  });

  it('[no-pause-while-waiting] names the first failing guard and lists all', () => {
    const hall = hallDay({ policy: { ...testPolicy, handover: 'strict' } })
      .at('08:20')
      .open('1', '1001')
      .open('2', '1002')
      .at('12:00');
    hall.do('handover', { counter: '2', to: '1004' }, clerk('1002'));
    hall.issue('payment');
    hall.issue('payment');
    hall.do('call', { counter: '1' }, clerk('1001'));
    const refusal = hall.refused('handover', { counter: '1', to: '1003' }, clerk('1001'));
    expect(refusal.rule).toBe('finish-before-handover');
    expect(refusal.rules).toEqual([
      'finish-before-handover',
      'one-handover-at-a-time',
      'no-pause-while-waiting',
    ]);
  });

  it('names an incoming clerk whom the hall does not have', () => {
    expect(noon().ask('handover', { counter: '1', to: '7777' }, clerk('1001'))).toEqual({
      kind: 'unknown',
      what: 'staff',
      id: '7777',
    });
  });
});

describe('relief and completion', () => {
  it('[stay-until-relieved] the outgoing clerk cannot sign off or sit elsewhere before', () => {
    const hall = noon();
    hall.do('handover', { counter: '1', to: '1003' }, clerk('1001'));
    expect(hall.refused('close', { counter: '1' }, clerk('1001')).rule).toBe('stay-until-relieved');
    expect(hall.refused('open', { counter: '3' }, clerk('1001')).rule).toBe('stay-until-relieved');
    hall.do('relieve-handover', { counter: '1' }, clerk('1003'));
    hall.do('open', { counter: '3' }, clerk('1001'));
    expect(hall.state.counters['3']?.clerk).toBe('1001');
  });

  it('[stay-until-relieved] only the clerk it goes to relieves, and not from another seat', () => {
    const hall = noon();
    hall.do('handover', { counter: '1', to: '1003' }, clerk('1001'));
    expect(hall.refused('relieve-handover', { counter: '1' }, clerk('1004')).rule).toBe(
      'stay-until-relieved',
    );
    hall.open('3', '1003');
    expect(hall.refused('relieve-handover', { counter: '1' }, clerk('1003')).rule).toBe(
      'one-counter-one-clerk',
    );
  });

  it('[handover-record] completes only with a record, which both have signed', () => {
    const hall = noon();
    hall.do('handover', { counter: '1', to: '1003' }, clerk('1001'));
    const refusal = hall.refused('complete-handover', { counter: '1' }, clerk('1003'));
    expect(refusal.rule).toBe('handover-record');
    const events = hall.do('complete-handover', { counter: '1', record }, clerk('1003'));
    expect(events.at(-1)).toMatchObject({
      type: 'HandoverCompleted',
      actor: { badge: '1003' },
      data: { from: '1001', to: '1003', record },
    });
    expect(hall.state.counters['1']).toMatchObject({
      state: 'idle',
      clerk: '1003',
      sign: null,
      handover: null,
    });
  });

  it('[handover-record] takes the draft of the outgoing clerk; follow-ups pass on', () => {
    const hall = noon();
    hall.do('handover', { counter: '1', to: '1003', record }, clerk('1001'));
    hall.do('complete-handover', { counter: '1' }, clerk('1003'));
    expect(hall.state.followUps).toMatchObject([
      { text: 'call back about the bill', ticket: null, owner: '1003' },
    ]);
  });

  it('is cancelled by the outgoing clerk or a supervisor, and by nobody else', () => {
    const hall = noon();
    hall.do('handover', { counter: '1', to: '1003' }, clerk('1001'));
    expect(hall.refused('cancel-handover', { counter: '1' }, clerk('1002')).rule).toBe(
      'not-your-counter',
    );
    hall.do('cancel-handover', { counter: '1' }, supervisor);
    expect(hall.state.counters['1']).toMatchObject({ state: 'idle', clerk: '1001', sign: null });
  });

  it('gives up its place in the queue when the counter is released', () => {
    const hall = noon();
    hall.do('handover', { counter: '1', to: '1003' }, clerk('1001'));
    hall.do('handover', { counter: '2', to: '1004', queue: true }, clerk('1002'));
    hall.do('release-counter', { counter: '2' });
    expect(hall.state.handoverQueue).toEqual([]);
  });
});
