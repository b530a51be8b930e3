import type { HallConfig } from '#core/hall-config.ts';
import type { Doors } from './doors.ts';
import { drawDay } from './drawn-day.ts';
import { runLiveDay } from './live-day.ts';

export interface SimulationDeps {
  readonly clock: {
    now(): number;
    speed(): number;
    setSpeed(speed: number): void;
    at(instantMs: number, callback: () => void): () => void;
  };
  /** The hall as it is now; null hours on a day it stays closed. */
  readonly hall: () => {
    readonly config: HallConfig;
    readonly opensAtMs: number | null;
    readonly closesAtMs: number | null;
  };
  /** People come to the doors, and sign in, anew for each simulated day. */
  readonly doors: () => Promise<Doors>;
  readonly onError: (error: unknown) => void;
}

/** Simulated customers and clerks who live a training hall's day, through the hall's own doors. */
export function createSimulation(deps: SimulationDeps) {
  const { clock } = deps;
  let running: {
    readonly seed: number;
    readonly stop: () => void;
    readonly done: Promise<void>;
  } | null = null;

  let starting: Promise<void> | null = null;

  async function begin(seed: number): Promise<void> {
    const { config, opensAtMs, closesAtMs } = deps.hall();
    if (opensAtMs === null || closesAtMs === null) return;
    const plan = drawDay({ config, seed, opensAtMs, closesAtMs, fromMs: clock.now() });
    const doors = await deps.doors();
    let stopped = false;
    let wakeUp: (() => void) | null = null;
    const reach = (atMs: number): Promise<boolean> =>
      new Promise((resolve) => {
        if (stopped) {
          resolve(false);
          return;
        }
        const cancel = clock.at(atMs, () => {
          wakeUp = null;
          resolve(!stopped);
        });
        wakeUp = () => {
          cancel();
          resolve(false);
        };
      });
    const done = runLiveDay(plan, { doors, reach })
      .then(() => doors.close())
      .catch(deps.onError)
      .finally(() => {
        running = null;
      });
    running = {
      seed,
      done,
      stop: () => {
        stopped = true;
        wakeUp?.();
      },
    };
  }

  return {
    status: () => ({
      state: running === null ? ('stopped' as const) : ('running' as const),
      speed: clock.speed(),
      seed: running?.seed ?? null,
    }),
    /** Begins a day, or only changes the speed of the one under way. */
    async start(options: { readonly speed: number; readonly seed?: number }): Promise<void> {
      clock.setSpeed(options.speed);
      if (running !== null) return;
      // Signing in takes a moment: a second press meanwhile starts no second day.
      starting ??= begin(options.seed ?? 1).finally(() => {
        starting = null;
      });
      await starting;
    },
    /** The people stop where they are; time goes on at its ordinary pace. */
    async stop(): Promise<void> {
      clock.setSpeed(1);
      const present = running;
      present?.stop();
      await present?.done;
    },
  };
}
