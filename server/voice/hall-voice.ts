import { join } from 'node:path';
import { isBetween } from '#core/calendar/time-of-day.ts';
import type { HallEvent } from '#core/events.ts';
import type { VoiceConfig } from '#core/hall-config.ts';
import type { HallDay } from '#core/state.ts';
import type { Language } from '#core/vocabulary.ts';
import type { CallMessage } from '#protocol/socket-events.ts';
import type { SpeechClip, SpeechMessage, VoiceRequest, VoiceStanding } from '#protocol/speech.ts';
import { readClip } from './clip-cache.ts';
import { voiceLimits } from './limits.ts';
import { likelySpeech } from './preparing.ts';
import { createSpeakerLease, type ScreenSound } from './speaker-lease.ts';
import { callFacts, closingFacts, tried, usualVoice, wordingOf } from './speech-of.ts';
import { createSpeechStream } from './speech-stream.ts';
import { createRemoteStudio } from './studio/remote-studio.ts';
import type { Studio } from './studio/studio.ts';
import { phraseOf, spokenText, type Phrase, type SpeechFacts } from './words/speech.ts';

/** The part of a hall that its voice listens to. */
export interface SpokenHall {
  readonly state: () => HallDay;
  readonly now: () => number;
  /** Calls of today with a higher number; the last ones only. */
  readonly callsSince: (callNo: number) => readonly CallMessage[];
  subscribe(
    listener: (change: {
      readonly events: readonly HallEvent[];
      readonly calls: readonly CallMessage[];
    }) => void,
  ): () => void;
}

export interface VoiceScreen {
  /** One connection: a device may have several. */
  readonly id: string;
  readonly device: string;
  readonly name: string;
  speech(message: SpeechMessage): void;
  standing(standing: VoiceStanding): void;
}

export interface HallVoice {
  /** A screen says `voice`; the first time it is made known. */
  hear(screen: VoiceScreen, request: VoiceRequest): VoiceStanding;
  leave(screenId: string): void;
  /** The device that speaks now, or null. */
  speaker(): string | null;
  screens(): readonly {
    readonly device: string;
    readonly name: string;
    readonly sound: ScreenSound;
    readonly speaks: boolean;
  }[];
  /** Told with the device that speaks from now on. */
  onSpeaker(listener: (device: string | null) => void): void;
  readonly studio: Studio;
  config(): VoiceConfig;
  /** Renders one sentence to listen to. Null: no source can say it. */
  /** @param template wording that is tried out; none: the hall's own */
  trial(facts: SpeechFacts, language: Language, template?: string): Promise<TrialClip | null>;
  clip(name: string): Promise<Buffer | null>;
  stop(): Promise<void>;
}

export interface TrialClip extends SpeechClip {
  readonly source: string;
}

export interface HallVoiceDeps {
  readonly hall: SpokenHall;
  /** `voice` in the data folder. */
  readonly folder: string;
  readonly log: (fields: object, message: string) => void;
  /** Tests bring a studio of this process, and a clock. */
  readonly studio?: Studio;
  readonly steadyNow?: () => number;
}

