/**
 * The hub's clock. Everything that happens in a hall is stamped by it; a training hall may steer it.
 * Real time is the only outside fact here; what falls due is asked of the core (`nextDue`).
 */
export interface HallClock {
  /** Whole milliseconds since 1970-01-01T00:00Z. */
  now(): number;
  /** Hall seconds a second; 1 for a real hall, 0 for a clock that stands still. */
  speed(): number;
  /** Calls back once, when the clock has reached the instant; answers how to cancel. */
  at(instantMs: number, callback: () => void): () => void;
}

/** A clock that a training hall or a test may move. */
export interface SteerableClock extends HallClock {
  /** Moves forward to an instant; earlier instants are refused with a RangeError. */
  moveTo(instantMs: number): void;
  setSpeed(speed: number): void;
}

/** Longest wait handed to a timer: Node's timers overflow beyond 2^31 - 1 ms. */
const timerMaxMs = 60_000;

export function createSystemClock(): HallClock {
  const clock: HallClock = {
    now: () => Date.now(),
    speed: () => 1,
    at: (instantMs, callback) => waitUntil(clock, instantMs, callback),
  };
  return clock;
}

/**
 * @param startMs the hall's time at start
 * @param speed hall seconds a second; 0 stands still until `moveTo`
 */
export function createSteerableClock(startMs: number, speed: number): SteerableClock {
  let baseMs = startMs;
  let since = performance.now();
  let factor = speed;
  const waiting = new Set<{ readonly instantMs: number; readonly callback: () => void }>();
  let cancelTimer: (() => void) | null = null;

  const now = (): number => Math.floor(baseMs + (performance.now() - since) * factor);
  const rebase = (instantMs: number): void => {
    baseMs = instantMs;
    since = performance.now();
  };
  const fire = (): void => {
    for (const waiter of [...waiting].sort((a, b) => a.instantMs - b.instantMs)) {
      if (waiter.instantMs > now()) break;
      if (waiting.delete(waiter)) waiter.callback();
    }
    schedule();
  };
  const schedule = (): void => {
    cancelTimer?.();
    cancelTimer = null;
    if (waiting.size === 0 || factor === 0) return;
    const firstMs = Math.min(...[...waiting].map((waiter) => waiter.instantMs));
    const delayMs = Math.min(Math.max((firstMs - now()) / factor, 1), timerMaxMs);
    const timer = setTimeout(fire, delayMs);
    timer.unref();
    cancelTimer = () => {
      clearTimeout(timer);
    };
  };

  return {
    now,
    speed: () => factor,
    at(instantMs, callback) {
      const waiter = { instantMs, callback };
      waiting.add(waiter);
      schedule();
      return () => {
        waiting.delete(waiter);
        schedule();
      };
    },
    moveTo(instantMs) {
      if (instantMs < now()) throw new RangeError('a clock does not go backwards');
      rebase(instantMs);
      fire();
    },
    setSpeed(next) {
      rebase(now());
      factor = next;
      schedule();
    },
  };
}

function waitUntil(clock: HallClock, instantMs: number, callback: () => void): () => void {
  let timer: NodeJS.Timeout | null = null;
  const wait = (): void => {
    const leftMs = instantMs - clock.now();
    if (leftMs <= 0) {
      timer = null;
      callback();
      return;
    }
    timer = setTimeout(wait, Math.min(leftMs, timerMaxMs));
    timer.unref();
  };
  timer = setTimeout(wait, Math.min(Math.max(instantMs - clock.now(), 0), timerMaxMs));
  timer.unref();
  return () => {
    if (timer !== null) clearTimeout(timer);
  };
}
