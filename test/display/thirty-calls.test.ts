/** Picture and sound together, on clocks that the test moves: a burst of calls. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SpeechMessage } from '#protocol/speech.ts';
import { createStore } from '#ui/hub/store.ts';
import type { AnnouncedCall } from '#ui/hub/call-stream.ts';
import type { HubClient } from '#ui/hub/hub-client.ts';
import { AnnouncerController } from '#display/announcer-controller.ts';
import { createHallSound } from '#display/sound/hall-sound.ts';
import { createScreenVoice, type ScreenVoice } from '#display/sound/screen-voice.ts';

interface Sounded {
  readonly kind: 'voice' | 'tone';
  readonly url: string;
  readonly from: number;
  to: number;
  stopped: boolean;
}

/** A Web Audio of which only the timeline is real; its clock is that of the fake timers. */
function fakeAudio() {
  const sounded: Sounded[] = [];
  /** Clips at which the browser throws. */
  const breaking = new Set<string>();
  const startedMs = performance.now();
  class Context extends EventTarget {
    state = 'running';
    destination = {};
    get currentTime(): number {
      return (performance.now() - startedMs) / 1000;
    }
    async resume(): Promise<void> {}
    async close(): Promise<void> {}
    async decodeAudioData(bytes: ArrayBuffer): Promise<unknown> {
      return JSON.parse(new TextDecoder().decode(bytes));
    }
  }
  const context = new Context();
  const param = { setValueAtTime() {}, linearRampToValueAtTime() {}, setTargetAtTime() {} };
  const gain = { ...param, exponentialRampToValueAtTime() {} };
  class Node {
    gain = gain;
    connect<T>(next: T): T {
      return next;
    }
    disconnect(): void {}
  }
  class Source extends Node {
    private noted: Sounded | null = null;
    private readonly buffer: { url: string; duration: number };
    constructor(_: unknown, options: { buffer: { url: string; duration: number } }) {
      super();
      this.buffer = options.buffer;
    }
    start(from: number): void {
      const { url, duration } = this.buffer;
      if (breaking.has(url)) throw new Error('the audio thread is gone');
      this.noted = { kind: 'voice', url, from, to: from + duration, stopped: false };
      sounded.push(this.noted);
    }
    stop(): void {
      if (this.noted !== null) this.noted.stopped = true;
    }
  }
  class Oscillator extends Node {
    start(from?: number): void {
      if (from !== undefined) {
        sounded.push({ kind: 'tone', url: '', from, to: from, stopped: false });
      }
    }
    stop(): void {}
  }
  class Analyser extends Node {
    fftSize = 2048;
    getFloatTimeDomainData(samples: Float32Array): void {
      const now = context.currentTime;
      const isOn = sounded.some(({ from, to, stopped }) => !stopped && from <= now && now < to);
      samples.fill(isOn ? 0.1 : 0);
    }
  }
  vi.stubGlobal('GainNode', Node);
  vi.stubGlobal('AnalyserNode', Analyser);
  vi.stubGlobal('AudioBufferSourceNode', Source);
  vi.stubGlobal('OscillatorNode', Oscillator);
  return { context: context as unknown as AudioContext, sounded, breaking };
}

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A lobby screen of which the element is missing, with two languages of words for each call. */
function screen(durations: { readonly zh: number; readonly en: number }) {
  const { context, sounded, breaking } = fakeAudio();
  const sound = createHallSound({
    open: () => context,
    fetchBytes: async (url) => {
      const duration = url.startsWith('/zh') ? durations.zh : durations.en;
      return new TextEncoder().encode(JSON.stringify({ url, duration })).buffer;
    },
  });
  let call: (call: AnnouncedCall) => void = () => {};
  const hub = {
    calls: (listener: typeof call) => {
      call = listener;
      return () => {};
    },
    connection: createStore({}),
  } as unknown as HubClient;
  const shown: { callNo: number; fromMs: number }[] = [];
  const outcomes: [number, string][] = [];
  const voiceOf: { present: ScreenVoice | null } = { present: null };
  const host = { addController() {}, requestUpdate() {} };
  const announcer = new AnnouncerController(host as never, hub, {
    cameUp: (each) => {
      shown.push({ callNo: each.callNo, fromMs: performance.now() });
      voiceOf.present?.cameUp(each);
    },
    pressed: () => voiceOf.present?.pressed(),
    fellSilent: () => voiceOf.present?.fellSilent(),
  });
  const addedMs = new Map<number, number>();
  const words = (callNo: number): SpeechMessage => ({
    run: 'r',
    speechNo: callNo,
    callNo,
    kind: 'call',
    ageMs: 0,
    clips: (['zh', 'en'] as const).map((language) => ({
      language,
      url: `/${language}/${String(callNo)}`,
      durationMs: durations[language] * 1000,
      text: language,
    })),
    silent: null,
    said: false,
  });
  const messages = new Map<number, SpeechMessage>();
  const voice = createScreenVoice(
    sound,
    {
      speaks: () => true,
      saidCallNo: () => 0,
      speechFor: async (callNo) => messages.get(callNo) ?? null,
      became: (speechNo, outcome) => outcomes.push([speechNo, outcome]),
    },
    {
      showing: () => announcer.showing?.call ?? null,
      behind: () => announcer.behind,
      hold: (callNo, untilMs) => {
        announcer.hold(callNo, untilMs);
      },
    },
  );
  voiceOf.present = voice;
  announcer.hostConnected();
  return {
    shown,
    sounded,
    outcomes,
    breaking,
    voice,
    arrive(callNo: number) {
      addedMs.set(callNo, performance.now());
      messages.set(callNo, words(callNo));
      voice.arrived(messages.get(callNo)!);
      call({
        callNo,
        ticket: `t${String(callNo)}`,
        number: `A${String(callNo)}`,
        service: 'payment',
        counter: '1',
        kind: 'call',
        at: '',
        text: { zh: '', en: '' },
        stale: false,
      });
    },
  };
}

