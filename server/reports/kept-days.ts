import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { DayRange } from '#journal/journal.ts';
import type { FoldedDay } from '#projections/day-report.ts';
import { factsVersion, type DayFacts } from '#projections/facts/day-facts.ts';

/**
 * Facts of finished days, so that a month needs not be read again. Derived: the file may be deleted
 * at any time and is made anew. An entry holds only for the very events it was made of, which the
 * hash of the day's last event says, since every hash covers all before it.
 */
export interface KeptDays {
  find(range: DayRange, headHash: string): FoldedDay | null;
  /** Whether there is an entry for these events; only `find` says whether it is whole. */
  has(range: DayRange, headHash: string): boolean;
  keep(day: FoldedDay): void;
  close(): void;
}

const schema = `
  PRAGMA journal_mode = MEMORY;
  PRAGMA synchronous = OFF;
  CREATE TABLE IF NOT EXISTS day (
    day TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    from_seq INTEGER NOT NULL,
    to_seq INTEGER NOT NULL,
    head_hash TEXT NOT NULL,
    facts TEXT NOT NULL,
    facts_hash TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

/** @param path of the file; one that cannot be used is made anew, one that cannot be made is done without */
export function openKeptDays(path: string): KeptDays {
  let db = openFresh(path);

  /** A cache never stops a report: what fails is forgotten. */
  function tried<T>(run: (open: DatabaseSync) => T): T | null {
    if (db === null) return null;
    try {
      return run(db);
    } catch {
      // Damaged or full: without a cache reports are slower, and right all the same.
      close();
      rmSync(path, { force: true });
      db = openFresh(path);
      return null;
    }
  }

  function close(): void {
    try {
      db?.close();
    } catch {
      // Already closed by its own failure.
    }
    db = null;
  }

  function rowOf({ day, fromSeq, toSeq }: DayRange, headHash: string, columns: string) {
    return tried((open) =>
      open
        .prepare(
          `SELECT ${columns} FROM day
           WHERE day = ? AND version = ? AND from_seq = ? AND to_seq = ? AND head_hash = ?`,
        )
        .get(day, factsVersion, fromSeq, toSeq, headHash),
    );
  }

  return {
    has: (range, headHash) => rowOf(range, headHash, 'day')?.['day'] === range.day,
    find(range, headHash) {
      const row = rowOf(range, headHash, 'facts, facts_hash');
      const facts = row?.['facts'];
      if (typeof facts !== 'string' || hashOf(facts) !== row?.['facts_hash']) return null;
      const { day, fromSeq, toSeq } = range;
      return {
        date: day,
        facts: JSON.parse(facts) as DayFacts,
        range: { fromSeq, toSeq, headHash },
      };
    },
    keep({ date, facts, range }) {
      const text = JSON.stringify(facts);
      const { fromSeq, toSeq, headHash } = range;
      tried((open) =>
        open
          .prepare('INSERT OR REPLACE INTO day VALUES (?, ?, ?, ?, ?, ?, ?)')
          .run(date, factsVersion, fromSeq, toSeq, headHash, text, hashOf(text)),
      );
    },
    close,
  };
}

/** For journals without a folder of their own. */
export const keepsNothing: KeptDays = {
  has: () => false,
  find: () => null,
  keep: () => {},
  close: () => {},
};

function openFresh(path: string): DatabaseSync | null {
  for (const attempt of ['as it is', 'anew']) {
    try {
      if (attempt === 'anew') rmSync(path, { force: true });
      const db = new DatabaseSync(path, { timeout: 1_000 });
      db.exec(schema);
      return db;
    } catch {
      // No database, or another program's: it holds nothing that is not in the journal.
    }
  }
  return null;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
