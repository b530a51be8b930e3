import type { IncomingHttpHeaders } from 'node:http';

/**
 * True when a browser says that the request comes from another site's page. Programs that are no
 * browser send neither header and carry no stolen cookie.
 */
export function isOtherOrigin(headers: IncomingHttpHeaders): boolean {
  const { origin, host } = headers;
  if (typeof origin === 'string') return hostOf(origin) !== host?.toLowerCase();
  const site = headers['sec-fetch-site'];
  return site === 'cross-site' || site === 'same-site';
}

/** Host and port of an origin; null for `null` (a sandboxed page) and anything unreadable. */
function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
