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

/** The list that counts, as a subquery. */
const current = '(SELECT current FROM customer_lists)';

export function createCustomers(db: DatabaseSync, keyedHash: (key: string) => Buffer): Customers {
  const byKey = db.prepare(
    `SELECT customer, class, note FROM listed_customers WHERE list = ${current} AND key_hash = ?`,
  );
  const byReference = db.prepare(
    `SELECT customer, class, note FROM listed_customers WHERE customer = ? AND list = ${current}`,
  );
  // Also from lists that are being prepared.
  const remove = db.prepare('DELETE FROM listed_customers WHERE customer = ?');
  const hashOf = hasher(keyedHash);

  return {
    find: (key) => (byKey.get(hashOf(key)) as Customer | undefined) ?? null,
    byReference: (customer) => (byReference.get(customer) as Customer | undefined) ?? null,
    replace(entries) {
      db.exec('BEGIN IMMEDIATE');
      try {
        const lists = createCustomerLists(db, keyedHash);
        const list = lists.begin();
        let count = 0;
        for (const entry of entries) {
          count += 1;
          if (count > limits.customersMax) {
            throw new RangeError(`more than ${limits.customersMax} customers`);
          }
          lists.put(list, entry);
        }
        lists.choose(list);
        db.exec(`DELETE FROM listed_customers WHERE list <> ${current}; COMMIT`);
        return count;
      } catch (error) {
        db.exec('ROLLBACK');
        throw error;
      }
    },
    erase: (customer) => remove.run(customer).changes > 0,
  };
}

export interface CustomerCounts {
  /** Number of the list that counts; another number is another list. */
  readonly list: number;
  readonly count: number;
  readonly byClass: readonly { readonly class: string; readonly count: number }[];
}

/** Slices that a list is copied and dropped in: keyed hashes spread evenly over the first byte. */
export const listSlices = 256;

/**
 * Lists beside the one that counts. Every call is short, so that whoever else writes to the vault
 * waits for some milliseconds at most.
 */
export interface CustomerLists {
  /** Number of a new, empty list. */
  begin(): number;
  /** True when the customer stands on the present list: then the reference is the same. */
  put(list: number, entry: CustomerEntry): boolean;
  /** Copies a slice of the present list into one that lacks it. */
  fill(list: number, slice: number): void;
  /** Gives a slice of a list the references of the present one, which may have changed meanwhile. */
  align(list: number, slice: number): void;
  /** From now on this list counts. Answers the number of the one before. */
  choose(list: number): number;
  drop(list: number, slice: number): void;
  /** Drops whatever a hub left behind that was stopped half way. */
  dropOthers(): void;
  /** Number of the list that counts. */
  current(): number;
  counts(): CustomerCounts;
  /** Removes the customer with this number from every list. True when there was one. */
  eraseKey(key: string): boolean;
  /** Runs a group of calls as one write. */
  together(work: () => void): void;
}

export function createCustomerLists(
  db: DatabaseSync,
  keyedHash: (key: string) => Buffer,
): CustomerLists {
  const hashOf = hasher(keyedHash);
  const next = db.prepare('UPDATE customer_lists SET last = last + 1 RETURNING last');
  const now = db.prepare('SELECT current FROM customer_lists');
  const known = db.prepare(
    `SELECT customer FROM listed_customers WHERE list = ${current} AND key_hash = ?`,
  );
  const put = db.prepare(
    `INSERT INTO listed_customers (list, key_hash, customer, class, note) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET class = excluded.class, note = excluded.note`,
  );
  const fill = db.prepare(
    `INSERT OR IGNORE INTO listed_customers
     SELECT ?, key_hash, customer, class, note FROM listed_customers
     WHERE list = ${current} AND key_hash >= ? AND key_hash < ?`,
  );
  const align = db.prepare(
    `UPDATE listed_customers SET customer = present.customer
     FROM listed_customers AS present
     WHERE listed_customers.list = ? AND listed_customers.key_hash >= ?
       AND listed_customers.key_hash < ?
       AND present.list = ${current} AND present.key_hash = listed_customers.key_hash
       AND present.customer <> listed_customers.customer`,
  );
  const choose = db.prepare('UPDATE customer_lists SET current = ?');
  const drop = db.prepare(
    'DELETE FROM listed_customers WHERE list = ? AND key_hash >= ? AND key_hash < ?',
  );
  const count = db.prepare(
    `SELECT class, count(*) AS count FROM listed_customers WHERE list = ${current}
     GROUP BY class ORDER BY class`,
  );
  const erase = db.prepare('DELETE FROM listed_customers WHERE key_hash = ?');
  const currentList = (): number => (now.get() as { readonly current: number }).current;

  return {
    begin: () => (next.get() as { readonly last: number }).last,
    put(list, entry) {
      const hashed = hashOf(entry.key);
      const found = known.get(hashed) as { readonly customer: string } | undefined;
      const customer = found?.customer ?? randomBytes(16).toString('base64url');
      put.run(list, hashed, customer, entry.class, entry.note);
      return found !== undefined;
    },
    fill: (list, slice) => void fill.run(list, ...boundsOf(slice)),
    align: (list, slice) => void align.run(list, ...boundsOf(slice)),
    choose(list) {
      const before = currentList();
      choose.run(list);
      return before;
    },
    drop: (list, slice) => void drop.run(list, ...boundsOf(slice)),
    dropOthers() {
      db.exec(`DELETE FROM listed_customers WHERE list <> ${current}`);
    },
    current: currentList,
    counts() {
      const byClass = count.all() as { readonly class: string; readonly count: number }[];
      return {
        list: currentList(),
        count: byClass.reduce((sum, each) => sum + each.count, 0),
        byClass: byClass.map((each) => ({ class: each.class, count: each.count })),
      };
    },
    eraseKey: (key) => erase.run(hashOf(key)).changes > 0,
    together(work) {
      db.exec('BEGIN IMMEDIATE');
      try {
        work();
        db.exec('COMMIT');
      } catch (error) {
        db.exec('ROLLBACK');
        throw error;
      }
    },
  };
}

/** The same number however it is typed has one hash. */
function hasher(keyedHash: (key: string) => Buffer): (key: string) => Buffer {
  return (key) => keyedHash(customerKeyOf(key) ?? key);
}

function boundsOf(slice: number): [Buffer, Buffer] {
  const end = slice + 1 < listSlices ? Buffer.from([slice + 1]) : Buffer.alloc(33, 0xff);
  return [Buffer.from([slice]), end];
}

/** What may be shown again of a number that somebody typed: `138****5678`. */
export function maskedKey(key: string): string {
  const plain = customerKeyOf(key) ?? '';
  if (plain.length < 9) return '*'.repeat(Math.max(plain.length, 4));
  return `${plain.slice(0, 3)}****${plain.slice(-4)}`;
}
