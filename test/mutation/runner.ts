import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { INSTRUMENTER_CONSTANTS, type MutantCoverage } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  type DryRunResult,
  DryRunStatus,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestRunner,
  TestStatus,
} from '@stryker-mutator/api/test-runner';
import fc from 'fast-check';
import { declaredTests, declareIn, type DeclaredTest } from './suite.ts';

/**
 * A test runner of Stryker for the rules: the core is pure, so that its tests are loaded once and a
 * mutant costs only the tests that meet it, some milliseconds, instead of a test framework's start
 * (half a second). The quickest tests go first, and the first that fails ends it.
 *
 * `MUTATION=fast` leaves out the walks of random people, asks at most 60 of each property's cases,
 * and gives a mutant up as not noticed after three processor seconds of tests: its score is the lower
 * bound.
 */
const slow = /model|leased-kiosks|roster-properties/;

const isFast = process.env['MUTATION'] === 'fast';
const fastLimitMs = 3_000;

/** What instrumented code looks at. */
interface Instruments {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: MutantCoverage;
}

const shared = globalThis as unknown as Record<string, Instruments>;
const instruments = (shared[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});

const instead = new Map(
  ['vitest', 'fast-check'].map((name) => [name, new URL(`./${name}.ts`, import.meta.url).href]),
);

class CoreTestRunner implements TestRunner {
  private tests: readonly DeclaredTest[] = [];
  private readonly tookMs = new Map<string, number>();
  private forget: () => void = () => undefined;

  capabilities() {
    return { reloadEnvironment: false };
  }

  /** Loads the tests of the sandbox, the working directory. */
  async init(): Promise<void> {
    registerHooks({
      resolve: (specifier, context, next) => {
        const url = instead.get(specifier);
        return url === undefined || context.parentURL === url
          ? next(specifier, context)
          : { url, shortCircuit: true };
      },
    });
    // The same worlds for every mutant; a counterexample need not be a small one.
    fc.configureGlobal({ seed: 20260302, endOnFailure: true });
    for (const file of globSync('test/core/**/*.test.ts').toSorted()) {
      if (isFast && slow.test(file)) continue;
      declareIn(file);
      await import(pathToFileURL(resolve(file)).href);
    }
    this.tests = declaredTests();
    const calendar = pathToFileURL(resolve('server/core/calendar/business-day.ts')).href;
    const { localDateOf } = (await import(calendar)) as {
      localDateOf: (timezone: string, atMs: number) => string;
    };
    // The one thing that the core remembers outside its state is which day it was asked for last.
    this.forget = () => {
      localDateOf('UTC', 0);
    };
  }

  async dryRun(): Promise<DryRunResult> {
    const tests = [];
    for (const test of this.tests) {
      instruments.currentTestId = test.id;
      const began = performance.now();
      const failure = await failureOf(test);
      const timeSpentMs = performance.now() - began;
      instruments.currentTestId = undefined;
      this.tookMs.set(test.id, timeSpentMs);
      const told = { id: test.id, name: test.name, timeSpentMs };
      tests.push(
        failure === null
          ? { ...told, status: TestStatus.Success as const }
          : { ...told, status: TestStatus.Failed as const, failureMessage: failure },
      );
    }
    const { mutantCoverage = { static: {}, perTest: {} } } = instruments;
    return { status: DryRunStatus.Complete, tests, mutantCoverage };
  }

  async mutantRun({
    activeMutant,
    hitLimit,
    testFilter,
  }: MutantRunOptions): Promise<MutantRunResult> {
    const wanted = testFilter === undefined ? null : new Set(testFilter);
    const tests = this.tests.filter((test) => wanted === null || wanted.has(test.id));
    instruments.activeMutant = undefined;
    this.forget();
    Object.assign(instruments, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    let nrOfTests = 0;
    const endsMs = isFast ? processorMs() + fastLimitMs : Number.POSITIVE_INFINITY;
    try {
      for (const test of tests.toSorted((a, b) => this.costOf(a) - this.costOf(b))) {
        if (processorMs() > endsMs) break;
        nrOfTests += 1;
        const began = performance.now();
        const failureMessage = await failureOf(test);
        const endless = determineHitLimitReached(instruments.hitCount, hitLimit);
        if (endless !== undefined) {
          return { status: MutantRunStatus.Timeout, reason: 'its loop does not end' };
        }
        if (failureMessage !== null) {
          return { status: MutantRunStatus.Killed, killedBy: [test.id], failureMessage, nrOfTests };
        }
        this.tookMs.set(test.id, performance.now() - began);
      }
      return { status: MutantRunStatus.Survived, nrOfTests };
    } finally {
      Object.assign(instruments, { activeMutant: undefined, hitLimit: undefined });
    }
  }

  private costOf(test: DeclaredTest): number {
    return this.tookMs.get(test.id) ?? 0;
  }
}

/** Of the processor, so that a busy machine does not hide what the tests would notice. */
function processorMs(): number {
  return process.cpuUsage().user / 1000;
}

async function failureOf(test: DeclaredTest): Promise<string | null> {
  try {
    await test.run();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'core', CoreTestRunner)];
