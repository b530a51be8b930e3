import { commonCount, featureCount, unitS } from './features.ts';
import { createNetwork, createSequence } from './network.ts';

/** Seconds within which one, five and nine in ten of such waits end. */
export interface Quantiles {
  readonly p10S: number;
  readonly p50S: number;
  readonly p90S: number;
}

/** What was known at an instant, and how long the wait then still was. */
export interface Example {
  readonly input: Float64Array;
  /** The walk's forecast: where the learner starts from. */
  readonly coreS: number;
  readonly leftS: number;
}

/** How the learner was set: chosen on January and February of bank1999 (docs/estimate.md). */
export const learnerSettings = {
  hidden: [32, 16],
  rate: 0.001,
  /** Earlier examples that are learned again with each new one. */
  again: 8,
  /** As many examples are kept for that, the newest. */
  kept: 20_000,
} as const;

export type LearnerSettings = {
  readonly hidden: readonly [number, number];
  readonly rate: number;
  readonly again: number;
  readonly kept: number;
};

/**
 * Learns the quantiles of the wait on top of the walk: a network whose three outputs bend the
 * walk's forecast, by the slope of the pinball loss of each quantile (Koenker and Bassett 1978),
 * with every new example and some earlier ones. Before the first it says what the walk says.
 */
export interface Learner {
  predict(input: Float64Array, coreS: number): Quantiles;
  /** The same; while an array's first part stays as it is, what that gives is worked out once. */
  predictAgain(input: Float64Array, coreS: number): Quantiles;
  learn(example: Example): void;
}

/** Opening of the range before anything was learned, in the scale of the forecast. */
const firstSpread = -0.2;
const coreMin = 0.02;

export function createLearner(settings: LearnerSettings = learnerSettings): Learner {
  const random = createSequence(20_260_302);
  const [first, second] = settings.hidden;
  const network = createNetwork([featureCount, first, second, 3], settings.rate, random);
  const memory = createMemory(settings.kept);
  const slopes = new Float64Array(3);
  const input = new Float64Array(featureCount);
  let partials = new WeakMap<Float64Array, Float64Array>();

  function study(example: Example): void {
    const outputs = network.forward(example.input);
    const { scale, base } = scaleOf(example.coreS);
    const [o50, o90, o10] = outputs as unknown as [number, number, number];
    const p50 = scale * softplus(base + o50);
    const p90 = p50 + scale * softplus(firstSpread + o90);
    const part = sigmoid(o10);
    const left = example.leftS / unitS;
    slopes[0] = pinballSlope(0.5, left, p50) * scale * sigmoid(base + o50);
    slopes[1] = pinballSlope(0.9, left, p90) * scale * sigmoid(firstSpread + o90);
    slopes[2] = pinballSlope(0.1, left, p50 * part) * p50 * part * (1 - part);
    network.backward(example.input, slopes);
  }

  return {
    predict: (each, coreS) => quantilesOf(network.forward(each), coreS),
    predictAgain(each, coreS) {
      let known = partials.get(each);
      if (known === undefined) partials.set(each, (known = network.partial(each, commonCount)));
      return quantilesOf(network.forwardFrom(known, each, commonCount), coreS);
    },
    learn(example) {
      study(example);
      let count = 1;
      for (; count <= settings.again && memory.size() > 0; count += 1) {
        study(memory.draw(random(), input));
      }
      network.step(count);
      partials = new WeakMap();
      memory.add(example);
    },
  };
}

function quantilesOf(outputs: Float64Array, coreS: number): Quantiles {
  const { scale, base } = scaleOf(coreS);
  const p50S = unitS * scale * softplus(base + (outputs[0] as number));
  const p90S = p50S + unitS * scale * softplus(firstSpread + (outputs[1] as number));
  return { p10S: p50S * sigmoid(outputs[2] as number), p50S, p90S };
}

/** Long waits are bent in proportion: the scale grows with the walk. */
function scaleOf(coreS: number): { readonly scale: number; readonly base: number } {
  const core = Math.max(coreS, 0) / unitS;
  const scale = 1 + core;
  return { scale, base: Math.log(Math.expm1(Math.max(core / scale, coreMin))) };
}

/** Slope of the pinball loss of quantile `tau` by the forecast. */
function pinballSlope(tau: number, actual: number, forecast: number): number {
  return actual > forecast ? -tau : 1 - tau;
}

function softplus(value: number): number {
  return value > 30 ? value : Math.log1p(Math.exp(value));
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

/** Room for so many examples at first; it grows to what is kept. */
const roomFirst = 256;

/** The newest examples, drawn from at random; kept in single precision. */
function createMemory(kept: number) {
  const rowLength = featureCount + 2;
  let rows = new Float32Array(Math.min(roomFirst, kept) * rowLength);
  let next = 0;
  let size = 0;

  function grow(): void {
    const wider = new Float32Array(Math.min(2 * size, kept) * rowLength);
    wider.set(rows);
    rows = wider;
  }

  return {
    size: () => size,
    add({ input, coreS, leftS }: Example): void {
      if (size < kept && size * rowLength === rows.length) grow();
      const at = next * rowLength;
      rows.set(input, at);
      rows[at + featureCount] = coreS;
      rows[at + featureCount + 1] = leftS;
      next = (next + 1) % kept;
      size = Math.min(size + 1, kept);
    },
    draw(share: number, out: Float64Array): Example {
      const at = Math.min(size - 1, Math.floor(share * size)) * rowLength;
      out.set(rows.subarray(at, at + featureCount));
      const coreS = rows[at + featureCount] as number;
      return { input: out, coreS, leftS: rows[at + featureCount + 1] as number };
    },
  };
}
