/** A clock that moves only when the test says so. */
export function createTestClock(start: string) {
  let nowMs = Date.parse(start);
  let waiting: { readonly atMs: number; readonly callback: () => void }[] = [];
  return {
    now: () => nowMs,
    speed: () => 0,
    at(atMs: number, callback: () => void) {
      const waiter = { atMs, callback };
      waiting.push(waiter);
      return () => {
        waiting = waiting.filter((each) => each !== waiter);
      };
    },
    /** Moves, also backwards, and rings whoever waited for an instant that has come. */
    moveTo(time: string) {
      nowMs = Date.parse(time);
      const ready = waiting.filter((each) => each.atMs <= nowMs);
      waiting = waiting.filter((each) => each.atMs > nowMs);
      for (const each of ready) each.callback();
    },
    later(seconds: number) {
      this.moveTo(new Date(nowMs + seconds * 1000).toISOString());
    },
    setSpeed() {
      throw new Error('a test clock stands still');
    },
  };
}
