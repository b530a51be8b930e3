import { describe, expect, it } from 'vitest';
import {
  barOf,
  copied,
  isOpen,
  mondayOf,
  moved,
  overtaken,
  painted,
  settled,
  spanFrom,
  stepped,
  undone,
  withChanges,
} from '#counter/roster/roster-model.ts';
import type { RosterCell, RosterView, ShiftView } from '#protocol/roster-view.ts';

const kinds = [
  { id: 'early', name: { zh: '早班', en: 'Early' }, from: '08:30', to: '13:30' },
  { id: 'late', name: { zh: '晚班', en: 'Late' }, from: '13:30', to: '18:30' },
];

function shift(id: 'early' | 'late', counter: string | null = null): ShiftView {
  const kind = kinds.find((each) => each.id === id);
  if (kind === undefined) throw new Error('a kind');
  const { name, from, to } = kind;
  return { kind: id, name, from, to, counter, swapped: false };
}

function cell(planned: ShiftView | null, change: Partial<RosterCell> = {}): RosterCell {
  return { published: planned, planned, isEdited: false, leave: null, ...change };
}

/** A week of two clerks from Monday the 2nd on; it is Tuesday. */
function week(rows: readonly (readonly RosterCell[])[], today = '2026-03-03'): RosterView {
  const days = Array.from({ length: 7 }, (_, index) => {
    const day = moved('2026-03-02', index);
    const opens = { from: '08:30', to: '18:30' };
    return { day, opens, holiday: null, isPast: day < today, gaps: [], clashes: [] };
  });
  return {
    revision: 1,
    today,
    from: '2026-03-02',
    kinds,
    leastClerks: 1,
    counters: ['1', '2'],
    days,
    people: rows.map((cells, index) => ({
      badge: `100${String(index + 1)}`,
      name: 'x',
      cells: days.map((_, column) => cells[column] ?? cell(null)),
      hours: 0,
    })),
    changes: 0,
    swaps: [],
    leaves: [],
    onDuty: [],
    empty: [],
    plannedUntil: '2026-03-07',
  };
}

describe('the days of a roster', () => {
  it('are a week from Monday on, or a month', () => {
    expect(mondayOf('2026-03-02')).toBe('2026-03-02');
    expect(mondayOf('2026-03-08')).toBe('2026-03-02');
    expect(spanFrom('2026-03-04', 'week')).toEqual({ from: '2026-03-02', days: 7 });
    expect(spanFrom('2026-02-14', 'month')).toEqual({ from: '2026-02-01', days: 28 });
    expect(spanFrom('2028-02-14', 'month')).toEqual({ from: '2028-02-01', days: 29 });
    expect(stepped('2026-03-04', 'week', 1)).toBe('2026-03-09');
    expect(stepped('2026-03-04', 'week', -1)).toBe('2026-02-23');
    expect(stepped('2026-12-31', 'month', 1)).toBe('2027-01-01');
    expect(stepped('2026-03-31', 'month', -1)).toBe('2026-02-01');
  });
});

