import type { HallConfig } from '#core/hall-config.ts';
import { createRandom } from '#server/people/random.ts';
import type { Disk, DiskFate } from './disk.ts';
import { openDiskJournal, type DiskBug } from './disk-journal.ts';
import { between, type Weather } from './faults.ts';
import { startHubProcess, type HubProcess } from './hub-process.ts';
import type { Network } from './network.ts';
import { standInVault } from './stand-ins.ts';
import { createOwner, type Owner, type VirtualTime } from './virtual-time.ts';
import type { Trace } from './trace.ts';
import type { Witness } from './witness.ts';

export interface MachineDeps {
  readonly seed: number;
  readonly time: VirtualTime;
  readonly weather: Weather;
  readonly config: HallConfig;
  readonly refreshMs: number;
  readonly disk: Disk;
  readonly witness: Witness;
  readonly trace: Trace;
  readonly network: () => Network;
  readonly broken: (what: string) => void;
  readonly diskBug: DiskBug | null;
}

const retryMs = 2_000;

/** The machine in the back office: its disk stays, the hub's process on it comes and goes. */
export function createMachine(deps: MachineDeps) {
  const { time, weather, disk, trace, witness, diskBug } = deps;
  const ids = createRandom(deps.seed + 3);
  const service = createOwner('service manager');
  let owner: Owner | null = null;
  let hub: HubProcess | null = null;
  let generation = 0;
  let isWanted = false;
  let fullUntilMs = 0;
  let slowUntilMs = 0;

  const after = (name: Owner) => (ms: number) =>
    new Promise<void>((resolve) => {
      time.at(time.now() + ms, name, 'disk', resolve);
    });

  function fate(act: 'write' | 'flush' | 'read'): DiskFate {
    const ms = diskMs();
    if (act === 'read') {
      if (!weather.strikes('unreadable-disk', 0.05)) return { kind: 'well', ms: 1 };
      return { kind: 'error', ms, message: 'input/output error' };
    }
    if (act === 'write' && time.now() < fullUntilMs) {
      return { kind: 'error', ms, message: 'no space left on device' };
    }
    if (weather.strikes('write-error', 0.01)) {
      return { kind: 'error', ms, message: 'input/output error' };
    }
    if (act === 'flush' && weather.strikes('uncertain-write', 0.01)) {
      return { kind: 'uncertain', ms, message: 'the answer was lost' };
    }
    return { kind: 'well', ms };
  }

  function diskMs(): number {
    const usual = 1 + weather.random.next() * 4;
    return time.now() < slowUntilMs ? usual + weather.random.next() * 3_000 : usual;
  }

  async function start(name: Owner): Promise<void> {
    trace.line(`${name.name} starts`);
    try {
      const journal = openDiskJournal({
        disk,
        after: after(name),
        fate,
        ...(diskBug === null ? {} : { bug: diskBug }),
      });
      const started = await startHubProcess({
        owner: name,
        journal,
        vault: standInVault(),
        config: deps.config,
        refreshMs: deps.refreshMs,
        freshId: () => between(ids, 1, 2 ** 40).toString(36),
        bug: deps.broken,
        sent: (event, payload, question) => witness.sent(event, payload, question),
      });
      if (owner !== name) return;
      hub = started;
      trace.line(`${name.name} is up at ${hub.hall.dispatch.state().seq}`);
    } catch (error) {
      if (owner !== name) return;
      trace.line(`${name.name} did not start: ${error instanceof Error ? error.message : ''}`);
      gone(name);
    }
  }

  /** Whoever keeps the program running starts it again. */
  function gone(name: Owner): void {
    time.drop(name);
    owner = null;
    hub = null;
    if (isWanted) startIn(retryMs);
  }

  function startIn(ms: number): void {
    const next = time.now() + ms;
    time.at(next, service, 'start', () => {
      if (!isWanted || owner !== null) return;
      generation += 1;
      const name = createOwner(`hub ${generation}`);
      owner = name;
      time.at(time.now(), name, 'start', () => void start(name));
    });
  }

  return {
    hub: () => hub,
    /** A commit is under way: written, or half, and not flushed. */
    isWriting: () => hub !== null && disk.isWriting(),

    switchOn(): void {
      isWanted = true;
      if (owner === null) startIn(0);
    },

    async switchOff(): Promise<void> {
      isWanted = false;
      const process = hub;
      await process?.stop();
      if (hub !== process || process === null) return;
      trace.line('hub stopped');
      time.drop(process.owner);
      deps.network().cutAll();
      owner = null;
      hub = null;
    },

    /** `kill -9`, or the power: what was under way is gone. */
    crash(): void {
      const name = owner;
      if (name === null) return;
      weather.count('hub-crash');
      const becomes = disk.crash((rowCount) => {
        const roll = weather.random.next();
        const rows = between(weather.random, 0, rowCount - 1);
        const isTorn = roll < 0.5 && weather.isAbout('torn-write');
        return { fate: isTorn ? 'torn' : roll < 0.7 ? 'lost' : 'whole', rows };
      });
      if (becomes === 'torn') weather.count('torn-write');
      trace.line(`crash of ${name.name}; the last write is ${becomes}`);
      deps.network().cutAll(weather.random.next() < 0.3 ? 'silently' : undefined);
      time.drop(name);
      owner = null;
      hub = null;
      if (isWanted) startIn(500 + Math.floor(weather.random.next() ** 3 * 40_000));
    },

    fillDisk(ms: number): void {
      trace.line(`the disk is full for ${ms} ms`);
      fullUntilMs = time.now() + ms;
    },
    slowDisk(ms: number): void {
      trace.line(`the disk is slow for ${ms} ms`);
      slowUntilMs = time.now() + ms;
    },
    /** The operator makes room and changes the disk. */
    mend(): void {
      fullUntilMs = 0;
      slowUntilMs = 0;
    },
  };
}

export type Machine = ReturnType<typeof createMachine>;
