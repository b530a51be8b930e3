/**
 * `npm test`: format, lint and types, then every test. All of it runs even when an early step
 * fails, so that one run tells everything. The last line is `N passed, N failed[, N skipped]`;
 * a failed check that is not a test counts as one failure.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTally } from './support/tally.ts';

type Step = { name: string; args: string[]; limitMinutes: number };
type Outcome = { name: string; ok: boolean; seconds: number };

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, '.cache');
const report = join(cache, 'vitest-report.json');
const modules = (path: string) => join(root, 'node_modules', path);

/** Cheap ones first. Lint keeps a cache, which serves daily work and is empty on a fresh clone. */
const checks: Step[] = [
  {
    name: 'format',
    args: [
      modules('prettier/bin/prettier.cjs'),
      ...['--check', '.', '--log-level', 'warn'],
      ...['--cache', '--cache-location', join(cache, 'prettier')],
    ],
    limitMinutes: 3,
  },
  {
    name: 'types',
    args: [
      modules('typescript/bin/tsc'),
      ...['--noEmit', '--pretty', 'false', '--incremental'],
      ...['--tsBuildInfoFile', join(cache, 'types.tsbuildinfo')],
    ],
    limitMinutes: 5,
  },
  {
    name: 'lint',
    args: [
      modules('eslint/bin/eslint.js'),
      ...['.', '--max-warnings', '0'],
      ...['--cache', '--cache-strategy', 'content', '--cache-location', join(cache, 'eslint')],
    ],
    limitMinutes: 6,
  },
];

const tests: Step = {
  name: 'tests',
  args: [
    modules('vitest/vitest.mjs'),
    ...['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    ...process.argv.slice(2),
  ],
  limitMinutes: 14,
};

mkdirSync(cache, { recursive: true });
rmSync(report, { force: true });
const outcomes: Outcome[] = [];
for (const step of [...checks, tests]) outcomes.push(await runStep(step));
process.exitCode = summarise(outcomes);

async function runStep({ name, args, limitMinutes }: Step): Promise<Outcome> {
  process.stdout.write(`\n── ${name}\n`);
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: limitMinutes * 60_000,
    killSignal: 'SIGKILL',
  });
  const ok = await new Promise<boolean>((resolve) => {
    child.on('error', () => resolve(false));
    child.on('exit', (code, signal) => {
      if (signal) process.stdout.write(`${name} ended by ${signal}; limit ${limitMinutes} min\n`);
      resolve(code === 0);
    });
  });
  return { name, ok, seconds: Math.round((performance.now() - startedAt) / 1000) };
}

/** Prints the summary; returns the exit code. */
function summarise(all: Outcome[]): number {
  process.stdout.write('\n── summary\n');
  for (const { name, ok, seconds } of all) {
    process.stdout.write(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`);
  }
  const tally = readTally(report);
  const failedChecks = all.filter(({ name, ok }) => name !== tests.name && !ok).length;
  const testsOk = all.find(({ name }) => name === tests.name)?.ok ?? false;
  // Vitest may fail without a failed test: an error outside of any, or no report at all.
  const failedTests = testsOk ? tally.failed : Math.max(1, tally.failed);
  const failed = failedTests + failedChecks;
  const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : '';
  process.stdout.write(`${tally.passed} passed, ${failed} failed${skipped}\n`);
  return failed === 0 ? 0 : 1;
}
