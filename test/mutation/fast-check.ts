import fc from 'fast-check';

export * from 'fast-check';

const isFast = process.env['MUTATION'] === 'fast';

const fastMax = 60;

/** What the tests find under the name `fast-check`: in a fast run few of each property's cases. */
export default {
  ...fc,
  assert<T>(property: fc.IRawProperty<T>, options: fc.Parameters<T> = {}): unknown {
    const { numRuns = 100 } = options;
    return fc.assert(
      property,
      isFast ? { ...options, numRuns: Math.min(numRuns, fastMax) } : options,
    );
  },
};
