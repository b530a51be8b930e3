import type { HallSettings } from '#server/settings/draft.ts';
import type { Conflict } from '#server/settings/merge.ts';
import { pathOf, valueAt, withValue } from '#server/settings/paths.ts';

/** Settings with my side of a conflict in place of theirs, which stands there. */
export function withMine(settings: HallSettings, { place, mine, theirs }: Conflict): HallSettings {
  const parent = pathOf(settings, place.slice(0, -1)) ?? '';
  const around = parent === '' ? settings : valueAt(settings, parent);
  const own = pathOf(settings, place);
  const isOrder = Array.isArray(mine) && Array.isArray(theirs) && isNames(mine) && own !== null;
  if (isOrder && isKeyed(valueAt(settings, own))) {
    const items = valueAt(settings, own) as readonly Readonly<Record<string, unknown>>[];
    return withValue(settings, own, inOrder(items, mine));
  }
  if (Array.isArray(around)) {
    const items = around as readonly unknown[];
    const at = own === null ? -1 : Number(/\[(\d+)\]$/.exec(own)?.[1] ?? -1);
    if (mine === undefined) {
      return withValue(
        settings,
        parent,
        items.filter((_, index) => index !== at),
      );
    }
    const next = at < 0 ? [...items, mine] : items.with(at, mine);
    return withValue(settings, parent, next);
  }
  return withValue(settings, own ?? joined(parent, place.at(-1) ?? ''), mine);
}

function joined(parent: string, name: string): string {
  return parent === '' ? name : `${parent}.${name}`;
}

function isNames(list: readonly unknown[]): list is readonly string[] {
  return list.every((each) => typeof each === 'string');
}

function isKeyed(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === 'object');
}

function inOrder(
  items: readonly Readonly<Record<string, unknown>>[],
  names: readonly string[],
): readonly unknown[] {
  const placeOf = (item: Readonly<Record<string, unknown>>): number => {
    const at = names.indexOf(String(item['id'] ?? item['badge'] ?? item['date']));
    return at < 0 ? names.length : at;
  };
  return [...items].sort((one, other) => placeOf(one) - placeOf(other));
}
