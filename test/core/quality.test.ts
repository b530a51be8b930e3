import { describe, expect, it } from 'vitest';
import {
  qualityBase,
  qualityItems,
  qualityRules,
  qualityUsual,
  qualityWeights,
  weightOf,
} from '#core/quality.ts';

describe('what a quality sheet deducts', () => {
  it('[quality-score] as docs/quality.md has it: rule, points, and at most', () => {
    expect(qualityBase).toBe(100);
    expect(qualityUsual).toEqual({ meeting: false, items: {} });
    const table = qualityItems.map((item) => {
      const { points, most } = qualityWeights[item];
      return [item, qualityRules[item], points, most];
    });
    expect(table).toEqual([
      ['promise-broken', 'ten-minute-promise', 0.2, 15],
      ['left-waiting', 'no-pause-while-waiting', 2, 20],
      ['closed-early', 'never-close-early', 5, 20],
      ['early-no-show', 'no-show-calls', 1, 10],
      ['overridden', 'honest-statistics', 1, 10],
      ['absence-over', 'apologise-when-away', 1, 10],
      ['late-sign-in', 'ten-minutes-early', 1, 10],
      ['shift-missed', 'swap-limits', 3, 15],
      ['seat-left', 'stay-until-relieved', 3, 15],
      ['late-handover', 'one-handover-at-a-time', 1, 5],
      ['no-handover-record', 'handover-record', 2, 10],
      ['follow-up-overdue', 'first-asked', 1, 10],
      ['dissatisfied', 'satisfaction', 1, 10],
      ['no-meeting', 'pre-shift-meeting', 1, 10],
    ]);
  });

  it('[quality-score] a hall weighs an item otherwise, the others as usual', () => {
    const own = { meeting: true, items: { 'seat-left': { points: 4, most: 8 } } };
    expect(weightOf(own, 'seat-left')).toEqual({ points: 4, most: 8 });
    expect(weightOf(own, 'no-meeting')).toEqual({ points: 1, most: 10 });
    expect(weightOf(undefined, 'no-meeting')).toEqual({ points: 1, most: 10 });
  });
});
