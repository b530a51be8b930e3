/**
 * Where a manager is, as the hash of the address: `#/reports/day/2026-03-02?by=hour` is the section
 * `reports`, its own path `['day', '2026-03-02']` and its own query. A link of that kind can be
 * sent to a colleague, kept as a bookmark and gone back from.
 */
export interface Route {
  /** Empty: none was asked for. */
  readonly section: string;
  readonly path: readonly string[];
  readonly query: URLSearchParams;
}

/** @param hash `location.hash`, with its `#` */
export function readRoute(hash: string): Route {
  const [before = '', search = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [section = '', ...path] = before
    .split('/')
    .filter((part) => part !== '')
    .map(decoded);
  return { section, path, query: new URLSearchParams(search) };
}

/** The hash that `readRoute` reads back. */
export function hrefTo(
  section: string,
  path: readonly string[] = [],
  query: Readonly<Record<string, string>> | URLSearchParams = {},
): string {
  const place = [section, ...path].map((part) => encodeURIComponent(part)).join('/');
  const search = new URLSearchParams(query).toString();
  return `#/${place}${search === '' ? '' : `?${search}`}`;
}

/** A hash that somebody mistyped is a place like any other, only an unknown one. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
