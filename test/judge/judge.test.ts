import { describe, expect, it } from 'vitest';
import { createLearnedEstimator } from '#estimate/learned.ts';
import { baselineNames } from '#server/judge/baselines.ts';
import { createSums } from '#server/judge/figures.ts';
import { judge, type Said } from '#server/judge/judge.ts';
import type { RecordedDay } from '#server/judge/read-record.ts';
import { changedAfter, drawnDay, drawnDays } from './drawn-record.ts';

function saidTo(days: readonly RecordedDay[], upToS: number): readonly Said[] {
  const said: Said[] = [];
  const [last] = days.slice(-1);
  judge({
    fit: days.slice(0, -1),
    test: days.slice(-1),
    estimator: createLearnedEstimator(),
    onSaid: (each) => said.push(each),
  });
  const early = (last?.rows ?? []).filter(({ arrivalS }) => arrivalS <= upToS).length;
  return said.slice(0, early);
}

describe('the judge', { timeout: 60_000 }, () => {
  it('does not look ahead: whatever happens after an instant, all that was said by then stays', () => {
    for (const seed of [1, 2]) {
      const earlier = drawnDays(seed, 1);
      const day = drawnDay(seed + 100, '2026-03-04');
      for (const upToS of [34_000, 38_500]) {
        const before = saidTo([...earlier, day], upToS);
        const after = saidTo([...earlier, changedAfter(day, upToS, seed)], upToS);
        const plain = ({ ticket, estimate, baselines }: Said) => ({ ticket, estimate, baselines });
        expect(before.length).toBeGreaterThan(20);
        expect(after.map(plain)).toEqual(before.map(plain));
      }
    }
  });

  it('the change that the test makes is seen by those who come after', () => {
    const day = drawnDay(7, '2026-03-04');
    const all = Number.POSITIVE_INFINITY;
    const before = saidTo([day], all).map(({ estimate }) => estimate);
    const after = saidTo([changedAfter(day, 33_000, 7)], all).map(({ estimate }) => estimate);
    expect(after).not.toEqual(before);
  });

  it('judges every served ticket once, in all and by service, beside the four baselines', () => {
    const days = drawnDays(4, 3);
    const judged = judge({
      fit: days.slice(0, 2),
      test: days.slice(2),
      estimator: createLearnedEstimator(),
    });
    const served = days[2]?.rows.filter(({ outcome }) => outcome === 'served') ?? [];
    const [all, ...services] = judged.groups;
    expect(all?.service).toBe('*');
    expect(all?.all.n).toBe(served.length);
    expect(services.map(({ service }) => service)).toEqual(['a', 'b']);
    expect(services.reduce((sum, group) => sum + group.all.n, 0)).toBe(served.length);
    expect(Object.keys(judged.baselines)).toEqual([...baselineNames]);
    for (const { all: own } of Object.values(judged.baselines)) expect(own.n).toBe(served.length);
  });
});

describe('figures', () => {
  it('are those of the definitions', () => {
    const sums = createSums();
    sums.add(100, 80, 120);
    sums.add(50, 60, 40);
    expect(sums.figures()).toEqual({
      n: 2,
      meanWait: 75,
      mae: 15,
      rmse: 15.811,
      bias: -5,
      coverage90: 0.5,
      pinball90: 5.5,
    });
  });

  it('of nobody are none', () => {
    expect(createSums().figures()).toMatchObject({ n: 0, mae: null, coverage90: null });
  });
});
