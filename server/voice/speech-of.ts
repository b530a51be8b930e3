import type { HallEvent } from '#core/events.ts';
import type { VoiceConfig } from '#core/hall-config.ts';
import type { CallMessage } from '#protocol/socket-events.ts';
import { callText } from '#protocol/words/calls.ts';
import { spokenTemplates } from '#protocol/words/spoken.ts';
import type { SpeechFacts, Wording } from './words/speech.ts';

/** What the hall's events give the voice to say. Pure. */

export const usualVoice: VoiceConfig = {
  spoken: true,
  volumePercent: 80,
  languages: ['zh', 'en'],
  oneAsYao: false,
  quietHours: [],
  pack: null,
  model: null,
  voices: { zh: null, en: null },
  wordsPerMinute: 150,
  screen: null,
  templates: {},
};

export function wordingOf({ templates, oneAsYao }: VoiceConfig): Wording {
  return { templates: { ...spokenTemplates, ...templates }, oneAsYao };
}

/** The same wording with one sentence in other words, to be listened to. */
export function tried(wording: Wording, kind: SpeechFacts['kind'], template: string): Wording {
  const text = { zh: template, en: template };
  return { ...wording, templates: { ...wording.templates, [kind]: text } };
}

/** A redirect says whether the customer keeps the place, as the text on the screen does. */
export function callFacts({ kind, number, counter, text }: CallMessage): SpeechFacts {
  if (kind !== 'redirect') return { kind, number, counter };
  const keeps = text.en === callText({ kind, number, counter, keepsPlace: true }).en;
  return { kind: keeps ? 'redirect' : 'redirect-anew', number, counter };
}

/**
 * `closing-reminder`: said once, with the minutes that are left. The closing itself is said to those
 * who wait; in an empty hall it is nobody's (`serve-everyone-queued`).
 */
export function closingFacts(event: HallEvent): SpeechFacts | null {
  if (event.type === 'ClosingReminded') {
    const minutes = Math.max(Math.round((event.data.closesAtMs - event.atMs) / 60_000), 1);
    return { kind: 'closing-reminder', minutes };
  }
  if (event.type === 'IntakeClosed' && event.data.waitingCount > 0) return { kind: 'closing' };
  return null;
}
