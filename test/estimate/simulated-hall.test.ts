import { describe, expect, it } from 'vitest';
import { createLearnedEstimator } from '#estimate/learned.ts';
import { simulateHall, type Told } from './simulated-hall.ts';

const learnedDays = 2;

describe(
  'a simulated hall: strict priority, pauses, two counters that open at eleven',
  { timeout: 60_000 },
  () => {
    it('nine in ten waits of every class end within p90', () => {
      const told: Told[] = [];
      for (const seed of [1, 2]) {
        const days = simulateHall(seed, 2 * learnedDays, createLearnedEstimator());
        told.push(...days.filter(({ day, waitS }) => day >= learnedDays && waitS !== null));
      }
      for (const className of ['ordinary', 'special', 'vip']) {
        const own = told.filter((each) => each.class === className);
        expect(own.length, className).toBeGreaterThan(200);
        const kept = own.filter(
          ({ waitS, estimate }) => (waitS ?? 0) <= (estimate?.p90Seconds ?? -1),
        );
        const coverage = kept.length / own.length;
        expect(coverage, className).toBeGreaterThanOrEqual(0.85);
        expect(coverage, className).toBeLessThanOrEqual(0.95);
      }
      expect(told.every(({ estimate }) => estimate !== null)).toBe(true);
    });

    it('the same events make the same estimator, and what it says is whole and in order', () => {
      const say = () =>
        simulateHall(3, 1, createLearnedEstimator()).map(({ estimate }) => estimate);
      const said = say();
      expect(said.length).toBeGreaterThan(300);
      expect(say()).toEqual(said);
      for (const estimate of said) {
        if (estimate === null) continue;
        expect(Number.isInteger(estimate.p50Seconds) && Number.isInteger(estimate.p90Seconds)).toBe(
          true,
        );
        expect(estimate.p50Seconds).toBeGreaterThanOrEqual(0);
        expect(estimate.p90Seconds).toBeGreaterThanOrEqual(estimate.p50Seconds);
      }
    });
  },
);
