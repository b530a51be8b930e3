import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { customerKeyOf } from '#server/hall-file/customer-key.ts';
import { limits } from '#server/limits.ts';

/** A customer of the hall's list, without name or number. */
export interface Customer {
  /** Opaque reference: all that the journal ever sees. */
  readonly customer: string;
  readonly class: string;
  readonly note: string | null;
}

export interface CustomerEntry {
  /** Phone or card number; hashed here, kept nowhere. */
  readonly key: string;
  readonly class: string;
  readonly note: string | null;
}

export interface Customers {
  find(key: string): Customer | null;
  byReference(customer: string): Customer | null;
  /** Replaces the list; who stays on it keeps the reference. Answers how many there are. */
  replace(entries: Iterable<CustomerEntry>): number;
  /** Removes one for good; tickets keep a reference that leads nowhere. */
  erase(customer: string): boolean;
}

export function createCustomers(db: DatabaseSync, keyedHash: (key: string) => Buffer): Customers {
  const byKey = db.prepare('SELECT customer, class, note FROM customers WHERE key_hash = ?');
  const byReference = db.prepare('SELECT customer, class, note FROM customers WHERE customer = ?');
  const remove = db.prepare('DELETE FROM customers WHERE customer = ?');
  /** The same number however it is typed has one hash. */
  const hashOf = (key: string): Buffer => keyedHash(customerKeyOf(key) ?? key);

  return {
    find: (key) => (byKey.get(hashOf(key)) as Customer | undefined) ?? null,
    byReference: (customer) => (byReference.get(customer) as Customer | undefined) ?? null,
    replace(entries) {
      const insert = db.prepare(
        `INSERT INTO customers (key_hash, customer, class, note) VALUES (?, ?, ?, ?)
         ON CONFLICT (key_hash) DO UPDATE SET class = excluded.class, note = excluded.note`,
      );
      db.exec('BEGIN IMMEDIATE; CREATE TEMP TABLE listed (key_hash BLOB PRIMARY KEY)');
      try {
        const list = db.prepare('INSERT OR IGNORE INTO listed (key_hash) VALUES (?)');
        let count = 0;
        for (const entry of entries) {
          count += 1;
          if (count > limits.customersMax) {
            throw new RangeError(`more than ${limits.customersMax} customers`);
          }
          const hashed = hashOf(entry.key);
          insert.run(hashed, randomBytes(16).toString('base64url'), entry.class, entry.note);
          list.run(hashed);
        }
        db.exec('DELETE FROM customers WHERE key_hash NOT IN (SELECT key_hash FROM listed)');
        db.exec('DROP TABLE listed; COMMIT');
        return count;
      } catch (error) {
        db.exec('ROLLBACK');
        throw error;
      }
    },
    erase: (customer) => remove.run(customer).changes > 0,
  };
}

/** What may be shown again of a number that somebody typed: `138****5678`. */
export function maskedKey(key: string): string {
  const plain = customerKeyOf(key) ?? '';
  if (plain.length < 9) return '*'.repeat(Math.max(plain.length, 4));
  return `${plain.slice(0, 3)}****${plain.slice(-4)}`;
}
