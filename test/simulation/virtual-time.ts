import type { Random } from '#server/people/random.ts';

/**
 * The one clock and the one scheduler of a simulated world. While it is installed, everything in
 * this process that asks for time, timers or chance asks the world: the real hub and the real
 * clients run on it unchanged. A step is one thing that happens (a timer, a message, an answer of
 * the disk) with all promises that follow from it.
 */
export interface VirtualTime {
  /** Steady milliseconds since the world began: what timers and `performance.now` go by. */
  now(): number;
  /** The wall clock of the world, `Date.now`; faults may set it wrong. */
  wallMs(): number;
  setWallErrorMs(errorMs: number): void;
  readonly wallErrorMs: number;
  /** Runs `act` in the name of `owner` at an instant; answers how to call it off. */
  at(atMs: number, owner: Owner, label: string, act: () => void): () => void;
  /** Runs synchronously in the name of an owner: timers that it starts are the owner's. */
  as<T>(owner: Owner, act: () => T): T;
  /** Everything that an owner has under way is gone: a process that was killed. */
  drop(owner: Owner): void;
  /** The next thing happens. False when nothing is left to happen. */
  step(): Promise<boolean>;
  /** The machine sleeps: what was due meanwhile happens late, once it wakes. */
  sleepUntil(atMs: number): void;
  readonly steps: number;
  readonly lastLabel: string;
}

/** In whose name something runs: a hub's process, a client's page, the network, the people. */
export interface Owner {
  readonly name: string;
  alive: boolean;
}

interface Entry {
  readonly atMs: number;
  readonly order: number;
  readonly owner: Owner;
  readonly label: string;
  readonly act: () => void;
  cancelled: boolean;
}

export function createOwner(name: string): Owner {
  return { name, alive: true };
}

const realImmediate = globalThis.setImmediate;
/** Now and then the real loop gets its turn: it tells of what nobody caught. */
const stepsPerTurn = 64;

/** Behind everything that promises have waiting: Node runs a tick once none is left. */
const settled = (): Promise<void> =>
  new Promise((resolve) => {
    process.nextTick(resolve);
  });
const turnOfLoop = (): Promise<void> => new Promise((resolve) => void realImmediate(resolve));
const nobody = createOwner('nobody');

export function createVirtualTime(startWallMs: number): VirtualTime {
  const heap = createHeap();
  let nowMs = 0;
  let wallErrorMs = 0;
  let order = 0;
  let steps = 0;
  let present = nobody;
  let lastLabel = '';

  function add(atMs: number, owner: Owner, label: string, act: () => void): Entry {
    order += 1;
    const entry = { atMs: Math.max(atMs, nowMs), order, owner, label, act, cancelled: false };
    heap.push(entry);
    return entry;
  }

  const time: VirtualTime & { readonly present: () => Owner } = {
    now: () => nowMs,
    wallMs: () => Math.floor(startWallMs + nowMs + wallErrorMs),
    setWallErrorMs(errorMs) {
      wallErrorMs = errorMs;
    },
    get wallErrorMs() {
      return wallErrorMs;
    },
    at(atMs, owner, label, act) {
      const entry = add(atMs, owner, label, act);
      return () => {
        entry.cancelled = true;
      };
    },
    as(owner, act) {
      const before = present;
      present = owner;
      try {
        return act();
      } finally {
        present = before;
      }
    },
    drop(owner) {
      owner.alive = false;
    },
    async step() {
      for (;;) {
        const entry = heap.pop();
        if (entry === undefined) return false;
        if (entry.cancelled || !entry.owner.alive) continue;
        nowMs = Math.max(nowMs, entry.atMs);
        steps += 1;
        lastLabel = entry.label;
        present = entry.owner;
        entry.act();
        // Every promise that follows is settled before the next step.
        await (steps % stepsPerTurn === 0 ? turnOfLoop() : settled());
        present = nobody;
        return true;
      }
    },
    sleepUntil(atMs) {
      nowMs = Math.max(nowMs, atMs);
    },
    get steps() {
      return steps;
    },
    get lastLabel() {
      return lastLabel;
    },
    present: () => present,
  };
  presents.set(time, time.present);
  return time;
}

const presents = new WeakMap<VirtualTime, () => Owner>();

/**
 * Puts the world's time, timers and chance in the place of the machine's; answers how to put them
 * back. Timers belong to whoever starts them.
 */
export function installTime(time: VirtualTime, random: Random): () => void {
  const present = presents.get(time) ?? (() => nobody);

  const start = (label: string, act: () => void, delayMs: number, everyMs: number | null) => {
    const owner = present();
    const handle = { cancel: () => {}, unref: () => handle, ref: () => handle };
    const ring = (): void => {
      if (everyMs !== null) plan(everyMs);
      act();
    };
    const plan = (ms: number): void => {
      handle.cancel = time.at(time.now() + ms, owner, label, ring);
    };
    plan(delayMs);
    return handle;
  };
  const stop = (handle: unknown): void => {
    if (typeof handle === 'object' && handle !== null && 'cancel' in handle) {
      (handle as { cancel: () => void }).cancel();
    }
  };
  const byteCount = 256;
  const replaced: Record<string, unknown> = {
    setTimeout: (act: () => void, ms = 0) => start('timer', act, Math.max(ms, 1), null),
    setInterval: (act: () => void, ms = 0) => start('interval', act, ms, Math.max(ms, 1)),
    setImmediate: (act: () => void) => start('immediate', act, 0, null),
    clearTimeout: stop,
    clearInterval: stop,
    clearImmediate: stop,
    crypto: {
      getRandomValues: (bytes: Uint8Array) =>
        bytes.map(() => Math.floor(random.next() * byteCount)),
    },
  };
  const kept = new Map<string, PropertyDescriptor | undefined>();
  for (const [name, value] of Object.entries(replaced)) {
    kept.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  const { now: dateNow } = Date;
  const { random: mathRandom } = Math;
  Date.now = () => time.wallMs();
  Math.random = () => random.next();
  Object.defineProperty(performance, 'now', {
    value: () => time.now(),
    configurable: true,
    writable: true,
  });

  return () => {
    for (const [name, descriptor] of kept) {
      if (descriptor !== undefined) Object.defineProperty(globalThis, name, descriptor);
    }
    Date.now = dateNow;
    Math.random = mathRandom;
    Reflect.deleteProperty(performance, 'now');
  };
}

function createHeap() {
  const heap: Entry[] = [];
  const isBefore = (a: Entry, b: Entry): boolean =>
    a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);
  return {
    push(entry: Entry): void {
      let index = heap.push(entry) - 1;
      while (index > 0) {
        const parent = (index - 1) >> 1;
        const above = heap[parent]!;
        if (!isBefore(entry, above)) break;
        heap[index] = above;
        index = parent;
      }
      heap[index] = entry;
    },
    pop(): Entry | undefined {
      const first = heap[0];
      const last = heap.pop();
      if (first === undefined || last === undefined || heap.length === 0) return first;
      let index = 0;
      for (;;) {
        let child = 2 * index + 1;
        if (child >= heap.length) break;
        const right = child + 1;
        if (right < heap.length && isBefore(heap[right]!, heap[child]!)) child = right;
        if (!isBefore(heap[child]!, last)) break;
        heap[index] = heap[child]!;
        index = child;
      }
      heap[index] = last;
      return first;
    },
  };
}
