/** Lets `burst` through at once and `perSecond` in the long run. */
export function createTokenBucket(perSecond: number, burst: number, now: () => number) {
  let tokens = burst;
  let lastMs = now();
  return {
    /** 0 when it may pass, else the milliseconds until it may. */
    take(): number {
      const nowMs = now();
      tokens = Math.min(burst, tokens + ((nowMs - lastMs) / 1_000) * perSecond);
      lastMs = nowMs;
      if (tokens < 1) return Math.ceil(((1 - tokens) / perSecond) * 1_000);
      tokens -= 1;
      return 0;
    },
  };
}

export type TokenBucket = ReturnType<typeof createTokenBucket>;
