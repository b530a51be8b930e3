/**
 * `npm run simulate -- [--minutes N] [--seed S]`: worlds one after the other, each from its own
 * seed, on every processor. Ends with `N days, N steps, N faults, 0 broken` and exit code 0, or
 * with a short trace, the seed that brings it back, and exit code 1.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { faultKinds, type FaultKind } from './faults.ts';
import { needed } from './needed.ts';
import { faultCount, runWorld, type WorldReport } from './world.ts';

const daysPerWorld = 5;
const minutesDefault = 1;
const traceLines = 25;

interface Share {
  readonly firstSeed: number;
  readonly stride: number;
  readonly untilMs: number;
}

if (isMainThread) process.exitCode = await simulate();
else await liveWorlds(workerData as Share);

async function simulate(): Promise<number> {
  const values = optionsGiven();
  const minutes = numberOf(values.minutes, 'minutes');
  const seed = numberOf(values.seed, 'seed');
  // A seed alone is that one world; with minutes, it is where to begin.
  if (seed !== null && minutes === null) {
    const days = numberOf(values.days, 'days') ?? daysPerWorld;
    return summarise([await runWorld({ seed, days })]);
  }
  const firstSeed = seed ?? (Date.now() % 1_000_000) * 1_000;
  process.stdout.write(`worlds from seed ${firstSeed} on, for ${minutes ?? minutesDefault} min\n`);
  const untilMs = Date.now() + (minutes ?? minutesDefault) * 60_000;
  const stride = Math.max(1, availableParallelism());
  const shares = Array.from({ length: stride }, (_, at) =>
    share({ firstSeed: firstSeed + at, stride, untilMs }),
  );
  return summarise((await Promise.all(shares)).flat());
}

/** Exit code 1 says that a world broke: what nobody can mean is 2, as everywhere. */
function optionsGiven() {
  try {
    return parseArgs({
      options: { minutes: { type: 'string' }, seed: { type: 'string' }, days: { type: 'string' } },
    }).values;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.stderr.write('usage: npm run simulate -- [--minutes N] [--seed S] [--days N]\n');
    process.exit(2);
  }
}

function numberOf(text: string | undefined, name: string): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  if (Number.isFinite(value) && value >= 0) return value;
  process.stderr.write(`--${name}: "${text}" is no number\n`);
  process.exit(2);
}

/** Worlds in a thread of their own; it ends early at the first that breaks. */
function share(data: Share): Promise<WorldReport[]> {
  return new Promise((resolve, reject) => {
    const reports: WorldReport[] = [];
    const worker = new Worker(new URL(import.meta.url), { workerData: data });
    worker.on('message', (report: WorldReport) => reports.push(report));
    worker.on('error', reject);
    worker.on('exit', () => resolve(reports));
  });
}

async function liveWorlds({ firstSeed, stride, untilMs }: Share): Promise<void> {
  // Within a world `Date.now` is the world's: between two it is the machine's again.
  for (let seed = firstSeed; Date.now() < untilMs; seed += stride) {
    const report = await runWorld({ seed, days: daysPerWorld });
    parentPort?.postMessage(report);
    if (report.broken !== null) return;
  }
}

async function summarise(reports: readonly WorldReport[]): Promise<number> {
  const sum = (of: (report: WorldReport) => number): number =>
    reports.reduce((total, report) => total + of(report), 0);
  const days = sum((report) => report.days);
  const broken = reports.filter((report) => report.broken !== null);
  for (const kind of faultKinds) {
    process.stdout.write(`  ${kind.padEnd(18)} ${sum((report) => report.faults[kind])}\n`);
  }
  const events = sum((report) => report.events);
  process.stdout.write(`${reports.length} worlds, ${events} events, `);
  process.stdout.write(`${(days / 365).toFixed(2)} years of hall days\n`);
  const given = sum(({ offline }) => offline.given);
  const queued = sum(({ offline }) => offline.queued);
  process.stdout.write(
    `${given} numbers given without the hub, ${queued} of them stood in line afterwards\n`,
  );
  // All threads together: what a machine with nothing else to do would take.
  const { user, system } = process.cpuUsage();
  const perMinute = days / 365 / ((user + system) / 60e6);
  process.stdout.write(`${perMinute.toFixed(2)} years a minute of a processor\n`);
  const [first] = broken;
  if (first !== undefined) await tell(first);
  const counts = [`${days} days`, `${sum((report) => report.steps)} steps`];
  process.stdout.write(
    `${[...counts, `${sum(faultCount)} faults`, `${broken.length} broken`].join(', ')}\n`,
  );
  return broken.length === 0 ? 0 : 1;
}

/** The trace of a broken world, after a look which kinds of faults it takes at all. */
async function tell({ seed, days, broken }: WorldReport): Promise<void> {
  if (broken === null) return;
  const kinds: readonly FaultKind[] = await needed({ seed, days: days + 1 }, broken.what);
  process.stdout.write(`\nseed ${seed}, day ${days + 1}: ${broken.what}\n`);
  process.stdout.write(`it takes: ${kinds.length === 0 ? 'no fault at all' : kinds.join(', ')}\n`);
  for (const line of broken.trace.slice(-traceLines)) process.stdout.write(`  ${line}\n`);
  process.stdout.write(`again: npm run simulate -- --seed ${seed} --days ${days + 1}\n\n`);
}
