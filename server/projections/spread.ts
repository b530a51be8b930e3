import type { Spread } from '#protocol/report.ts';

export type { Spread };

/** Figures of durations in ms, in whole seconds, rounded half up; null where there are none. */
export function spreadOf(durationsMs: readonly number[]): Spread {
  if (durationsMs.length === 0) {
    return { count: 0, meanSeconds: null, p50Seconds: null, p90Seconds: null, maxSeconds: null };
  }
  const values = new Float64Array(durationsMs);
  let sum = 0;
  let max = Number.NEGATIVE_INFINITY;
  for (const each of values) {
    sum += each;
    if (each > max) max = each;
  }
  // The ninth decile first: what lies below it then stands before it, and holds the median.
  const p90 = nearestRank(values, 0.9);
  const p50 = nearestRank(values, 0.5);
  return {
    count: values.length,
    meanSeconds: seconds(sum / values.length),
    p50Seconds: seconds(p50),
    p90Seconds: seconds(p90),
    maxSeconds: seconds(max),
  };
}

/**
 * The nearest-rank percentile: the smallest value that at least this share of the values does not
 * exceed, the ⌈share × n⌉-th in order. Always one that was measured. Changes the order of `values`.
 */
export function nearestRank(values: Float64Array, share: number): number {
  const rank = Math.max(1, Math.ceil(share * values.length));
  return select(values, rank - 1);
}

/** Hoare's selection: a month has hundreds of thousands of durations, and sorting takes six times as long. */
function select(values: Float64Array, place: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = values[(low + high) >>> 1] ?? 0;
    let left = low;
    let right = high;
    while (left <= right) {
      while ((values[left] ?? pivot) < pivot) left += 1;
      while ((values[right] ?? pivot) > pivot) right -= 1;
      if (left > right) break;
      const swapped = values[left] ?? 0;
      values[left] = values[right] ?? 0;
      values[right] = swapped;
      left += 1;
      right -= 1;
    }
    if (place <= right) high = right;
    else if (place >= left) low = left;
    else break;
  }
  return values[place] ?? 0;
}

function seconds(ms: number): number {
  return Math.round(ms / 1000);
}
