/** Instants with a value each, the oldest forgotten beyond a number. */
export interface Moments {
  add(atMs: number, value: number): void;
  clear(): void;
  /** How many lie at or after an instant, of those kept. */
  countSince(sinceMs: number): number;
  /** Mean of their values, `otherwise` counted as one of them. */
  meanSince(sinceMs: number, otherwise: number): number;
}

export function createMoments(size: number): Moments {
  const times = new Float64Array(size);
  const values = new Float64Array(size);
  let next = 0;
  let kept = 0;

  /** Newest first, until one is too old: how many, and the sum of their values. */
  function since(sinceMs: number): { readonly count: number; readonly sum: number } {
    let count = 0;
    let sum = 0;
    while (count < kept) {
      const index = (next - 1 - count + size) % size;
      if ((times[index] ?? 0) < sinceMs) break;
      sum += values[index] ?? 0;
      count += 1;
    }
    return { count, sum };
  }

  return {
    add(atMs, value) {
      times[next] = atMs;
      values[next] = value;
      next = (next + 1) % size;
      kept = Math.min(kept + 1, size);
    },
    clear() {
      next = 0;
      kept = 0;
    },
    countSince: (sinceMs) => since(sinceMs).count,
    meanSince(sinceMs, otherwise) {
      const { count, sum } = since(sinceMs);
      return (sum + otherwise) / (count + 1);
    },
  };
}
