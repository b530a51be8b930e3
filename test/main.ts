/**
 * `npm test`: format, lint and types, then every test. All of it runs even when an early step
 * fails, so that one run tells everything. The last line is `N passed, N failed[, N skipped]`;
 * a failed check that is not a test counts as one failure.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTally } from './support/tally.ts';
import type { Tally } from './support/tally.ts';

type Step = { name: string; args: string[]; limitMinutes: number };
type Suite = Step & { report: string };
type Outcome = { step: Step | Suite; ok: boolean; seconds: number };

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, '.cache');
/** Narrows the tests to some files, as in `npm test -- test/core`. */
const only = process.argv.slice(2);
const modules = (path: string) => join(root, 'node_modules', path);

/** All at once. Each keeps a cache, which serves daily work and is empty on a fresh clone. */
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

/** The browser's tests apart: where no page or no browser can be had, the others still count. */
const suites = ['unit', 'e2e'].map((project) => ({
  name: `tests: ${project}`,
  args: [
    modules('vitest/vitest.mjs'),
    ...['run', '--project', project, '--reporter=default', '--reporter=json'],
    `--outputFile.json=${reportOf(project)}`,
    ...(only.length > 0 ? ['--passWithNoTests', ...only] : []),
  ],
  limitMinutes: 25,
  report: reportOf(project),
}));

mkdirSync(cache, { recursive: true });
for (const { report } of suites) rmSync(report, { force: true });
const outcomes = await Promise.all(checks.map(runCheck));
for (const suite of suites) outcomes.push(await runSuite(suite));
process.exitCode = summarise(outcomes);

function reportOf(project: string): string {
  return join(cache, `tests-${project}.json`);
}

/** Checks stand beside each other, so each tells what it found at its end. */
async function runCheck(check: Step): Promise<Outcome> {
  const told: Buffer[] = [];
  const outcome = await run(check, (child) => {
    child.stdout?.on('data', (data: Buffer) => told.push(data));
    child.stderr?.on('data', (data: Buffer) => told.push(data));
  });
  process.stdout.write(`\n── ${check.name}\n${Buffer.concat(told).toString()}`);
  return outcome;
}

function runSuite(suite: Suite): Promise<Outcome> {
  process.stdout.write(`\n── ${suite.name}\n`);
  return run(suite, 'shown');
}

async function run(
  step: Step | Suite,
  output: 'shown' | ((child: ChildProcess) => void),
): Promise<Outcome> {
  const { name, args, limitMinutes } = step;
  const startedAt = performance.now();
  const stream = output === 'shown' ? 'inherit' : 'pipe';
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', stream, stream],
    timeout: limitMinutes * 60_000,
    killSignal: 'SIGKILL',
  });
  if (output !== 'shown') output(child);
  const ok = await new Promise<boolean>((resolve) => {
    child.on('error', () => resolve(false));
    // Not `exit`: what it wrote last is read before.
    child.on('close', (code, signal) => {
      if (signal) process.stdout.write(`${name} ended by ${signal}; limit ${limitMinutes} min\n`);
      resolve(code === 0);
    });
  });
  return { step, ok, seconds: Math.round((performance.now() - startedAt) / 1000) };
}

/** Prints the summary; returns the exit code. */
function summarise(all: Outcome[]): number {
  process.stdout.write('\n── summary\n');
  for (const { step, ok, seconds } of all) {
    process.stdout.write(`${ok ? 'ok    ' : 'FAILED'} ${step.name} (${seconds} s)\n`);
  }
  const total = all.map(countsOf).reduce((sum, one) => ({
    passed: sum.passed + one.passed,
    failed: sum.failed + one.failed,
    skipped: sum.skipped + one.skipped,
  }));
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  process.stdout.write(`${total.passed} passed, ${total.failed} failed${skipped}\n`);
  return total.failed === 0 ? 0 : 1;
}

/**
 * A suite counts its tests, and at least one failure where vitest fails without a failed test (an
 * error outside of any, or no report). A check counts only when it fails.
 */
function countsOf({ step, ok }: Outcome): Tally {
  const tally = 'report' in step ? readTally(step.report) : { passed: 0, failed: 0, skipped: 0 };
  return { ...tally, failed: ok ? tally.failed : Math.max(1, tally.failed) };
}
