import { randomBytes } from 'node:crypto';
import type { SpeechClip, SpeechMessage, SpeechOutcome } from '#protocol/speech.ts';
import { voiceLimits } from './limits.ts';
import type { SpeechFacts } from './words/speech.ts';

/**
 * The numbered stream of what is said. Numbers have no gaps within a run of the hub, messages go out
 * in their order, and a screen that was away asks for what it missed. A phrase that is not rendered
 * in time goes out without clips: the chime sounds alone, and nothing behind it waits.
 */
export interface SpeechStream {
  readonly run: string;
  last(): number;
  /** Highest call that was said or given up; 0 before the first. */
  saidCallNo(): number;
  add(facts: SpeechFacts, callNo: number | null): void;
  /** Those with a higher number that have gone out, in order. */
  since(speechNo: number): readonly SpeechMessage[];
  /** A screen tells what became of one. */
  /** False where it is not known, or its end was told before. */
  became(speechNo: number, outcome: SpeechOutcome): boolean;
  /** Somebody listens from now on: what is still young is rendered. */
  wake(): void;
  stop(): void;
}

export interface StreamDeps {
  /** Real milliseconds that never go back. */
  readonly now: () => number;
  /** False while nobody could play it. */
  readonly isHeard: () => boolean;
  /** Clips in the order of the hall's languages; empty where nothing is to be spoken. */
  readonly render: (facts: SpeechFacts) => readonly Promise<SpeechClip | null>[];
  /** Why nothing is spoken now, or null. */
  readonly silence: () => 'off' | 'quiet' | null;
  readonly send: (message: SpeechMessage) => void;
  readonly withinMs?: number;
}

interface Speech {
  readonly speechNo: number;
  readonly callNo: number | null;
  readonly facts: SpeechFacts;
  readonly addedMs: number;
  isAsked: boolean;
  outcome: SpeechOutcome | null;
  clips: readonly SpeechClip[];
  silent: SpeechMessage['silent'];
  isReady: boolean;
  isSent: boolean;
}

export function createSpeechStream(deps: StreamDeps): SpeechStream {
  const { now, render, send } = deps;
  const withinMs = deps.withinMs ?? voiceLimits.renderWithinMs;
  // A new run counts from one again: screens see by it that the hub was started anew.
  const run = randomBytes(6).toString('base64url');
  const speeches: Speech[] = [];
  const timers = new Set<NodeJS.Timeout>();
  let last = 0;
  let saidCallNo = 0;
  let stopped = false;

  function ask(speech: Speech): void {
    speech.isAsked = true;
    const silent = deps.silence();
    if (silent !== null) {
      ready(speech, [], silent);
      return;
    }
    const asked = render(speech.facts);
    const got: (SpeechClip | null | undefined)[] = asked.map(() => undefined);
    const settle = (): void => {
      if (speech.isReady) return;
      clearTimeout(timer);
      timers.delete(timer);
      const clips = got.filter((clip) => clip != null);
      const isLate = got.includes(undefined);
      ready(speech, clips, clips.length > 0 ? null : isLate ? 'late' : 'no-voice');
    };
    const timer = setTimeout(settle, withinMs);
    timers.add(timer);
    if (asked.length === 0) settle();
    asked.forEach((clip, index) => {
      const arrived = (value: SpeechClip | null): void => {
        got[index] = value;
        if (!got.includes(undefined)) settle();
      };
      // The studio may be gone: the chime sounds alone.
      clip.then(arrived, () => {
        arrived(null);
      });
    });
  }

  function ready(
    speech: Speech,
    clips: readonly SpeechClip[],
    silent: SpeechMessage['silent'],
  ): void {
    Object.assign(speech, { clips, silent, isReady: true });
    for (const each of speeches) {
      if (each.isSent) continue;
      if (!each.isReady || stopped) return;
      each.isSent = true;
      send(messageOf(each));
    }
  }

  function messageOf(speech: Speech): SpeechMessage {
    const { speechNo, callNo, facts, clips, silent, outcome } = speech;
    const ageMs = Math.round(now() - speech.addedMs);
    return {
      run,
      speechNo,
      callNo,
      kind: facts.kind,
      ageMs,
      clips,
      silent,
      said: outcome !== null,
    };
  }

  return {
    run,
    last: () => last,
    saidCallNo: () => saidCallNo,
    add(facts, callNo) {
      last += 1;
      const speech: Speech = {
        speechNo: last,
        callNo,
        facts,
        addedMs: now(),
        isAsked: false,
        outcome: null,
        clips: [],
        silent: null,
        isReady: false,
        isSent: false,
      };
      speeches.push(speech);
      if (speeches.length > voiceLimits.speechesMax) speeches.shift();
      // A new business day counts its calls from one.
      if (callNo !== null && callNo < saidCallNo) saidCallNo = 0;
      if (deps.isHeard()) ask(speech);
      else ready(speech, [], 'unheard');
    },
    since: (speechNo) =>
      speeches.filter((each) => each.isSent && each.speechNo > speechNo).map(messageOf),
    became(speechNo, outcome) {
      const speech = speeches.find((each) => each.speechNo === speechNo);
      if (speech === undefined || speech.outcome !== null) return false;
      speech.outcome = outcome;
      saidCallNo = Math.max(saidCallNo, speech.callNo ?? 0);
      return true;
    },
    wake() {
      for (const speech of speeches) {
        const isYoung = now() - speech.addedMs < voiceLimits.staleMs;
        if (speech.silent !== 'unheard' || speech.isAsked || !isYoung) continue;
        speech.isReady = false;
        speech.isSent = false;
        ask(speech);
      }
    },
    stop() {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
