import { hash } from 'node:crypto';

/** A hash of what was asked, whatever the order of its fields: the body of an idempotency key. */
export function bodyHash(value: unknown): string {
  return hash('sha256', JSON.stringify(sorted(value)), 'hex');
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  // Without a prototype, so that a field named `__proto__` is a field.
  const copy = Object.create(null) as Record<string, unknown>;
  const fields = value as Readonly<Record<string, unknown>>;
  // `undefined` is left out where it is written.
  for (const name of Object.keys(fields).sort()) copy[name] = sorted(fields[name]);
  return copy;
}
