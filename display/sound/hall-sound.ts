import {
  leadInSeconds,
  opened,
  settled,
  stateOf,
  strikeChime,
  voiceDelayMs,
  type ChimeKind,
  type SoundState,
} from '#ui/chime.ts';
import { createStore, type Store } from '#ui/hub/store.ts';
import { betweenLanguagesMs } from './speech-plan.ts';

/**
 * Everything that a screen sounds, on one timeline: an announcement begins when the one before has
 * ended, and its parts stand where they were put. All of it goes through one gain with an analyser
 * behind it, so that a screen knows whether it was heard.
 */
export interface HallSound {
  readonly state: Store<SoundState>;
  /** From a touch or a key; settles whatever the browser does. */
  unlock(): Promise<SoundState>;
  setVolume(percent: number): void;
  /** Fetches and decodes ahead; null where that fails. */
  load(url: string): Promise<AudioBuffer | null>;
  /** Strikes the chime as soon as the timeline is free; null while there is no sound. */
  begin(kind: ChimeKind): Announcement | null;
  /** How loud it is now, 0 to 1 (root mean square behind the gain). */
  level(): number;
  close(): void;
}

export interface Announcement {
  /** On the page's clock. */
  readonly voiceAtMs: number;
  /** Puts clips behind the chime, one after the other. */
  say(buffers: readonly AudioBuffer[]): Spoken;
}

export interface Spoken {
  /** When the last clip will have ended, on the page's clock. */
  endsMs(): number;
  /** Takes back what has not begun but the first clip. */
  dropOthers(): void;
  /** `silent`: it ran, and nothing came out of the gain. */
  readonly done: Promise<'said' | 'silent' | 'stuck'>;
}

export interface HallSoundOptions {
  readonly open?: () => AudioContext;
  readonly fetchBytes?: (url: string) => Promise<ArrayBuffer>;
}

const chimeLevel = 0.5;
/** Silence between two announcements. */
const gapSeconds = 0.4;
/** A clip that has not ended so long after it should have is stopped. */
const watchdogMs = 2_000;
const buffersMax = 60;
const heardLevel = 0.001;
const lookMs = 60;

