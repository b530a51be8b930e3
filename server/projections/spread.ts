import type { Spread } from '#protocol/report.ts';

export type { Spread };

/** Figures of durations in ms, in whole seconds, rounded half up; null where there are none. */
export function spreadOf(durationsMs: readonly number[]): Spread {
  if (durationsMs.length === 0) {
    return { count: 0, meanSeconds: null, p50Seconds: null, p90Seconds: null, maxSeconds: null };
  }
  // Numbers in an array of numbers sort several times as fast as by a comparison.
  const sorted = new Float64Array(durationsMs).sort();
  const sum = sorted.reduce((total, each) => total + each, 0);
  return {
    count: sorted.length,
    meanSeconds: seconds(sum / sorted.length),
    p50Seconds: seconds(nearestRank(sorted, 0.5)),
    p90Seconds: seconds(nearestRank(sorted, 0.9)),
    maxSeconds: seconds(sorted.at(-1) ?? 0),
  };
}

/**
 * The nearest-rank percentile: the smallest value that at least this share of the values does not
 * exceed, the ⌈share × n⌉-th in order. Always one that was measured.
 */
export function nearestRank(sorted: ArrayLike<number>, share: number): number {
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1] ?? 0;
}

function seconds(ms: number): number {
  return Math.round(ms / 1000);
}
