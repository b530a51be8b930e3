import { createTokenBucket, type TokenBucket } from './token-bucket.ts';

export interface AllowanceLimits {
  readonly perSecond: number;
  readonly burst: number;
  /** Askers remembered at once; beyond it the one who asked longest ago starts afresh. */
  readonly askersMax: number;
}

/** A token bucket for each asker, by a name of theirs. */
export function createAllowances(
  { perSecond, burst, askersMax }: AllowanceLimits,
  now: () => number = () => performance.now(),
) {
  const buckets = new Map<string, TokenBucket>();
  return {
    /** 0 when the asker may pass, else the milliseconds until they may. */
    take(asker: string): number {
      let bucket = buckets.get(asker);
      if (bucket === undefined) {
        bucket = createTokenBucket(perSecond, burst, now);
        if (buckets.size >= askersMax) {
          const oldest = buckets.keys().next();
          if (oldest.done !== true) buckets.delete(oldest.value);
        }
      } else buckets.delete(asker);
      // Put last again: the first is the one who asked longest ago.
      buckets.set(asker, bucket);
      return bucket.take();
    },
  };
}

/**
 * How many acts of one asker may be under way at once. A flood of one kiosk, clerk or address waits
 * in its own line: the others' commands stand behind at most this many of it.
 */
export function createShares(atOnceMax: number) {
  const underWay = new Map<string, number>();
  return {
    /** False when the asker's share is used up; else `leave` is owed. */
    enter(asker: string): boolean {
      const count = underWay.get(asker) ?? 0;
      if (count >= atOnceMax) return false;
      underWay.set(asker, count + 1);
      return true;
    },
    leave(asker: string): void {
      const rest = (underWay.get(asker) ?? 1) - 1;
      if (rest > 0) underWay.set(asker, rest);
      else underWay.delete(asker);
    },
  };
}