export function createHallSound(options: HallSoundOptions = {}): HallSound {
  const context = opened(options.open ?? (() => new AudioContext({ latencyHint: 'interactive' })));
  const state = createStore<SoundState>(context === null ? 'unavailable' : stateOf(context));
  const graph = context === null ? null : graphOf(context);
  const buffers = new Map<string, Promise<AudioBuffer | null>>();
  const fetchBytes = options.fetchBytes ?? fetchClip;
  /** The timeline is taken until then, on the context's clock. */
  let busyUntil = 0;

  const look = (): SoundState => {
    const now = context === null ? 'unavailable' : stateOf(context);
    if (now !== state.get()) state.set(now);
    return now;
  };
  context?.addEventListener('statechange', look);
  if (context !== null) void settled(context.resume()).then(look);

  function say(
    live: AudioContext,
    output: GainNode,
    notBefore: number,
    clips: readonly AudioBuffer[],
  ): Spoken {
    let at = Math.max(notBefore, live.currentTime + 0.02);
    const parts = clips.map((buffer) => {
      const source = new AudioBufferSourceNode(live, { buffer });
      source.connect(output);
      source.start(at);
      const part = { source, startsAt: at, endsAt: at + buffer.duration };
      at = part.endsAt + betweenLanguagesMs / 1000;
      return part;
    });
    busyUntil = Math.max(busyUntil, parts.at(-1)?.endsAt ?? notBefore);
    return {
      endsMs: () => pageTime(live, parts.at(-1)?.endsAt ?? notBefore),
      dropOthers() {
        const [first, second] = parts;
        if (first === undefined || second === undefined) return;
        if (second.startsAt <= live.currentTime + 0.05) return; // It has begun: it is said to its end.
        for (const { source } of parts.splice(1)) {
          source.stop();
          source.disconnect();
        }
        busyUntil = first.endsAt;
      },
      done: watched(live, parts),
    };
  }

  /** Ends with the last clip, or a while after it should have ended. */
  function watched(
    live: AudioContext,
    parts: readonly { readonly source: AudioBufferSourceNode; readonly endsAt: number }[],
  ): Spoken['done'] {
    return new Promise((done) => {
      let loudest = 0;
      let lookedMs = 0;
      const planMs = Math.max((parts.at(-1)?.endsAt ?? 0) - live.currentTime, 0) * 1000;
      const timer = setInterval(() => {
        lookedMs += lookMs;
        loudest = Math.max(loudest, levelOf(graph));
        const last = parts.at(-1);
        if (last === undefined || live.currentTime >= last.endsAt) {
          finish(loudest > heardLevel ? 'said' : 'silent');
        } else if (lookedMs > planMs + watchdogMs) {
          // The context stands still, or its clock was lost: whoever waits is not held up by it.
          for (const { source } of parts) source.stop();
          busyUntil = live.currentTime;
          finish('stuck');
        }
      }, lookMs);
      const finish = (how: 'said' | 'silent' | 'stuck'): void => {
        clearInterval(timer);
        done(how);
      };
    });
  }

  return {
    state,
    async unlock() {
      if (context === null) return 'unavailable';
      await settled(context.resume());
      return look();
    },
    setVolume(percent) {
      if (context === null || graph === null) return;
      graph.master.gain.setTargetAtTime(percent / 100, context.currentTime, 0.01);
    },
    load(url) {
      if (context === null) return Promise.resolve(null);
      const known = buffers.get(url);
      if (known !== undefined) return known;
      const loading = fetchBytes(url)
        .then((bytes) => context.decodeAudioData(bytes))
        .catch(() => {
          buffers.delete(url); // The next one who needs it tries again.
          return null;
        });
      buffers.set(url, loading);
      for (const oldest of buffers.keys()) {
        if (buffers.size <= buffersMax) break;
        buffers.delete(oldest);
      }
      return loading;
    },
    begin(kind) {
      if (context === null || graph === null || look() !== 'ready') return null;
      const { master } = graph;
      const at = Math.max(context.currentTime + leadInSeconds, busyUntil + gapSeconds);
      strikeChime(context, master, kind, at, chimeLevel);
      const voiceAt = at + voiceDelayMs(kind) / 1000;
      busyUntil = voiceAt;
      return {
        voiceAtMs: pageTime(context, voiceAt),
        say: (clips) => say(context, master, voiceAt, clips),
      };
    },
    level: () => levelOf(graph),
    close() {
      context?.removeEventListener('statechange', look);
      if (context !== null && context.state !== 'closed') void settled(context.close());
    },
  };
}

interface Graph {
  readonly master: GainNode;
  readonly analyser: AnalyserNode;
  readonly samples: Float32Array<ArrayBuffer>;
}

function graphOf(context: AudioContext): Graph {
  const master = new GainNode(context, { gain: 0.8 });
  const analyser = new AnalyserNode(context, { fftSize: 2048 });
  master.connect(analyser).connect(context.destination);
  // HDMI and USB outputs fall asleep and swallow the first second: they are kept awake by a tone
  // that nobody hears (-90 dB at 20 Hz), beside the gain so that the analyser does not see it.
  const awake = new OscillatorNode(context, { frequency: 20 });
  awake.connect(new GainNode(context, { gain: 0.00003 })).connect(context.destination);
  awake.start();
  return { master, analyser, samples: new Float32Array(analyser.fftSize) };
}

function levelOf(graph: Graph | null): number {
  if (graph === null) return 0;
  const { analyser, samples } = graph;
  analyser.getFloatTimeDomainData(samples);
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
}

function pageTime(context: AudioContext, atSeconds: number): number {
  return performance.now() + (atSeconds - context.currentTime) * 1000;
}

const fetchWithinMs = 4_000;

async function fetchClip(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url, { signal: AbortSignal.timeout(fetchWithinMs) });
  if (!response.ok) throw new Error(`clip: ${String(response.status)}`);
  return response.arrayBuffer();
}
