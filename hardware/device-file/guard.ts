import type { TSchema } from '@sinclair/typebox';
import { Ajv, type ValidateFunction } from 'ajv';
import type { Text } from '#core/vocabulary.ts';
import { hallFileWords as words } from '#server/hall-file/words.ts';
import { deviceFileWords } from './words.ts';

/**
 * What the shape reader of YAML files does not know of JSON Schema (patterns of keys, numbers from a
 * list) is caught here, so that nothing a driver's schema refuses gets through.
 */
export function checkRest(
  schema: TSchema,
  value: unknown,
  placeOf: (path: string) => number,
): readonly { readonly offset: number; readonly at: string; readonly message: Text }[] {
  const validate = validatorOf(schema);
  if (validate(value)) return [];
  const byPath = new Map<string, { allowed: string[]; value: unknown }>();
  for (const { instancePath, params } of validate.errors ?? []) {
    const at = pathOf(instancePath);
    const entry = byPath.get(at) ?? { allowed: [], value: valueAt(value, instancePath) };
    const { allowedValue, additionalProperty } = params as Readonly<Record<string, unknown>>;
    if (allowedValue !== undefined) entry.allowed.push(shown(allowedValue));
    if (typeof additionalProperty === 'string') entry.value = additionalProperty;
    byPath.set(at, entry);
  }
  return [...byPath].map(([at, { allowed, value: found }]) => ({
    offset: placeOf(at),
    at,
    message:
      allowed.length > 0
        ? words.notOneOf(shown(found), null, allowed)
        : deviceFileWords.wrongForm(shown(found)),
  }));
}

const validators = new WeakMap<TSchema, ValidateFunction>();

function validatorOf(schema: TSchema): ValidateFunction {
  const known = validators.get(schema);
  if (known !== undefined) return known;
  const made = new Ajv({ allErrors: true, strict: false }).compile(plain(schema) as object);
  validators.set(schema, made);
  return made;
}

/** The schema in the few words that the shape reader knows: values of any key of a kind. */
export function readable(schema: TSchema): TSchema {
  return changed(schema) as TSchema;
}

function changed(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(changed);
  if (typeof part !== 'object' || part === null) return part;
  const numbers = numbersOf(part as Record<string, unknown>);
  const copy: Record<PropertyKey, unknown> = {};
  // Symbols too: a part may say in words what it expects.
  for (const key of Reflect.ownKeys(part)) copy[key] = changed(Reflect.get(part, key));
  if (numbers !== null) return { ...copy, anyOf: undefined, type: 'number', enum: numbers };
  const { patternProperties, ...rest } = copy as Record<string, unknown>;
  if (typeof patternProperties !== 'object' || patternProperties === null) return copy;
  const [of] = Object.values(patternProperties) as readonly unknown[];
  return { ...rest, properties: rest['properties'] ?? {}, additionalProperties: of };
}

/** A choice among numbers, or null for anything else. */
function numbersOf({ anyOf }: Record<string, unknown>): readonly number[] | null {
  if (!Array.isArray(anyOf)) return null;
  const values = (anyOf as readonly { const?: unknown }[]).map((form) => form.const);
  const numbers = values.filter((value) => typeof value === 'number');
  return numbers.length === values.length && numbers.length > 0 ? numbers : null;
}

/** Keys of a map that its pattern does not know, at any depth. */
export function unknownKeys(schema: TSchema, value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const properties = (schema['properties'] ?? {}) as Record<string, TSchema>;
  const [pattern] = Object.keys((schema['patternProperties'] ?? {}) as object);
  return Object.entries(value).flatMap(([key, below]) => {
    const at = path === '' ? key : `${path}.${key}`;
    const part = properties[key];
    if (part !== undefined) return unknownKeys(part, below, at);
    return pattern !== undefined && !new RegExp(pattern).test(key) ? [at] : [];
  });
}

/** Without TypeBox's own marks, and closed where only patterns of keys are named. */
function plain(schema: TSchema): unknown {
  const copy = JSON.parse(JSON.stringify(schema)) as unknown;
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    const map = part as Record<string, unknown>;
    if ('patternProperties' in map && !('additionalProperties' in map))
      map['additionalProperties'] = false;
    for (const value of Object.values(map)) walk(value);
  };
  walk(copy);
  return copy;
}

/** `/keys/0` as `keys.0`, and items as `shows[1]`. */
function pathOf(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((path, part) => (path === '' ? part : `${path}.${part}`), '');
}

function valueAt(value: unknown, pointer: string): unknown {
  let found = value;
  for (const part of pointer.split('/').slice(1)) {
    found = (found as Record<string, unknown> | null | undefined)?.[part];
  }
  return found;
}

function shown(value: unknown): string {
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 40);
}
