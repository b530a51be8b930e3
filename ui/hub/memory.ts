import { isFed } from './is-fed.ts';

/**
 * What a page keeps on its device; a device that forbids storage simply forgets. A page that is
 * only shown in the manager's desk keeps nothing: that device is the manager's.
 */

const prefix = 'paihao.';

function shelf(): Storage | null {
  return isFed() ? null : localStorage;
}

export function remember(key: string, value: unknown): void {
  try {
    shelf()?.setItem(prefix + key, JSON.stringify(value));
  } catch {
    // Storage is blocked or full: the page works on, it only forgets.
  }
}

/** The kept value, or null; the caller checks what it gets. */
export function recollect(key: string): unknown {
  try {
    const text = shelf()?.getItem(prefix + key) ?? null;
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

export function forget(key: string): void {
  try {
    shelf()?.removeItem(prefix + key);
  } catch {
    // Storage is blocked: there is nothing to forget.
  }
}
