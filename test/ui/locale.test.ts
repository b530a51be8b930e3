import { readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { discourteousIn } from '#protocol/words/courteous.ts';
import { placesOf, type Entry, type Locale, type Table } from '#ui/locale/define-locale.ts';

/** Every locale file of the pages: `locale.ts`, `…-locale.ts`, and all of `locale/`. */
const files = ['ui', 'kiosk', 'display', 'counter'].flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .map((path) => `${room}/${path.replaceAll('\\', '/')}`)
    .filter((path) => /(^|[/-])locale\.ts$|\/locale\/[^/]+\.ts$/.test(path)),
);

interface Found {
  readonly name: string;
  readonly zh: Table;
  readonly en: Table;
}

const found: Found[] = [];
for (const file of files) {
  const module = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  for (const [name, value] of Object.entries(module)) {
    if (isLocale(value)) found.push({ name: `${file} ${name}`, ...value.tables });
  }
}

describe('locale tables', () => {
  it('are found: the common words and the formats at least', () => {
    const names = found.map(({ name }) => name);
    expect(names).toContain('ui/locale/common.ts common');
    expect(names).toContain('ui/locale/format.ts formatWords');
  });

  describe.each(found)('$name', ({ zh, en }) => {
    it('has the same keys in both languages', () => {
      expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
    });

    it('has the same places in both languages', () => {
      const differing = Object.keys(zh).filter((key) => needs(zh[key]) !== needs(en[key]));
      expect(differing).toEqual([]);
    });

    it('[courteous-words] says nothing that a hall would not say', () => {
      const rude = Object.keys(zh).flatMap((key) => [
        // “暂无法估计” names no refusal: it is what halls say of a wait that nobody can tell.
        ...discourteousIn(said(zh[key]).replaceAll('暂无法估计', ''), 'zh').map(
          (word) => `${key}: ${word}`,
        ),
        ...discourteousIn(said(en[key]), 'en').map((word) => `${key}: ${word}`),
      ]);
      expect(rude).toEqual([]);
    });

    it('leaves nothing empty', () => {
      const odd = Object.keys(zh).filter(
        (key) => said(zh[key]).trim() === '' || said(en[key]).trim() === '',
      );
      expect(odd).toEqual([]);
    });
  });
});

function isLocale(value: unknown): value is Locale<Table> {
  return typeof value === 'object' && value !== null && 'tables' in value && 'both' in value;
}

/** The names of what a text needs, sorted: its `{places}`, or what its function reads. */
function needs(entry: Entry | undefined): string {
  if (typeof entry === 'string') return placesOf(entry).sort().join(' ');
  if (entry === undefined) return 'missing';
  const read = new Set<string>();
  entry(sample(read) as never);
  return [...read].sort().join(' ');
}

function said(entry: Entry | undefined): string {
  if (typeof entry === 'string') return entry;
  return entry === undefined ? '' : entry(sample(new Set()) as never);
}

/** Answers every name with 2, and keeps account of the names. */
function sample(read: Set<string>): object {
  return new Proxy(
    {},
    {
      get(_, name) {
        if (typeof name === 'string') read.add(name);
        return 2;
      },
    },
  );
}