describe('painting a roster', () => {
  const early = { kind: 'early', counter: '1' };
  const off = { kind: null, counter: null };
  const earlyAtOne = { kind: 'early', from: '08:30', to: '13:30', counter: '1' };

  it('makes a change that tells what it was made on', () => {
    const view = week([[cell(null), cell(shift('late', '2'))]]);
    expect(painted(view, 0, 1, early)).toEqual({
      day: '2026-03-03',
      badge: '1001',
      kind: 'early',
      counter: '1',
      was: { kind: 'late', from: '13:30', to: '18:30', counter: '2' },
    });
    expect(painted(view, 0, 1, off)).toMatchObject({ kind: null, counter: null });
    expect(painted(view, 0, 2, early)).toMatchObject({ was: null });
  });

  it('changes nothing that is so already, is over, too far ahead, or a day of leave', () => {
    const view = week([
      [
        cell(null),
        cell(shift('early', '1')),
        cell(null, { leave: 'approved' }),
        cell(null, { leave: 'asked' }),
      ],
    ]);
    expect(painted(view, 0, 0, early)).toBeNull();
    expect(painted(view, 0, 1, early)).toBeNull();
    expect(painted(view, 0, 1, { kind: 'early', counter: null })).not.toBeNull();
    expect(painted(view, 0, 2, early)).toBeNull();
    expect(painted(view, 0, 3, early)).not.toBeNull();
    expect(painted(view, 0, 6, early)).toBeNull();
    expect(painted(view, 1, 1, early)).toBeNull();
    expect([0, 1, 5, 6].map((column) => isOpen(view, column))).toEqual([false, true, true, false]);
  });

  it('is drawn at once, and taken back by its opposite', () => {
    const view = week([[cell(null), cell(shift('late', '2'))]]);
    const change = painted(view, 0, 1, early);
    const changes = change === null ? [] : [change];
    const drawn = withChanges(view, changes);
    expect(drawn.people[0]?.cells[1]).toEqual({
      published: shift('late', '2'),
      planned: shift('early', '1'),
      isEdited: true,
      leave: null,
    });
    expect(undone(view, changes)).toEqual([
      { day: '2026-03-03', badge: '1001', kind: 'late', counter: '2', was: earlyAtOne },
    ]);
    expect(withChanges(drawn, undone(view, changes)).people[0]?.cells[1]).toMatchObject({
      planned: shift('late', '2'),
      isEdited: false,
    });
    expect(withChanges(view, [])).toBe(view);
  });

  it('copies the week before: shifts, counters and days off', () => {
    const before = week([
      [cell(shift('late')), cell(shift('late', '2')), cell(shift('early'))],
      [cell(null), cell(null)],
    ]);
    const view = week([
      [cell(null), cell(null), cell(shift('early'))],
      [cell(null), cell(shift('early'))],
    ]);
    expect(copied(view, before)).toEqual([
      { day: '2026-03-03', badge: '1001', kind: 'late', counter: '2', was: null },
      {
        day: '2026-03-03',
        badge: '1002',
        kind: null,
        counter: null,
        was: { ...earlyAtOne, counter: null },
      },
    ]);
    const gone = { ...view, kinds: kinds.slice(0, 1) };
    expect(copied(gone, before).map(({ badge }) => badge)).toEqual(['1002']);
  });

  it('shows both versions where another manager was quicker, and sends what is settled', () => {
    const view = week([[cell(null), cell(shift('late', '2')), cell(null), cell(null)]]);
    const changes = [1, 2, 3].flatMap((column) => painted(view, 0, column, early) ?? []);
    const [one, two, three] = changes;
    // The counter alone, the very same shift, and nothing.
    const now = week([
      [cell(null), cell(shift('late', '3')), cell(shift('early', '1')), cell(null)],
    ]);
    expect(overtaken(now, changes)).toEqual([
      {
        ...{ change: one, name: view.people[0]?.name },
        ...{ before: shift('late', '2'), mine: shift('early', '1'), theirs: shift('late', '3') },
      },
    ]);
    expect(settled(now, changes, new Set())).toEqual([three]);
    const insisted = { ...one, was: { kind: 'late', from: '13:30', to: '18:30', counter: '3' } };
    expect(settled(now, changes, new Set(one === undefined ? [] : [one]))).toEqual([
      insisted,
      three,
    ]);
    expect(overtaken(view, changes)).toEqual([]);
    expect(settled(view, changes, new Set())).toEqual([one, two, three]);
    const off = week([[cell(null), cell(null)]]);
    expect(overtaken(off, changes)[0]).toMatchObject({ mine: shift('early', '1'), theirs: null });
  });

  it('places a shift within the hours of its day', () => {
    const opens = { from: '08:30', to: '18:30' };
    expect(barOf({ from: '08:30', to: '13:30' }, opens)).toEqual({ from: 0, to: 0.5 });
    expect(barOf({ from: '08:00', to: '20:00' }, opens)).toEqual({ from: 0, to: 1 });
    expect(barOf({ from: '06:00', to: '12:00' }, null)).toEqual({ from: 0.25, to: 0.5 });
  });
});
