/** The agent's own clock: waits between tries, limits of an answer. Tests steer their own. */
export interface Clock {
  /** Whole milliseconds of a clock that never goes back; no time of day. */
  now(): number;
  /** Calls back once after a while; answers how to cancel. */
  after(delayMs: number, callback: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Math.floor(performance.now()),
  after(delayMs, callback) {
    const timer = setTimeout(callback, delayMs);
    return () => {
      clearTimeout(timer);
    };
  },
};
