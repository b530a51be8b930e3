import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages, type Language } from '#core/vocabulary.ts';
import { discourteousIn } from '#protocol/words/courteous.ts';
import { speechKinds, spokenTemplates, templateSlots } from '#protocol/words/spoken.ts';
import { numberInWords, wholeNumberMax } from '#server/voice/words/numbers.ts';
import { clipsFor, promptKey, promptsFor } from '#server/voice/words/prompts.ts';
import {
  phraseOf,
  spokenText,
  templateParts,
  type SpeechFacts,
  type Wording,
} from '#server/voice/words/speech.ts';

const plain: Wording = { templates: spokenTemplates, oneAsYao: false };
const yao: Wording = { ...plain, oneAsYao: true };
const said = (facts: SpeechFacts, language: Language, wording = plain) =>
  spokenText(phraseOf(facts, language, wording));

describe('what is said', () => {
  const call = { kind: 'call', number: 'A012', counter: '3' } as const;

  it.each([
    [call, 'zh', '请A零一二号到三号窗口。'],
    [call, 'en', 'A zero one two, please come to counter three.'],
    [{ ...call, counter: '12' }, 'zh', '请A零一二号到十二号窗口。'],
    [{ ...call, counter: '20' }, 'en', 'A zero one two, please come to counter twenty.'],
    [{ ...call, counter: 'B2' }, 'zh', '请A零一二号到B二号窗口。'],
    [{ ...call, counter: '03' }, 'zh', '请A零一二号到零三号窗口。'],
    [{ ...call, counter: 'E-4' }, 'en', 'A zero one two, please come to counter E four.'],
    [{ ...call, number: 'VA1107' }, 'zh', '请VA一一零七号到三号窗口。'],
    [{ ...call, kind: 'recall' }, 'zh', '再请A零一二号到三号窗口。'],
    [{ ...call, kind: 'recall' }, 'en', 'Once more, A zero one two, please come to counter three.'],
    [{ ...call, kind: 'redirect' }, 'zh', 'A零一二号，请改到三号窗口，您的先后不变。'],
    [{ ...call, kind: 'redirect-anew' }, 'zh', 'A零一二号，请改到三号窗口。'],
    [
      { kind: 'closing-reminder', minutes: 15 },
      'zh',
      '各位顾客，十五分钟后停止取号。只要取到号，今天一定办完。',
    ],
    [{ kind: 'closing' }, 'zh', '各位顾客，今天停止取号了。手里有号的，请安心坐等，都会办完。'],
  ] as const)('%o in %s', (facts, language, text) => {
    expect(said(facts, language)).toBe(text);
  });

  it('幺 stands for 一 in numbers of tickets alone', () => {
    expect(said({ ...call, number: 'A101', counter: '11' }, 'zh', yao)).toBe(
      '请A幺零幺号到十一号窗口。',
    );
    expect(said({ ...call, number: 'A101' }, 'en', yao)).toContain('one zero one');
  });

  it.each([
    [0, '零', 'zero'],
    [2, '二', 'two'],
    [10, '十', 'ten'],
    [11, '十一', 'eleven'],
    [20, '二十', 'twenty'],
    [99, '九十九', 'ninety nine'],
    [100, '一百', 'one hundred'],
    [101, '一百零一', 'one hundred and one'],
    [110, '一百一十', 'one hundred and ten'],
    [112, '一百一十二', 'one hundred and twelve'],
    [300, '三百', 'three hundred'],
    [999, '九百九十九', 'nine hundred and ninety nine'],
  ])('%i is a number: %s, %s', (value, zh, en) => {
    expect(numberInWords(value, 'zh').join('')).toBe(zh);
    expect(numberInWords(value, 'en').join(' ')).toBe(en);
  });

  it('no two numbers sound alike', () => {
    for (const language of languages) {
      const all = Array.from({ length: wholeNumberMax + 1 }, (_, value) =>
        numberInWords(value, language).join(' '),
      );
      expect(new Set(all).size).toBe(all.length);
    }
  });

  it('a template keeps its pieces, slots and rests in order', () => {
    expect(templateParts('请 {number}，到 {counter} 号窗口。')).toEqual([
      { kind: 'piece', say: '请' },
      { kind: 'slot', slot: 'number' },
      { kind: 'pause', say: '，' },
      { kind: 'piece', say: '到' },
      { kind: 'slot', slot: 'counter' },
      { kind: 'piece', say: '号窗口' },
      { kind: 'pause', say: '。' },
    ]);
  });
});

