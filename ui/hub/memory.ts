import { isFed } from './is-fed.ts';

/** What a page keeps on its device; a device that forbids storage simply forgets. */

const prefix = 'paihao.';

export function remember(key: string, value: unknown): void {
  if (isFed()) return;
  try {
    localStorage.setItem(prefix + key, JSON.stringify(value));
  } catch {
    // Storage is blocked or full: the page works on, it only forgets.
  }
}

/** The kept value, or null; the caller checks what it gets. */
export function recollect(key: string): unknown {
  if (isFed()) return null;
  try {
    const text = localStorage.getItem(prefix + key);
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

export function forget(key: string): void {
  if (isFed()) return;
  try {
    localStorage.removeItem(prefix + key);
  } catch {
    // Storage is blocked: there is nothing to forget.
  }
}
