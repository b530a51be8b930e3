import { createStore, type Store } from './hub/store.ts';

/**
 * The chime before a call, synthesised: two soft struck tones, no file to load, no licence.
 * A rising fourth calls, twice is a recall, falling is the closing (visual direction, section 7).
 */
export type ChimeKind = 'call' | 'recall' | 'closing';

/**
 * `blocked`: the browser wants a touch first (`unlock`). `unavailable`: this device has no sound.
 */
export type SoundState = 'ready' | 'blocked' | 'unavailable';

export interface Chime {
  readonly state: Store<SoundState>;
  /** Sounds now and says after how many milliseconds a voice may begin; 0 when it is silent. */
  play(kind: ChimeKind): number;
  /** To be called from a touch or a key; settles within `settleMs`, whatever the browser does. */
  unlock(): Promise<SoundState>;
  close(): void;
}

export interface Tone {
  readonly hz: number;
  readonly atMs: number;
}

const e5Hz = 659.26;
const a5Hz = 880;
const apartMs = 90;
const decayMs = 900;
const recallAfterMs = 620;
const voiceAfterMs = 700;
/** `resume()` may stay unsettled for ever, where there is no touch or no audio device. */
const settleMs = 500;
/** Sound hardware that slept swallows the first moment. */
export const leadInSeconds = 0.1;

/** The tones of a chime, in order. */
export function chimeTones(kind: ChimeKind): readonly Tone[] {
  const rising = [
    { hz: e5Hz, atMs: 0 },
    { hz: a5Hz, atMs: apartMs },
  ];
  switch (kind) {
    case 'call':
      return rising;
    case 'recall':
      return [...rising, ...rising.map(({ hz, atMs }) => ({ hz, atMs: atMs + recallAfterMs }))];
    case 'closing':
      return [
        { hz: a5Hz, atMs: 0 },
        { hz: e5Hz, atMs: apartMs },
      ];
  }
}

/** When a voice may begin: 700 ms after the last pair of tones has begun. */
export function voiceDelayMs(kind: ChimeKind): number {
  return kind === 'recall' ? recallAfterMs + voiceAfterMs : voiceAfterMs;
}

/**
 * @param volume 0 to 1
 * @param open makes the audio context; may throw where there is none
 */
export function createChime(
  volume = 0.5,
  open: () => AudioContext = () => new AudioContext({ latencyHint: 'interactive' }),
): Chime {
  const context = opened(open);
  const state = createStore<SoundState>(context === null ? 'unavailable' : stateOf(context));
  const look = (): SoundState => {
    const now = context === null ? 'unavailable' : stateOf(context);
    if (now !== state.get()) state.set(now);
    return now;
  };
  context?.addEventListener('statechange', look);
  // A context that may sound begins as suspended and is running a moment later.
  if (context !== null) void settled(context.resume()).then(look);

  return {
    state,
    play(kind) {
      if (context === null || look() !== 'ready') return 0;
      const at = context.currentTime + leadInSeconds;
      strikeChime(context, context.destination, kind, at, volume);
      return voiceDelayMs(kind);
    },
    async unlock() {
      if (context === null) return 'unavailable';
      await settled(context.resume());
      return look();
    },
    close() {
      context?.removeEventListener('statechange', look);
      if (context !== null && context.state !== 'closed') void settled(context.close());
    },
  };
}

/**
 * Strikes a chime into a node of the caller's.
 * @param atSeconds on the context's clock
 */
export function strikeChime(
  context: BaseAudioContext,
  output: AudioNode,
  kind: ChimeKind,
  atSeconds: number,
  volume: number,
): void {
  for (const { hz, atMs } of chimeTones(kind)) {
    const at = atSeconds + atMs / 1000;
    // A sine with a little second partial that fades sooner: wood, not metal.
    partial(context, output, hz, at, volume, decayMs / 1000);
    partial(context, output, hz * 2, at, volume * 0.16, (decayMs / 1000) * 0.45);
  }
}

function partial(
  context: BaseAudioContext,
  output: AudioNode,
  hz: number,
  at: number,
  level: number,
  decaySeconds: number,
): void {
  const oscillator = new OscillatorNode(context, { type: 'sine', frequency: hz });
  const gain = new GainNode(context, { gain: 0 });
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(level * 0.5, at + 0.006);
  gain.gain.exponentialRampToValueAtTime(0.0001, at + decaySeconds);
  oscillator.connect(gain).connect(output);
  oscillator.start(at);
  oscillator.stop(at + decaySeconds + 0.05);
}

export function opened(open: () => AudioContext): AudioContext | null {
  try {
    return open();
  } catch {
    return null; // No audio on this device; the calls are still to be read.
  }
}

export function stateOf(context: AudioContext): SoundState {
  if (context.state === 'running') return 'ready';
  return context.state === 'closed' ? 'unavailable' : 'blocked';
}

/** Waits for the promise, but never longer than `settleMs`, and does not care how it ends. */
export function settled(promise: Promise<void>): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, settleMs);
    promise
      .catch(() => undefined) // A refused resume shows in the context's state.
      .finally(() => {
        clearTimeout(timer);
        done();
      });
  });
}
