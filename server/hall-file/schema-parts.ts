import { Type, type TSchema } from '@sinclair/typebox';
import type { Text } from '#core/vocabulary.ts';
import { closed } from '#protocol/fields.ts';
import { formWords as forms } from './words.ts';

/** What the schema of the hall file is made of. */

/** Says in words what a pattern asks for; a symbol, so that it stays out of the published schema. */
export const expectation = Symbol('expectation');

export function expects<T extends TSchema>(schema: T, words: Text): T {
  return { ...schema, [expectation]: words };
}

export const written = (
  description: string,
  lengthMax: number,
  options: Record<string, unknown> = {},
) => Type.String({ minLength: 1, maxLength: lengthMax, pattern: '\\S', description, ...options });

export const words = (description: string, lengthMax = 200) =>
  closed(
    { zh: written('Chinese', lengthMax), en: written('English', lengthMax) },
    { description: `${description} (both languages)` },
  );

export const whole = (minimum: number, maximum: number, description: string, byDefault?: number) =>
  Type.Integer({
    minimum,
    maximum,
    description,
    ...(byDefault === undefined ? {} : { default: byDefault }),
  });

export const minutes = (description: string, byDefault?: number) =>
  Type.Number({
    exclusiveMinimum: 0,
    maximum: 600,
    description,
    ...(byDefault === undefined ? {} : { default: byDefault }),
  });

export const list = <T extends TSchema>(
  items: T,
  minItems: number,
  maxItems: number,
  about: string,
) => Type.Array(items, { minItems, maxItems, description: about });

/** Names that every JavaScript object has already may not be ids: ids become keys. */
const idPattern =
  '^(?!(?:constructor|toString|valueOf|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|toLocaleString)$)[A-Za-z0-9][A-Za-z0-9_-]{0,31}$';

export const id = (description: string) =>
  expects(Type.String({ pattern: idPattern, description }), forms.id);

export const prefix = expects(
  Type.String({
    pattern: '^[A-HJ-NPR-Z]{1,2}$',
    description: 'One or two capital letters before the number; no I, O or Q',
  }),
  forms.prefix,
);

const clock = '(?:[01]\\d|2[0-3]):[0-5]\\d';

export const localTime = expects(
  Type.String({ pattern: `^(?:${clock}|24:00)$`, description: 'Local time, HH:MM' }),
  forms.localTime,
);

export const dayHours = expects(
  Type.String({
    pattern: `^(?:closed|${clock}-(?:${clock}|24:00))$`,
    description: 'HH:MM-HH:MM in local time, lunch included; or closed',
  }),
  forms.dayHours,
);
