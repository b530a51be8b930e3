import type { ViewClock } from '#protocol/views.ts';

/**
 * The hall's time as a page shows it: the hub's clock as of the last view, carried on by the
 * page's own steady clock at the hub's speed. A wrong clock on the device does not matter.
 */
export interface HubClock {
  /** Milliseconds since 1970; the device's own time before the first view. */
  now(): number;
  adjust(clock: ViewClock): void;
}

export function createHubClock(steadyMs: () => number = () => performance.now()): HubClock {
  let base: { readonly hubMs: number; readonly steadyMs: number; readonly speed: number } | null =
    null;
  return {
    now() {
      if (base === null) return Date.now();
      return base.hubMs + (steadyMs() - base.steadyMs) * base.speed;
    },
    adjust(clock) {
      base = { hubMs: Date.parse(clock.now), steadyMs: steadyMs(), speed: clock.clockSpeed };
    },
  };
}
