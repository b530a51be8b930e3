import type { Language } from '#core/vocabulary.ts';

/** What is asked of a voice; a SpeechSynthesisVoice is one. */
export type VoiceLike = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'name' | 'voiceURI'>;

/**
 * The voice that may read a language aloud, or null. Only voices of the machine itself: no text
 * leaves the hall. espeak's Mandarin of Linux speech services reads nonsense and is never taken;
 * Cantonese is another language.
 */
export function suitableVoice<V extends VoiceLike>(
  voices: readonly V[],
  language: Language,
): V | null {
  const wanted = language === 'zh' ? /^(zh|cmn)\b(?![-_](hk|yue))/i : /^en\b/i;
  const fits = voices.filter(
    (voice) =>
      voice.localService && wanted.test(voice.lang) && !/espeak/i.test(voice.name + voice.voiceURI),
  );
  const home = language === 'zh' ? /^zh[-_](hans[-_])?cn/i : /^en[-_](gb|us)/i;
  return fits.find((voice) => home.test(voice.lang)) ?? fits[0] ?? null;
}

/** Slower than talk: it is listened to in a loud hall. */
const rate = 0.9;

/** Reads aloud where the machine can; a page without a voice hides its button. */
export function createReader(changed: () => void) {
  const speech = 'speechSynthesis' in globalThis ? globalThis.speechSynthesis : null;
  // The list is empty at first and arrives later.
  speech?.addEventListener('voiceschanged', changed);

  const voiceFor = (language: Language): SpeechSynthesisVoice | null =>
    speech === null ? null : suitableVoice(speech.getVoices(), language);

  return {
    can: (language: Language): boolean => voiceFor(language) !== null,
    read(text: string, language: Language): void {
      const voice = voiceFor(language);
      if (speech === null || voice === null) return;
      speech.cancel();
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      utterance.rate = rate;
      speech.speak(utterance);
    },
    stop(): void {
      speech?.cancel();
    },
    close(): void {
      speech?.cancel();
      speech?.removeEventListener('voiceschanged', changed);
    },
  };
}

export type Reader = ReturnType<typeof createReader>;
