/** A place in settings as problems name it: `services[1].name.zh`. */
export type SettingsPath = string;

/** Keys and indexes of a path in order: `services[1].prefix` is `['services', 1, 'prefix']`. */
export function stepsOf(path: SettingsPath): readonly (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, key]) =>
    index === undefined ? (key ?? '') : Number(index),
  );
}

/** What stands at a path, or undefined. */
export function valueAt(settings: unknown, path: SettingsPath): unknown {
  let value = settings;
  for (const step of stepsOf(path)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step))
      return undefined;
    value = (value as Readonly<Record<string | number, unknown>>)[step];
  }
  return value;
}

/**
 * The same settings with another value at a path; what lies on the way is copied, the rest is
 * shared. `undefined` takes a key away; an item of a list is taken out by giving the list anew.
 */
export function withValue<T>(settings: T, path: SettingsPath, value: unknown): T {
  return replaced(settings, stepsOf(path), value) as T;
}

function replaced(node: unknown, steps: readonly (string | number)[], value: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = Array.isArray(node) ? [...(node as readonly unknown[])] : [];
    list[step] = replaced(list[step], rest, value);
    return list;
  }
  const before = typeof node === 'object' && node !== null ? node : {};
  const next = replaced((before as Record<string, unknown>)[step], rest, value);
  if (next !== undefined) return { ...before, [step]: next };
  const { [step]: _, ...others } = before as Record<string, unknown>;
  return others;
}

/**
 * The path of a difference's place (`['services', 'payment', 'prefix']` is `services[0].prefix`),
 * or null where it leads to nothing that stands in these settings.
 */
export function pathOf(settings: unknown, place: readonly string[]): SettingsPath | null {
  let value = settings;
  let path = '';
  for (const name of place) {
    if (Array.isArray(value)) {
      const index = indexOf(value, name);
      if (index < 0) return null;
      path += `[${String(index)}]`;
      value = value[index];
    } else {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return null;
      path = path === '' ? name : `${path}.${name}`;
      value = (value as Readonly<Record<string, unknown>>)[name];
    }
  }
  return path;
}

/** Where an item of a list stands by its id, badge or date; `#2` is the second. */
function indexOf(items: readonly unknown[], name: string): number {
  if (name.startsWith('#')) return Number(name.slice(1)) - 1;
  return items.findIndex((item) => {
    if (typeof item !== 'object' || item === null) return false;
    const { id, badge, date } = item as Readonly<Record<string, unknown>>;
    return id === name || badge === name || date === name;
  });
}
