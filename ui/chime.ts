/**
 * The chime before a call: two soft struck tones, made here, so there is no file to load and nobody
 * to ask for a licence (visual direction, section 7). A browser may keep a page silent until
 * somebody touches it, and then `resume()` never settles: every wait has an end.
 */

export type ChimeKind = 'call' | 'recall' | 'closing';

/** `unavailable`: this browser has no sound at all. */
export type SoundState = 'ready' | 'blocked' | 'unavailable';

export interface Chime {
  /** Wakes the sound, from page start or from a touch; answers within a second. */
  unlock(): Promise<SoundState>;
  state(): SoundState;
  /** Plays now; false where the sound is not ready. */
  play(kind: ChimeKind): boolean;
  /** Hears of every change: a device was unplugged, somebody touched the screen. */
  subscribe(listener: (state: SoundState) => void): () => void;
  close(): void;
}

export interface Strike {
  readonly hz: number;
  /** After the beginning. */
  readonly atSeconds: number;
}

const e5Hz = 659.26;
const a5Hz = 880;
const gapSeconds = 0.09;
const decaySeconds = 0.9;
const unlockMs = 1_000;
/** Sound hardware that slept swallows the first moment. */
const leadInSeconds = 0.1;

/** The strikes of a chime: a rising fourth; twice for a recall; falling at closing time. */
export function strikesOf(kind: ChimeKind): readonly Strike[] {
  switch (kind) {
    case 'call':
      return pair(e5Hz, a5Hz, 0);
    case 'recall':
      return [...pair(e5Hz, a5Hz, 0), ...pair(e5Hz, a5Hz, 0.55)];
    case 'closing':
      return pair(a5Hz, e5Hz, 0);
  }
}

/** How long a chime sounds, seconds. */
export function chimeSeconds(kind: ChimeKind): number {
  return Math.max(...strikesOf(kind).map(({ atSeconds }) => atSeconds)) + decaySeconds;
}

/** @param open makes the audio context; null where the browser has none. Tests bring their own. */
export function createChime(open: () => AudioContext | null = openContext): Chime {
  const listeners = new Set<(state: SoundState) => void>();
  let context: AudioContext | null | undefined;
  let told: SoundState | null = null;

  function state(): SoundState {
    if (context === null) return 'unavailable';
    return context?.state === 'running' ? 'ready' : 'blocked';
  }

  function tell(): void {
    const now = state();
    if (now === told) return;
    told = now;
    for (const listener of [...listeners]) listener(now);
  }

  return {
    state,
    async unlock() {
      if (context === undefined) {
        context = open();
        context?.addEventListener('statechange', tell);
      }
      if (context !== null && context.state !== 'running') {
        await Promise.race([context.resume().catch(stayBlocked), after(unlockMs)]);
      }
      tell();
      return state();
    },
    play(kind) {
      if (context == null || context.state !== 'running') return false;
      const fromSeconds = context.currentTime + leadInSeconds;
      for (const strike of strikesOf(kind)) sound(context, strike, fromSeconds);
      return true;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    close() {
      listeners.clear();
      context?.removeEventListener('statechange', tell);
      if (context != null && context.state !== 'closed') void context.close();
    },
  };
}

/** One struck tone: a sine, a little second partial that dies sooner, like wood. */
function sound(context: AudioContext, { hz, atSeconds }: Strike, fromSeconds: number): void {
  partial(context, { hz, atSeconds: fromSeconds + atSeconds, loudness: 0.34, decaySeconds });
  partial(context, {
    hz: hz * 2,
    atSeconds: fromSeconds + atSeconds,
    loudness: 0.06,
    decaySeconds: decaySeconds * 0.45,
  });
}

function partial(
  context: AudioContext,
  tone: { hz: number; atSeconds: number; loudness: number; decaySeconds: number },
): void {
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.frequency.value = tone.hz;
  gain.gain.setValueAtTime(0, tone.atSeconds);
  gain.gain.linearRampToValueAtTime(tone.loudness, tone.atSeconds + 0.006);
  gain.gain.exponentialRampToValueAtTime(0.0001, tone.atSeconds + tone.decaySeconds);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(tone.atSeconds);
  oscillator.stop(tone.atSeconds + tone.decaySeconds);
}

function pair(first: number, second: number, atSeconds: number): Strike[] {
  return [
    { hz: first, atSeconds },
    { hz: second, atSeconds: atSeconds + gapSeconds },
  ];
}

function openContext(): AudioContext | null {
  try {
    return new AudioContext();
  } catch {
    // No sound card, or no AudioContext in this browser: the screens work without.
    return null;
  }
}

function stayBlocked(): void {
  // The browser says no until somebody touches the page; `state` tells.
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
