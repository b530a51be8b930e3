export interface Spread {
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Nearest-rank percentiles. */
export function spreadOf(valuesMs: readonly number[]): Spread {
  return { p50Ms: rankOf(valuesMs, 0.5), p99Ms: rankOf(valuesMs, 0.99) };
}

export function medianOf(values: readonly number[]): number {
  return rankOf(values, 0.5);
}

function rankOf(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
}
