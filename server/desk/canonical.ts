import { hash } from 'node:crypto';

/** A hash of what was asked, whatever the order of its fields: the body of an idempotency key. */
export function bodyHash(value: unknown): string {
  return hash('sha256', JSON.stringify(sorted(value)), 'hex');
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const fields = value as Readonly<Record<string, unknown>>;
  const names = Object.keys(fields).sort();
  // `undefined` is left out where it is written.
  return Object.fromEntries(names.map((name) => [name, sorted(fields[name])]));
}
