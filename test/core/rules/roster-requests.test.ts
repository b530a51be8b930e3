import { describe, expect, it } from 'vitest';
import { clerk, hallDay, kiosk } from '#test/support/hall-day.ts';
import { asked, hallOfTwo, limits, plan, swapped } from './roster-hall.ts';
import { refusedBy } from '#test/support/hall-told.ts';

const nothing = { kind: 'accepted', events: [] };
const refusal = (by: Record<string, unknown>) => ({
  kind: 'refused',
  ...refusedBy('not-possible-now', by),
});
const on = (date: number) => `2026-03-${String(date).padStart(2, '0')}`;
const away = (from: number, to = from) => ({ from: on(from), to: on(to), note: 'rest' });

describe('a request for a swap', () => {
  const ask = (partner: string, day: number, returnDay: number) => ({
    with: partner,
    day: on(day),
    returnDay: on(returnDay),
    note: 'x',
  });

  it('is not to oneself, and is a member of staff’s', () => {
    const hall = hallOfTwo();
    expect(hall.ask('ask-swap', ask('1001', 3, 5), clerk('1001'))).toEqual(
      refusal({ badge: '1001', day: on(3), state: 'no-shift' }),
    );
    expect(() => hall.ask('ask-swap', ask('1002', 3, 6), kiosk)).toThrow(
      new Error('a roster is the staff’s'),
    );
  });

  it('is unknown to every act on it where there is none', () => {
    const hall = hallOfTwo();
    asked(hall, '1001', on(3), '1002', on(6));
    const unknown = { kind: 'unknown', what: 'swap', id: 'none' };
    const swap = 'none';
    expect(hall.ask('agree-swap', { swap }, clerk('1002'))).toEqual(unknown);
    expect(hall.ask('refuse-swap', { swap }, clerk('1002'))).toEqual(unknown);
    expect(hall.ask('withdraw-swap', { swap }, clerk('1001'))).toEqual(unknown);
    expect(hall.ask('approve-swap', { swap })).toEqual(unknown);
    expect(hall.ask('reject-swap', { swap, reason: 'x' })).toEqual(unknown);
  });

  it('is answered as it was where it is agreed to, taken back or approved again', () => {
    const hall = hallOfTwo();
    const swap = asked(hall, '1001', on(3), '1002', on(6));
    hall.do('agree-swap', { swap }, clerk('1002'));
    expect(hall.ask('agree-swap', { swap }, clerk('1002'))).toEqual(nothing);
    hall.do('approve-swap', { swap });
    expect(hall.ask('approve-swap', { swap })).toEqual(nothing);
    const other = asked(hall, '1001', on(9), '1002', on(12));
    hall.do('withdraw-swap', { swap: other }, clerk('1001'));
    expect(hall.ask('withdraw-swap', { swap: other }, clerk('1001'))).toEqual(nothing);
  });

  it('counts among the five only while it is open, and only for the asker', () => {
    const hall = hallOfTwo();
    const swaps = [4, 6, 8, 10, 12].map((day) => asked(hall, '1001', on(3), '1002', on(day)));
    const more = ask('1002', 3, 14);
    expect(hall.ask('ask-swap', more, clerk('1001'))).toEqual(
      refusal({ badge: '1001', count: 5, state: 'too-many-open' }),
    );
    expect(hall.ask('ask-swap', ask('1001', 14, 17), clerk('1002')).kind).toBe('accepted');
    hall.do('withdraw-swap', { swap: swaps[0]! }, clerk('1001'));
    expect(hall.ask('ask-swap', more, clerk('1001')).kind).toBe('accepted');
  });

  it('[swap-limits] no shift that the other had by a swap is asked for', () => {
    const hall = hallOfTwo();
    swapped(hall, '1001', on(3), '1002', on(12));
    hall.do('plan-shifts', { changes: [plan(on(25), '1003', 'early')] });
    hall.do('publish-roster', { from: on(25), to: on(25) });
    expect(hall.ask('ask-swap', ask('1002', 25, 3), clerk('1003'))).toEqual(
      limits({ badge: '1002', day: on(3), state: 'swap-consecutive' }, true),
    );
  });

  it('[swap-limits] three a month, whoever had asked, counted where either shift lies', () => {
    const hall = hallOfTwo();
    hall.do('plan-shifts', {
      changes: [
        plan(on(22), '1001', 'early'),
        plan(on(25), '1001', 'early'),
        plan('2026-04-02', '1002', 'late'),
        plan(on(28), '1002', 'late'),
        plan(on(30), '1003', 'late'),
        plan('2026-04-08', '1002', 'late'),
        plan('2026-04-10', '1003', 'late'),
      ],
    });
    hall.do('publish-roster', { from: on(1), to: '2026-04-30' });
    swapped(hall, '1001', on(3), '1002', on(6));
    swapped(hall, '1001', on(9), '1002', on(12));
    // Of March by the one shift, of April by the other.
    swapped(hall, '1001', on(22), '1002', '2026-04-02');
    const tooMany = limits({ badge: '1002', count: 3, state: 'swap-month' }, true);
    expect(hall.ask('ask-swap', ask('1002', 30, 28), clerk('1003'))).toEqual(tooMany);
    const april = { ...ask('1002', 1, 1), day: '2026-04-10', returnDay: '2026-04-08' };
    expect(hall.ask('ask-swap', april, clerk('1003')).kind).toBe('accepted');
  });
});

