import { assertWhole } from '#core/invariants.ts';
import type { HallDay } from '#core/state.ts';
import { createRandom } from '#server/people/random.ts';
import { workDay, type ClerkPlan } from './clerks.ts';
import { createDisk } from './disk.ts';
import { drawHall } from './drawn-hall.ts';
import { between, createWeather, faultKinds, pickOne, type FaultKind } from './faults.ts';
import { createGremlin } from './gremlin.ts';
import { createMachine } from './machine.ts';
import { createNetwork, type Network } from './network.ts';
import { createCrowd, sleep, type Outside } from './people.ts';
import { switchOnKiosk } from './kiosks.ts';
import { createKioskStorage } from './kiosk-storage.ts';
import type { DiskBug } from './disk-journal.ts';
import { createPaperTray, keepAgentRunning } from './printing.ts';
import { switchOnScreen } from './screens.ts';
import { superviseDay } from './supervisor.ts';
import { createTrace } from './trace.ts';
import { createOwner, createVirtualTime, installTime } from './virtual-time.ts';
import { createVisitors } from './visitors.ts';
import { BrokenPromise, createWitness, must } from './witness.ts';

export interface WorldOptions {
  readonly seed: number;
  readonly days: number;
  /** Kinds of faults taken away. */
  readonly without?: ReadonlySet<FaultKind>;
  /** A bug of the storage, planted to see it found. */
  readonly diskBug?: DiskBug;
}

export interface WorldReport {
  readonly seed: number;
  readonly days: number;
  readonly steps: number;
  readonly events: number;
  readonly faults: Readonly<Record<FaultKind, number>>;
  /** Numbers that kiosks gave without the hub, and how many of them stood in line afterwards. */
  readonly offline: { readonly given: number; readonly queued: number };
  /** The same for the same seed, to the last message. */
  readonly traceHash: string;
  readonly broken: { readonly what: string; readonly trace: readonly string[] } | null;
}

const minuteMs = 60_000;
const halfMinuteMs = minuteMs / 2;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const firstMorning = '2026-03-02T08:26:00+08:00';
const traceLines = 40;
/** The hub's own, and mostly a longer one: what a screen was not told it shows for longer. */
const refreshesMs = [15_000, 60_000, 60_000, 60_000] as const;
/** How long people may need for the rest of a day once nothing disturbs them any more. */
const progressMs = 2 * hourMs;

const staff: readonly ClerkPlan[] = [
  { counter: '1', badge: '1001', relief: '1004', serviceMaxMs: 90_000 },
  { counter: '2', badge: '1002', relief: '1004', serviceMaxMs: 120_000 },
  { counter: '3', badge: '1003', relief: '1004', serviceMaxMs: 150_000 },
];

