import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { TSchema } from '@sinclair/typebox';
import type { Language } from '#core/vocabulary.ts';
import { fieldWords, type FieldWord } from './problem-words.ts';

/**
 * The one validator of the published language: unknown fields are refused, nothing is coerced or
 * repaired, and every field that is wrong is named.
 */
export interface FieldFault {
  /** Dotted path, e.g. `record.followUps.0.text`; `body` for the whole. */
  readonly field: string;
  readonly word: FieldWord;
  readonly parameter: string;
}

export type Validate = (value: unknown) => readonly FieldFault[];

const formats = {
  /** A date of the calendar: February has no 30th. */
  date: (text: string) => {
    const atMs = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
    return !Number.isNaN(atMs) && new Date(atMs).toISOString().startsWith(text);
  },
  instant: (text: string) =>
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text) &&
    !Number.isNaN(Date.parse(text)),
};

const settings = { allErrors: true, verbose: true, strict: false, formats } as const;
const exact = new Ajv(settings);
/** Query strings are texts on the wire: whole numbers are read from them. */
const coercing = new Ajv({ ...settings, coerceTypes: true });

const compiled = new WeakMap<object, ValidateFunction>();

/** Compiles a schema once; answers the faults of a value, none when it is good. */
export function validator(schema: TSchema): Validate {
  const check = compile(exact, schema);
  return (value) => (check(value) ? [] : faultsOf(check.errors ?? []));
}

/** As `validator`, for query strings: changes texts to the numbers that the schema asks for. */
export function queryValidator(schema: TSchema): Validate {
  const check = coercing.compile(schema);
  return (value) => (check(value) ? [] : faultsOf(check.errors ?? []));
}

export function wordFaults(faults: readonly FieldFault[], language: Language) {
  return faults.map(({ field, word, parameter }) => ({
    field,
    message: fieldWords[word](parameter)[language],
  }));
}

function compile(ajv: Ajv, schema: TSchema): ValidateFunction {
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  const check = ajv.compile(schema);
  compiled.set(schema, check);
  return check;
}

function faultsOf(errors: readonly ErrorObject[]): FieldFault[] {
  const faults = new Map<string, FieldFault>();
  for (const error of errors) {
    for (const fault of faultOf(error)) {
      const key = `${fault.field} ${fault.word}`;
      if (!faults.has(key)) faults.set(key, fault);
    }
  }
  const named = [...faults.values()];
  // A choice that failed says less than the fields inside it.
  const telling = named.filter(({ word }) => word !== 'other');
  return telling.length > 0 ? telling : named;
}

function faultOf(error: ErrorObject): FieldFault[] {
  const at = error.instancePath.split('/').slice(1).map(unescapePointer);
  const params = error.params as Record<string, unknown>;
  const parameter = (name: string): string => String(params[name]);
  const here = (word: FieldWord, value = ''): FieldFault[] => [fault(at, word, value)];
  const choice = (word: FieldWord, fields: readonly string[]): FieldFault[] =>
    fields.length === 0
      ? here('other')
      : fields.map((field) => fault([...at, field], word, fields.join(', ')));
  switch (error.keyword) {
    case 'required':
      // One of several that would do: the choice itself names them all.
      if (isOption(error.parentSchema)) return [];
      return [fault([...at, parameter('missingProperty')], 'required')];
    case 'additionalProperties':
      return [fault([...at, parameter('additionalProperty')], 'unknown')];
    case 'type':
      return here('type', [params.type].flat().find((type) => type !== 'null') as string);
    case 'enum':
      return here('enum', (params.allowedValues as unknown[]).filter(isWord).join(', '));
    case 'minLength':
    case 'maxLength':
    case 'minItems':
    case 'maxItems':
    case 'minimum':
    case 'maximum':
      return here(error.keyword, parameter('limit'));
    case 'pattern':
      return here(parameter('pattern') === '\\S' ? 'blank' : 'pattern');
    case 'format':
      return here(parameter('format') === 'instant' ? 'instant' : 'pattern');
    case 'oneOf':
      return choice('exactlyOne', given(error));
    case 'anyOf':
      return choice('oneNeeded', options(error.schema));
    case 'not':
      return choice('exactlyOne', options([error.schema]));
    default:
      return here('other');
  }
}

/** The fields that were given together, or all where none was: `oneOf` (`exactlyOneOf`) chooses. */
function given(error: ErrorObject): string[] {
  const { passingSchemas } = error.params as { readonly passingSchemas: readonly number[] | null };
  const branches = error.schema as readonly unknown[];
  return options(passingSchemas?.map((branch) => branches[branch]) ?? branches);
}

function options(branches: unknown): string[] {
  const all = (branches as readonly unknown[]).filter(isOption);
  return [...new Set(all.flatMap(({ required }) => required))];
}

/** A branch that asks for fields and nothing else. */
function isOption(schema: unknown): schema is { readonly required: readonly string[] } {
  return (
    typeof schema === 'object' &&
    schema !== null &&
    'required' in schema &&
    Object.keys(schema).length === 1
  );
}

function fault(path: readonly string[], word: FieldWord, parameter = ''): FieldFault {
  return { field: path.join('.') || 'body', word, parameter };
}

function isWord(value: unknown): value is string {
  return typeof value === 'string';
}

function unescapePointer(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}
