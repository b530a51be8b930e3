const callPatternMs = [350, 150, 350, 150, 600];

export interface Attention {
  /** The page was touched for the first time: sound may be had from now on. */
  touched(): void;
  call(isAgain: boolean): void;
  /** Keeps the screen on while the holder waits; needs a secure page. */
  stayAwake(isWanted: boolean): Promise<void>;
}

/**
 * Vibration, and the chime where a touch has allowed sound. Browsers refuse both to a page that
 * nobody touched; the page lights up whatever they say.
 */
export function createAttention(): Attention {
  let chime: { play(kind: 'call' | 'recall'): unknown } | null = null;
  let isTouched = false;
  let lock: WakeLockSentinel | null = null;

  async function wakeSound(): Promise<void> {
    const { createChime } = await import('#ui/chime.ts');
    const made = createChime();
    await made.unlock();
    chime = made;
  }

  return {
    touched(): void {
      isTouched = true;
      wakeSound().catch(() => {
        // Sound is an addition; the network may have gone before its code came.
      });
    },
    call(isAgain: boolean): void {
      // Browsers complain aloud of a page that vibrates untouched.
      if (isTouched && 'vibrate' in navigator) navigator.vibrate(callPatternMs);
      chime?.play(isAgain ? 'recall' : 'call');
    },
    async stayAwake(isWanted: boolean): Promise<void> {
      if (!('wakeLock' in navigator)) return;
      try {
        if (isWanted && lock === null && document.visibilityState === 'visible') {
          const held = await navigator.wakeLock.request('screen');
          held.addEventListener('release', () => {
            lock = null;
          });
          lock = held;
        } else if (!isWanted && lock !== null) await lock.release();
      } catch {
        // Low battery, or the browser says no: the phone may sleep as usual.
      }
    },
  };
}