const ticket = fc
  .tuple(fc.stringMatching(/^[A-HJ-NPR-Z]{1,2}$/), fc.integer({ min: 1, max: 9_999 }))
  .map(([prefix, count]) => prefix + String(count).padStart(3, '0'));
const counter = fc.stringMatching(/^[A-Za-z0-9-]{1,4}$/);
const facts = fc.record({
  kind: fc.constantFrom(...speechKinds),
  number: ticket,
  counter,
  minutes: fc.integer({ min: 1, max: 120 }),
});
const wordings = fc.boolean().map((oneAsYao) => ({ ...plain, oneAsYao }));
const anyLanguage = fc.constantFrom(...languages);

describe('whatever is called', () => {
  it('no figure reaches an engine, and no slot is left', () => {
    fc.assert(
      fc.property(facts, anyLanguage, wordings, (one, language, wording) => {
        expect(said(one, language, wording)).not.toMatch(/[0-9{}]/);
      }),
    );
  });

  it('every figure of a number is said by itself, in order', () => {
    fc.assert(
      fc.property(ticket, anyLanguage, wordings, (number, language, wording) => {
        const { tokens } = phraseOf({ kind: 'call', number, counter: 'Z' }, language, wording);
        const spelled = tokens
          .filter(({ kind }) => kind === 'letter' || kind === 'digit')
          .map(({ say }) => say)
          .slice(0, -1);
        const digits = { zh: '零一二三四五六七八九', en: '' };
        const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
        const back = spelled
          .map((say) => {
            if (say === '幺') return '1';
            if (/^[A-Z]$/.test(say)) return say;
            const place =
              language === 'zh' ? digits.zh.indexOf(say) : [...words, 'nine'].indexOf(say);
            return String(place);
          })
          .join('');
        expect(back).toBe(number);
      }),
    );
  });

  it('two numbers never sound alike', () => {
    fc.assert(
      fc.property(ticket, ticket, anyLanguage, (one, other, language) => {
        const same = said({ kind: 'call', number: one, counter: '1' }, language);
        const isSame = same === said({ kind: 'call', number: other, counter: '1' }, language);
        expect(isSame).toBe(one === other);
      }),
    );
  });

  it('a pack that holds every prompt can say it', () => {
    for (const language of languages) {
      const keys = new Set(promptsFor(language, plain).map(({ key }) => key));
      fc.assert(
        fc.property(facts, wordings, (one, wording) => {
          for (const token of phraseOf(one, language, wording).tokens) {
            expect(clipsFor(token, language, (key) => keys.has(key))).not.toBeNull();
          }
        }),
      );
    }
  });
});

describe('the prompts of a pack', () => {
  it('are about 55 for Chinese, each once', () => {
    const prompts = promptsFor('zh', plain);
    expect(prompts.map(({ say }) => say)).toEqual(
      expect.arrayContaining(['请', '号', '到', '号窗口', '再请', '零', '幺', '十', '百', 'A']),
    );
    expect(prompts.length).toBe(54);
    expect(new Set(prompts.map(({ key }) => key)).size).toBe(prompts.length);
    expect(promptsFor('en', plain).length).toBeLessThan(75);
  });

  const only =
    (...says: string[]) =>
    (key: string) =>
      says.some((say) => promptKey('zh', say) === key);

  it('a piece is put together from the fewest shorter ones', () => {
    const token = { kind: 'piece', say: '号窗口' } as const;
    expect(clipsFor(token, 'zh', only('号', '窗', '口', '窗口'))).toEqual(['zh:号', 'zh:窗口']);
    expect(clipsFor(token, 'zh', only('号', '窗'))).toBeNull();
  });

  it('letters are borrowed from the other language, 幺 and 一 from each other', () => {
    const letter = { kind: 'letter', say: 'A' } as const;
    expect(clipsFor(letter, 'en', only('A'))).toEqual(['zh:a']);
    expect(clipsFor({ kind: 'digit', say: '幺' }, 'zh', only('一'))).toEqual(['zh:一']);
    expect(clipsFor({ kind: 'digit', say: '二' }, 'zh', only('一'))).toBeNull();
  });
});

describe('the wording', () => {
  it('[courteous-words] of the house says nothing that a hall would not say', () => {
    for (const kind of speechKinds) {
      for (const language of languages) {
        expect(discourteousIn(spokenTemplates[kind][language], language), kind).toEqual([]);
      }
    }
  });

  it('has each slot once', () => {
    for (const kind of speechKinds) {
      for (const language of languages) {
        const slots = templateParts(spokenTemplates[kind][language]).flatMap((part) =>
          part.kind === 'slot' ? [part.slot] : [],
        );
        expect(slots).toEqual(templateSlots[kind]);
      }
    }
  });
});
