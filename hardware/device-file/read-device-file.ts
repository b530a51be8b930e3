import { isMap, isScalar, isSeq, type Document, type Node } from 'yaml';
import { attachedKinds, type AttachedKind, type Text } from '#core/vocabulary.ts';
import { attachedMax } from '#protocol/doors/devices.ts';
import type { Finding, HallFileProblem } from '#server/hall-file/findings.ts';
import { nearest } from '#server/hall-file/nearest.ts';
import { checkShape } from '#server/hall-file/shape.ts';
import { withSyntax } from '#server/hall-file/with-syntax.ts';
import { hallFileWords as words } from '#server/hall-file/words.ts';
import { parseYaml } from '#server/hall-file/yaml-document.ts';
import type { DeviceSpec } from './device-spec.ts';
import { dialects } from './dialects.ts';
import { checkRest, readable, unknownKeys } from './guard.ts';
import { deviceSchema, transportNames } from './schema.ts';
import { toSpec, type WrittenDevice } from './to-spec.ts';
import { deviceFileWords } from './words.ts';

/** A device file is a page or two; more is a mistake. */
const lengthMax = 200_000;

export type DeviceFileRead =
  | { readonly ok: true; readonly devices: readonly DeviceSpec[] }
  /** Every mistake, in the order of the file. */
  | { readonly ok: false; readonly problems: readonly HallFileProblem[] };

/** Reads a device file (YAML, contract section 5); names all mistakes at once, each with its place. */
export function readDeviceFile(source: string): DeviceFileRead {
  if (source.length > lengthMax) return refuse(words.tooLong(lengthMax));
  if (source.trim() === '') return refuse(words.empty());
  const { document, position, syntax } = parseYaml(source);
  const lineOf = (offset: number): number => position(offset).line;
  const { findings, devices } = readDevices(document, lineOf);
  const all = withSyntax(syntax, findings, lineOf);
  if (all.length === 0) return { ok: true, devices };
  const problems = all
    .toSorted((one, other) => one.offset - other.offset)
    .map(({ offset, path, message }) => ({ ...position(offset), path, message }));
  return { ok: false, problems };
}

function refuse(message: Text): DeviceFileRead {
  return { ok: false, problems: [{ line: 1, column: 1, path: '', message }] };
}

interface Reading {
  readonly findings: Finding[];
  readonly devices: DeviceSpec[];
}

function readDevices(document: Document, lineOf: (offset: number) => number): Reading {
  const findings: Finding[] = [];
  const devices: DeviceSpec[] = [];
  const report = (offset: number, path: string, message: Text, local = true): void => {
    findings.push({ offset, path, message, local });
  };
  const root = document.contents;
  const start = root?.range?.[0] ?? 0;
  if (!isMap(root)) {
    report(start, '', words.wrongKind(['object'], 'string', ['devices']));
    return { findings, devices };
  }
  for (const { key } of root.items) {
    const name = isScalar(key) ? String(key.value) : '';
    if (name === 'devices') continue;
    report(
      offsetOf(key) ?? start,
      name,
      words.unknownKey(name, nearest(name, ['devices']), ['devices']),
    );
  }
  const list: unknown = root.get('devices', true);
  if (!root.has('devices')) report(start, '', words.missingKey('devices'), false);
  else if (!isSeq(list))
    report(offsetOf(list) ?? start, 'devices', words.wrongKind(['array'], 'string', []));
  else if (list.items.length === 0)
    report(offsetOf(list) ?? start, 'devices', words.tooFew(1), false);
  else if (list.items.length > attachedMax)
    report(offsetOf(list) ?? start, 'devices', words.tooMany(attachedMax));
  else {
    const known = new Map<string, number>();
    const lines = new Map<string, { readonly line: number; readonly kind: AttachedKind }>();
    list.items.forEach((item, index) => {
      readDevice(document, item as Node | null, `devices[${String(index)}]`, lineOf, report, {
        known,
        lines,
        devices,
      });
    });
  }
  return { findings, devices };
}

interface Seen {
  readonly known: Map<string, number>;
  readonly lines: Map<string, { readonly line: number; readonly kind: AttachedKind }>;
  readonly devices: DeviceSpec[];
}

type Report = (offset: number, path: string, message: Text, local?: boolean) => void;