/** The voice of a hall: decides what is said, has it rendered, and gives it to one screen. */
export function createHallVoice(deps: HallVoiceDeps): HallVoice {
  const { hall, folder, log } = deps;
  const now = deps.steadyNow ?? (() => performance.now());
  const studio =
    deps.studio ??
    createRemoteStudio(folder, (trouble) => {
      log({ trouble }, 'the voice studio was replaced');
    });
  const screens = new Map<string, VoiceScreen>();
  const speakerListeners: ((device: string | null) => void)[] = [];
  let opened: { readonly config: VoiceConfig; readonly done: Promise<unknown> } | null = null;
  let preparing: NodeJS.Timeout | null = null;
  let round = 0;
  const prepared = new Set<string>();

  const config = (): VoiceConfig => hall.state().config?.voice ?? usualVoice;

  const lease = createSpeakerLease({
    leaseMs: voiceLimits.leaseMs,
    now,
    preferred: () => config().screen,
    moved(holder) {
      const device = holder === null ? null : (screens.get(holder)?.device ?? null);
      for (const listener of speakerListeners) listener(device);
      for (const screen of screens.values()) screen.standing(standingOf(screen.id));
    },
  });

  const stream = createSpeechStream({
    now,
    isHeard: () => screens.size > 0,
    silence: silenceNow,
    render: (facts) => config().languages.map((language) => clipOf(facts, language)),
    send(message) {
      for (const screen of screens.values()) screen.speech(message);
    },
  });

  const unsubscribe = hall.subscribe(({ events, calls }) => {
    for (const call of calls) stream.add(callFacts(call), call.callNo);
    for (const event of events) {
      const facts = closingFacts(event);
      if (facts !== null) stream.add(facts, null);
    }
    if (screens.size > 0) prepareSoon();
  });
  const sweep = setInterval(() => {
    lease.sweep();
  }, voiceLimits.renewMs);
  sweep.unref();
  afterRestart();

  /** What was called just before the hub was started anew has not been said by anybody. */
  function afterRestart(): void {
    for (const call of hall.callsSince(0)) {
      if (hall.now() - Date.parse(call.at) < voiceLimits.staleMs) {
        stream.add(callFacts(call), call.callNo);
      }
    }
  }

  function silenceNow(): 'off' | 'quiet' | null {
    const { spoken, quietHours } = config();
    if (!spoken) return 'off';
    const timezone = hall.state().config?.hall.timezone ?? 'UTC';
    const isQuiet = quietHours.some(({ from, to }) => isBetween(hall.now(), timezone, from, to));
    return isQuiet ? 'quiet' : null;
  }

  /** Opened when it is first needed, and anew when the hall is configured anew. */
  async function studioOpen(): Promise<void> {
    const wanted = config();
    if (opened?.config !== wanted) {
      const { pack, model, voices, wordsPerMinute } = wanted;
      prepared.clear();
      const done = studio.open({ pack, model, voices, wordsPerMinute }).then(
        ({ sources }) => {
          for (const { id, state, notes } of sources) {
            log({ source: id, state, notes: notes.map(({ en }) => en) }, 'voice');
          }
        },
        (error: unknown) => {
          opened = null;
          throw error;
        },
      );
      opened = { config: wanted, done };
    }
    await opened.done;
  }

  function phrase(facts: SpeechFacts, language: Language): Phrase {
    return phraseOf(facts, language, wordingOf(config()));
  }

  async function clipOf(
    facts: SpeechFacts,
    language: Language,
    template?: string,
  ): Promise<TrialClip | null> {
    await studioOpen();
    const asked =
      template === undefined
        ? phrase(facts, language)
        : phraseOf(facts, language, tried(wordingOf(config()), facts.kind, template));
    const rendered = await studio.render(asked);
    if (rendered === null) return null;
    const { name, durationMs, source } = rendered;
    const url = `/api/voice/clips/${name}.wav`;
    return { language, url, durationMs, source, text: spokenText(asked) };
  }

  function prepareSoon(): void {
    preparing ??= setTimeout(() => {
      preparing = null;
      void prepare();
    }, voiceLimits.prepareAfterMs);
    preparing.unref();
  }

  /** One phrase at a time, so that a call never stands behind more than one of them. */
  async function prepare(): Promise<void> {
    if (silenceNow() !== null) return;
    round += 1;
    const mine = round;
    const { languages } = config();
    for (const facts of likelySpeech(hall.state(), hall.now())) {
      for (const language of languages) {
        const text = `${language} ${spokenText(phrase(facts, language))}`;
        if (prepared.has(text)) continue;
        if (mine !== round) return; // A newer list is under way.
        const isMade = await clipOf(facts, language).then(
          (clip) => clip !== null,
          () => false, // It is rendered when it is called; then the trouble is told.
        );
        if (!isMade) return;
        if (prepared.size > 20 * voiceLimits.preparedMax) prepared.clear();
        prepared.add(text);
      }
    }
  }

  function standingOf(id: string): VoiceStanding {
    return {
      run: stream.run,
      lastSpeechNo: stream.last(),
      speaks: lease.holder() === id,
      saidCallNo: stream.saidCallNo(),
      volumePercent: config().volumePercent,
      renewMs: voiceLimits.renewMs,
    };
  }

  return {
    hear(screen, { sound, since, became }) {
      const isNew = !screens.has(screen.id);
      if (isNew && screens.size < voiceLimits.screensMax) screens.set(screen.id, screen);
      const isSpeaker = lease.holder() === screen.id;
      for (const { speechNo, outcome } of became ?? []) {
        const isNews = isSpeaker && stream.became(speechNo, outcome);
        if (isNews && outcome === 'failed') {
          log({ screen: screen.name, speechNo }, 'a screen could not say what was to be said');
        }
      }
      if (screens.has(screen.id)) lease.renew(screen.id, screen.name, sound);
      if (since !== undefined) for (const missed of stream.since(since)) screen.speech(missed);
      if (isNew) {
        studioOpen().catch(() => undefined); // Its trouble is told where it is asked next.
        stream.wake();
        prepareSoon();
      }
      return standingOf(screen.id);
    },
    leave(id) {
      screens.delete(id);
      lease.leave(id);
    },
    speaker: () => screens.get(lease.holder() ?? '')?.device ?? null,
    screens: () =>
      lease.screens().map(({ id, name, sound }) => ({
        device: screens.get(id)?.device ?? '',
        name,
        sound,
        speaks: lease.holder() === id,
      })),
    onSpeaker: (listener) => void speakerListeners.push(listener),
    studio: {
      ...studio,
      report: async () => {
        await studioOpen();
        return studio.report();
      },
      choosePack: async (id) => {
        prepared.clear();
        return studio.choosePack(id);
      },
    },
    config,
    trial: clipOf,
    clip: (name) => readClip(join(folder, 'cache'), name),
    async stop() {
      unsubscribe();
      clearInterval(sweep);
      if (preparing !== null) clearTimeout(preparing);
      stream.stop();
      await studio.stop();
    },
  };
}
