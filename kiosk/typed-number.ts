/** A phone or card number as it is typed: digits only, bounded, and shown masked. */

export const typedMax = 24;
/** Shorter ones name nobody. */
export const typedMin = 4;

export function typeDigit(typed: string, digit: string): string {
  return /^\d$/.test(digit) && typed.length < typedMax ? typed + digit : typed;
}

export function deleteDigit(typed: string): string {
  return typed.slice(0, -1);
}

/** Only the digit typed last can be read; groups of four from the left, as people dictate. */
export function masked(typed: string): string {
  if (typed === '') return '';
  const hidden = '•'.repeat(typed.length - 1) + typed.slice(-1);
  return hidden.replaceAll(/.{4}(?=.)/gu, (group) => `${group} `);
}
