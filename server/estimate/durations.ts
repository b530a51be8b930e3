/**
 * How long something lasts, learned from what was seen: a histogram over equal steps of the
 * logarithm, whose old entries fade. It answers means and, for something that has lasted a while
 * already, what is left on average: services that run long tend to run longer still.
 */
export interface Durations {
  add(seconds: number): void;
  meanS(): number;
  /** Mean of what is left after `elapsedS`; with no memory of the shape it would be the mean. */
  leftS(elapsedS: number): number;
  count(): number;
}

const binCount = 48;
const firstS = 1;
/** Bins reach from one second to some six hours. */
const logStep = Math.log(6 * 3600) / (binCount - 1);

/**
 * @param priorS mean before anything was seen
 * @param priorWeight as many entries as that weighs
 * @param keep fading: an entry's weight falls to 1/e after so many later ones
 */
export function createDurations(priorS: number, priorWeight: number, keep: number): Durations {
  const weights = new Float64Array(binCount);
  const sums = new Float64Array(binCount);
  const fade = 1 - 1 / keep;
  let total = 0;
  let sum = 0;
  /** Sums from a bin to the last; filled anew after a change. */
  const above = { weights: new Float64Array(binCount + 1), sums: new Float64Array(binCount + 1) };
  let isAboveKnown = true;

  function fillAbove(): void {
    for (let index = binCount - 1; index >= 0; index -= 1) {
      above.weights[index] = (above.weights[index + 1] ?? 0) + (weights[index] ?? 0);
      above.sums[index] = (above.sums[index + 1] ?? 0) + (sums[index] ?? 0);
    }
    isAboveKnown = true;
  }

  return {
    add(seconds) {
      const value = Math.max(seconds, firstS);
      const bin = binOf(value);
      for (let index = 0; index < binCount; index += 1) {
        weights[index] = (weights[index] ?? 0) * fade;
        sums[index] = (sums[index] ?? 0) * fade;
      }
      weights[bin] = (weights[bin] ?? 0) + 1;
      sums[bin] = (sums[bin] ?? 0) + value;
      total = total * fade + 1;
      sum = sum * fade + value;
      isAboveKnown = false;
    },
    meanS: () => (priorS * priorWeight + sum) / (priorWeight + total),
    leftS(elapsedS) {
      if (!isAboveKnown) fillAbove();
      const bin = binOf(Math.max(elapsedS, firstS));
      const weight = above.weights[bin] ?? 0;
      const longer = above.sums[bin] ?? 0;
      const left = Math.max(longer - weight * elapsedS, 0);
      // Where few lasted that long, the mean stands in: no memory.
      return (left + priorWeight * this.meanS()) / (weight + priorWeight);
    },
    count: () => total,
  };
}

function binOf(seconds: number): number {
  return Math.min(binCount - 1, Math.max(0, Math.ceil(Math.log(seconds) / logStep)));
}
