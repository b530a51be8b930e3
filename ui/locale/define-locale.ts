import type { Language, Text } from '#core/vocabulary.ts';
import { language } from './language.ts';

/** A text with `{name}` places, or a function of what it needs (plurals, optional parts). */
export type Entry = string | ((params: never) => string);
export type Table = Readonly<Record<string, Entry>>;

type PlaceNames<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceNames<Rest>
  : never;
type Places<S extends string> = Readonly<Record<PlaceNames<S>, string | number>>;

/** What `t` needs beside the key. */
type Needs<E extends Entry> = E extends string
  ? [PlaceNames<E>] extends [never]
    ? []
    : [params: Places<E>]
  : E extends () => string
    ? []
    : E extends (params: infer P) => string
      ? [params: P]
      : never;

/** The same keys with the same needs; where Chinese has a text, English may need a function. */
type Alike<Z extends Table> = {
  readonly [K in keyof Z]: Z[K] extends string
    ? string | ((params: Places<Z[K]>) => string)
    : Z[K] | (string & {});
};

export interface Locale<Z extends Table> {
  /** The words for now. */
  t<K extends keyof Z & string>(key: K, ...needs: Needs<Z[K]>): string;
  /** The words in one language, whatever the page speaks. */
  say<K extends keyof Z & string>(speaking: Language, key: K, ...needs: Needs<Z[K]>): string;
  /** The words in both, for a public screen that says everything twice. */
  both<K extends keyof Z & string>(key: K, ...needs: Needs<Z[K]>): Text;
  /** The tables themselves; the tests compare keys and places. */
  readonly tables: Readonly<Record<Language, Table>>;
}

/**
 * A table of texts, both languages side by side:
 *
 *     const words = defineLocale({
 *       zh: { ahead: '前面还有 {count} 位' },
 *       en: { ahead: ({ count }) => `${count} ${count === 1 ? 'person' : 'people'} ahead` },
 *     });
 *     words.t('ahead', { count: 3 });
 *
 * A missing key or parameter does not compile.
 */
export function defineLocale<const Z extends Table>(tables: {
  readonly zh: Z;
  readonly en: Alike<Z>;
}): Locale<Z> {
  const say = (speaking: Language, key: string, params?: unknown): string => {
    const table: Table = tables[speaking];
    const entry = table[key];
    if (entry === undefined) throw new Error(`no text "${key}" in ${speaking}`);
    if (typeof entry === 'function') return entry(params as never);
    return params === undefined ? entry : fill(entry, params as Record<string, string | number>);
  };
  return {
    t: (key, ...needs) => say(language.get(), key, needs[0]),
    say: (speaking, key, ...needs) => say(speaking, key, needs[0]),
    both: (key, ...needs) => ({ zh: say('zh', key, needs[0]), en: say('en', key, needs[0]) }),
    tables,
  };
}

/** `{name}` places of a text, in order, each once. */
export function placesOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? ''))];
}

function fill(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place));
}
