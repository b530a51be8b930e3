import type { Clock } from '../clock.ts';
import { bounceMs, type PadAct, type PadKey } from './pad.ts';

/** Tells of keys, once each: a key that comes again within `bounceMs` has bounced. */
export function createKeyBell(clock: Clock) {
  const listeners = new Set<(key: PadKey) => void>();
  let last: { readonly act: PadAct; readonly atMs: number } | null = null;
  return {
    press(act: PadAct): void {
      const atMs = clock.now();
      const isBounce = last?.act === act && atMs - last.atMs < bounceMs;
      last = { act, atMs };
      if (isBounce) return;
      for (const told of [...listeners]) told({ act });
    },
    onKey: (told: (key: PadKey) => void): (() => void) => {
      listeners.add(told);
      return () => void listeners.delete(told);
    },
  };
}
