import type { DatabaseSync } from 'node:sqlite';
import { createJournalError } from './errors.ts';

/** `PRAGMA application_id` of a journal: "PHJ1". A file without it is not one of ours. */
export const applicationId = 0x50484a31;

/**
 * The schema's history: entry n brings version n to n + 1, in one transaction. An entry that was
 * ever released is never edited.
 *
 * `business_day` keeps only where a day begins: it is written once a day, and the day ends where
 * the next one begins. Receipts are appended like events (no write at a random place), and carry
 * a hash of their own, since the chain holds events only.
 */
export const migrations: readonly string[] = [
  `CREATE TABLE event (
     seq INTEGER PRIMARY KEY, day TEXT NOT NULL, body TEXT NOT NULL,
     prev_hash TEXT NOT NULL, hash TEXT NOT NULL
   ) STRICT;
   CREATE TABLE business_day (
     day TEXT PRIMARY KEY, from_seq INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE receipt (
     id INTEGER PRIMARY KEY, day TEXT NOT NULL, key TEXT NOT NULL,
     body_hash TEXT NOT NULL, result TEXT NOT NULL, hash TEXT NOT NULL
   ) STRICT;
   CREATE INDEX receipt_day ON receipt (day);`,
];

/**
 * Brings a database to the newest version and answers the version it had. Each step is all or
 * nothing.
 * @throws JournalError `newer-schema` (left untouched), `damaged` when it is not a journal.
 */
export function migrate(db: DatabaseSync, steps: readonly string[] = migrations): number {
  const found = readVersion(db);
  assertKnownVersion(found, steps.length);
  if (found === 0 && listSchema(db).length > 0) {
    throw createJournalError('damaged', 'the file holds tables but is not a journal of Paihao');
  }
  if (found > 0) assertApplication(db);
  for (let version = found; version < steps.length; version += 1) {
    db.exec('BEGIN IMMEDIATE');
    try {
      db.exec(steps[version] ?? '');
      db.exec(`PRAGMA application_id = ${String(applicationId)}`);
      db.exec(`PRAGMA user_version = ${String(version + 1)}`);
      db.exec('COMMIT');
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  }
  return found;
}

/** @throws JournalError `newer-schema`. */
export function assertKnownVersion(version: number, newest: number = migrations.length): void {
  if (version <= newest) return;
  throw createJournalError(
    'newer-schema',
    `the journal has schema version ${String(version)}, this release knows ${String(newest)}: ` +
      'start it with the release that wrote it, or a newer one',
  );
}

/** @throws JournalError `damaged`. */
export function assertApplication(db: DatabaseSync): void {
  const found = readPragma(db, 'application_id');
  if (found === applicationId) return;
  throw createJournalError('damaged', `the file is not a journal of Paihao (${String(found)})`);
}

export function readVersion(db: DatabaseSync): number {
  return readPragma(db, 'user_version');
}

/**
 * The tables and indexes as SQLite keeps them, to compare a file with what the migrations make.
 * Spaces in the text of a migration are no difference.
 */
export function listSchema(db: DatabaseSync): string[] {
  const rows = db
    .prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name')
    .all();
  return rows.map((row) =>
    Object.values(row)
      .map((value) => String(value).replaceAll(/\s+/g, ' '))
      .join(' | '),
  );
}

export function readPragma(db: DatabaseSync, name: string): number {
  return Number(db.prepare(`PRAGMA ${name}`).get()?.[name]);
}
