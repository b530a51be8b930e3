import type { Language, Text } from '#core/vocabulary.ts';
import type { SpeechKind, TemplateSlot } from '#protocol/words/spoken.ts';
import { digitWord, numberInWords, wholeNumberMax } from './numbers.ts';

/**
 * From what is to be said to tokens, a language at a time. Pure. Engines misread `012` (零十二, "one
 * hundred twenty"), so nothing that is a number reaches them as figures.
 */

export type Token =
  /** Words of a template between two slots, spaces or marks. */
  | { readonly kind: 'piece'; readonly say: string }
  | { readonly kind: 'letter'; readonly say: string }
  /** A figure of a ticket's number, said by itself. */
  | { readonly kind: 'digit'; readonly say: string }
  /** A word of a number said as a whole. */
  | { readonly kind: 'number'; readonly say: string }
  /** A mark of the template: a short rest within a sentence, a longer one behind it. */
  | { readonly kind: 'pause'; readonly say: string };

export interface Phrase {
  readonly language: Language;
  readonly tokens: readonly Token[];
}

export interface SpeechFacts {
  readonly kind: SpeechKind;
  readonly number?: string;
  readonly counter?: string;
  readonly minutes?: number;
}

export interface Wording {
  readonly templates: Readonly<Record<SpeechKind, Text>>;
  /** Says 幺 for 一 in numbers of tickets. */
  readonly oneAsYao: boolean;
}

/** The tokens of one announcement in one language. */
export function phraseOf(facts: SpeechFacts, language: Language, wording: Wording): Phrase {
  const tokens = templateParts(wording.templates[facts.kind][language]).flatMap((part) =>
    part.kind === 'slot' ? slotTokens(part.slot, facts, language, wording) : [part],
  );
  return { language, tokens };
}

export type TemplatePart =
  Extract<Token, { kind: 'piece' | 'pause' }> | { readonly kind: 'slot'; readonly slot: string };

/** A template as pieces, pauses and slots, in order. */
export function templateParts(template: string): readonly TemplatePart[] {
  const found = template.matchAll(
    /\{(?<slot>\w*)\}|(?<mark>[，。、；：？,.;:?]+)|[^\s{}，。、；：？,.;:?]+/gu,
  );
  const parts: TemplatePart[] = [];
  for (const { 0: said, groups } of found) {
    if (groups?.slot !== undefined) parts.push({ kind: 'slot', slot: groups.slot });
    else if (groups?.mark !== undefined) {
      parts.push({ kind: 'pause', say: /[。？.?]/u.test(said) ? '。' : '，' });
    } else {
      const before = parts.at(-1);
      // English words of one run are one prompt; Chinese ones are parted by the template's spaces.
      if (before?.kind === 'piece' && isLatin(before.say) && isLatin(said)) {
        parts[parts.length - 1] = { kind: 'piece', say: `${before.say} ${said}` };
      } else parts.push({ kind: 'piece', say: said });
    }
  }
  return parts;
}

function isLatin(text: string): boolean {
  return !/\p{Script=Han}/u.test(text);
}

function slotTokens(
  slot: string,
  facts: SpeechFacts,
  language: Language,
  wording: Wording,
): readonly Token[] {
  switch (slot as TemplateSlot) {
    case 'number':
      return ticketTokens(facts.number ?? '', language, wording.oneAsYao);
    case 'counter':
      return counterTokens(facts.counter ?? '', language);
    case 'minutes':
      return counterTokens(String(facts.minutes ?? 0), language);
    default:
      return [];
  }
}

/** `A012`: the letter, then each figure by itself. */
export function ticketTokens(number: string, language: Language, yao: boolean): readonly Token[] {
  return Array.from(number).flatMap((sign) => signTokens(sign, language, yao));
}

/** `12` is said as a number, `A1` as letter and number; what begins with a zero is spelled. */
export function counterTokens(counter: string, language: Language): readonly Token[] {
  return (counter.match(/\d+|\D/g) ?? []).flatMap((run): readonly Token[] => {
    const isWhole = /^(?:0|[1-9]\d*)$/.test(run) && Number(run) <= wholeNumberMax;
    if (!isWhole) return Array.from(run).flatMap((sign) => signTokens(sign, language, false));
    return numberInWords(Number(run), language).map((say) => ({ kind: 'number', say }));
  });
}

/** Signs that nobody says (a dash in a counter's id) are passed over. */
function signTokens(sign: string, language: Language, yao: boolean): readonly Token[] {
  if (/^[a-z]$/i.test(sign)) return [{ kind: 'letter', say: sign.toUpperCase() }];
  if (/^\d$/.test(sign)) return [{ kind: 'digit', say: digitWord(Number(sign), language, yao) }];
  return /^\p{Script=Han}$/u.test(sign) ? [{ kind: 'piece', say: sign }] : [];
}

/** What an engine reads, and what a person may check: no figures, marks where one breathes. */
export function spokenText({ language, tokens }: Phrase): string {
  const marks = language === 'zh' ? { short: '，', long: '。' } : { short: ',', long: '.' };
  let text = '';
  for (const { kind, say } of tokens) {
    if (kind === 'pause') text += say === '。' ? marks.long : marks.short;
    else text += (language === 'en' && text !== '' ? ' ' : '') + say;
  }
  return text;
}
