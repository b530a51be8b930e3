/**
 * A small network with two hidden layers that learns three numbers at once by stochastic gradients
 * (Adam: Kingma and Ba, 2015). Pure arithmetic on its own weights; its first weights come from a
 * fixed sequence, so that the same events always give the same network.
 */
export interface Network {
  /** The three outputs for an input; the array is used again by the next call. */
  forward(input: Float64Array): Float64Array;
  /** Adds the gradients of one example: of the loss by each output, after `forward`. */
  backward(input: Float64Array, byOutput: Float64Array): void;
  /** Takes a step against the gradients added since the last. */
  step(examples: number): void;
  /** What the first `count` inputs give to the first layer, for a line of which they are common. */
  partial(input: Float64Array, count: number): Float64Array;
  /** `forward` where that is known. */
  forwardFrom(known: Float64Array, input: Float64Array, from: number): Float64Array;
}

interface Layer {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: Parameters;
  readonly biases: Parameters;
  readonly values: Float64Array;
  readonly deltas: Float64Array;
}

interface Parameters {
  readonly at: Float64Array;
  readonly gradient: Float64Array;
  readonly mean: Float64Array;
  readonly square: Float64Array;
}

const leak = 0.1;
const tile = 4;
const meanFade = 0.9;
const squareFade = 0.999;

export function createNetwork(
  sizes: readonly [number, number, number, number],
  rate: number,
  random: () => number,
): Network {
  const layers = [0, 1, 2].map((index): Layer => {
    const inputs = sizes[index] as number;
    const outputs = sizes[index + 1] as number;
    // The last layer begins at nothing: at first, forecasts are the walk's.
    const spread = index === 2 ? 0 : Math.sqrt(6 / inputs);
    const weights = parameters(inputs * outputs);
    for (let each = 0; each < weights.at.length; each += 1) {
      weights.at[each] = spread * (2 * random() - 1);
    }
    return {
      inputs,
      outputs,
      weights,
      biases: parameters(outputs),
      values: new Float64Array(outputs),
      deltas: new Float64Array(outputs),
    };
  });
  const [first, second, last] = layers as [Layer, Layer, Layer];
  let steps = 0;

  function fill(layer: Layer, known: Float64Array, input: Float64Array, from: number): void {
    const { values, outputs } = layer;
    add(layer, known, input, from, layer.inputs, values);
    if (layer === last) return;
    for (let row = 0; row < outputs; row += 1) {
      const sum = values[row] as number;
      if (sum < 0) values[row] = leak * sum;
    }
  }

  function rest(): Float64Array {
    fill(second, second.biases.at, first.values, 0);
    fill(last, last.biases.at, second.values, 0);
    return last.values;
  }

  function back(layer: Layer, input: Float64Array, before: Layer | null): void {
    const { inputs, outputs, deltas } = layer;
    const gradient = layer.weights.gradient;
    const bias = layer.biases.gradient;
    for (let row = 0; row < outputs; row += 1) {
      const delta = deltas[row] as number;
      if (delta === 0) continue;
      bias[row] = (bias[row] as number) + delta;
      const offset = row * inputs;
      for (let column = 0; column < inputs; column += 1) {
        const place = offset + column;
        gradient[place] = (gradient[place] as number) + delta * (input[column] as number);
      }
    }
    if (before !== null) bringBack(layer, before);
  }

  /** What the outputs of the layer before have to answer for: column after column. */
  function bringBack({ inputs, outputs, weights, deltas }: Layer, before: Layer): void {
    for (let column = 0; column < inputs; column += 1) {
      let sum = 0;
      for (let row = 0; row < outputs; row += 1) {
        sum += (deltas[row] as number) * (weights.at[row * inputs + column] as number);
      }
      before.deltas[column] = (before.values[column] as number) < 0 ? sum * leak : sum;
    }
  }

  function descend(
    { at, gradient, mean, square }: Parameters,
    examples: number,
    meanScale: number,
    squareScale: number,
  ): void {
    for (let each = 0; each < at.length; each += 1) {
      const slope = (gradient[each] as number) / examples;
      const m = meanFade * (mean[each] as number) + (1 - meanFade) * slope;
      const v = squareFade * (square[each] as number) + (1 - squareFade) * slope * slope;
      mean[each] = m;
      square[each] = v;
      at[each] =
        (at[each] as number) - (rate * m * meanScale) / (Math.sqrt(v * squareScale) + 1e-8);
      gradient[each] = 0;
    }
  }

  return {
    forward(input) {
      fill(first, first.biases.at, input, 0);
      return rest();
    },
    partial(input, count) {
      const sums = new Float64Array(first.outputs);
      add(first, first.biases.at, input, 0, count, sums);
      return sums;
    },
    forwardFrom(known, input, from) {
      fill(first, known, input, from);
      return rest();
    },
    backward(input, byOutput) {
      last.deltas.set(byOutput);
      back(last, second.values, second);
      back(second, first.values, first);
      back(first, input, null);
    },
    step(examples) {
      steps += 1;
      const meanScale = 1 / (1 - meanFade ** steps);
      const squareScale = 1 / (1 - squareFade ** steps);
      for (const { weights, biases } of layers) {
        descend(weights, examples, meanScale, squareScale);
        descend(biases, examples, meanScale, squareScale);
      }
    },
  };
}

/**
 * What some of the inputs add to each output's sum. Four rows at a time: each sum keeps its order, and
 * none waits for the one before.
 */
function add(
  { inputs, outputs, weights: { at } }: Layer,
  known: Float64Array,
  input: Float64Array,
  from: number,
  until: number,
  sums: Float64Array,
): void {
  let row = 0;
  for (; row + tile <= outputs; row += tile) {
    let sum0 = known[row] as number;
    let sum1 = known[row + 1] as number;
    let sum2 = known[row + 2] as number;
    let sum3 = known[row + 3] as number;
    const offset = row * inputs;
    for (let column = from; column < until; column += 1) {
      const value = input[column] as number;
      const place = offset + column;
      sum0 += (at[place] as number) * value;
      sum1 += (at[place + inputs] as number) * value;
      sum2 += (at[place + 2 * inputs] as number) * value;
      sum3 += (at[place + 3 * inputs] as number) * value;
    }
    sums[row] = sum0;
    sums[row + 1] = sum1;
    sums[row + 2] = sum2;
    sums[row + 3] = sum3;
  }
  for (; row < outputs; row += 1) {
    let sum = known[row] as number;
    const offset = row * inputs;
    for (let column = from; column < until; column += 1) {
      sum += (at[offset + column] as number) * (input[column] as number);
    }
    sums[row] = sum;
  }
}

function parameters(count: number): Parameters {
  return {
    at: new Float64Array(count),
    gradient: new Float64Array(count),
    mean: new Float64Array(count),
    square: new Float64Array(count),
  };
}

/** A fixed sequence of numbers in 0 … 1 (Numerical Recipes' linear congruence). */
export function createSequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