function readDevice(
  document: Document,
  item: Node | null,
  path: string,
  lineOf: (offset: number) => number,
  report: Report,
  { known, lines, devices }: Seen,
): void {
  const start = offsetOf(item) ?? 0;
  if (!isMap(item)) {
    report(
      start,
      path,
      words.wrongKind(['object'], 'string', ['id', 'kind', 'dialect', 'transport']),
    );
    return;
  }
  checkId(item.get('id', true), path, lineOf, report, known);
  const kind = wordOf(item, 'kind', attachedKinds, path, report);
  if (kind === null) return;
  const dialect = wordOf(item, 'dialect', Object.keys(dialects[kind]), path, report);
  if (dialect === null) return;
  const schema = deviceSchema(kind, dialect);
  // The shape reader looks at one document's contents: here one device of the list.
  const part = { contents: item } as unknown as Document;
  const shape = checkShape(
    readable(schema),
    Object.assign(Object.create(document) as Document, part),
    lineOf,
  );
  for (const finding of shape.findings) {
    report(finding.offset, joined(path, finding.path), finding.message, finding.local);
  }
  const placeOf = (of: string): number => shape.places.get(of)?.value ?? start;
  const written = shape.value as WrittenDevice;
  const named = transportNames.filter((name) => written.transport?.[name] !== undefined);
  if (written.transport !== undefined && named.length !== 1) {
    report(placeOf('transport'), `${path}.transport`, words.exactlyOne(transportNames));
    return;
  }
  const strange = unknownKeys(schema, shape.value);
  for (const at of strange)
    report(
      placeOf(at),
      joined(path, at),
      deviceFileWords.wrongKey(at.slice(at.lastIndexOf('.') + 1)),
    );
  if (shape.findings.length > 0 || strange.length > 0) return;
  const rest = checkRest(schema, shape.value, placeOf);
  for (const { offset, at, message } of rest) report(offset, joined(path, at), message);
  if (rest.length > 0) return;

  const spec = toSpec(written);
  if (spec.transport.kind === 'tcp' && (spec.transport.port < 1 || spec.transport.port > 65_535)) {
    report(placeOf('transport.tcp'), `${path}.transport.tcp`, words.outOfRange(1, null, 65_535));
    return;
  }
  const address = addressOf(spec);
  const other = lines.get(address);
  const mayShare = (of: AttachedKind): boolean => of === 'board' || of === 'pad';
  if (other !== undefined && !(mayShare(kind) && mayShare(other.kind))) {
    report(placeOf('transport'), `${path}.transport`, deviceFileWords.lineTaken(other.line));
  }
  lines.set(address, { line: lineOf(start), kind });
  devices.push(spec);
}

/** Two devices of one name are one too many, whatever else is wrong with them. */
function checkId(
  node: unknown,
  path: string,
  lineOf: (offset: number) => number,
  report: Report,
  known: Map<string, number>,
): void {
  if (!isScalar(node) || typeof node.value !== 'string') return;
  const offset = offsetOf(node) ?? 0;
  const before = known.get(node.value);
  if (before === undefined) known.set(node.value, lineOf(offset));
  else report(offset, `${path}.id`, words.usedAlready(node.value, before));
}

/** A word that the rest depends on; null where it is missing or none of the known ones. */
function wordOf<T extends string>(
  item: {
    get(key: string, keepScalar: true): unknown;
    has(key: string): boolean;
    range?: readonly number[] | null | undefined;
  },
  key: string,
  known: readonly T[],
  path: string,
  report: Report,
): T | null {
  const node: unknown = item.get(key, true);
  const start = item.range?.[0] ?? 0;
  if (!item.has(key)) {
    report(start, path, words.missingKey(key), false);
    return null;
  }
  const value = isScalar(node) ? node.value : null;
  const found = known.find((each) => each === value);
  if (found !== undefined) return found;
  const written = value === null ? '' : JSON.stringify(value).replaceAll('"', '');
  const message =
    written === '' ? words.nothingThere() : words.notOneOf(written, nearest(written, known), known);
  report(offsetOf(node) ?? start, `${path}.${key}`, message);
  return null;
}

/** One line belongs to one device; boards and pads may share a bus by their addresses. */
export function addressOf({ transport }: Pick<DeviceSpec, 'transport'>): string {
  switch (transport.kind) {
    case 'tcp':
      return `tcp ${transport.host}:${String(transport.port)}`;
    case 'serial':
    case 'file':
      return `line ${transport.path}`;
    case 'lp':
      return `lp ${transport.queue}`;
  }
}

function joined(path: string, below: string): string {
  return below === '' ? path : `${path}.${below}`;
}

function offsetOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
