import type { Quantiles } from './learner.ts';

/**
 * Two forecasters, each heard by how well it did of late: the weight of one is its rival's recent
 * loss to the tenth power over the sum of both. The loss is the pinball loss of p50 and p90. The
 * first is the one that learns: it is trusted by n / (n + 200) after n waits.
 */
export interface Blend {
  /** Share of the first, 0 … 1. */
  share(): number;
  mix(first: Quantiles, second: Quantiles): Quantiles;
  add(first: Quantiles, second: Quantiles, leftS: number): void;
}

const fade = 1 - 1 / 300;
const power = 10;
const halfTrusted = 200;

export function createBlend(): Blend {
  let firstLoss = 1;
  let secondLoss = 1;
  let count = 0;
  let part = 0;

  return {
    share: () => part,
    mix(first, second) {
      const between = (a: number, b: number) => part * a + (1 - part) * b;
      return {
        p10S: between(first.p10S, second.p10S),
        p50S: between(first.p50S, second.p50S),
        p90S: between(first.p90S, second.p90S),
      };
    },
    add(first, second, leftS) {
      count += 1;
      firstLoss = fade * firstLoss + loss(first, leftS);
      secondLoss = fade * secondLoss + loss(second, leftS);
      const rival = secondLoss ** power;
      part = (rival / (rival + firstLoss ** power)) * (count / (count + halfTrusted));
    },
  };
}

function loss({ p50S, p90S }: Quantiles, leftS: number): number {
  return pinball(0.5, p50S, leftS) + pinball(0.9, p90S, leftS);
}

export function pinball(share: number, forecast: number, actual: number): number {
  return actual > forecast ? share * (actual - forecast) : (1 - share) * (forecast - actual);
}
