import type { TSchema } from '@sinclair/typebox';
import { isAlias, isMap, isScalar, isSeq, type Document, type Node, type YAMLMap } from 'yaml';
import type { Text } from '#core/vocabulary.ts';
import { itemPath, keyPath, type Finding, type Place, type Places } from './findings.ts';
import { nearest } from './nearest.ts';
import { mistakeIn } from './scalar-mistakes.ts';
import { hallFileWords as words, syntaxWords, withoutPins, type ValueKind } from './words.ts';

/** A hall file has a few thousand parts; one that unfolds into more is refused. */
const nodesMax = 100_000;
const depthMax = 32;

export interface Shape {
  /**
   * What could be read, so that the other checks still run: missing and misplaced parts are
   * undefined; texts and numbers stand as written, though they may be mistaken.
   */
  readonly value: unknown;
  readonly places: Places;
  readonly findings: readonly Finding[];
}

/**
 * Checks a YAML document against a schema, part by part, so that each mistake is named once, at
 * its own place. Knows the words of JSON Schema that schema.ts uses, and no others.
 */
export function checkShape(
  schema: TSchema,
  document: Document,
  lineOf: (offset: number) => number,
): Shape {
  const findings: Finding[] = [];
  const places = new Map<string, Place>();
  let nodes = 0;

  const start = document.contents?.range?.[0] ?? 0;
  const value = read(schema, document.contents, '', { key: null, value: start }, 0);
  return { value, places, findings };

  function report(offset: number, path: string, message: Text, local = true): unknown {
    findings.push({ offset, path, message, local });
    return undefined;
  }

  function read(
    part: TSchema,
    given: Node | null,
    path: string,
    place: Place,
    depth: number,
  ): unknown {
    const node = isAlias(given) ? given.resolve(document) : given;
    if (node === undefined) return report(place.value, path, syntaxWords.BAD_ALIAS);
    nodes += 1;
    if (nodes > nodesMax || depth > depthMax) {
      if (!findings.some(({ message }) => message.en === words.tooMuch().en)) {
        report(place.value, path, words.tooMuch());
      }
      return undefined;
    }
    places.set(path, place);
    const kind = kindOf(node);
    if (kind === 'null') return report(place.key ?? place.value, path, words.nothingThere());
    if (part['anyOf'] !== undefined) {
      return readOneOf(part['anyOf'] as TSchema[], node, kind, path, place, depth);
    }
    if (kindOfSchema(part) !== kind) {
      const keys = kindOfSchema(part) === 'object' ? requiredOf(part) : [];
      return report(place.value, path, words.wrongKind([kindOfSchema(part)], kind, keys));
    }
    if (isMap(node)) return readMap(part, node, path, place, depth);
    if (isSeq(node)) return readList(part, node.items as Node[], path, place, depth);
    return isScalar(node) ? readScalar(part, node.value, path, place) : undefined;
  }

  /** Chooses the form that was meant, so that its own mistakes are named, not "none fits". */
  function readOneOf(
    forms: readonly TSchema[],
    node: Node | null,
    kind: ValueKind,
    path: string,
    place: Place,
    depth: number,
  ): unknown {
    const fitting = forms.filter((form) => kindOfSchema(form) === kind);
    const first = fitting[0];
    if (first === undefined) {
      const wanted = [...new Set(forms.map(kindOfSchema))];
      return report(place.value, path, words.wrongKind(wanted, kind, []));
    }
    if (!isMap(node)) {
      const known = fitting.map((form) => String(form['const']));
      return readScalar({ ...first, const: undefined, enum: known }, scalarOf(node), path, place);
    }
    const kinds = fitting.map(
      (form) => propertiesOf(form)['kind']?.['const'] as string | undefined,
    );
    if (kinds[0] === undefined) {
      return read(mostAlike(fitting, node) ?? first, node, path, place, depth + 1);
    }
    const named = node.get('kind');
    const chosen = fitting.find((_, index) => kinds[index] === named);
    if (chosen !== undefined) return read(chosen, node, path, place, depth + 1);
    const pair = node.items.find(({ key }) => isScalar(key) && key.value === 'kind');
    const known = kinds.filter((each) => each !== undefined);
    const at = offsetOf(pair?.value) ?? offsetOf(pair?.key) ?? place.key ?? place.value;
    if (pair === undefined) return report(at, path, words.missingKey('kind'), false);
    const value = typeof named === 'string' ? named : '';
    const message =
      value === '' ? words.nothingThere() : words.notOneOf(value, nearest(value, known), known);
    return report(at, keyPath(path, 'kind'), message);
  }

  function readMap(
    part: TSchema,
    node: YAMLMap,
    path: string,
    place: Place,
    depth: number,
  ): Record<string, unknown> {
    const properties = propertiesOf(part);
    const values = part['additionalProperties'] as TSchema | false | undefined;
    const known = Object.keys(properties);
    const result: Record<string, unknown> = {};
    const seen = new Map<string, number>();
    for (const { key, value } of node.items) {
      const offset = offsetOf(key) ?? place.value;
      if (!isScalar(key)) {
        report(offset, path, words.keyNotWord());
        continue;
      }
      const name = key.source ?? String(key.value);
      const shown = withoutPins(name);
      const before = seen.get(name);
      if (before !== undefined) {
        report(offset, keyPath(path, shown), words.repeatedKey(shown, lineOf(before)));
        continue;
      }
      seen.set(name, offset);
      const of = Object.hasOwn(properties, name) ? properties[name] : values || undefined;
      if (of === undefined || name === '__proto__') {
        const near = nearest(
          name,
          known.filter((each) => !seen.has(each)),
        );
        report(offset, keyPath(path, shown), words.unknownKey(shown, near, known));
        continue;
      }
      const at = { key: offset, value: offsetOf(value) ?? offset };
      result[name] = read(of, value as Node | null, keyPath(path, name), at, depth + 1);
    }
    for (const name of requiredOf(part)) {
      const offset = place.key ?? place.value;
      if (!seen.has(name)) report(offset, path, words.missingKey(name), false);
    }
    checkCount(part, seen.size, known, path, place);
    return result;
  }

  function checkCount(
    part: TSchema,
    count: number,
    known: readonly string[],
    path: string,
    place: Place,
  ): void {
    const min = (part['minProperties'] as number | undefined) ?? 0;
    const max = (part['maxProperties'] as number | undefined) ?? Infinity;
    if (count >= min && count <= max) return;
    const message = max === 1 ? words.exactlyOne(known) : words.tooFew(min);
    report(place.key ?? place.value, path, message, count > max);
  }

  function readList(
    part: TSchema,
    items: readonly (Node | null)[],
    path: string,
    place: Place,
    depth: number,
  ): unknown {
    const min = (part['minItems'] as number | undefined) ?? 0;
    const max = (part['maxItems'] as number | undefined) ?? Infinity;
    const at = place.key ?? place.value;
    if (items.length > max) return report(at, path, words.tooMany(max));
    if (items.length < min) report(at, path, words.tooFew(min), false);
    const result = items.map((item, index) => {
      const spot = { key: null, value: offsetOf(item) ?? place.value };
      return read(part['items'] as TSchema, item, itemPath(path, index), spot, depth + 1);
    });
    if (part['uniqueItems'] === true) {
      result.forEach((item, index) => {
        const before = result.indexOf(item);
        if (typeof item !== 'string' || before === index) return;
        const line = lineOf(offsetOf(items[before]) ?? place.value);
        const offset = offsetOf(items[index]) ?? place.value;
        report(offset, itemPath(path, index), words.usedAlready(item, line));
      });
    }
    return result;
  }

  function readScalar(part: TSchema, value: unknown, path: string, place: Place): unknown {
    const message = mistakeIn(part, value);
    if (message !== null) report(place.value, path, message);
    return value;
  }
}

/** The form that shares most keys with what stands there; the first of several. */
function mostAlike(forms: readonly TSchema[], node: YAMLMap): TSchema | undefined {
  const shared = (form: TSchema) =>
    Object.keys(propertiesOf(form)).filter((key) => node.has(key)).length;
  return forms.toSorted((one, other) => shared(other) - shared(one))[0];
}

function kindOf(node: Node | null): ValueKind {
  if (isMap(node)) return 'object';
  if (isSeq(node)) return 'array';
  const value = scalarOf(node);
  if (typeof value === 'string') return 'string';
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'boolean' : 'null';
}

function kindOfSchema(part: TSchema): ValueKind {
  const type = part['type'] as string;
  return type === 'integer' ? 'number' : (type as ValueKind);
}

function scalarOf(node: Node | null): unknown {
  return isScalar(node) ? node.value : null;
}

function propertiesOf(part: TSchema): Readonly<Record<string, TSchema>> {
  return (part['properties'] as Record<string, TSchema> | undefined) ?? {};
}

function requiredOf(part: TSchema): readonly string[] {
  return (part['required'] as string[] | undefined) ?? [];
}

function offsetOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
