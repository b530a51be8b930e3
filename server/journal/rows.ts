import { hash } from 'node:crypto';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { WitnessReading } from './head-witness.ts';
import type { JournalRecord, Receipt } from './journal.ts';

/** Events from one seq to another, both included. */
export const selectEvents =
  'SELECT seq, day, body, prev_hash, hash FROM event WHERE seq BETWEEN ? AND ? ORDER BY seq';

/**
 * A row of `event`. A column that is no text comes out as a text that fails every check, and not
 * as a crash.
 */
export function toRecord(row: Record<string, SQLOutputValue>): JournalRecord {
  return {
    seq: Number(row['seq']),
    day: textOf(row['day']),
    body: textOf(row['body']),
    prevHash: textOf(row['prev_hash']),
    hash: textOf(row['hash']),
  };
}

export function textOf(value: SQLOutputValue | undefined): string {
  return typeof value === 'string' ? value : `(${value === null ? 'null' : typeof value})`;
}

/** A receipt's own hash: SHA-256 of its fields as a JSON array, hex. */
export function hashReceipt({ day, key, bodyHash, result }: Receipt): string {
  return hash('sha256', JSON.stringify([day, key, bodyHash, result]), 'hex');
}

/** What the head's witness says against the events, or null. */
export function findWitnessProblem(db: DatabaseSync, witness: WitnessReading): string | null {
  switch (witness.kind) {
    case 'absent':
      return null;
    case 'unreadable':
      return 'journal.head cannot be read';
    case 'head': {
      if (witness.seq === 0) return null;
      const row = db.prepare('SELECT hash FROM event WHERE seq = ?').get(witness.seq);
      if (row === undefined) {
        return `the journal ends before event ${String(witness.seq)}, which was acknowledged`;
      }
      if (row['hash'] !== witness.hash) {
        return `event ${String(witness.seq)} is not the one that was acknowledged`;
      }
      return null;
    }
  }
}
