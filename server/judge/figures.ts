/** How good forecasts were, over some tickets; seconds. Null where there were none. */
export interface Figures {
  readonly n: number;
  readonly meanWait: number | null;
  /** Of p50 against the wait. */
  readonly mae: number | null;
  readonly rmse: number | null;
  /** Mean of p50 minus the wait: above zero, too long was said. */
  readonly bias: number | null;
  /** Share of the waits that ended within p90. */
  readonly coverage90: number | null;
  /** Mean pinball loss of p90: 0.9 × (wait − p90) above it, 0.1 × (p90 − wait) below. */
  readonly pinball90: number | null;
}

export interface Sums {
  add(waitS: number, p50S: number, p90S: number): void;
  figures(): Figures;
}

export function createSums(): Sums {
  let n = 0;
  let waits = 0;
  let absolute = 0;
  let squares = 0;
  let signed = 0;
  let covered = 0;
  let pinball = 0;
  return {
    add(waitS, p50S, p90S) {
      const error = p50S - waitS;
      n += 1;
      waits += waitS;
      absolute += Math.abs(error);
      squares += error * error;
      signed += error;
      if (waitS <= p90S) covered += 1;
      pinball += waitS > p90S ? 0.9 * (waitS - p90S) : 0.1 * (p90S - waitS);
    },
    figures() {
      const mean = (sum: number) => (n === 0 ? null : rounded(sum / n));
      return {
        n,
        meanWait: mean(waits),
        mae: mean(absolute),
        rmse: n === 0 ? null : rounded(Math.sqrt(squares / n)),
        bias: mean(signed),
        coverage90: n === 0 ? null : Math.round((covered / n) * 10_000) / 10_000,
        pinball90: mean(pinball),
      };
    },
  };
}

/** All who were served, and those of them who waited at all. */
export function createPair() {
  const all = createSums();
  const waited = createSums();
  return {
    add(waitS: number, p50S: number, p90S: number): void {
      all.add(waitS, p50S, p90S);
      if (waitS > 0) waited.add(waitS, p50S, p90S);
    },
    figures: () => ({ all: all.figures(), waited: waited.figures() }),
  };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
