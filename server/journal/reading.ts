import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { DatabaseSync } from 'node:sqlite';
import { createChainCheck } from './chain.ts';
import { createJournalError } from './errors.ts';
import { journalFiles } from './folder.ts';
import type { DayRange, JournalRecord, Receipt } from './journal.ts';
import { selectEvents, textOf, toRecord } from './rows.ts';
import { assertApplication, assertKnownVersion, readVersion } from './schema.ts';
import { sqliteCodeOf, toJournalError } from './sqlite-failure.ts';

/**
 * The reading side of a data folder: synchronous, for a thread of its own. It never writes and
 * needs no lock.
 */
export interface Reading {
  readDay(day: string): JournalRecord[];
  read(fromSeq: number, limit: number): JournalRecord[];
  days(): DayRange[];
  receipts(day: string): Receipt[];
  close(): void;
}

/** @throws JournalError `cannot-open`, `damaged`, `newer-schema` */
export function openReading(dataDir: string): Reading {
  const { journal } = journalFiles(dataDir);
  const db = openForReading(dataDir);
  const events = db.prepare(selectEvents);
  const lastSeq = db.prepare('SELECT max(seq) AS seq FROM event');
  const dayList = db.prepare('SELECT day, from_seq FROM business_day ORDER BY day');
  const dayBegin = db.prepare('SELECT from_seq FROM business_day WHERE day = ?');
  const nextBegin = db.prepare(
    'SELECT min(from_seq) AS seq FROM business_day WHERE day > ? AND from_seq > ?',
  );
  const receiptsOfDay = db.prepare(
    'SELECT day, key, body_hash, result FROM receipt WHERE day = ? ORDER BY id',
  );

  /** The links are checked again at reading: what is not whole is never handed on as history. */
  function readRange(fromSeq: number, toSeq: number): JournalRecord[] {
    const records = events.all(fromSeq, toSeq).map(toRecord);
    const [first] = records;
    if (first === undefined) return records;
    const chain = createChainCheck({ seq: fromSeq - 1, hash: first.prevHash, day: null });
    for (const record of records) {
      const broken = chain.next(record);
      if (broken === null) continue;
      throw createJournalError(
        'damaged',
        `${journal}: event ${String(broken.seq)} is damaged (${broken.what}); ` +
          'run "npm run journal -- verify"',
        { dataDir, seq: broken.seq },
      );
    }
    return records;
  }

  const guarded = <Value>(run: () => Value): Value => {
    try {
      // One snapshot for the queries of one answer: a day may begin between them.
      db.exec('BEGIN');
      try {
        return run();
      } finally {
        db.exec('COMMIT');
      }
    } catch (error) {
      throw toJournalError(error, 'cannot-open', journal, { dataDir });
    }
  };

  return {
    readDay: (day) =>
      guarded(() => {
        const from = dayBegin.get(day)?.['from_seq'];
        if (typeof from !== 'number') return [];
        const next = nextBegin.get(day, from)?.['seq'];
        const to = typeof next === 'number' ? next - 1 : Number(lastSeq.get()?.['seq']);
        return readRange(from, to);
      }),
    read: (fromSeq, limit) => guarded(() => readRange(fromSeq, fromSeq + limit - 1)),
    days: () =>
      guarded(() => {
        const begins = dayList.all();
        const last = Number(lastSeq.get()?.['seq'] ?? 0);
        return begins.map((row, index) => ({
          day: textOf(row['day']),
          fromSeq: Number(row['from_seq']),
          toSeq: Number(begins[index + 1]?.['from_seq'] ?? last + 1) - 1,
        }));
      }),
    receipts: (day) =>
      guarded(() => {
        const byKey = new Map<string, Receipt>();
        for (const row of receiptsOfDay.all(day)) {
          const key = textOf(row['key']);
          const bodyHash = textOf(row['body_hash']);
          byKey.set(key, { key, day: textOf(row['day']), bodyHash, result: textOf(row['result']) });
        }
        return [...byKey.values()];
      }),
    close: () => {
      db.close();
    },
  };
}

/**
 * Opens a journal read-only, whether a hub is running or not.
 * @throws JournalError `cannot-open`, `damaged`, `newer-schema`
 */
export function openForReading(dataDir: string): DatabaseSync {
  const { journal } = journalFiles(dataDir);
  if (!existsSync(journal)) {
    throw createJournalError(
      'cannot-open',
      `there is no journal in ${dataDir}: name the data folder with --data`,
      { dataDir },
    );
  }
  let db: DatabaseSync | null = null;
  try {
    db = connectForReading(journal);
    db.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON');
    assertKnownVersion(readVersion(db));
    assertApplication(db);
    return db;
  } catch (error) {
    db?.close();
    throw toJournalError(error, 'cannot-open', journal, { dataDir });
  }
}

/** How long a reader waits while the writer recovers or restarts the log. */
const busyTimeoutMs = 5_000;
const cannotOpenCode = 14;

/** Opens a database read-only, whether its owner is running or not. */
export function connectForReading(path: string): DatabaseSync {
  const options = { readOnly: true, timeout: busyTimeoutMs };
  const db = new DatabaseSync(path, options);
  try {
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return db;
  } catch (error) {
    db.close();
    // A copy on a medium that cannot be written has no room for the log's index. Without a log it
    // needs none.
    const mayBeCopy = ((sqliteCodeOf(error) ?? 0) & 0xff) === cannotOpenCode;
    if (!mayBeCopy || existsSync(`${path}-wal`)) throw error;
    return new DatabaseSync(new URL(`${pathToFileURL(path).href}?immutable=1`), options);
  }
}
