/**
 * The tests that stand for the rules in a mutation run: the core's own, without browsers or disks.
 * `MUTATION=fast` leaves out the walks of random people and the long properties; what survives the
 * fast run meets them in a second one.
 */
import { defineConfig } from 'vitest/config';

const slow = [
  'test/core/model.test.ts',
  'test/core/disciplines/properties.test.ts',
  'test/core/disciplines/ahead.test.ts',
  'test/core/sequence.test.ts',
];

export default defineConfig({
  test: {
    include: ['test/core/**/*.test.ts'],
    exclude: process.env.MUTATION === 'fast' ? slow : [],
    environment: 'node',
    testTimeout: 15_000,
  },
});
