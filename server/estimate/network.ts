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

  function fill(layer: Layer, input: Float64Array, bend: boolean): void {
    const { inputs, outputs, values } = layer;
    const weights = layer.weights.at;
    const biases = layer.biases.at;
    for (let row = 0; row < outputs; row += 1) {
      let sum = biases[row] as number;
      const offset = row * inputs;
      for (let column = 0; column < inputs; column += 1) {
        sum += (weights[offset + column] as number) * (input[column] as number);
      }
      values[row] = bend && sum < 0 ? leak * sum : sum;
    }
  }

  function rest(): Float64Array {
    fill(second, first.values, true);
    fill(last, second.values, false);
    return last.values;
  }

  function back(layer: Layer, input: Float64Array, before: Layer | null): void {
    const { inputs, outputs, deltas } = layer;
    const weights = layer.weights.at;
    const gradient = layer.weights.gradient;
    const bias = layer.biases.gradient;
    before?.deltas.fill(0);
    for (let row = 0; row < outputs; row += 1) {
      const delta = deltas[row] as number;
      if (delta === 0) continue;
      bias[row] = (bias[row] as number) + delta;
      const offset = row * inputs;
      for (let column = 0; column < inputs; column += 1) {
        const place = offset + column;
        gradient[place] = (gradient[place] as number) + delta * (input[column] as number);
        if (before === null) continue;
        before.deltas[column] =
          (before.deltas[column] as number) + delta * (weights[place] as number);
      }
    }
    if (before === null) return;
    for (let row = 0; row < before.outputs; row += 1) {
      if ((before.values[row] as number) < 0) {
        before.deltas[row] = (before.deltas[row] as number) * leak;
      }
    }
  }

  return {
    forward(input) {
      fill(first, input, true);
      return rest();
    },
    partial(input, count) {
      const sums = Float64Array.from(first.biases.at);
      for (let row = 0; row < first.outputs; row += 1) {
        const offset = row * first.inputs;
        for (let column = 0; column < count; column += 1) {
          sums[row] =
            (sums[row] as number) +
            (first.weights.at[offset + column] as number) * (input[column] as number);
        }
      }
      return sums;
    },
    forwardFrom(known, input, from) {
      const weights = first.weights.at;
      for (let row = 0; row < first.outputs; row += 1) {
        let sum = known[row] as number;
        const offset = row * first.inputs;
        for (let column = from; column < first.inputs; column += 1) {
          sum += (weights[offset + column] as number) * (input[column] as number);
        }
        first.values[row] = sum < 0 ? leak * sum : sum;
      }
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
        for (const { at, gradient, mean, square } of [weights, biases]) {
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
      }
    },
  };
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
