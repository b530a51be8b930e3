import type { Clock } from '#hardware/clock.ts';

/** A clock that stands still until it is moved; what falls due happens in order. */
export interface SteeredClock extends Clock {
  advance(byMs: number): void;
  /** Moves on, and lets everything that waits for bytes happen in between. */
  pass(byMs: number): Promise<void>;
}

export function steeredClock(): SteeredClock {
  let nowMs = 0;
  let order = 0;
  const due = new Map<number, { readonly atMs: number; readonly call: () => void }>();
  const advance = (byMs: number): void => {
    const untilMs = nowMs + byMs;
    for (;;) {
      const next = [...due].filter(([, { atMs }]) => atMs <= untilMs);
      const [first] = next.sort(([a, one], [b, other]) => one.atMs - other.atMs || a - b);
      if (first === undefined) break;
      due.delete(first[0]);
      nowMs = Math.max(nowMs, first[1].atMs);
      first[1].call();
    }
    nowMs = untilMs;
  };
  return {
    now: () => nowMs,
    after(delayMs, call) {
      order += 1;
      const id = order;
      due.set(id, { atMs: nowMs + delayMs, call });
      return () => void due.delete(id);
    },
    advance,
    async pass(byMs) {
      const stepMs = byMs > 4_000 ? 50 : 5;
      await settle();
      for (let passedMs = 0; passedMs < byMs; passedMs += stepMs) {
        advance(Math.min(stepMs, byMs - passedMs));
        await settle();
      }
    },
  };
}

/** Lets bytes cross lines in memory: some turns of the loop. */
export async function settle(turns = 6): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    await new Promise<void>((go) => void setImmediate(go));
  }
}
