import { describe, expect, it } from 'vitest';
import { clerk } from '#test/support/hall-day.ts';
import { testConfig } from '#test/support/hall-config.ts';
import { asked, hallOfTwo, limits, plan, rosterHall, swapped } from './roster-hall.ts';

const ask = { with: '1002', day: '2026-03-03', returnDay: '2026-03-06', note: 'school meeting' };

describe('the limits of swapping', () => {
  it('[swap-limits] at most three a person a month; the next month counts anew', () => {
    const hall = hallOfTwo();
    swapped(hall, '1001', '2026-03-03', '1002', '2026-03-06');
    swapped(hall, '1001', '2026-03-09', '1002', '2026-03-12');
    swapped(hall, '1001', '2026-03-15', '1002', '2026-03-18');
    hall.do('plan-shifts', {
      changes: [
        plan('2026-03-25', '1001', 'early'),
        plan('2026-03-27', '1003', 'early'),
        plan('2026-03-31', '1001', 'early'),
        plan('2026-04-03', '1003', 'early'),
        plan('2026-04-06', '1001', 'early'),
        plan('2026-04-09', '1003', 'early'),
      ],
    });
    hall.do('publish-roster', { from: '2026-03-01', to: '2026-04-30' });
    const fourth = { with: '1003', day: '2026-03-25', returnDay: '2026-03-27', note: 'once more' };
    const tooMany = limits({ badge: '1001', count: 3, state: 'swap-month' }, true);
    expect(hall.refused('ask-swap', fourth, clerk('1001'))).toEqual(tooMany);
    // The one who is asked has a limit too, and a swap over the month's end counts in both.
    const other = { with: '1001', day: '2026-03-27', returnDay: '2026-03-25', note: 'please' };
    expect(hall.refused('ask-swap', other, clerk('1003'))).toEqual(tooMany);
    const over = { with: '1003', day: '2026-03-31', returnDay: '2026-04-03', note: 'over' };
    expect(hall.refused('ask-swap', over, clerk('1001'))).toEqual(tooMany);
    const april = { with: '1003', day: '2026-04-06', returnDay: '2026-04-09', note: 'april' };
    hall.do('ask-swap', april, clerk('1001'));
    // A supervisor may let it pass with a reason, once for all its steps.
    const pass = { by: '9001', reason: 'illness at home' };
    hall.do('ask-swap', fourth, clerk('1001'), pass);
    const swap = hall.state.roster.swaps.at(-1)?.swap ?? '';
    hall.do('agree-swap', { swap }, clerk('1003'));
    expect(hall.do('approve-swap', { swap })[0]?.type).toBe('SwapApproved');
  });

  it('[swap-limits] only approved swaps count, at the moment of approving', () => {
    const hall = hallOfTwo();
    const days = [
      ['2026-03-03', '2026-03-06'],
      ['2026-03-09', '2026-03-12'],
      ['2026-03-15', '2026-03-18'],
      ['2026-03-11', '2026-03-20'],
    ] as const;
    const swaps = days.map(([day, back]) => asked(hall, '1001', day, '1002', back));
    for (const swap of swaps) hall.do('agree-swap', { swap }, clerk('1002'));
    for (const swap of swaps.slice(0, 3)) hall.do('approve-swap', { swap });
    expect(hall.refused('approve-swap', { swap: swaps[3] ?? '' }).by).toEqual({
      badge: '1001',
      count: 3,
      state: 'swap-month',
    });
  });

  it('[swap-limits] none consecutive: a shift of one’s own lies between two swapped ones', () => {
    const hall = hallOfTwo();
    swapped(hall, '1001', '2026-03-03', '1002', '2026-03-06');
    // 1001 now works 5, 6 (swapped), 7, 9: the 8th stands beside 7, which is 1001's own.
    const near = { with: '1002', day: '2026-03-07', returnDay: '2026-03-08', note: 'again' };
    expect(hall.refused('ask-swap', near, clerk('1001'))).toEqual(
      limits({ badge: '1001', day: '2026-03-06', state: 'swap-consecutive' }, true),
    );
    // 1002 works 3 (swapped), 4, 8; taking the 5th would follow 4, its own.
    const fine = { with: '1002', day: '2026-03-09', returnDay: '2026-03-08', note: 'again' };
    expect(hall.ask('ask-swap', fine, clerk('1001')).kind).toBe('accepted');
  });

  it('[swap-limits] none consecutive: looks two weeks to either side, and not at days off', () => {
    const hall = rosterHall([
      ['2026-03-03', '1001', 'early'],
      ['2026-03-05', '1002', 'early'],
      ['2026-03-19', '1003', 'early'],
      ['2026-03-20', '1003', 'early'],
      ['2026-03-25', '1001', 'early'],
      ['2026-03-26', '1001', 'early'],
    ]);
    swapped(hall, '1001', '2026-03-03', '1002', '2026-03-05');
    const take = (returnDay: string, day = '2026-03-25') =>
      hall.ask('ask-swap', { with: '1003', day, returnDay, note: 'x' }, clerk('1001'));
    expect(take('2026-03-19')).toMatchObject({
      by: { badge: '1001', day: '2026-03-05', state: 'swap-consecutive' },
    });
    expect(take('2026-03-20').kind).toBe('accepted');
    // The other way round: the later one was swapped first.
    const later = rosterHall([
      ['2026-03-10', '1001', 'early'],
      ['2026-03-12', '1003', 'early'],
      ['2026-03-24', '1002', 'early'],
      ['2026-03-30', '1001', 'early'],
    ]);
    swapped(later, '1001', '2026-03-30', '1002', '2026-03-24');
    expect(
      later.refused(
        'ask-swap',
        { with: '1003', day: '2026-03-10', returnDay: '2026-03-12', note: 'x' },
        clerk('1001'),
      ).by,
    ).toEqual({ badge: '1001', day: '2026-03-24', state: 'swap-consecutive' });
  });

  it('[swap-limits] none consecutive: what came by a swap is not passed on', () => {
    const hall = hallOfTwo();
    swapped(hall, '1001', '2026-03-03', '1002', '2026-03-12');
    const on = { with: '1002', day: '2026-03-12', returnDay: '2026-03-20', note: 'on' };
    expect(hall.refused('ask-swap', on, clerk('1001')).by).toEqual({
      badge: '1001',
      day: '2026-03-12',
      state: 'swap-consecutive',
    });
  });

  it('[swap-limits] no double shifts: who takes a shift has no other that day', () => {
    const hall = hallOfTwo();
    hall.do('plan-shifts', { changes: [plan('2026-03-06', '1001', 'early')] });
    hall.do('publish-roster', { from: '2026-03-06', to: '2026-03-06' });
    const asker = limits({ badge: '1001', day: '2026-03-06', state: 'swap-double' }, false);
    expect(hall.refused('ask-swap', ask, clerk('1001'))).toEqual(asker);
    hall.do('plan-shifts', { changes: [plan('2026-03-03', '1002', 'late')] });
    hall.do('publish-roster', { from: '2026-03-03', to: '2026-03-03' });
    const partner = limits({ badge: '1002', day: '2026-03-03', state: 'swap-double' }, false);
    const other = { ...ask, returnDay: '2026-03-08' };
    expect(hall.refused('ask-swap', other, clerk('1001'))).toEqual(partner);
    // An early and a late shift of the same day may change hands.
    const sameDay = { ...ask, returnDay: '2026-03-03' };
    expect(hall.ask('ask-swap', sameDay, clerk('1001')).kind).toBe('accepted');
  });

  it('[swap-limits] no double shifts over midnight', () => {
    const whole = { from: '00:00', to: '24:00' };
    const weekly = Object.fromEntries(
      ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, whole]),
    ) as typeof testConfig.hours.weekly;
    const hall = rosterHall(
      [
        ['2026-03-05', '1001', 'late'],
        ['2026-03-09', '1001', 'late'],
        ['2026-03-06', '1002', 'early'],
        ['2026-03-12', '1002', 'early'],
      ],
      { hours: { ...testConfig.hours, weekly } },
    );
    const of = (day: string, partner: string, returnDay: string) =>
      hall.ask('ask-swap', { with: partner, day, returnDay, note: 'x' }, clerk('1001'));
    // 1001's late of the 5th ends as 1002's early of the 6th begins.
    expect(of('2026-03-09', '1002', '2026-03-06')).toMatchObject({
      by: { badge: '1001', day: '2026-03-05', state: 'swap-double' },
    });
    expect(of('2026-03-05', '1002', '2026-03-06').kind).toBe('accepted');
    expect(of('2026-03-05', '1002', '2026-03-12')).toMatchObject({
      by: { badge: '1002', day: '2026-03-06', state: 'swap-double' },
    });
    expect(of('2026-03-09', '1002', '2026-03-12').kind).toBe('accepted');
  });

  it('[swap-limits] none on holidays: of the state, and of the hall’s own calendar', () => {
    const hall = hallOfTwo();
    const holiday = (day: string) => limits({ day, state: 'swap-holiday' }, true);
    for (const day of ['2026-03-03', '2026-03-06']) {
      expect(hall.refused('ask-swap', { ...ask, holidays: [day] }, clerk('1001'))).toEqual(
        holiday(day),
      );
    }
    hall.do('ask-swap', { ...ask, holidays: ['2026-03-04'] }, clerk('1001'));
    const swap = hall.state.roster.swaps[0]?.swap ?? '';
    const holidays = ['2026-03-06'];
    expect(hall.refused('agree-swap', { swap, holidays }, clerk('1002')).by.state).toBe(
      'swap-holiday',
    );
    hall.do('agree-swap', { swap }, clerk('1002'));
    expect(hall.refused('approve-swap', { swap, holidays })).toEqual(holiday('2026-03-06'));

    const daily = { from: '09:00', to: '16:00' };
    const exceptions = [
      { date: '2026-03-03', hours: daily, reason: 'national-day' },
      { date: '2026-03-04', hours: null, reason: 'moving' },
      { date: '2026-03-05', hours: daily, reason: 'late opening' },
      { date: '2026-03-09', hours: daily, reason: 'spring-festival' },
    ];
    const own = hallOfTwo({ hours: { ...testConfig.hours, exceptions } });
    const on = (day: string, returnDay: string) =>
      own.ask('ask-swap', { ...ask, day, returnDay }, clerk('1001'));
    expect(on('2026-03-03', '2026-03-06')).toEqual(holiday('2026-03-03'));
    expect(on('2026-03-09', '2026-03-06')).toEqual(holiday('2026-03-09'));
    expect(on('2026-03-11', '2026-03-04')).toEqual(holiday('2026-03-04'));
    expect(on('2026-03-05', '2026-03-08').kind).toBe('accepted');
  });

  it('[swap-limits] no swap onto a day of leave, asked for or approved', () => {
    const hall = hallOfTwo();
    const leave = { from: '2026-03-05', to: '2026-03-06', note: 'rest' };
    hall.do('ask-leave', leave, clerk('1001'));
    expect(hall.refused('ask-swap', ask, clerk('1001'))).toEqual(
      limits({ badge: '1001', day: '2026-03-06', state: 'swap-leave' }, false),
    );
    hall.do('reject-leave', { leave: hall.state.roster.leaves[0]?.leave ?? '', reason: 'no' });
    hall.do('ask-leave', { ...leave, from: '2026-03-03', to: '2026-03-03' }, clerk('1002'));
    hall.do('approve-leave', { leave: hall.state.roster.leaves[1]?.leave ?? '' });
    expect(hall.refused('ask-swap', ask, clerk('1001'))).toEqual(
      limits({ badge: '1002', day: '2026-03-03', state: 'swap-leave' }, false),
    );
    expect(hall.ask('ask-swap', { ...ask, day: '2026-03-07' }, clerk('1001')).kind).toBe(
      'accepted',
    );
  });

  it('[swap-limits] no leave on a swapped or returned shift', () => {
    const hall = hallOfTwo();
    swapped(hall, '1001', '2026-03-03', '1002', '2026-03-06');
    const leave = (badge: string, day: string) =>
      hall.ask('ask-leave', { from: day, to: day, note: 'rest' }, clerk(badge));
    expect(leave('1001', '2026-03-06')).toEqual(
      limits({ badge: '1001', day: '2026-03-06', state: 'leave-swapped' }, true),
    );
    expect(leave('1002', '2026-03-03')).toEqual(
      limits({ badge: '1002', day: '2026-03-03', state: 'leave-swapped' }, true),
    );
    for (const day of ['2026-03-03', '2026-03-05'])
      expect(leave('1001', day).kind).toBe('accepted');
    // A manager may, with a reason: somebody has fallen ill.
    const args = { from: '2026-03-06', to: '2026-03-06', note: 'fever' };
    const pass = { by: '9001', reason: 'ill' };
    expect(hall.ask('ask-leave', args, clerk('1001'), pass).kind).toBe('accepted');
  });

  it('[swap-limits] nor on one that is about to be swapped: take the request back first', () => {
    const hall = hallOfTwo();
    const leave = (badge: string, day: string) =>
      hall.ask('ask-leave', { from: day, to: day, note: 'rest' }, clerk(badge));
    const swap = asked(hall, '1001', '2026-03-03', '1002', '2026-03-06');
    expect(leave('1001', '2026-03-06')).toEqual({
      ...limits({ badge: '1001', day: '2026-03-06', state: 'leave-swapped' }, true),
      waysOut: [
        { command: 'withdraw-swap', args: { swap }, label: 'withdraw-swap' },
        { command: 'override', label: 'supervisor-pass' },
      ],
    });
    // Who has not answered yet is free to go on leave.
    expect(leave('1002', '2026-03-03').kind).toBe('accepted');
    hall.do('agree-swap', { swap }, clerk('1002'));
    expect(leave('1002', '2026-03-03')).toEqual(
      limits({ badge: '1002', day: '2026-03-03', state: 'leave-swapped' }, true),
    );
  });
});
