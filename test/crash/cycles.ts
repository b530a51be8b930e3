/**
 * The real hub, killed again and again under load. After each start clients ask what was left
 * without an answer, screens come back, and the journal is held against every promise.
 */
import { verifyFolder } from '#journal/verifying.ts';
import { chance, createRandom } from '#server/people/random.ts';
import { at, handsOf } from '../support/hall-hands.ts';
import { runHub, type RunningHub } from '../support/running-hub.ts';
import { createLedger, type Ledger, type Written } from './ledger.ts';
import { clerk, customer, type Person } from './people.ts';
import { lobbyScreen, type Screen } from './screens.ts';

export interface CrashOptions {
  readonly cycles: number;
  readonly seed: number;
  readonly onCycle?: (cycle: number, figures: CrashFigures) => void;
}

export interface CrashFigures {
  readonly cycles: number;
  /** Of them, killed while it was starting. */
  readonly startsKilled: number;
  /** Commands whose success a client was told. */
  readonly promises: number;
  /** Commands in flight at a kill, asked again with their keys. */
  readonly askedAgain: number;
  readonly events: number;
  readonly longestRecoveryMs: number;
  /** What was lost, doubled or wrong; the aim is none. */
  readonly broken: readonly string[];
}

const counters = ['1', '2', '3', '4', '5', '6'];
const customerCount = 10;
const screenCount = 4;
/** The longest that clients work before the kill. */
const workMsMax = 400;
const startKillShare = 0.1;
const recoverMs = 20_000;
/** Long enough for two hundred days of cycles on a clock that runs at the pace of the machine. */
const settleRounds = 400;

export async function runCrashCycles(options: CrashOptions): Promise<CrashFigures> {
  const random = createRandom(options.seed);
  const hub = await runHub({ at: at('09:00'), speed: 1 });
  const ledger = createLedger();
  const line = { count: 0 };
  const people: Person[] = [];
  const screens: Screen[] = [];
  const broken: string[] = [];
  const figures = { cycles: 0, startsKilled: 0, askedAgain: 0, longestRecoveryMs: 0 };
  const result = (more: readonly string[] = []): CrashFigures => ({
    ...figures,
    promises: ledger.promised.length,
    events: ledger.events.length,
    broken: [...broken, ...more],
  });
  try {
    const hands = await handsOf(hub);
    const supervisor = await hands.token('9001');
    const kiosk = await hands.device('kiosk', 'crash');
    for (const [index, counter] of counters.entries()) {
      const token = await hands.token(String(1001 + index));
      people.push(clerk(hub.origin, counter, token, random, ledger, line));
    }
    for (let index = 0; index < customerCount; index += 1) {
      const name = `customer-${String(index)}`;
      people.push(customer(hub.origin, kiosk, name, random, ledger, line));
    }
    const display = await hands.device('display', 'crash');
    for (let index = 0; index < screenCount; index += 1) {
      screens.push(lobbyScreen(hub.origin, display));
    }

    while (figures.cycles < options.cycles && broken.length === 0) {
      const over = new AbortController();
      const work = people.map((one) => one.work(over.signal));
      await wait(random.next() * workMsMax);
      await hub.kill();
      over.abort();
      await Promise.all(work);
      if (chance(random, startKillShare)) {
        figures.startsKilled += 1;
        await hub.startAndKill(random.next() * 800);
      }
      const sinceMs = performance.now();
      await hub.restart();
      figures.askedAgain += people.filter((one) => one.hasUnsettled()).length;
      await settleAll(people);
      await readJournal(hub, ledger, supervisor);
      broken.push(...ledger.disagreements());
      const revision = Math.max(0, ...ledger.promised.slice(-100).map((one) => one.revision));
      for (const screen of screens) {
        await screen.reaches(revision, recoverMs).catch((error: unknown) => {
          broken.push(String(error));
        });
      }
      figures.cycles += 1;
      figures.longestRecoveryMs = Math.max(figures.longestRecoveryMs, performance.now() - sinceMs);
      options.onCycle?.(figures.cycles, result());
    }
    for (const screen of screens) broken.push(...screen.gaps());
    await hub.kill();
    const report = verifyFolder(hub.dataDir);
    if (!report.ok) broken.push(`${report.what}: ${report.where}`);
    return result();
  } finally {
    for (const one of [...people, ...screens]) one.close();
    await hub.close();
  }
}

async function settleAll(people: readonly Person[]): Promise<void> {
  for (let round = 0; round < settleRounds; round += 1) {
    const settled = await Promise.all(people.map((one) => one.settle()));
    if (settled.every((isSettled) => isSettled)) return;
    await wait(25);
  }
  throw new Error('the hub runs, and a command is still without an answer');
}

async function readJournal(hub: RunningHub, ledger: Ledger, token: string): Promise<void> {
  for (;;) {
    const from = (ledger.events.at(-1)?.seq ?? 0) + 1;
    const path = `/api/journal?from=${String(from)}&limit=10000`;
    const text = await hub.get<string>(path, token);
    const lines = text.split('\n').filter((written) => written !== '');
    if (lines.length === 0) return;
    ledger.write(lines.map((written) => JSON.parse(written) as Written));
  }
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
