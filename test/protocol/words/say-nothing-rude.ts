import { expect } from 'vitest';
import { languages, type Text } from '#core/vocabulary.ts';
import { discourteousIn } from '#protocol/words/courteous.ts';

/** Most of what is said in the many cases has been said before. */
const sayable = new Set<string>();

/** What every text of the house must be: whole, filled in, and courteous in both languages. */
export function expectSayable(words: Text): void {
  const told = JSON.stringify(words);
  if (sayable.has(told)) return;
  for (const language of languages) {
    const said = words[language];
    expect(said.trim()).toBe(said);
    expect(said).not.toBe('');
    expect(said).not.toMatch(/undefined|null|NaN|\[object|\$\{|\{\}| {2}/u);
    expect(discourteousIn(said, language), said).toEqual([]);
  }
  // A colleague's name is written as the hall writes it, in either language.
  const english = words.en.replaceAll(/李敏|周倩|孙伟|陈刚|何洁|王芳/gu, 'Li Min');
  expect(english).not.toMatch(/[\u4e00-\u9fff，。：；]/u);
  expect(words.zh).not.toMatch(/[\u4e00-\u9fff][,;:?] ?[\u4e00-\u9fff]/u);
  sayable.add(told);
}

/** Characters as they stand on a key: a run of digits counts as one, spaces do not count. */
export function lengthZh(said: string): number {
  return said.replaceAll(/[0-9A-Z]+\+?/gu, '0').replaceAll(/\s/gu, '').length;
}

export function wordsEn(said: string): number {
  return said.trim().split(/\s+/u).length;
}
