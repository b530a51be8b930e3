import { describe, expect, it } from 'vitest';
import { carriedRoster, keptFrom, unpackRoster } from '#core/roster/carry.ts';
import { emptyRoster, type Leave, type Swap } from '#core/roster/roster.ts';

const shift = { kind: 'early', from: '08:30', to: '13:30', counter: null, swap: null };

function swap(change: Partial<Swap>): Swap {
  return {
    swap: 's',
    asker: '1001',
    partner: '1002',
    day: '2026-03-10',
    returnDay: '2026-03-12',
    given: shift,
    taken: shift,
    note: 'x',
    state: 'asked',
    askedAtMs: 0,
    decidedAtMs: null,
    reason: null,
    passed: false,
    ...change,
  };
}

function leave(change: Partial<Leave>): Leave {
  return {
    leave: 'l',
    badge: '1001',
    from: '2026-03-10',
    to: '2026-03-12',
    note: 'x',
    state: 'asked',
    askedAtMs: 0,
    decidedAtMs: null,
    reason: null,
    ...change,
  };
}

describe('a roster carried into the next day', () => {
  it('keeps this month, and two weeks at the least', () => {
    expect(keptFrom('2026-03-31')).toBe('2026-03-01');
    expect(keptFrom('2026-03-15')).toBe('2026-03-01');
    expect(keptFrom('2026-03-14')).toBe('2026-02-28');
    expect(keptFrom('2026-03-01')).toBe('2026-02-15');
  });

  it('is nothing where nothing was planned, so that older halls write what they wrote', () => {
    expect(carriedRoster(emptyRoster, '2026-03-02')).toBeNull();
    expect(unpackRoster(undefined)).toBe(emptyRoster);
    expect(carriedRoster({ ...emptyRoster, leastClerks: 2 }, '2026-03-02')).toMatchObject({
      leastClerks: 2,
      days: [],
    });
  });

  it('drops days before, and edits of days that are over', () => {
    const roster = {
      ...emptyRoster,
      published: { '2026-02-28': { '1001': shift }, '2026-03-01': { '1001': shift } },
      edits: { '2026-03-14': { '1001': null }, '2026-03-15': { '1001': null, '1002': shift } },
    };
    const carried = carriedRoster(roster, '2026-03-15');
    expect(carried?.days).toEqual([
      {
        day: '2026-03-01',
        shifts: [{ kind: 'early', from: '08:30', to: '13:30', who: [['1001']] }],
      },
    ]);
    expect(carried?.edits).toEqual([
      {
        day: '2026-03-15',
        shifts: [{ kind: 'early', from: '08:30', to: '13:30', who: [['1002']] }],
        off: ['1001'],
      },
    ]);
  });

  it('[swap-limits] keeps approved swaps of the month, and lets the undecided lapse', () => {
    const states = (day: string, ...swaps: readonly Swap[]) =>
      carriedRoster({ ...emptyRoster, leastClerks: 2, swaps }, day)?.swaps.map(
        (each) => each.state,
      );
    expect(states('2026-03-10', swap({}), swap({ state: 'agreed' }))).toEqual(['asked', 'agreed']);
    expect(states('2026-03-11', swap({}), swap({ state: 'agreed' }))).toEqual(['lapsed', 'lapsed']);
    const turned = swap({ day: '2026-03-12', returnDay: '2026-03-10' });
    expect(states('2026-03-11', turned)).toEqual(['lapsed']);
    const ended = swap({ state: 'refused' });
    const approved = swap({ state: 'approved' });
    expect(states('2026-03-26', ended, approved)).toEqual(['refused', 'approved']);
    expect(states('2026-03-27', ended, approved)).toEqual(['approved']);
    expect(states('2026-03-31', approved)).toEqual(['approved']);
    expect(states('2026-04-01', approved)).toEqual([]);
  });

  it('keeps leave that may still matter', () => {
    const left = (day: string, state: Leave['state']) =>
      carriedRoster({ ...emptyRoster, leastClerks: 2, leaves: [leave({ state })] }, day)?.leaves
        .length;
    expect(left('2026-03-12', 'asked')).toBe(1);
    expect(left('2026-03-13', 'asked')).toBe(0);
    expect(left('2026-03-31', 'approved')).toBe(1);
    expect(left('2026-04-01', 'approved')).toBe(0);
    expect(left('2026-03-24', 'rejected')).toBe(1);
    expect(left('2026-03-25', 'rejected')).toBe(0);
  });
});
