import type { TSchema } from '@sinclair/typebox';
import type { Text } from '#core/vocabulary.ts';
import { nearest } from './nearest.ts';
import { expectation } from './schema-parts.ts';
import { hallFileWords as words } from './words.ts';

/** What is wrong with a text or a number by its schema, in words; null when it is in order. */
export function mistakeIn(part: TSchema, value: unknown): Text | null {
  if (typeof value === 'string') return mistakeInText(part, value);
  return typeof value === 'number' ? mistakeInNumber(part, value) : null;
}

function mistakeInText(part: TSchema, value: string): Text | null {
  const known = part['enum'] as readonly string[] | undefined;
  if (known !== undefined) {
    return known.includes(value) ? null : words.notOneOf(value, nearest(value, known), known);
  }
  const lengthMax = (part['maxLength'] as number | undefined) ?? Infinity;
  if (value.length > lengthMax) return words.textTooLong(lengthMax);
  const pattern = part['pattern'] as string | undefined;
  if (pattern === undefined || new RegExp(pattern).test(value)) return null;
  return (part as { [expectation]?: Text })[expectation] ?? words.blank();
}

function mistakeInNumber(part: TSchema, value: number): Text | null {
  const known = part['enum'] as readonly number[] | undefined;
  if (known !== undefined) {
    return known.includes(value) ? null : words.notOneOf(String(value), null, known.map(String));
  }
  const minimum = (part['minimum'] as number | undefined) ?? null;
  const above = (part['exclusiveMinimum'] as number | undefined) ?? null;
  const maximum = (part['maximum'] as number | undefined) ?? null;
  if (part['type'] === 'integer' && Number.isFinite(value) && !Number.isInteger(value)) {
    return words.notWhole();
  }
  const fits =
    Number.isFinite(value) &&
    (minimum === null || value >= minimum) &&
    (above === null || value > above) &&
    (maximum === null || value <= maximum);
  return fits ? null : words.outOfRange(minimum, above, maximum);
}
