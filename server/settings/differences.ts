/** One difference between two configurations, field by field; lists are compared by their ids. */
export interface Difference {
  /** Keys from the top: `['services', 'payment', 'prefix']`; items are named by their own id. */
  readonly place: readonly string[];
  readonly kind: 'added' | 'removed' | 'changed' | 'order';
  readonly before: unknown;
  readonly after: unknown;
}

/** What names an item of a list. */
export const itemKeys: Readonly<Record<string, string>> = {
  classes: 'id',
  services: 'id',
  counters: 'id',
  staff: 'badge',
  notices: 'id',
  exceptions: 'date',
};

/** Everything in which `after` differs from `before`, in the order of the hall file. */
export function differencesOf(before: unknown, after: unknown): readonly Difference[] {
  return [...compare(before, after, [])];
}

function* compare(
  before: unknown,
  after: unknown,
  place: readonly string[],
): Generator<Difference> {
  if (isSame(before, after)) return;
  const key = itemKeys[place.at(-1) ?? ''];
  if (before === undefined || after === undefined) {
    yield { place, kind: before === undefined ? 'added' : 'removed', before, after };
  } else if (key !== undefined && Array.isArray(before) && Array.isArray(after)) {
    yield* compareItems(before, after, key, place);
  } else if (isRecord(before) && isRecord(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    for (const name of names) yield* compare(before[name], after[name], [...place, name]);
  } else {
    yield { place, kind: 'changed', before, after };
  }
}

function* compareItems(
  before: readonly unknown[],
  after: readonly unknown[],
  key: string,
  place: readonly string[],
): Generator<Difference> {
  const olds = byKey(before, key);
  const news = byKey(after, key);
  for (const name of new Set([...olds.keys(), ...news.keys()])) {
    yield* compare(olds.get(name), news.get(name), [...place, name]);
  }
  const stayed = [...olds.keys()].filter((name) => news.has(name));
  const now = [...news.keys()].filter((name) => olds.has(name));
  if (!isSame(stayed, now)) yield { place, kind: 'order', before: stayed, after: now };
}

/** The items of a list by what names them; one without a name is named by its place. */
export function byKey(items: readonly unknown[], key: string): ReadonlyMap<string, unknown> {
  const named = new Map<string, unknown>();
  items.forEach((item, index) => {
    const name = isRecord(item) && typeof item[key] === 'string' ? item[key] : `#${index + 1}`;
    named.set(named.has(name) ? `#${index + 1}` : name, item);
  });
  return named;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Same content; the order of keys is none, a key without a value is not there. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((each, at) => isSame(each, other[at]));
  }
  if (!isRecord(one) || !isRecord(other)) return false;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => isSame(one[name], other[name]));
}
