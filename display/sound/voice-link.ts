import type {
  SpeechMessage,
  SpeechOutcome,
  VoiceRequest,
  VoiceStanding,
} from '#protocol/speech.ts';
import type { HubClient } from '#ui/hub/hub-client.ts';
import { latestAsked } from '#ui/hub/latest-asked.ts';
import type { SoundState } from '#ui/chime.ts';

/**
 * A screen's line to the voice of its hall: says that it is there and how its sound is, hears whether
 * it is the one that sounds, and what is to be said. What was missed is asked for.
 */
export interface VoiceLink {
  speaks(): boolean;
  saidCallNo(): number;
  /** What is to be said of a call; null when the hub has not said it within the time. */
  speechFor(callNo: number, withinMs: number): Promise<SpeechMessage | null>;
  became(speechNo: number, outcome: SpeechOutcome): void;
  soundIs(sound: SoundState): void;
  stop(): void;
}

export interface VoiceLinkEvents {
  /** Every message once, as it arrives: its clips may be fetched ahead. */
  arrived(message: SpeechMessage): void;
  standing(standing: VoiceStanding): void;
}

const renewUsuallyMs = 3_000;
const keptMax = 200;
const forgottenMs = 10 * 60_000;

export function createVoiceLink(
  hub: Pick<HubClient, 'ask' | 'hear' | 'connection'>,
  events: VoiceLinkEvents,
): VoiceLink {
  const byCall = new Map<number, { readonly message: SpeechMessage; readonly atMs: number }>();
  const waiting = new Map<number, Set<(message: SpeechMessage) => void>>();
  const seen = new Set<number>();
  let unsent: { readonly speechNo: number; readonly outcome: SpeechOutcome }[] = [];
  let sound: SoundState = 'unavailable';
  let standing: VoiceStanding | null = null;
  let run: string | null = null;
  let last = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let stopped = false;
  const asking = latestAsked();

  /** @param since asks for what was missed after it */
  async function renew(since?: number): Promise<void> {
    if (stopped) return;
    if (timer !== null) clearTimeout(timer);
    const became = unsent;
    unsent = [];
    const request: VoiceRequest = {
      sound,
      ...(since === undefined ? {} : { since }),
      ...(became.length === 0 ? {} : { became }),
    };
    const isWanted = asking.begin();
    const answer = await hub.ask<VoiceStanding>('voice', request);
    // Not told yet: it goes with the next word.
    if (answer === null) unsent = [...became, ...unsent].slice(-50);
    // A question that a lost connection left open ends after the next one was answered.
    if (!isWanted()) return;
    if (answer !== null) stand(answer);
    // A screen that the hub does not answer (any more) does not sound: another one may by now.
    else if (standing !== null) stand({ ...standing, speaks: false });
    plan(standing?.renewMs ?? renewUsuallyMs);
  }

  function plan(afterMs: number): void {
    if (timer !== null) clearTimeout(timer);
    if (stopped) return;
    timer = setTimeout(() => void renew(), afterMs);
  }

  function stand(next: VoiceStanding): void {
    if (run === null) {
      // The page was just opened: what was said before is nobody's to say again.
      run = next.run;
      last = next.lastSpeechNo;
    } else if (run !== next.run) restart(next.run);
    standing = next;
    events.standing(next);
    if (last < next.lastSpeechNo) void renew(last);
  }

  /** The hub was started anew and counts from one. */
  function restart(next: string): void {
    run = next;
    last = 0;
    seen.clear();
    byCall.clear();
  }

  function receive(message: SpeechMessage): void {
    if (run !== message.run) restart(message.run);
    if (seen.has(message.speechNo)) return;
    if (message.speechNo > last + 1) {
      void renew(last); // They come again, this one among them.
      return;
    }
    seen.add(message.speechNo);
    last = Math.max(last, message.speechNo);
    trim(seen);
    const { callNo } = message;
    if (callNo !== null) {
      byCall.set(callNo, { message, atMs: performance.now() });
      trim(byCall);
      for (const answered of waiting.get(callNo) ?? []) answered(message);
      waiting.delete(callNo);
    }
    events.arrived(message);
  }

  const stops = [
    hub.hear('speech', receive),
    hub.hear('standing', stand),
    hub.connection.subscribe(({ state }) => {
      if (state === 'live') void renew(run === null ? undefined : last);
      else if (standing !== null) stand({ ...standing, speaks: false });
    }),
  ];

  return {
    speaks: () => standing?.speaks ?? false,
    saidCallNo: () => standing?.saidCallNo ?? 0,
    speechFor(callNo, withinMs) {
      const known = byCall.get(callNo);
      // Numbers of calls begin anew each day: yesterday's words are no answer.
      if (known !== undefined && performance.now() - known.atMs < forgottenMs) {
        return Promise.resolve(known.message);
      }
      return new Promise((answered) => {
        const all = waiting.get(callNo) ?? new Set();
        waiting.set(callNo, all);
        all.add(answered);
        setTimeout(() => {
          all.delete(answered);
          answered(null);
        }, withinMs);
      });
    },
    became(speechNo, outcome) {
      unsent.push({ speechNo, outcome });
      void renew();
    },
    soundIs(next) {
      if (sound === next) return;
      sound = next;
      void renew();
    },
    stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      for (const each of stops) each();
    },
  };
}

function trim(kept: Set<number> | Map<number, unknown>): void {
  for (const oldest of kept.keys()) {
    if (kept.size <= keptMax) return;
    kept.delete(oldest);
  }
}
