import { describe, expect, it } from 'vitest';
import { shiftOf } from '#core/roster/roster.ts';
import { clerk, replay, supervisor } from '#test/support/hall-day.ts';
import { asked, hallOfTwo, limits, plan, rosterHall, swapped } from './roster-hall.ts';

const ask = { with: '1002', day: '2026-03-03', returnDay: '2026-03-06', note: 'school meeting' };

describe('swapping shifts', () => {
  it('[swap-limits] is asked for in writing, agreed to by the other, and approved', () => {
    const hall = hallOfTwo();
    const swap = asked(hall, '1001', '2026-03-03', '1002', '2026-03-06');
    expect(hall.state.roster.swaps).toEqual([
      {
        swap,
        asker: '1001',
        partner: '1002',
        day: '2026-03-03',
        returnDay: '2026-03-06',
        given: { kind: 'early', from: '08:30', to: '13:30', counter: '1', swap: null },
        taken: { kind: 'late', from: '13:30', to: '18:30', counter: '2', swap: null },
        note: 'a family matter',
        state: 'asked',
        askedAtMs: hall.atMs,
        decidedAtMs: null,
        reason: null,
        passed: false,
      },
    ]);
    hall.do('agree-swap', { swap }, clerk('1002'));
    expect(hall.state.roster.swaps[0]?.state).toBe('agreed');
    expect(hall.do('agree-swap', { swap }, clerk('1002'))).toEqual([]);
    expect(shiftOf(hall.state.roster, '2026-03-03', '1001')?.kind).toBe('early');
    hall.do('approve-swap', { swap });
    expect(hall.do('approve-swap', { swap })).toEqual([]);
    // The seat and the times go with the shift.
    expect(shiftOf(hall.state.roster, '2026-03-03', '1001')).toBeNull();
    expect(shiftOf(hall.state.roster, '2026-03-06', '1002')).toBeNull();
    expect(shiftOf(hall.state.roster, '2026-03-03', '1002')).toEqual({
      kind: 'early',
      from: '08:30',
      to: '13:30',
      counter: '1',
      swap,
    });
    expect(shiftOf(hall.state.roster, '2026-03-06', '1001')).toEqual({
      kind: 'late',
      from: '13:30',
      to: '18:30',
      counter: '2',
      swap,
    });
  });

  it('[swap-limits] both agree: nobody agrees or refuses for the other', () => {
    const hall = hallOfTwo();
    const swap = asked(hall, '1001', '2026-03-03', '1002', '2026-03-06');
    const notAgreed = limits({ badge: '1002', day: '2026-03-03', state: 'swap-agree' }, false);
    expect(hall.refused('agree-swap', { swap }, clerk('1001'))).toEqual(notAgreed);
    expect(hall.refused('agree-swap', { swap }, supervisor)).toEqual(notAgreed);
    expect(hall.refused('refuse-swap', { swap }, clerk('1003'))).toEqual(notAgreed);
    // Nor can a manager approve what the other has not agreed to, whatever the reason.
    const pass = { by: '9001', reason: 'in a hurry' };
    expect(hall.refused('approve-swap', { swap }, supervisor, pass)).toEqual(notAgreed);
  });

  it('[swap-limits] the other may refuse, the asker take it back, the manager turn it down', () => {
    const hall = hallOfTwo();
    const refused = asked(hall, '1001', '2026-03-03', '1002', '2026-03-06');
    hall.do('refuse-swap', { swap: refused, reason: 'exam' }, clerk('1002'));
    const back = asked(hall, '1001', '2026-03-03', '1002', '2026-03-06');
    expect(hall.refused('withdraw-swap', { swap: back }, clerk('1002')).by).toEqual({
      badge: '1001',
      state: 'not-yours',
    });
    hall.do('withdraw-swap', { swap: back }, clerk('1001'));
    expect(hall.do('withdraw-swap', { swap: back }, clerk('1001'))).toEqual([]);
    const down = asked(hall, '1001', '2026-03-03', '1002', '2026-03-06');
    hall.do('agree-swap', { swap: down }, clerk('1002'));
    hall.do('reject-swap', { swap: down, reason: 'both are needed' });
    expect(hall.state.roster.swaps.map(({ state, reason }) => [state, reason])).toEqual([
      ['refused', 'exam'],
      ['withdrawn', null],
      ['rejected', 'both are needed'],
    ]);
    for (const [swap, state] of [
      [refused, 'swap-refused'],
      [back, 'swap-withdrawn'],
      [down, 'swap-rejected'],
    ] as const) {
      const by = { day: '2026-03-03', state };
      expect(hall.refused('agree-swap', { swap }, clerk('1002')).by).toEqual(by);
      expect(hall.refused('approve-swap', { swap }).by).toEqual(by);
      expect(hall.refused('reject-swap', { swap, reason: 'x' }).by).toEqual(by);
    }
    expect(shiftOf(hall.state.roster, '2026-03-03', '1001')?.kind).toBe('early');
  });

  it('[swap-limits] a supervisor approves, and not a swap of their own', () => {
    const hall = rosterHall([
      ['2026-03-03', '9001', 'early'],
      ['2026-03-05', '1002', 'late'],
    ]);
    const args = { with: '1002', day: '2026-03-03', returnDay: '2026-03-05', note: 'visit' };
    hall.do('ask-swap', args, supervisor);
    const swap = hall.state.roster.swaps[0]?.swap ?? '';
    hall.do('agree-swap', { swap }, clerk('1002'));
    expect(hall.refused('approve-swap', { swap }, supervisor)).toEqual(
      limits({ badge: '9001', state: 'swap-own' }, false),
    );
    hall.do('approve-swap', { swap }, { kind: 'staff', badge: '9002', role: 'supervisor' });
    expect(shiftOf(hall.state.roster, '2026-03-05', '9001')?.kind).toBe('late');
  });

  it('is refused once a shift has begun or is another than was asked for', () => {
    const hall = hallOfTwo();
    const swap = asked(hall, '1001', '2026-03-03', '1002', '2026-03-06');
    hall.at('08:29', '2026-03-03');
    expect(hall.ask('agree-swap', { swap }, clerk('1002')).kind).toBe('accepted');
    hall.at('08:30', '2026-03-03');
    expect(hall.refused('agree-swap', { swap }, clerk('1002')).by).toEqual({
      badge: '1001',
      day: '2026-03-03',
      state: 'shift-begun',
    });
    expect(hall.refused('ask-swap', { ...ask, day: '2026-03-04' }, clerk('1001')).by).toEqual({
      badge: '1001',
      day: '2026-03-04',
      state: 'no-shift',
    });
    expect(
      hall.refused(
        'ask-swap',
        { ...ask, day: '2026-03-05', returnDay: '2026-03-05' },
        clerk('1001'),
      ).by,
    ).toEqual({ badge: '1002', day: '2026-03-05', state: 'no-shift' });
    expect(hall.ask('ask-swap', { ...ask, with: '7777' }, clerk('1001'))).toMatchObject({
      kind: 'unknown',
      what: 'staff',
    });
    expect(hall.ask('agree-swap', { swap: 'none' }, clerk('1001'))).toEqual({
      kind: 'unknown',
      what: 'swap',
      id: 'none',
    });
  });

  it('lapses when its shift is planned anew, goes on leave or to somebody else', () => {
    const hall = hallOfTwo();
    const one = asked(hall, '1001', '2026-03-03', '1002', '2026-03-06');
    const two = asked(hall, '1001', '2026-03-05', '1002', '2026-03-08');
    hall.do('plan-shifts', { changes: [plan('2026-03-06', '1002', 'full')] });
    const events = hall.do('publish-roster', { from: '2026-03-06', to: '2026-03-06' });
    expect(events.map(({ type, data }) => [type, data])).toContainEqual([
      'SwapEnded',
      { swap: one, as: 'lapsed', reason: null },
    ]);
    expect(hall.state.roster.swaps.map(({ state }) => state)).toEqual(['lapsed', 'asked']);
    hall.do('agree-swap', { swap: two }, clerk('1002'));
    const three = asked(hall, '1001', '2026-03-05', '1002', '2026-03-10');
    hall.do('approve-swap', { swap: two });
    expect(hall.state.roster.swaps.find(({ swap }) => swap === three)?.state).toBe('lapsed');
    expect(hall.refused('agree-swap', { swap: three }, clerk('1002')).by.state).toBe('swap-lapsed');
  });

  it('lapses over night when nobody decided; approving drops what was planned over it', () => {
    const hall = hallOfTwo();
    asked(hall, '1001', '2026-03-03', '1002', '2026-03-06');
    const later = asked(hall, '1001', '2026-03-05', '1002', '2026-03-08');
    hall.at('08:00', '2026-03-04');
    hall.tick();
    expect(hall.state.day).toBe('2026-03-04');
    expect(hall.state.roster.swaps.map(({ state }) => state)).toEqual(['lapsed', 'asked']);
    hall.do('agree-swap', { swap: later }, clerk('1002'));
    hall.do('plan-shifts', {
      changes: [plan('2026-03-05', '1002', 'full'), plan('2026-03-08', '1003', 'early')],
    });
    hall.do('approve-swap', { swap: later });
    expect(Object.keys(hall.state.roster.edits)).toEqual(['2026-03-08']);
    expect(Object.keys(hall.state.roster.edits['2026-03-08'] ?? {})).toEqual(['1003']);
  });

  it('waits for answers: five requests of one clerk at once are the most', () => {
    const hall = hallOfTwo();
    for (const day of ['04', '06', '08', '10', '12']) {
      asked(hall, '1001', '2026-03-03', '1002', `2026-03-${day}`);
    }
    const more = { ...ask, returnDay: '2026-03-14' };
    expect(hall.refused('ask-swap', more, clerk('1001')).by).toEqual({
      badge: '1001',
      count: 5,
      state: 'too-many-open',
    });
  });

  it('comes out of the journal as it went in', () => {
    const hall = hallOfTwo();
    swapped(hall, '1001', '2026-03-03', '1002', '2026-03-06');
    hall.do('ask-leave', { from: '2026-03-09', to: '2026-03-10', note: 'x' }, clerk('1003'));
    hall.at('09:00', '2026-03-03');
    hall.tick();
    expect(replay(hall.history).roster).toEqual(hall.state.roster);
  });
});
