import { byKey, isRecord, isSame, itemKeys } from './differences.ts';

/** A place that both have changed, each in another way. */
export interface Conflict {
  /** As in `Difference`. */
  readonly place: readonly string[];
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface Merged<T> {
  /** Where there is a conflict, theirs stands. */
  readonly settings: T;
  readonly conflicts: readonly Conflict[];
}

/**
 * Two changes of the same settings in one: what only one of them touched is taken from that one,
 * field by field; items of lists are known by their ids. What both touched differently is a
 * conflict, also where one changed what the other took away.
 */
export function merge<T>(base: T, mine: T, theirs: T): Merged<T> {
  const conflicts: Conflict[] = [];
  const settings = merged(base, mine, theirs, [], conflicts);
  return { settings: settings as T, conflicts };
}

function merged(
  base: unknown,
  mine: unknown,
  theirs: unknown,
  place: readonly string[],
  conflicts: Conflict[],
): unknown {
  if (isSame(mine, theirs) || isSame(base, mine)) return theirs;
  if (isSame(base, theirs)) return mine;
  const key = itemKeys[place.at(-1) ?? ''];
  if (key !== undefined && Array.isArray(mine) && Array.isArray(theirs)) {
    const before = Array.isArray(base) ? base : [];
    return mergedItems({ base: before, mine, theirs }, key, place, conflicts);
  }
  if (isRecord(mine) && isRecord(theirs) && (isRecord(base) || base === undefined)) {
    const before = base ?? {};
    const names = new Set([...Object.keys(theirs), ...Object.keys(mine), ...Object.keys(before)]);
    const result: Record<string, unknown> = {};
    for (const name of names) {
      const next = [...place, name];
      const value = merged(before[name], mine[name], theirs[name], next, conflicts);
      if (value !== undefined) result[name] = value;
    }
    return result;
  }
  conflicts.push({ place, base, mine, theirs });
  return theirs;
}

interface Lists {
  readonly base: readonly unknown[];
  readonly mine: readonly unknown[];
  readonly theirs: readonly unknown[];
}

function mergedItems(
  lists: Lists,
  key: string,
  place: readonly string[],
  conflicts: Conflict[],
): readonly unknown[] {
  const [base, mine, theirs] = [
    byKey(lists.base, key),
    byKey(lists.mine, key),
    byKey(lists.theirs, key),
  ];
  const values = new Map<string, unknown>();
  for (const name of new Set([...theirs.keys(), ...mine.keys()])) {
    const next = [...place, name];
    const value = merged(base.get(name), mine.get(name), theirs.get(name), next, conflicts);
    if (value !== undefined) values.set(name, value);
  }
  const order = mergedOrder([...base.keys()], [...mine.keys()], [...theirs.keys()]);
  if (order === null) {
    conflicts.push({
      place,
      base: [...base.keys()],
      mine: [...mine.keys()],
      theirs: [...theirs.keys()],
    });
  }
  return (order ?? withAdded([...theirs.keys()], [...mine.keys()]))
    .filter((name) => values.has(name))
    .map((name) => values.get(name));
}

/** Null where both have put the same items into another order. */
function mergedOrder(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): readonly string[] | null {
  const common = base.filter((name) => mine.includes(name) && theirs.includes(name));
  const within = (list: readonly string[]) => list.filter((name) => common.includes(name));
  const [ofMine, ofTheirs] = [within(mine), within(theirs)];
  if (isSame(ofMine, common) || isSame(ofMine, ofTheirs)) return withAdded(theirs, mine);
  if (isSame(ofTheirs, common)) return withAdded(mine, theirs);
  return null;
}

/** `list` with what only `other` has, each behind what stands before it there. */
function withAdded(list: readonly string[], other: readonly string[]): readonly string[] {
  const result = [...list];
  other.forEach((name, index) => {
    if (result.includes(name)) return;
    const before = other.slice(0, index).findLast((each) => result.includes(each));
    result.splice(before === undefined ? 0 : result.indexOf(before) + 1, 0, name);
  });
  return result;
}
