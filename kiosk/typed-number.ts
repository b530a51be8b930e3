/** A phone or card number as it is typed: digits and capitals, bounded, and shown masked. */

export const typedMax = 24;
/** Shorter ones name nobody. */
export const typedMin = 4;

export function typeKey(typed: string, key: string): string {
  const sign = key.toUpperCase();
  return /^[0-9A-Z]$/.test(sign) && typed.length < typedMax ? typed + sign : typed;
}

export function deleteKey(typed: string): string {
  return typed.slice(0, -1);
}

/** Only the sign typed last can be read; groups of four from the left, as people dictate. */
export function masked(typed: string): string {
  if (typed === '') return '';
  const hidden = '•'.repeat(typed.length - 1) + typed.slice(-1);
  return hidden.replaceAll(/.{4}(?=.)/gu, (group) => `${group} `);
}
