import { describe, expect, it } from 'vitest';
import { discourteousIn, discourtesiesIn } from '#protocol/words/courteous.ts';

const withBetter = (said: string, language: 'zh' | 'en'): string =>
  discourtesiesIn(said, language)
    .toReversed()
    .reduce((text, { from, to, better }) => text.slice(0, from) + better + text.slice(to), said);

describe('[courteous-words] words that a hall would not say', () => {
  it.each([
    ['zh', '你自己看吧！', ['你', '自己看', '！']],
    ['zh', '系统错误，禁止入内', ['系统', '错误', '禁止']],
    ['zh', '你好，你们好，说不准几点', []],
    ['en', 'Do not wait! The system failed.', ['Do not', '!', 'system', 'failed']],
    ['en', 'Cannot be systematic', ['Cannot']],
  ] as const)('%s %s', (language, said, words) => {
    const found = discourtesiesIn(said, language);
    expect(found.map(({ word }) => word)).toEqual(words);
    for (const { from, to, word } of found) expect(said.slice(from, to)).toBe(word);
  });

  it('each has a better one, which is courteous itself', () => {
    const zh = '喂，你！请勿急什么，不得等着吧，不准不许严禁禁止。系统无法错误失败非法无效异常';
    const more = '不知道不清楚不归我没办法着什么急自己看说过了投诉去老头老太婆残废';
    const en =
      "Do not! Don't must not prohibited forbidden system error invalid failed failure illegal " +
      "unable cannot can't not my job calm down I told you no idea";
    expect(discourtesiesIn(zh, 'zh')).toHaveLength(18);
    expect(discourtesiesIn(more, 'zh')).toHaveLength(11);
    expect(discourtesiesIn(en, 'en')).toHaveLength(19);
    expect(discourtesiesIn(withBetter(zh, 'zh'), 'zh')).toEqual([]);
    expect(discourtesiesIn(withBetter(more, 'zh'), 'zh')).toEqual([]);
    expect(discourtesiesIn(withBetter(en, 'en'), 'en')).toEqual([]);
  });

  it('are told once a kind, the first of it', () => {
    expect(discourteousIn('你你！系统失败', 'zh')).toEqual(['！', '系统', '你']);
    expect(discourteousIn('请您稍坐。', 'zh')).toEqual([]);
  });
});