/** Lives some days of a hall in a world of its own. Nothing in it depends on anything but the seed. */
export async function runWorld(options: WorldOptions): Promise<WorldReport> {
  const { seed } = options;
  const startMs = Date.parse(firstMorning);
  const time = createVirtualTime(startMs);
  const trace = createTrace(() => new Date(startMs + time.now()).toISOString().slice(5, 23));
  const weather = createWeather(seed, options.without);
  const disk = createDisk();
  const found: string[] = [];
  let calmSinceMs = 0;
  const report = (what: string): void => {
    found.push(what);
  };
  const witness = createWitness(
    disk,
    ({ seq, type, data }) =>
      trace.line(`event ${seq} ${type} ${JSON.stringify(data).slice(0, 100)}`),
    report,
    () => (weather.isRough ? null : time.now() - calmSinceMs),
  );

  // Who meets whom only later: the network leads to the machine, which may cut the network.
  const network: Network = createNetwork({ time, weather, door: () => machine.hub() });
  const machine = createMachine({
    seed,
    time,
    weather,
    config: drawHall(createRandom(seed + 2)),
    refreshMs: pickOne(createRandom(seed + 6), refreshesMs),
    disk,
    witness,
    trace,
    network: () => network,
    broken: report,
    diskBug: options.diskBug ?? null,
  });
  const owner = createOwner('outside');
  const gremlin = createGremlin({ time, weather, machine, network, trace, owner });
  const random = createRandom(seed + 4);
  let isDayOver = false;
  let serial = 0;
  const storage = createKioskStorage(weather, (key, ticket) => {
    trace.line(`${key} gave ${ticket.number}`);
    witness.kioskGave(`kiosk-${key.split('.').at(-1) ?? ''}`, ticket, startMs + time.now());
  });
  const outside: Outside = {
    time,
    random,
    weather,
    network,
    witness,
    owner,
    crowd: createCrowd(time),
    storage,
    note: (line) => trace.line(line),
    serial: () => (serial += 1),
    seats: new Map(),
    isEvening: () => witness.history.endedDay === today(),
    isDayOver: () => isDayOver,
  };
  /** The local date; asked again and again within a day. */
  const today = (): string => {
    const dayNo = Math.floor((startMs + time.now() + 8 * hourMs) / dayMs);
    if (dayNo !== date.dayNo) {
      date = { dayNo, text: new Date(dayNo * dayMs).toISOString().slice(0, 10) };
    }
    return date.text;
  };
  let date = { dayNo: 0, text: '' };

  // Where the real hub's process would end, its world does.
  const dropped = (error: unknown): void => report(`nobody caught: ${said(error)}`);
  process.on('unhandledRejection', dropped);
  const tray = createPaperTray(outside);
  const restoreTime = installTime(time, createRandom(seed + 5));
  const restoreStorage = storage.install();
  let daysDone = 0;
  try {
    const ending = direct().then(
      () => 'done' as const,
      (error: unknown) => {
        report(said(error));
        return 'done' as const;
      },
    );
    await live(ending);
  } catch (error) {
    report(said(error));
  } finally {
    restoreTime();
    restoreStorage();
    process.off('unhandledRejection', dropped);
  }
  const [what] = found;
  return {
    seed,
    days: daysDone,
    steps: time.steps,
    events: witness.history.seq,
    faults: weather.counts,
    offline: witness.history.leased.counts,
    traceHash: trace.hash(),
    broken: what === undefined ? null : { what, trace: trace.last(traceLines) },
  };

  /** Step after step, and after each what must always hold. */
  async function live(ending: Promise<'done'>): Promise<void> {
    const over = { isDone: false };
    void ending.then(() => {
      over.isDone = true;
    });
    let lookedAt: HallDay | null = null;
    while (!over.isDone && found.length === 0) {
      if (!(await time.step())) throw new BrokenPromise('nothing happens any more');
      witness.follow();
      const hub = machine.hub();
      const state = hub?.hall.dispatch.state() ?? null;
      if (state !== null && state !== lookedAt) {
        assertWhole(state);
        lookedAt = state;
      }
      gremlin.afterStep();
    }
  }

  async function direct(): Promise<void> {
    time.at(0, owner, 'dawn', () => {});
    for (let day = 0; day < options.days; day += 1) {
      await liveDay();
      daysDone += 1;
      await night();
    }
  }

  async function liveDay(): Promise<void> {
    isDayOver = false;
    machine.switchOn();
    const screens = [switchOnScreen(outside, 'lobby'), switchOnScreen(outside, 'door')];
    const later = between(random, 0, 3) * minuteMs;
    const kiosks = [
      switchOnKiosk(outside, 'k1', later),
      switchOnKiosk(outside, 'k2', later),
    ] as const;
    const endAgent = keepAgentRunning(outside, tray);
    const opensMs = time.now() + between(random, 2, 6) * minuteMs;
    const visitors = createVisitors(outside, kiosks);
    const people: Promise<void>[] = [
      ...staff.map((plan) => workDay(outside, plan)),
      superviseDay(outside),
      ...Array.from({ length: between(random, 6, 24) }, () =>
        visitors.visit(opensMs + between(random, 0, 40) * halfMinuteMs),
      ),
    ];
    const gone = people.map((each) => each.catch((error: unknown) => report(said(error))));
    await sleep(outside, between(random, 0, 1) * between(random, 0, 8) * minuteMs);
    calmSinceMs = Infinity;
    gremlin.begin();
    await sleep(outside, between(random, 8, 26) * minuteMs);
    gremlin.end();
    calmSinceMs = time.now();

    // From here on nothing is wrong with the world: the day has to come to its end.
    machine.switchOn();
    const untilMs = time.now() + progressMs;
    while (!outside.isEvening()) {
      must(time.now() < untilMs, `no progress: ${whereItStands()}`);
      await sleep(outside, halfMinuteMs);
    }
    // A little later every screen that is on shows the truth.
    await sleep(outside, 2 * minuteMs);
    const hub = machine.hub();
    must(hub !== null, 'the hub is not up although nothing is wrong');
    const { state } = hub.hall.dispatch;
    for (const screen of screens) {
      const seen = screen.seen();
      must(seen?.live === true, 'a screen is not live although nothing is wrong');
      must(seen.data.hall.state === 'closed', `a screen shows ${seen.data.hall.state}`);
      must(seen.revision === state().seq, `a screen stands at ${seen.revision}`);
      const heard = screen.lastCallNo(today());
      must(heard === state().lastCallNo, `a screen has heard call ${heard}`);
    }
    for (const { name } of kiosks) {
      const kept = storage.kept(name).map(({ number }) => number);
      must(kept.length === 0, `${name} has not handed in ${kept.join(', ')}`);
    }
    must(state().printing.length === 0, `${state().printing.length} papers were never printed`);
    for (const job of witness.history.printed) must(tray.papers.has(job), `${job} has no paper`);
    isDayOver = true;
    await Promise.all(gone);
    endAgent();
    for (const screen of screens) screen.switchOff();
    for (const kiosk of kiosks) kiosk.switchOff();
    const verified = await hub.hall.journal.verify();
    must(verified.ok, `the journal does not verify: ${JSON.stringify(verified)}`);
    outside.crowd.forget();
  }

  function whereItStands(): string {
    const state = machine.hub()?.hall.dispatch.state();
    if (state === undefined) return 'the hub is not up';
    const seats = Object.values(state.counters).map((seat) => `${seat.id} ${seat.state}`);
    return `${state.hallState}, ${state.waitingCount} wait, ${seats.join(', ')}`;
  }

  /** Most halls switch everything off; some leave the hub running on a machine that sleeps. */
  async function night(): Promise<void> {
    if (random.next() < 0.5) await machine.switchOff();
    const sinceMidnightMs = (startMs + time.now() + 8 * hourMs) % (24 * hourMs);
    const morningMs = time.now() - sinceMidnightMs + 32 * hourMs + 23 * minuteMs;
    time.sleepUntil(morningMs + between(random, 0, 5) * minuteMs);
    await sleep(outside, 1_000);
  }
}

function said(error: unknown): string {
  if (error instanceof BrokenPromise) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

export function faultCount(report: Pick<WorldReport, 'faults'>): number {
  return faultKinds.reduce((sum, kind) => sum + report.faults[kind], 0);
}
