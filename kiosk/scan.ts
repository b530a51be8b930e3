/**
 * A code scanner that plugs in as a keyboard types a few milliseconds a key and ends with Enter; no
 * person does. What is typed so is a scan, not a number on the keypad.
 */
export interface KeyStroke {
  readonly key: string;
  /** Milliseconds of any clock. */
  readonly timeMs: number;
  /** Ctrl, Alt or Meta was held. */
  readonly withModifier: boolean;
}

/** Longest pause inside a scan; the fastest typists need some 60 ms a key. */
export const scanGapMs = 35;
/** Shorter codes mean nothing here, and a person may hit two keys at once. */
export const scanLengthMin = 6;
export const scanLengthMax = 512;

/** What has been typed fast so far. */
export interface Burst {
  readonly typed: string;
  readonly timeMs: number;
}

export const noBurst: Burst = { typed: '', timeMs: -Infinity };

/** One key more; `scan` is set when it ends one. */
export function strike(
  burst: Burst,
  { key, timeMs, withModifier }: KeyStroke,
): { readonly burst: Burst; readonly scan: string | null } {
  if (withModifier) return { burst: noBurst, scan: null };
  const isFast = timeMs - burst.timeMs <= scanGapMs;
  if (key === 'Enter') {
    const isScan = isFast && burst.typed.length >= scanLengthMin;
    return { burst: noBurst, scan: isScan ? burst.typed : null };
  }
  // Shift comes between capitals and ends nothing.
  if (Array.from(key).length !== 1) return { burst: { ...burst, timeMs }, scan: null };
  const typed = (isFast ? burst.typed : '') + key;
  return typed.length > scanLengthMax
    ? { burst: noBurst, scan: null }
    : { burst: { typed, timeMs }, scan: null };
}

/** What a code means here. */
export type Scanned =
  | { readonly kind: 'ticket'; readonly ticket: string }
  | { readonly kind: 'customer'; readonly key: string }
  | { readonly kind: 'nothing' };

/** A ticket by its address or id; a card by its number; anything else is nothing. */
export function meaningOf(scan: string): Scanned {
  const text = scan.trim();
  const id = /\/t\/([0-9A-Za-z_-]{3,64})(?:[?#].*)?$/.exec(text)?.[1] ?? text;
  if (/^[0-9a-z]{1,8}-[0-9A-Za-z_-]{16,55}$/.test(id)) return { kind: 'ticket', ticket: id };
  if (/^[0-9A-Za-z-]{4,64}$/.test(text)) return { kind: 'customer', key: text };
  return { kind: 'nothing' };
}
