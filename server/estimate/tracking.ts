import { unitS } from './features.ts';
import type { Quantiles } from './learner.ts';

/**
 * Keeps the promise of nine in ten by itself: for each service and rank, the distance from p50 to
 * p90 is stretched a little after every wait that went beyond it, and shrunk by a ninth of that
 * after every one that did not (adaptive conformal inference: Gibbs and Candès 2021). However the
 * hall changes, the share of waits within p90 comes back to 0.9.
 */
export interface Tracking {
  stretch(key: string, quantiles: Quantiles): Quantiles;
  /** A wait for which `p90S` was said has ended. */
  add(key: string, p90S: number, leftS: number): void;
}

/** The first waits move it more than later ones. */
const pace = 0.03;
const firstPace = 0.07;
const firstCount = 20;
const stretchMin = -0.7;
const stretchMax = 1.5;
/** The distance that counts where p90 lies close to p50. */
const leastS = unitS / 20;

export function createTracking(): Tracking {
  const stretches = new Map<
    string,
    { readonly log: number; readonly by: number; readonly count: number }
  >();
  return {
    stretch(key, quantiles) {
      const by = stretches.get(key)?.by ?? 1;
      const { p50S, p90S } = quantiles;
      if (by <= 1) return { ...quantiles, p90S: p50S + (p90S - p50S) * by };
      return { ...quantiles, p90S: p50S + (p90S - p50S) * by + leastS * (by - 1) };
    },
    add(key, p90S, leftS) {
      const { log: known, count } = stretches.get(key) ?? { log: 0, count: 0 };
      const step = pace + firstPace / (1 + count / firstCount);
      const missed = leftS > p90S ? 1 : 0;
      const next = known + step * (missed - 0.1);
      const log = Math.min(stretchMax, Math.max(stretchMin, next));
      stretches.set(key, { log, by: Math.exp(log), count: count + 1 });
    },
  };
}
