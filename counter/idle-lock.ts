/** What counts as somebody being there. */
const touches = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
const lookMs = 5_000;

interface Surroundings {
  readonly target: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
  readonly now: () => number;
  /** Calls again and again; answers how to stop it. */
  readonly every: (ms: number, look: () => void) => () => void;
}

/**
 * Locks a console that nobody touches (rule `privacy`): looked at by the clock and not by a timer of
 * that length, so that a machine that slept locks when it wakes.
 * @param minutes how long it may stand untouched; 0: for ever
 * @returns stops watching
 */
export function watchIdle(
  minutes: () => number,
  lock: () => void,
  { target, now, every }: Surroundings = browser(),
): () => void {
  let touchedMs = now();
  const touch = (): void => {
    touchedMs = now();
  };
  for (const each of touches) target.addEventListener(each, touch, { passive: true });
  const stop = every(lookMs, () => {
    const idleMs = minutes() * 60_000;
    if (idleMs > 0 && now() - touchedMs >= idleMs) {
      touch();
      lock();
    }
  });
  return () => {
    stop();
    for (const each of touches) target.removeEventListener(each, touch);
  };
}

function browser(): Surroundings {
  return {
    target: window,
    now: Date.now,
    every(ms, look) {
      const timer = window.setInterval(look, ms);
      return () => window.clearInterval(timer);
    },
  };
}
