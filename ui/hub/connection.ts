import type { ByeMessage } from '#protocol/socket-events.ts';

/** `ended`: the hub said goodbye for good (`bye` without retry); only a new token helps. */
export interface Connection {
  readonly state: 'connecting' | 'live' | 'offline' | 'ended';
  /** Page time (ms since 1970) since when it has been so. */
  readonly sinceMs: number;
  /** Page time of the next try, while offline. */
  readonly nextTryMs: number | null;
  readonly bye: ByeMessage | null;
}

const retryFirstMs = 500;
export const retryMaxMs = 5_000;

/**
 * How long to wait before another try: doubling to 5 s, a quarter up or down, because the screens of
 * one hall must not all knock at the same moment.
 * @param attempts made in vain so far
 * @param chance 0 to 1
 */
export function retryDelayMs(attempts: number, chance: number): number {
  const delayMs = Math.min(retryMaxMs, retryFirstMs * 2 ** Math.min(attempts, 10));
  return delayMs * (0.75 + chance / 2);
}
