import type { PromiseState } from './state-marks.ts';

/** Where a promise stands: parts of the whole bar, from 0 to 1, and what is left in seconds. */
export interface PromiseParts {
  readonly waited: number;
  readonly serving: number;
  readonly rest: number;
  /** Where in the bar the promised moment lies; 1 until it is broken. */
  readonly due: number;
  /** Negative when broken. */
  readonly leftSeconds: number;
  readonly state: Extract<PromiseState, 'in-time' | 'near' | 'broken'>;
}

/**
 * @param nearSeconds from how little left on it counts as near
 */
export function promiseParts(
  waitedSeconds: number,
  servingSeconds: number,
  promiseSeconds: number,
  nearSeconds: number,
): PromiseParts {
  const waited = Math.max(0, waitedSeconds);
  const serving = Math.max(0, servingSeconds);
  const leftSeconds = promiseSeconds - waited - serving;
  const whole = Math.max(promiseSeconds, waited + serving, 1);
  const state = leftSeconds < 0 ? 'broken' : leftSeconds <= nearSeconds ? 'near' : 'in-time';
  return {
    waited: waited / whole,
    serving: serving / whole,
    rest: Math.max(0, leftSeconds) / whole,
    due: Math.min(1, promiseSeconds / whole),
    leftSeconds,
    state,
  };
}
