import type { SpeechMessage, SpeechOutcome } from '#protocol/speech.ts';
import type { AnnouncedCall } from '#ui/hub/call-stream.ts';
import { voiceDelayMs, type ChimeKind } from '#ui/chime.ts';
import type { HallSound, Spoken } from './hall-sound.ts';
import { planSpeech } from './speech-plan.ts';
import type { VoiceLink } from './voice-link.ts';

/** The picture, as far as the voice needs it. */
export interface Picture {
  readonly showing: () => AnnouncedCall | null;
  /** Calls that wait for their turn. */
  readonly behind: () => number;
  /** The call stays until then, page time. */
  readonly hold: (callNo: number, untilMs: number) => void;
}

export interface ScreenVoice {
  cameUp(call: AnnouncedCall): void;
  /** A call has to wait: the second language gives way. */
  pressed(): void;
  fellSilent(): void;
  /** From the link. */
  arrived(message: SpeechMessage): void;
  /** This screen became the one that sounds. */
  tookOver(): void;
}

/** The picture never waits for it; the voice waits for its words so long, then the chime was all. */
const wordsWithinMs = 2_500;
const clipsWithinMs = 2_000;
/** After the last word, before the next picture. */
const restMs = 400;
/** What belongs to no call waits for a pause of the calls, but not for ever. */
const noticeWithinMs = 20_000;
const noticeStaleMs = 60_000;

/** Joins the calls on the screen, what the hub says of them, and the sound. */
export function createScreenVoice(
  sound: HallSound,
  link: Pick<VoiceLink, 'speaks' | 'saidCallNo' | 'speechFor' | 'became'>,
  picture: Picture,
): ScreenVoice {
  let speaking: { readonly callNo: number; readonly spoken: Spoken } | null = null;
  let notices: { readonly message: SpeechMessage; readonly dueMs: number }[] = [];
  /** How old what arrived is by now. */
  const ages = new WeakMap<SpeechMessage, () => number>();
  let lastBegun: AnnouncedCall | null = null;
  /** One announcement is put on the timeline at a time. */
  let turn: Promise<void> = Promise.resolve();

  /** One that breaks is told to the hub as failed; the next one is not to suffer for it. */
  function inTurn(act: () => Promise<void>, speech: () => Promise<SpeechMessage | null>): void {
    turn = turn.then(act).catch(async () => {
      const message = await speech();
      if (message !== null) link.became(message.speechNo, 'failed');
    });
  }

  function announceInTurn(call: AnnouncedCall): void {
    lastBegun = call;
    inTurn(
      () => announce(call),
      () => link.speechFor(call.callNo, wordsWithinMs),
    );
  }

  async function announce(call: AnnouncedCall): Promise<void> {
    const chime: ChimeKind = call.kind === 'recall' ? 'recall' : 'call';
    const announcement = sound.begin(chime);
    const message = await link.speechFor(call.callNo, wordsWithinMs);
    const report = (outcome: SpeechOutcome): void => {
      if (message !== null) link.became(message.speechNo, outcome);
    };
    if (announcement === null) {
      report('blocked');
      return;
    }
    if (message === null || message.clips.length === 0) {
      report('chime');
      return;
    }
    const ageMs = ages.get(message)?.() ?? message.ageMs;
    const planned = planSpeech(message.clips, picture.behind(), ageMs, voiceDelayMs(chime));
    if (planned.length === 0) {
      report('stale');
      return;
    }
    const loading = Promise.all(planned.map(({ url }) => sound.load(url)));
    const loaded = await within(loading, clipsWithinMs);
    const buffers = (loaded ?? []).filter((buffer) => buffer !== null);
    // Another call stands there by now: its own words come.
    if (buffers.length === 0 || picture.showing()?.callNo !== call.callNo) {
      report(buffers.length === 0 ? 'failed' : 'stale');
      return;
    }
    const spoken = announcement.say(buffers);
    speaking = { callNo: call.callNo, spoken };
    if (picture.behind() > 0) spoken.dropOthers();
    picture.hold(call.callNo, spoken.endsMs() + restMs);
    void spoken.done.then((how) => {
      report(how === 'said' ? 'said' : 'failed');
    });
  }

  async function notice({ message }: { readonly message: SpeechMessage }): Promise<void> {
    const announcement = sound.begin('closing');
    if (announcement === null) return;
    const loaded = await within(
      Promise.all(message.clips.map(({ url }) => sound.load(url))),
      clipsWithinMs,
    );
    const buffers = (loaded ?? []).filter((buffer) => buffer !== null);
    if (buffers.length === 0) {
      link.became(message.speechNo, 'chime');
      return;
    }
    void announcement.say(buffers).done.then((how) => {
      link.became(message.speechNo, how === 'said' ? 'said' : 'failed');
    });
  }

  function playNotices(): void {
    if (!link.speaks() || notices.length === 0) return;
    const nowMs = performance.now();
    const isPause = picture.showing() === null;
    const due = notices.filter(({ dueMs }) => isPause || nowMs >= dueMs);
    notices = notices.filter((each) => !due.includes(each));
    for (const each of due) {
      if (nowMs >= each.dueMs - noticeWithinMs + noticeStaleMs) continue;
      inTurn(
        () => notice(each),
        () => Promise.resolve(each.message),
      );
    }
  }

  return {
    cameUp(call) {
      if (link.speaks()) announceInTurn(call);
    },
    pressed() {
      if (speaking === null || picture.showing()?.callNo !== speaking.callNo) return;
      speaking.spoken.dropOthers();
      picture.hold(speaking.callNo, speaking.spoken.endsMs() + restMs);
    },
    fellSilent: playNotices,
    arrived(message) {
      const arrivedMs = performance.now();
      ages.set(message, () => message.ageMs + performance.now() - arrivedMs);
      if (link.speaks()) for (const { url } of message.clips) void sound.load(url);
      const isNotice = message.callNo === null;
      if (!isNotice || message.said || message.ageMs > noticeStaleMs) return;
      notices.push({ message, dueMs: arrivedMs + noticeWithinMs });
      setTimeout(playNotices, noticeWithinMs + 1);
      playNotices();
    },
    tookOver() {
      const call = picture.showing();
      if (call !== null && call.callNo > link.saidCallNo() && call !== lastBegun) {
        announceInTurn(call);
      }
      playNotices();
    },
  };
}

function within<T>(promise: Promise<T>, limitMs: number): Promise<T | null> {
  return new Promise((done, fail) => {
    const timer = setTimeout(
      () => {
        done(null);
      },
      Math.max(limitMs, 100),
    );
    promise.then(
      (value) => {
        clearTimeout(timer);
        done(value);
      },
      (error: unknown) => {
        clearTimeout(timer);
        fail(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
}
