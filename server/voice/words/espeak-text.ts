import type { Language } from '#core/vocabulary.ts';
import { spokenText, type Phrase } from './speech.ts';

/** What espeak-ng is asked at the start: a voice that works says it with a falling tone. */
export const probeWords: Readonly<Record<Language, string>> = { zh: '号', en: 'counter' };

/** Voices in the order in which they are tried. Debian's 1.51 passes the probe with the second. */
export const usualVoices: Readonly<Record<Language, readonly string[]>> = {
  zh: ['cmn', 'cmn-latn-pinyin'],
  en: ['en-gb', 'en-us', 'en'],
};

/**
 * Does the voice know the language? `cmn` of espeak-ng 1.51 answers `(en)h,eI…`: it takes the
 * pinyin of 号 for English. A working one gives a Mandarin vowel and its tone.
 * @param phonemes what `espeak-ng -q -x` prints for the probe word
 */
export function knowsItsLanguage(phonemes: string, language: Language): boolean {
  const said = phonemes.trim();
  if (said === '' || /\([a-z]{2,3}\)/.test(said)) return false;
  return language === 'en' || /Au51/.test(said);
}

/** The article "a" is no letter, and the Mandarin voice of 1.51 slurs W. */
const letterText: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { A: '[[eI]]' },
  zh: { W: '达不流' },
};

/** The phrase as espeak-ng reads it rightly. */
export function espeakText(phrase: Phrase): string {
  const { language, tokens } = phrase;
  return spokenText({
    language,
    tokens: tokens.map((token) =>
      token.kind === 'letter'
        ? { ...token, say: letterText[language][token.say] ?? token.say }
        : token,
    ),
  });
}
