import type { Text } from '#core/vocabulary.ts';
import { nearest } from '../nearest.ts';
import { anyService } from '../schema.ts';
import { hallFileWords as words } from '../words.ts';
import type { Checking } from './checking.ts';

/**
 * The ids that a file defines; null where one of them could not be read, for then a reference to
 * it would look wrong too.
 */
type Ids = readonly string[] | null;

interface Known {
  readonly services: Ids;
  readonly classes: Ids;
  readonly queues: Ids;
}

type UnknownWords = (value: string, near: string | null, known: readonly string[]) => Text;

/** Services and classes that counters and the discipline name must exist, and all be served. */
export function checkReferences(check: Checking): void {
  const services = idsOf(check.file.services);
  const classes = idsOf(check.file.classes);
  const queues = services === null || classes === null ? null : [...classes, ...services];
  const known = { services, classes, queues };
  const countersInOrder = checkCounters(check, known);
  if (countersInOrder) checkServed(check);
  checkDiscipline(check, known);
}

function idsOf(items: readonly ({ readonly id?: string | undefined } | undefined)[] | undefined) {
  const ids = items?.map((item) => item?.id);
  if (ids === undefined) return null;
  const found = ids.filter((id) => id !== undefined);
  return found.length === ids.length ? found : null;
}

/** True when every name is known; false says that something was reported or missing. */
function refer(
  check: Checking,
  path: string,
  values: readonly (string | undefined)[] | undefined,
  known: Ids,
  say: UnknownWords,
): boolean {
  if (values === undefined || known === null) return false;
  const before = new Map<string, number>();
  let whole = true;
  values.forEach((value, index) => {
    const at = `${path}[${index}]`;
    if (value === undefined) {
      whole = false;
    } else if (!known.includes(value)) {
      whole = false;
      check.report(at, say(value, nearest(value, known), known));
    } else if (before.has(value)) {
      const line = check.lineOf(`${path}[${before.get(value) ?? 0}]`);
      check.report(at, words.usedAlready(value, line));
    } else {
      before.set(value, index);
    }
  });
  return whole;
}

function checkCounters(check: Checking, known: Known): boolean {
  const { counters } = check.file;
  if (counters === undefined) return false;
  let whole = true;
  counters.forEach((counter, index) => {
    const path = `counters[${index}]`;
    const given = counter?.services;
    if (given?.includes(anyService)) {
      if (given.length > 1) {
        check.report(`${path}.services[${given.indexOf(anyService)}]`, words.anyWithOthers());
      }
    } else if (!refer(check, `${path}.services`, given, known.services, words.unknownService)) {
      whole = false;
    }
    refer(check, `${path}.prefers`, counter?.prefers, known.queues, words.unknownQueue);
    const backup = counter?.backup;
    if (backup === undefined) return;
    const at = `${path}.backup.services`;
    if (!refer(check, at, backup.services, known.services, words.unknownService)) whole = false;
  });
  return whole;
}

/** A ticket that no counter can serve would keep the hall from ever closing. */
function checkServed({ file, report }: Checking): void {
  const served = new Set(
    (file.counters ?? []).flatMap((counter) => [
      ...(counter?.services ?? []),
      ...(counter?.backup?.services ?? []),
    ]),
  );
  if (served.has(anyService)) return;
  (file.services ?? []).forEach((service, index) => {
    const id = service?.id;
    if (id !== undefined && !served.has(id))
      report(`services[${index}].id`, words.servedNowhere(id));
  });
}

function checkDiscipline(check: Checking, known: Known): void {
  const discipline = check.file.discipline;
  if (discipline === undefined) return;
  classKeys(check, 'discipline.maxWaitMinutes', discipline.maxWaitMinutes, known);
  switch (discipline.kind) {
    case 'ratio':
      classKeys(check, 'discipline.shares', discipline.shares, known);
      break;
    case 'aging':
      classKeys(check, 'discipline.weights', discipline.weights, known);
      break;
    case 'profile':
      checkProfile(check, discipline, known);
      break;
    case 'fifo':
    case 'strict':
    case 'promise':
    case undefined:
      break;
  }
}

type Profile = Extract<
  NonNullable<Checking['file']['discipline']>,
  { readonly kind?: 'profile' | undefined }
>;

function checkProfile(check: Checking, profile: Profile, known: Known): void {
  const queue = (path: string, value: string | undefined) => {
    if (value === undefined || known.queues === null || known.queues.includes(value)) return;
    check.report(path, words.unknownQueue(value, nearest(value, known.queues), known.queues));
  };
  profile.rules?.forEach((rule, index) => {
    const path = `discipline.rules[${index}]`;
    const conditions = [
      [`${path}.when`, rule?.when] as const,
      ...(rule?.when?.all ?? []).map((each, at) => [`${path}.when.all[${at}]`, each] as const),
    ];
    for (const [at, condition] of conditions) {
      queue(`${at}.waitOver.queue`, condition?.waitOver?.queue);
      queue(`${at}.lengthOver.queue`, condition?.lengthOver?.queue);
      queue(`${at}.calledLess.queue`, condition?.calledLess?.queue);
      checkSpan(check, `${at}.between`, condition?.between);
    }
    queue(`${path}.call`, rule?.call);
  });
  const last = profile.finally;
  if (typeof last !== 'object') return;
  const path = 'discipline.finally';
  refer(check, `${path}.list-order`, last['list-order'], known.queues, words.unknownQueue);
  classKeys(check, `${path}.ratio`, last.ratio, known);
}

function checkSpan(
  check: Checking,
  path: string,
  span: readonly (string | undefined)[] | undefined,
): void {
  const [from, to] = span ?? [];
  // Times of one form compare as texts.
  if (from !== undefined && to !== undefined && from >= to) {
    check.report(`${path}[1]`, words.spanBackwards());
  }
}

/** Keys that are ids of classes, such as those of shares. */
function classKeys(
  check: Checking,
  path: string,
  values: Readonly<Record<string, unknown>> | undefined,
  { classes }: Known,
): void {
  if (values === undefined || classes === null) return;
  for (const key of Object.keys(values)) {
    if (classes.includes(key)) continue;
    check.reportAtKey(`${path}.${key}`, words.unknownClass(key, nearest(key, classes), classes));
  }
}
