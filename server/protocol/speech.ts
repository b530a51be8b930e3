import type { Language } from '#core/vocabulary.ts';
import type { SpeechKind } from './words/spoken.ts';

/**
 * What a lobby screen hears of the voice (docs/voice.md). A screen says `voice` every `renewMs`, and
 * is answered with what it is to do; what is to be said comes as `speech`, numbered without gaps
 * within a run of the hub.
 */

export interface SpeechClip {
  readonly language: Language;
  /** A WAV file of the hub; it never changes. */
  readonly url: string;
  readonly durationMs: number;
  /** What it says, for a person who checks. */
  readonly text: string;
}

export interface SpeechMessage {
  /** Of the hub: another one counts from 1 again. */
  readonly run: string;
  readonly speechNo: number;
  /** The call it belongs to; null: it stands by itself (closing). */
  readonly callNo: number | null;
  readonly kind: SpeechKind;
  /** How long ago it became due, real milliseconds, when it was sent. */
  readonly ageMs: number;
  /** In the order of saying; empty: the chime alone. */
  readonly clips: readonly SpeechClip[];
  /** Why there are none: switched off, quiet hours, not ready in time, no voice, nobody there. */
  readonly silent: 'off' | 'quiet' | 'late' | 'no-voice' | 'unheard' | null;
  /** Another screen has said it already. */
  readonly said: boolean;
}

/** What became of one at the screen that speaks. */
export const speechOutcomes = ['said', 'chime', 'stale', 'blocked', 'failed'] as const;
export type SpeechOutcome = (typeof speechOutcomes)[number];

export interface VoiceRequest {
  readonly sound: 'ready' | 'blocked' | 'unavailable';
  /** Missed speech with a higher number is sent again; not given: only what comes. */
  readonly since?: number;
  readonly became?: readonly { readonly speechNo: number; readonly outcome: SpeechOutcome }[];
}

/** How it stands with a screen's voice: the answer to `voice`, and sent when it changes. */
export interface VoiceStanding {
  readonly run: string;
  readonly lastSpeechNo: number;
  /** Does this screen sound? The others are silent. */
  readonly speaks: boolean;
  /** Calls up to here were said already, by whichever screen. */
  readonly saidCallNo: number;
  readonly volumePercent: number;
  readonly renewMs: number;
}
