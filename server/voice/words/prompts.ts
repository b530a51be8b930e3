import type { Language } from '#core/vocabulary.ts';
import { speechKinds } from '#protocol/words/spoken.ts';
import { numberWords } from './numbers.ts';
import { templateParts, type Token, type Wording } from './speech.ts';

/** What a speaker reads in for a voice pack, so that every announcement of the hall can be said. */
export interface Prompt {
  /** Names the clip in a pack: `zh:请`. */
  readonly key: string;
  readonly language: Language;
  readonly say: string;
  readonly group: 'letters' | 'numbers' | 'phrases';
}

const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

export function promptKey(language: Language, say: string): string {
  return `${language}:${say.toLocaleLowerCase('en')}`;
}

/** About 55 for Chinese: pieces of the hall's templates, numbers, letters. */
export function promptsFor(language: Language, { templates }: Wording): readonly Prompt[] {
  const pieces = speechKinds.flatMap((kind) =>
    templateParts(templates[kind][language]).flatMap((part) =>
      part.kind === 'piece' ? [part.say] : [],
    ),
  );
  const prompt = (group: Prompt['group']) => (say: string) => ({
    key: promptKey(language, say),
    language,
    say,
    group,
  });
  const all = [
    ...pieces.map(prompt('phrases')),
    ...numberWords[language].map(prompt('numbers')),
    ...letters.map(prompt('letters')),
  ];
  const seen = new Set<string>();
  return all.filter(({ key }) => !seen.has(key) && seen.add(key));
}

/**
 * The clips that say a token, or null where the pack lacks one. A piece that has no clip of its own
 * is put together from shorter ones (号窗口 from 号 and 窗口), the fewest possible; a letter may be
 * borrowed from the other language of the same speaker.
 */
export function clipsFor(
  token: Token,
  language: Language,
  has: (key: string) => boolean,
): readonly string[] | null {
  if (token.kind === 'pause') return [];
  const own = promptKey(language, token.say);
  if (has(own)) return [own];
  if (token.kind === 'letter') {
    const borrowed = promptKey(language === 'zh' ? 'en' : 'zh', token.say);
    return has(borrowed) ? [borrowed] : null;
  }
  // 一 where only 幺 was read in, and the other way round, is still understood.
  if (token.kind === 'digit' && language === 'zh') {
    const other = token.say === '幺' ? '一' : token.say === '一' ? '幺' : null;
    return other !== null && has(promptKey('zh', other)) ? [promptKey('zh', other)] : null;
  }
  return token.kind === 'piece' ? covered(token.say, language, has) : null;
}

function covered(
  said: string,
  language: Language,
  has: (key: string) => boolean,
): readonly string[] | null {
  const units = language === 'zh' ? Array.from(said) : said.split(' ');
  const best: (readonly string[] | null)[] = [[]];
  for (let end = 1; end <= units.length; end += 1) {
    let fewest: readonly string[] | null = null;
    for (let start = 0; start < end; start += 1) {
      const before = best[start];
      const key = promptKey(language, units.slice(start, end).join(language === 'zh' ? '' : ' '));
      if (before == null || !has(key)) continue;
      if (fewest === null || before.length + 1 < fewest.length) fewest = [...before, key];
    }
    best.push(fewest);
  }
  return best[units.length] ?? null;
}
