import { hrefTo } from './route.ts';

/** Somewhere to go or something to do: an address, so that every entry is a link. */
export interface PaletteEntry {
  readonly id: string;
  readonly label: string;
  /** Null: no place of its own, the list only tells the key. */
  readonly href: string | null;
  /** As it is pressed on the board. */
  readonly keys: readonly string[];
}

export interface PaletteWords {
  readonly sections: readonly { readonly id: string; readonly label: string }[];
  readonly notice: string;
  readonly intake: string;
  readonly find: string;
  readonly wall: string;
  readonly undo: string;
  readonly list: string;
  readonly counter: (counter: string) => string;
  readonly ticket: (number: string) => string;
}

/**
 * What fits what was typed; all for nothing. A number alone is a counter, a letter with digits a
 * ticket.
 */
export function paletteEntries(typed: string, words: PaletteWords): readonly PaletteEntry[] {
  const asked = typed.trim().toLowerCase();
  const all: readonly PaletteEntry[] = [
    ...words.sections.map(({ id, label }, index) => ({
      id,
      label,
      href: hrefTo(id),
      keys: index < 9 ? ['G', String(index + 1)] : [],
    })),
    entry('notice', words.notice, hrefTo('board', ['notice']), 'N'),
    entry('intake', words.intake, hrefTo('board', ['intake']), 'I'),
    entry('find', words.find, hrefTo('board', ['find']), 'F'),
    entry('wall', words.wall, hrefTo('board', ['wall']), 'W'),
    entry('undo', words.undo, null, 'U'),
    entry('keys', words.list, null, '?'),
  ];
  if (asked === '') return all;
  const found = all.filter(
    ({ id, label, href }) =>
      href !== null && (label.toLowerCase().includes(asked) || id.includes(asked)),
  );
  if (/^\d{1,3}$/.test(asked)) {
    const href = hrefTo('board', ['counter', asked]);
    return [entry('counter', words.counter(asked), href), ...found];
  }
  if (/^[a-z]{1,4}\d{1,6}$/.test(asked)) {
    const number = asked.toUpperCase();
    const href = hrefTo('board', ['find'], { number });
    return [entry('ticket', words.ticket(number), href), ...found];
  }
  return found;
}

function entry(id: string, label: string, href: string | null, key?: string): PaletteEntry {
  return { id, label, href, keys: key === undefined ? [] : [key] };
}
