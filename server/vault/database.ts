import { chmodSync, existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/**
 * What must be erasable or secret stands here and never in the journal: pin hashes, sessions,
 * devices, customers (design.md, principle 8). Losing it costs sign-ins, not history.
 */
const migrations: readonly string[] = [
  `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;
  CREATE TABLE pins (
    badge TEXT PRIMARY KEY, salt BLOB NOT NULL, hash BLOB NOT NULL, cost INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE training_pins (badge TEXT PRIMARY KEY, pin TEXT NOT NULL) STRICT;
  CREATE TABLE sessions (
    token_hash TEXT PRIMARY KEY, badge TEXT NOT NULL,
    created_ms INTEGER NOT NULL, seen_ms INTEGER NOT NULL, expires_ms INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE failures (
    subject TEXT PRIMARY KEY, count INTEGER NOT NULL,
    last_ms INTEGER NOT NULL, until_ms INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE devices (
    device TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE, state TEXT NOT NULL, code TEXT NOT NULL,
    created_ms INTEGER NOT NULL, seen_ms INTEGER
  ) STRICT;
  CREATE TABLE customers (
    key_hash BLOB PRIMARY KEY, customer TEXT NOT NULL UNIQUE, class TEXT NOT NULL, note TEXT
  ) STRICT;
  `,
  // Customers stand in lists, of which one counts: a new one is written beside it, row by row, and
  // takes its place by one number. Pins may be good for one sign-in only.
  `
  CREATE TABLE listed_customers (
    list INTEGER NOT NULL, key_hash BLOB NOT NULL,
    customer TEXT NOT NULL, class TEXT NOT NULL, note TEXT,
    PRIMARY KEY (list, key_hash)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX listed_customers_by_reference ON listed_customers (customer, list);
  CREATE TABLE customer_lists (
    one INTEGER PRIMARY KEY CHECK (one = 1), current INTEGER NOT NULL, last INTEGER NOT NULL
  ) STRICT;
  INSERT INTO customer_lists VALUES (1, 1, 1);
  INSERT INTO listed_customers SELECT 1, key_hash, customer, class, note FROM customers;
  DROP TABLE customers;
  ALTER TABLE pins ADD COLUMN one_time INTEGER NOT NULL DEFAULT 0;
  `,
];

/** Thrown by `openVaultDatabase` for a file of a later release or no vault at all. */
export interface VaultError extends Error {
  readonly name: 'VaultError';
}

export function isVaultError(value: unknown): value is VaultError {
  return value instanceof Error && value.name === 'VaultError';
}

/**
 * @param path a file, or `:memory:` for tests
 * @throws VaultError when the file cannot be opened, is damaged or comes from a newer release
 */
export function openVaultDatabase(path: string): DatabaseSync {
  const isNew = path !== ':memory:' && !existsSync(path);
  try {
    const db = new DatabaseSync(path);
    if (isNew) chmodSync(path, 0o600);
    // A vault that loses its last second at a power cut asks for one more sign-in: no fsync a row.
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 2000');
    // Erased means erased: deleted rows are overwritten.
    db.exec('PRAGMA secure_delete = ON');
    migrate(db);
    return db;
  } catch (cause) {
    if (isVaultError(cause)) throw cause;
    throw vaultError(`the vault ${path} cannot be opened: ${messageOf(cause)}`, cause);
  }
}

function migrate(db: DatabaseSync): void {
  const row = db.prepare('PRAGMA user_version').get() as { readonly user_version: number };
  if (row.user_version > migrations.length) {
    throw vaultError(`the vault was written by a newer release (schema ${row.user_version})`);
  }
  for (const [index, script] of migrations.entries()) {
    if (index < row.user_version) continue;
    db.exec(`BEGIN IMMEDIATE; ${script}; PRAGMA user_version = ${index + 1}; COMMIT`);
  }
}

function vaultError(message: string, cause?: unknown): VaultError {
  const error = new Error(message, cause === undefined ? {} : { cause });
  return Object.assign(error, { name: 'VaultError' } as const);
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
