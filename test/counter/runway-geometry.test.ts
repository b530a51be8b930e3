import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  commonPromise,
  hatchFrom,
  layOutRow,
  placeOf,
  promiseAt,
  stateOf,
  ticksOf,
  type RunwayQueue,
  type RunwaySize,
} from '#counter/supervisor/runway-geometry.ts';

const size: RunwaySize = { trackPx: 816, markPx: 24, charPx: 9, labels: true };

function queue(waits: readonly number[], change: Partial<RunwayQueue> = {}): RunwayQueue {
  return {
    service: 'payment',
    promiseSeconds: 600,
    expectedSeconds: 180,
    count: waits.length,
    dots: waits.map((waitedSeconds, index) => ({
      ticket: `t${String(index)}`,
      number: `A${String(index).padStart(3, '0')}`,
      waitedSeconds,
    })),
    ...change,
  };
}

describe('the runway', () => {
  it('[ten-minute-promise] the line is where the promise ends, the hatch where calling must start', () => {
    expect(placeOf(0, 600)).toBe(0);
    expect(placeOf(600, 600)).toBeCloseTo(promiseAt);
    expect(placeOf(6_000, 600)).toBe(1);
    expect(placeOf(-5, 600)).toBe(0);
    expect(hatchFrom(600, 180)).toBeCloseTo(0.7 * promiseAt);
    expect(hatchFrom(600, 900)).toBe(0);
  });

  it('[ten-minute-promise] a person is near from the hatch on and broken behind the line', () => {
    expect(stateOf(419, 600, 180)).toBe('in-time');
    expect(stateOf(420, 600, 180)).toBe('near');
    expect(stateOf(600, 600, 180)).toBe('near');
    expect(stateOf(601, 600, 180)).toBe('broken');
  });

  it('people go on between two views', () => {
    const row = layOutRow(queue([410]), 15, size);
    expect(row.marks[0]).toMatchObject({ state: 'near', waitedSeconds: 425, label: 'after' });
    expect(row.near).toBe(1);
  });

  it('counts those beyond the view’s list', () => {
    expect(layOutRow(queue([10, 20], { count: 45 }), 0, size).more).toBe(43);
    expect(layOutRow(queue([10, 20]), 0, size).more).toBe(0);
  });

  it('writes a number to the left where the promise line is close', () => {
    const [mark] = layOutRow(queue([590]), 0, size).marks;
    expect(mark).toMatchObject({ state: 'near', label: 'before' });
  });

  it('leaves a number out rather than cover a mark', () => {
    const { marks } = layOutRow(queue([500, 502, 504]), 0, size);
    const labelled = marks.filter(({ label }) => label !== null);
    expect(labelled.length).toBeGreaterThan(0);
    expect(labelled.length).toBeLessThan(3);
    expect(marks.at(-1)?.label).toBe('after');
  });

  it('packs the broken behind the line: the worst named, the unseen counted', () => {
    const { marks, broken } = layOutRow(queue([620, 700, 900, 1200, 2400, 3600, 4000]), 0, size);
    expect(broken).toBe(7);
    const worst = marks.at(-1);
    expect(worst).toMatchObject({ number: 'A006', label: 'after' });
    expect(worst?.unseen).toBe(7 - marks.length);
    expect(worst?.unseen).toBeGreaterThan(0);
  });

  it('writes no numbers on a narrow track', () => {
    const { marks } = layOutRow(queue([500, 900]), 0, { ...size, trackPx: 234, labels: false });
    expect(marks.map(({ label }) => label)).toEqual([null, null]);
  });

  it('keeps every mark on the track, in order, whatever the waits', () => {
    const waits = fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 40 });
    const widths = fc.integer({ min: 180, max: 2_000 });
    fc.assert(
      fc.property(waits, widths, fc.boolean(), (some, trackPx, labels) => {
        const row = layOutRow(queue(some), 0, { ...size, trackPx, labels });
        const places = row.marks.map(({ at }) => at);
        expect(places.every((at) => at >= 0 && at <= 1)).toBe(true);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        const unseen = row.marks.reduce((sum, mark) => sum + mark.unseen, 0);
        expect(row.marks.length + unseen).toBe(some.length);
        for (const { state, at } of row.marks) {
          if (state === 'broken') expect(at).toBeGreaterThan(promiseAt);
          else expect(at).toBeLessThanOrEqual(promiseAt + 1e-9);
        }
      }),
    );
  });

  it('marks whole minutes along the top, where all promise the same', () => {
    expect(ticksOf([queue([])]).map(({ minutes }) => minutes)).toEqual([2, 4, 6, 8]);
    const slow = queue([], { promiseSeconds: 1_800 });
    expect(ticksOf([slow]).map(({ minutes }) => minutes)).toEqual([10, 20]);
    expect(ticksOf([queue([]), slow])).toEqual([]);
    expect(commonPromise([queue([]), slow])).toBeNull();
    expect(commonPromise([])).toBeNull();
  });
});
