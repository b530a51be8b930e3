/**
 * Two projects. `unit`: everything that runs in Node alone. `e2e`: real Chromium on real hubs,
 * one file at a time, after the others (two cores have to do).
 */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  cacheDir: '.cache/vitest',
  test: {
    // Nothing is skipped or focused by accident; test/house looks for the words as well.
    allowOnly: false,
    restoreMocks: true,
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**'],
          environment: 'node',
          // Left to itself it leaves one of two cores idle.
          maxWorkers: '100%',
          // Bounds of a hang, not of speed: a busy machine takes its time.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.e2e.ts'],
          environment: 'node',
          globalSetup: ['test/support/build-pages.ts'],
          fileParallelism: false,
          // A shared build machine may stand still for seconds; the report says what was tried twice.
          retry: process.env['CI'] === 'true' ? 1 : 0,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
