import type { PromiseState } from './state-marks.ts';

export interface PromiseTimes {
  readonly waitedSeconds: number;
  /** Null while nobody serves yet. */
  readonly serviceSeconds: number | null;
  readonly promiseSeconds: number;
  /** Less than this left is near: what the service still takes. */
  readonly nearSeconds: number;
}

export interface PromiseParts {
  readonly state: PromiseState;
  /** Shares of the bar, 0 to 1, together 1. */
  readonly waited: number;
  readonly service: number;
  readonly left: number;
  /** Seconds left; negative when the promise is broken. */
  readonly leftSeconds: number;
}

/**
 * A promise in its parts: waited, served, left (waiting and service together keep it). Broken, the
 * bar's length is the time taken, so that nothing stands outside of it.
 */
export function promiseParts(times: PromiseTimes): PromiseParts {
  const waitedSeconds = Math.max(times.waitedSeconds, 0);
  const serviceSeconds = Math.max(times.serviceSeconds ?? 0, 0);
  const leftSeconds = times.promiseSeconds - waitedSeconds - serviceSeconds;
  const whole = Math.max(times.promiseSeconds, waitedSeconds + serviceSeconds, 1);
  return {
    state: leftSeconds < 0 ? 'broken' : leftSeconds < times.nearSeconds ? 'near' : 'in-time',
    waited: waitedSeconds / whole,
    service: serviceSeconds / whole,
    left: Math.max(leftSeconds, 0) / whole,
    leftSeconds,
  };
}