describe('a request for leave', () => {
  it('is unknown to every act on it where there is none', () => {
    const hall = hallDay();
    hall.do('ask-leave', away(4), clerk('1001'));
    const unknown = { kind: 'unknown', what: 'leave', id: 'none' };
    const leave = 'none';
    expect(hall.ask('approve-leave', { leave })).toEqual(unknown);
    expect(hall.ask('reject-leave', { leave, reason: 'x' })).toEqual(unknown);
    expect(hall.ask('withdraw-leave', { leave }, clerk('1001'))).toEqual(unknown);
  });

  it('says which days it cannot be for, and changes nothing', () => {
    const hall = hallDay();
    expect(hall.ask('ask-leave', away(5, 4), clerk('1001'))).toEqual(
      refusal({ day: on(5), state: 'leave-days' }),
    );
    const pass = { by: '9001', reason: 'x' };
    expect(hall.ask('ask-leave', away(1), clerk('1001'), pass)).toEqual(
      refusal({ day: on(1), state: 'leave-days' }),
    );
  });

  it('ends once: approved or taken back again it is as it was, turned down it stays so', () => {
    const hall = hallDay();
    const ask = (date: number): string => {
      hall.do('ask-leave', away(date), clerk('1001'));
      return hall.state.roster.leaves.at(-1)?.leave ?? '';
    };
    const approved = ask(4);
    hall.do('approve-leave', { leave: approved });
    expect(hall.ask('approve-leave', { leave: approved })).toEqual(nothing);
    expect(hall.ask('reject-leave', { leave: approved, reason: 'x' })).toEqual(
      refusal({ day: on(4), state: 'leave-approved' }),
    );
    const rejected = ask(5);
    hall.do('reject-leave', { leave: rejected, reason: 'needed' });
    const stays = refusal({ day: on(5), state: 'leave-rejected' });
    expect(hall.ask('approve-leave', { leave: rejected })).toEqual(stays);
    expect(hall.ask('withdraw-leave', { leave: rejected }, clerk('1001'))).toEqual(stays);
    const withdrawn = ask(6);
    expect(hall.do('withdraw-leave', { leave: withdrawn }, clerk('1001'))[0]?.data).toEqual({
      leave: withdrawn,
      as: 'withdrawn',
      reason: null,
    });
    expect(hall.ask('withdraw-leave', { leave: withdrawn }, clerk('1001'))).toEqual(nothing);
    expect(hall.ask('approve-leave', { leave: withdrawn })).toEqual(
      refusal({ day: on(6), state: 'leave-withdrawn' }),
    );
  });

  it('counts among the five only while nobody has answered', () => {
    const hall = hallDay();
    for (const date of [3, 4, 5, 6, 7]) hall.do('ask-leave', away(date), clerk('1001'));
    expect(hall.ask('ask-leave', away(9), clerk('1001'))).toEqual(
      refusal({ badge: '1001', count: 5, state: 'too-many-open' }),
    );
    hall.do('reject-leave', { leave: hall.state.roster.leaves[0]!.leave, reason: 'x' });
    expect(hall.ask('ask-leave', away(9), clerk('1001')).kind).toBe('accepted');
  });

  it('[swap-limits] looks at the days on which a swap under way would have the clerk work', () => {
    const hall = hallOfTwo();
    const swap = asked(hall, '1001', on(3), '1002', on(6));
    const of = (badge: string, from: number, to = from) =>
      hall.ask('ask-leave', away(from, to), clerk(badge));
    const takeBack = { command: 'withdraw-swap', args: { swap }, label: 'withdraw-swap' };
    const pass = { command: 'override', label: 'supervisor-pass' };
    const asker = limits({ badge: '1001', day: on(6), state: 'leave-swapped' }, true);
    for (const [from, to] of [
      [6, 6],
      [5, 6],
      [6, 7],
    ] as const) {
      expect(of('1001', from, to)).toEqual({ ...asker, waysOut: [takeBack, pass] });
    }
    for (const [from, to] of [
      [2, 5],
      [7, 9],
    ] as const) {
      expect(of('1001', from, to).kind).toBe('accepted');
    }
    // The other has agreed to nothing yet; and others are free of it.
    expect(of('1002', 3).kind).toBe('accepted');
    hall.do('agree-swap', { swap }, clerk('1002'));
    const partner = limits({ badge: '1002', day: on(3), state: 'leave-swapped' }, true);
    for (const [from, to] of [
      [3, 3],
      [2, 3],
      [3, 4],
    ] as const) {
      expect(of('1002', from, to)).toEqual(partner);
    }
    expect(of('1002', 2).kind).toBe('accepted');
    expect(of('1002', 4, 6).kind).toBe('accepted');
    expect(of('1003', 3, 6).kind).toBe('accepted');
  });

  it('takes the swaps of its shifts with it when it is approved', () => {
    const hall = hallOfTwo();
    const lapses = asked(hall, '1001', on(3), '1002', on(6));
    asked(hall, '1001', on(5), '1002', on(8));
    hall.do('ask-leave', away(2, 4), clerk('1001'));
    const { leave } = hall.state.roster.leaves[0]!;
    const events = hall.do('approve-leave', { leave });
    expect(events.map(({ type, data }) => [type, data])).toEqual([
      ['LeaveApproved', { leave }],
      ['SwapEnded', { swap: lapses, as: 'lapsed', reason: null }],
    ]);
  });
});
