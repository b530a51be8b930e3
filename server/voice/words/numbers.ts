import type { Language } from '#core/vocabulary.ts';

/** Numbers as one says them. Pure tables; nothing here knows of clips or engines. */

const zhDigits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;
const enDigits = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
] as const;
const enTeens = [
  ...['ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen'],
  ...['eighteen', 'nineteen'],
] as const;
const enTens = [
  ...['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'],
] as const;

/** Read as a whole up to here; longer numbers are read digit by digit. */
export const wholeNumberMax = 999;

/** Every word that a number or a digit can be made of. */
export const numberWords: Readonly<Record<Language, readonly string[]>> = {
  zh: [...zhDigits, '幺', '十', '百'],
  en: [...enDigits, ...enTeens, ...enTens.filter((word) => word !== ''), 'hundred', 'and'],
};

/**
 * One digit by itself.
 * @param digit 0 to 9
 * @param yao says 幺 for 一, as on the telephone: 一 and 七 sound alike in a noisy hall
 */
export function digitWord(digit: number, language: Language, yao: boolean): string {
  if (language === 'en') return enDigits[digit] ?? '';
  return yao && digit === 1 ? '幺' : (zhDigits[digit] ?? '');
}

/** A whole number in words, 0 to `wholeNumberMax`: 12 is 十二, and twelve. */
export function numberInWords(value: number, language: Language): readonly string[] {
  return language === 'zh' ? zhNumber(value) : enNumber(value);
}

/** 十二, 二十, 一百零五, 一百一十: 十 stands alone only below twenty. */
function zhNumber(value: number): readonly string[] {
  const digit = (place: number): string => zhDigits[place] ?? '';
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor((value % 100) / 10);
  const ones = value % 10;
  if (value < 10) return [digit(value)];
  const words: string[] = [];
  if (hundreds > 0) words.push(digit(hundreds), '百');
  if (tens > 0) words.push(...(hundreds === 0 && tens === 1 ? ['十'] : [digit(tens), '十']));
  else if (hundreds > 0 && ones > 0) words.push('零');
  if (ones > 0) words.push(digit(ones));
  return words;
}

function enNumber(value: number): readonly string[] {
  const hundreds = Math.floor(value / 100);
  const rest = value % 100;
  const words: string[] = [];
  if (hundreds > 0) words.push(enDigits[hundreds] ?? '', 'hundred');
  if (hundreds > 0 && rest > 0) words.push('and');
  if (rest > 0 || hundreds === 0) {
    if (rest < 10) words.push(enDigits[rest] ?? '');
    else if (rest < 20) words.push(enTeens[rest - 10] ?? '');
    else {
      words.push(enTens[Math.floor(rest / 10)] ?? '');
      if (rest % 10 > 0) words.push(enDigits[rest % 10] ?? '');
    }
  }
  return words;
}