function expectNoOverlap(sounded: readonly Sounded[]): void {
  const heard = sounded.filter(({ stopped }) => !stopped);
  const voices = heard.filter(({ kind }) => kind === 'voice').sort((a, b) => a.from - b.from);
  voices.slice(1).forEach(({ from }, index) => {
    expect(from).toBeGreaterThanOrEqual(voices[index]!.to);
  });
  for (const { from } of heard.filter(({ kind }) => kind === 'tone')) {
    expect(voices.filter((voice) => from > voice.from && from < voice.to)).toEqual([]);
  }
}

describe('thirty calls in ten seconds', () => {
  it('are all shown, in order; what is spoken never overlaps, and is said under its own picture', async () => {
    const { arrive, shown, sounded, outcomes } = screen({ zh: 3.4, en: 3 });
    const beganMs = performance.now();
    for (let callNo = 1; callNo <= 30; callNo += 1) {
      arrive(callNo);
      await vi.advanceTimersByTimeAsync(333);
    }
    await vi.advanceTimersByTimeAsync(200_000);
    expect(shown.map(({ callNo }) => callNo)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
    expectNoOverlap(sounded);
    const said = outcomes.filter(([, outcome]) => outcome === 'said').map(([callNo]) => callNo);
    const stale = outcomes.filter(([, outcome]) => outcome === 'stale').map(([callNo]) => callNo);
    // The young ones are spoken, the others shown: nothing is lost, each has its end.
    expect(said.length).toBeGreaterThanOrEqual(6);
    expect([...said, ...stale].sort((a, b) => a - b)).toHaveLength(30);
    expect(sounded.filter(({ kind }) => kind === 'tone')).toHaveLength(30 * 4);
    const spoken = sounded.filter(({ kind, stopped }) => kind === 'voice' && !stopped);
    expect(spoken.map(({ url }) => url)).toEqual(said.map((callNo) => `/zh/${String(callNo)}`));
    for (const { url, from, to } of spoken) {
      const callNo = Number(url.split('/')[2]);
      const place = shown.findIndex((each) => each.callNo === callNo);
      expect(from * 1000 + beganMs).toBeGreaterThan(shown[place]!.fromMs);
      expect(to * 1000 + beganMs).toBeLessThanOrEqual(shown[place + 1]!.fromMs);
    }
  });

  it('one that breaks on the way is told as failed, and the next one is said', async () => {
    const { arrive, shown, outcomes, breaking } = screen({ zh: 3.4, en: 3 });
    breaking.add('/zh/1');
    arrive(1);
    await vi.advanceTimersByTimeAsync(20_000);
    arrive(2);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(shown.map(({ callNo }) => callNo)).toEqual([1, 2]);
    expect(outcomes).toEqual([
      [1, 'failed'],
      [2, 'said'],
    ]);
  });

  it('a lone call is said in both languages, and its picture stays until the end', async () => {
    const { arrive, shown, sounded, outcomes } = screen({ zh: 3.4, en: 3 });
    arrive(1);
    await vi.advanceTimersByTimeAsync(7_000);
    arrive(2);
    await vi.advanceTimersByTimeAsync(30_000);
    expectNoOverlap(sounded);
    const [zh, en] = sounded.filter(({ kind }) => kind === 'voice');
    expect([zh!.url, en!.url]).toEqual(['/zh/1', '/en/1']);
    // It had begun when the second call came: it was said to its end.
    expect(en!.stopped).toBe(false);
    expect(shown[1]!.fromMs - shown[0]!.fromMs).toBeGreaterThan(700 + 3_400 + 3_000);
    expect(outcomes).toEqual([
      [1, 'said'],
      [2, 'said'],
    ]);
  });

  it('whoever comes while the first language is said takes the second one’s place', async () => {
    const { arrive, shown, sounded } = screen({ zh: 3.4, en: 3 });
    arrive(1);
    await vi.advanceTimersByTimeAsync(2_000);
    arrive(2);
    await vi.advanceTimersByTimeAsync(60_000);
    const dropped = sounded.filter(({ stopped }) => stopped).map(({ url }) => url);
    expect(dropped).toEqual(['/en/1']);
    expect(shown[1]!.fromMs - shown[0]!.fromMs).toBeLessThan(5_200);
    expectNoOverlap(sounded);
  });

  it('a closing reminder waits for a pause of the calls', async () => {
    const { arrive, sounded, outcomes, voice } = screen({ zh: 3.4, en: 3 });
    arrive(1);
    await vi.advanceTimersByTimeAsync(1_000);
    voice.arrived({
      run: 'r',
      speechNo: 99,
      callNo: null,
      kind: 'closing-reminder',
      ageMs: 0,
      clips: [{ language: 'zh', url: '/zh/closing', durationMs: 3_400, text: '' }],
      silent: null,
      said: false,
    });
    await vi.advanceTimersByTimeAsync(40_000);
    expectNoOverlap(sounded);
    const urls = sounded.filter(({ kind }) => kind === 'voice').map(({ url }) => url);
    expect(urls).toEqual(['/zh/1', '/en/1', '/zh/closing']);
    expect(outcomes.at(-1)).toEqual([99, 'said']);
  });
});
