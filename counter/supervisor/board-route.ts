import { hrefTo, readRoute } from '../manager/route.ts';

/** What lies open over the board; each has an address, so that it can be sent and gone back from. */
export type Sheet =
  | { readonly kind: 'ticket'; readonly ticket: string }
  | { readonly kind: 'counter'; readonly counter: string }
  | { readonly kind: 'line'; readonly service: string }
  | { readonly kind: 'find' | 'intake' | 'notice' };

/** `#/board/counter/3`, `#/board/line/payment`, `#/board/notice` …; null: the board alone. */
export function sheetOf(hash: string): Sheet | null {
  const { section, path } = readRoute(hash);
  const [kind, id] = path;
  if (section !== 'board' && section !== '') return null;
  switch (kind) {
    case 'ticket':
      return id === undefined ? null : { kind, ticket: id };
    case 'counter':
      return id === undefined ? null : { kind, counter: id };
    case 'line':
      return id === undefined ? null : { kind, service: id };
    case 'find':
    case 'intake':
    case 'notice':
      return { kind };
    default:
      return null;
  }
}

export function hrefOfSheet(sheet: Sheet | null): string {
  if (sheet === null) return hrefTo('board');
  switch (sheet.kind) {
    case 'ticket':
      return hrefTo('board', ['ticket', sheet.ticket]);
    case 'counter':
      return hrefTo('board', ['counter', sheet.counter]);
    case 'line':
      return hrefTo('board', ['line', sheet.service]);
    case 'find':
    case 'intake':
    case 'notice':
      return hrefTo('board', [sheet.kind]);
  }
}

/** `#/board/wall`, or `?wall` in the address: the board without acts, to be read from afar. */
export function isWall({ hash, search }: Pick<Location, 'hash' | 'search'>): boolean {
  const { section, path } = readRoute(hash);
  const asked = new URLSearchParams(search).has('wall') && (section === '' || section === 'board');
  return asked || (section === 'board' && path[0] === 'wall');
}
