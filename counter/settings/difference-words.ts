import type { Text } from '#core/vocabulary.ts';
import type { Difference } from '#server/settings/differences.ts';
import { textOf } from '#ui/locale/index.ts';
import { nameOf, names, valueWord } from './names-locale.ts';

const itemKeys = ['id', 'badge', 'date'] as const;
const itemsMax = 4;

/**
 * Where a difference stands, in words: `业务 缴费 · 号码前缀`.
 * @param before what stood there, for the name of an item that is gone
 */
export function placeWords(
  place: readonly string[],
  settings: unknown,
  before: unknown = null,
): string {
  const [top = '', item, ...rest] = place;
  const list = listAt(settings, place);
  const parts = [nameOf(top)];
  if (list !== null && item !== undefined) {
    parts[0] = `${nameOf(top)} ${itemName([...list, before], item)}`;
    parts.push(...rest.map(nameOf));
  } else if (item !== undefined) {
    parts.push(...[item, ...rest].map(nameOf));
  }
  return parts.join(' · ');
}

/** What became of it: the old value and the new one. */
export function changeWords(
  { kind, before, after, place }: Difference,
  settings: unknown = null,
): string {
  const key = place.at(-1) ?? '';
  const said = (value: unknown): string => valueWords(value, key, settings);
  switch (kind) {
    case 'order':
      return names.t('reordered');
    case 'added':
      return isItem(after) ? names.t('added') : `${names.t('added')} ${said(after)}`;
    case 'removed':
      return isItem(before)
        ? names.t('removed')
        : names.t('changed-to', { before: said(before), after: names.t('nothing') });
    case 'changed':
      return names.t('changed-to', { before: said(before), after: said(after) });
  }
}

/** A value as people write it. */
export function valueWords(value: unknown, key = '', settings: unknown = null): string {
  if (value === undefined || value === null || value === '') return names.t('nothing');
  if (typeof value === 'boolean') return names.t(value ? 'yes' : 'no');
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    const word = valueWord(value, key === 'kind' ? 'discipline' : key);
    return word ?? thingName(value, settings) ?? shortened(value);
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return names.t('nothing');
    const shown = value.slice(0, itemsMax).map((each) => valueWords(each, '', settings));
    if (value.length > itemsMax) shown.push(names.t('more', { count: value.length - itemsMax }));
    return shown.join(names.t('separator'));
  }
  if (isText(value)) return shortened(textOf(value));
  return Object.entries(value as Readonly<Record<string, unknown>>)
    .slice(0, itemsMax)
    .map(([name, each]) => {
      const said = valueWords(each, name, settings);
      return `${thingName(name, settings) ?? nameOf(name)} ${said}`;
    })
    .join(names.t('separator'));
}

function shortened(value: string): string {
  return value.length > 60 ? `${value.slice(0, 59)}…` : value;
}

function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;
}

/** A class or a service by its own name, where a value is its id. */
function thingName(id: string, settings: unknown): string | null {
  const { classes = [], services = [] } = (settings ?? {}) as {
    readonly classes?: readonly Named[];
    readonly services?: readonly Named[];
  };
  const found = [...classes, ...services].find((each) => each.id === id);
  return found === undefined ? null : textOf(found.name);
}

interface Named {
  readonly id: string;
  readonly name: Text;
}

function isItem(value: unknown): boolean {
  return typeof value === 'object' && value !== null && itemKeys.some((key) => key in value);
}

function listAt(settings: unknown, [top = '', second]: readonly string[]) {
  const value = (settings as Readonly<Record<string, unknown>> | null)?.[top];
  if (second === undefined) return null;
  return Array.isArray(value) ? (value as readonly unknown[]) : null;
}

/** The item's own name where it has one, else what it is known by. */
function itemName(list: readonly unknown[], id: string): string {
  const found = list.find(
    (each) =>
      typeof each === 'object' &&
      each !== null &&
      itemKeys.some((key) => (each as Readonly<Record<string, unknown>>)[key] === id),
  ) as { readonly name?: Text | string } | undefined;
  const name = found?.name;
  if (typeof name === 'string') return name;
  return name === undefined || !isText(name) ? id : textOf(name);
}
