import { afterEach, describe, expect, it } from 'vitest';
import { defineLocale } from '#ui/locale/define-locale.ts';
import { language, languageFrom, textOf } from '#ui/locale/language.ts';

const words = defineLocale({
  zh: {
    plain: '您好',
    ahead: '前面还有 {count} 位，{count} 位',
    go: '请 {number} 到 {counter} 号',
  },
  en: {
    plain: 'Hello',
    ahead: ({ count }) => (Number(count) === 1 ? 'one person' : `${count} people`),
    go: '{number}, counter {counter}',
  },
});

afterEach(() => language.set('zh'));

describe('defineLocale', () => {
  it('says a text in the language of now, and follows a switch', () => {
    language.set('zh');
    expect(words.t('plain')).toBe('您好');
    language.set('en');
    expect(words.t('plain')).toBe('Hello');
  });

  it('fills every place, also one that occurs twice', () => {
    expect(words.say('zh', 'ahead', { count: 3 })).toBe('前面还有 3 位，3 位');
    expect(words.say('en', 'go', { number: 'A028', counter: '5' })).toBe('A028, counter 5');
  });

  it('lets English have a plural where Chinese has none', () => {
    expect(words.say('en', 'ahead', { count: 1 })).toBe('one person');
    expect(words.say('en', 'ahead', { count: 2 })).toBe('2 people');
  });

  it('says both languages at once for public screens', () => {
    expect(words.both('plain')).toEqual({ zh: '您好', en: 'Hello' });
  });

  it('does not compile without what a text needs', () => {
    // @ts-expect-error a place is missing
    expect(words.say('zh', 'go', { number: 'A028' })).toBe('请 A028 到 {counter} 号');
    // @ts-expect-error there is no such text
    expect(() => words.t('nothing')).toThrow('no text "nothing"');
  });
});

describe('language', () => {
  it('tells its followers of a change, and of nothing else', () => {
    language.set('zh');
    const heard: string[] = [];
    const stop = language.subscribe((now) => heard.push(now));
    language.set('zh');
    language.set('en');
    stop();
    language.set('zh');
    expect(heard).toEqual(['en']);
  });

  it('knows its own languages by any tag', () => {
    expect(['zh-Hans-CN', 'EN-us', 'fr', null, 7].map(languageFrom)).toEqual([
      'zh',
      'en',
      null,
      null,
      null,
    ]);
  });

  it('picks from a text of a view', () => {
    language.set('en');
    expect(textOf({ zh: '缴费', en: 'Payments' })).toBe('Payments');
  });
});
