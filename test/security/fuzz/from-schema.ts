import fc from 'fast-check';
import { hostileValues } from './hostile.ts';

/** JSON Schema as TypeBox writes it and OpenAPI publishes it: the words that our doors use. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/**
 * Things of the living hub, by the field that names them: written as `§kind:3` and put in place
 * when the request is sent, so that a failing run prints what can be read.
 */
const living: Readonly<Record<string, string>> = {
  ticket: 'ticket',
  counter: 'counter',
  service: 'service',
  class: 'class',
  badge: 'badge',
  to: 'badge',
  owner: 'badge',
  with: 'badge',
  answerable: 'badge',
  pin: 'pin',
  device: 'device',
  date: 'day',
  after: 'ticket',
  notice: 'notice',
  customer: 'customer',
  key: 'customer',
  kiosk: 'kiosk',
  job: 'job',
  number: 'number',
  pack: 'pack',
  followUp: 'followup',
  meeting: 'meeting',
  swap: 'swap',
  leave: 'leave',
  kind: 'shift',
  alert: 'alert',
  month: 'month',
  revision: 'revision',
  settings: 'settings',
};

export const placeholder = /^§([a-z]+):(\d+)$/;

/** Values that the schema lets in; `name` is the field they stand in. */
export function validValue(schema: Schema, name = ''): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.properties === undefined && schema.type === undefined) {
    const choices = schema.anyOf ?? schema.oneOf;
    return choices === undefined
      ? fc.jsonValue({ maxDepth: 1 })
      : fc.oneof(...choices.map((choice) => validValue(choice, name)));
  }
  const types = [schema.type ?? 'object'].flat();
  return fc.oneof(...types.map((type) => ofType(type, schema, name)));
}

function ofType(type: string, schema: Schema, name: string): fc.Arbitrary<unknown> {
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 600, 5_000) });
    case 'number':
      // A clock that runs by itself would make the run differ from its seed.
      if (name === 'speed') return fc.constant(schema.minimum ?? 0);
      return fc.double({ min: schema.minimum ?? 0, max: schema.maximum ?? 300, noNaN: true });
    case 'array': {
      const { items = {}, minItems = 0, maxItems = 5 } = schema;
      return fc.array(validValue(items, name), {
        minLength: minItems,
        maxLength: Math.max(minItems, Math.min(maxItems, 5)),
      });
    }
    case 'object':
      // Nobody would find a whole hall file by chance.
      return name === 'settings' ? fc.constant('§settings:0') : objectOf(schema);
    default:
      return textOf(schema, name);
  }
}

function objectOf(schema: Schema): fc.Arbitrary<unknown> {
  const { properties = {} } = schema;
  const fields = Object.entries(properties);
  const choices = schema.oneOf ?? schema.anyOf ?? [];
  const chosenOf = choices.map(({ required = [] }) => required);
  const excluded = new Set(chosenOf.flat());
  return fc.nat({ max: Math.max(0, choices.length - 1) }).chain((choice) => {
    const required = new Set([...(schema.required ?? []), ...(chosenOf[choice] ?? [])]);
    const present = fields.filter(([field]) => required.has(field) || !excluded.has(field));
    return fc.record(
      Object.fromEntries(present.map(([field, each]) => [field, validValue(each, field)])),
      { requiredKeys: [...required].filter((field) => field in properties) },
    );
  });
}

function textOf(schema: Schema, name: string): fc.Arbitrary<unknown> {
  const { pattern, format, minLength = 0, maxLength = 40 } = schema;
  if (format === 'instant') {
    return fc.constantFrom('2026-03-02T09:30:00+08:00', '2026-03-02T02:00:00Z');
  }
  const isDay = format === 'date';
  // `to` is a time of day as well as a colleague.
  const isTime = pattern?.startsWith('^(([01]') === true;
  const kind = isDay ? 'day' : isTime ? undefined : living[name];
  if (kind !== undefined) return fc.nat({ max: 9 }).map((index) => `§${kind}:${index}`);
  if (pattern !== undefined && pattern !== '\\S') {
    return fc.stringMatching(new RegExp(pattern));
  }
  return fc
    .string({ minLength, maxLength: Math.min(maxLength, 40), unit: 'grapheme' })
    .map((text) => (pattern === undefined || /\S/.test(text) ? text : '理由'));
}

/** A valid value with one or two faults: a field gone, a stranger added, a value of another kind. */
export function mutatedValue(schema: Schema): fc.Arbitrary<unknown> {
  const fault = fc.record({
    kind: fc.constantFrom('replace', 'drop', 'add', 'wrap', 'nest'),
    at: fc.nat({ max: 20 }),
    value: hostileValues,
    name: fc.constantFrom('nonsense', '__proto__', 'constructor', 'override', 'id', ''),
  });
  return fc
    .tuple(validValue(schema), fc.array(fault, { minLength: 1, maxLength: 2 }))
    .map(([value, faults]) => faults.reduce<unknown>(withFault, value));
}

interface Fault {
  readonly kind: string;
  readonly at: number;
  readonly value: unknown;
  readonly name: string;
}

function withFault(value: unknown, fault: Fault): unknown {
  if (fault.kind === 'wrap') return [value];
  if (fault.kind === 'nest') return { value };
  if (typeof value !== 'object' || value === null) return fault.value;
  const entries = Object.entries(value as Readonly<Record<string, unknown>>);
  if (fault.kind === 'add') return ownFields([...entries, [fault.name, fault.value]]);
  const entry = entries[fault.at % Math.max(1, entries.length)];
  if (entry === undefined) return ownFields([[fault.name, fault.value]]);
  const [field, inner] = entry;
  if (fault.kind === 'drop') return ownFields(entries.filter(([each]) => each !== field));
  const isDeep = typeof inner === 'object' && inner !== null && fault.at > 10;
  const replaced = isDeep ? withFault(inner, { ...fault, at: fault.at - 10 }) : fault.value;
  return ownFields(entries.map(([each, old]) => [each, each === field ? replaced : old]));
}

/** `__proto__` as a field of its own, as `JSON.parse` makes it. */
function ownFields(entries: readonly (readonly [string, unknown])[]): object {
  return Object.fromEntries(entries);
}
