import { inspect } from 'node:util';

/**
 * Something personal that was read: it can be used by whoever asks for it by name, and is never
 * written down by accident. Logs, JSON and error messages show its label alone.
 */
export interface Sealed<Value> {
  /** What was read. Its users keep it no longer than their question to the hub takes. */
  reveal(): Value;
  toJSON(): string;
  toString(): string;
}

export function seal<Value>(value: Value, label: string): Sealed<Value> {
  const shown = `[${label}]`;
  return Object.freeze({
    reveal: () => value,
    toJSON: () => shown,
    toString: () => shown,
    [inspect.custom]: () => shown,
  });
}
