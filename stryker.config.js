/**
 * Mutation run over the rules: `npm run mutate [-- --mutate server/core/rules/*.ts]`. What survives
 * is listed with its reason in docs/reliability.md.
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  plugins: ['./test/mutation/runner.ts'],
  testRunner: 'core',
  mutate: ['server/core/**/*.ts', '!server/core/{commands,events,vocabulary,hall-config}.ts'],
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 20_000,
  timeoutFactor: 4,
  incremental: true,
  incrementalFile: '.cache/mutation/incremental.json',
  tempDirName: '.cache/mutation/sandbox',
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: '.cache/mutation/report.json' },
  clearTextReporter: { allowColor: false, reportTests: false, logTests: false },
  // The sandbox needs the rules and their tests, and nothing that changes meanwhile.
  ignorePatterns: [
    '**',
    ...['!/server/core/**', '!/test/core/**', '!/test/support/*.ts'],
    ...['!/package.json', '!/tsconfig.json', '!/stryker.config.js'],
  ],
  cleanTempDir: 'always',
  allowEmpty: true,
};
