import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  counterHoursOf,
  gridOf,
  halfHourMs,
  painted,
  staysOf,
} from '#counter/what-if/staffing-model.ts';

const opensAt = '2026-03-02T00:30:00.000Z';
const closesAt = '2026-03-02T03:00:00.000Z';
const at = (time: string) => `2026-03-02T${time}:00.000Z`;

describe('a staffing as a grid', () => {
  it('is open where somebody sat for most of the half hour', () => {
    const staffing = [
      { counter: '1', from: at('00:31'), to: at('01:50') },
      { counter: '2', from: at('01:20'), to: at('01:40') },
    ];
    const { slots, rows } = gridOf(['1', '2'], staffing, opensAt, closesAt);
    expect(slots).toHaveLength(5);
    expect(rows.map(({ open }) => open.map(Number).join(''))).toEqual(['11100', '00000']);
  });

  it('is painted along one counter, in both directions', () => {
    const empty = gridOf(['1', '2'], [], opensAt, closesAt);
    const there = painted(empty, 1, 3, 1, true);
    expect(there).toEqual(painted(empty, 1, 1, 3, true));
    expect(staysOf(there)).toEqual([{ counter: '2', from: at('01:00'), to: at('02:30') }]);
    expect(counterHoursOf(there)).toBe(1.5);
    expect(staysOf(painted(there, 1, 2, 2, false))).toHaveLength(2);
  });

  it('comes back from its stays as it was', () => {
    const cells = fc.array(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(cells, (open) => {
        const counters = open.map((_, index) => String(index + 1));
        const { slots } = gridOf(counters, [], opensAt, closesAt);
        const rows = open.map((row, index) => ({ counter: String(index + 1), open: row }));
        const stays = staysOf({ slots, rows });
        expect(gridOf(counters, stays, opensAt, closesAt)).toEqual({ slots, rows });
        for (const { from, to } of stays) {
          expect((Date.parse(to) - Date.parse(from)) % halfHourMs).toBe(0);
        }
      }),
    );
  });
});
