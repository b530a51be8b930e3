import { DatabaseSync } from 'node:sqlite';
import type { StatementSync } from 'node:sqlite';
import { createChainCheck, genesisHash } from './chain.ts';
import { createJournalError } from './errors.ts';
import { holdFolder, journalFiles, makeDataFolder, makePrivateFile } from './folder.ts';
import { planGroup } from './group.ts';
import type { BatchOutcome, GroupPlan } from './group.ts';
import { openHeadWitness, readHeadWitness } from './head-witness.ts';
import type { HeadWitness } from './head-witness.ts';
import type { Batch, Head } from './journal.ts';
import { findWitnessProblem, hashReceipt, selectEvents, toRecord } from './rows.ts';
import { migrate, readPragma, readVersion } from './schema.ts';
import { toJournalError } from './sqlite-failure.ts';

/**
 * The writing side of a data folder: synchronous, for the writer thread, which is the only one to
 * use it.
 */
export interface Storage {
  head(): Head;
  /**
   * Writes a group of batches in one transaction and returns when it is on stable storage.
   * @throws JournalError `cannot-write` (nothing of the group was written), `stale-writer`, `damaged`
   */
  commit(batches: readonly Batch[]): readonly BatchOutcome[];
  /**
   * Copies the log into the file once it has grown: called between commits, so that no answer waits
   * for it. A failure loses nothing: the log stays, and the next commit tells whether storage works.
   */
  tidy(): void;
  /** Bounds the file to this many pages of 4 KiB; beyond it, `cannot-write`. */
  limitPages(pageCountMax: number): void;
  close(): void;
}

/**
 * Opens a data folder for writing; makes it when it is not there. What it costs does not depend
 * on the length of the history: only the last business day is read.
 * @throws JournalError `locked`, `cannot-open`, `damaged`, `newer-schema`
 */
export function openStorage(dataDir: string): Storage {
  const files = journalFiles(dataDir);
  const context = { dataDir };
  try {
    makeDataFolder(dataDir);
  } catch (error) {
    throw toJournalError(error, 'cannot-open', dataDir, context);
  }
  const release = holdFolder(dataDir);
  let connection: Connection | null = null;
  let witness: HeadWitness;
  let head: Head;
  try {
    connection = connect(files.journal);
    head = readCheckedHead(connection.db, dataDir);
    witness = openHeadWitness(files.head, head);
  } catch (error) {
    connection?.close();
    release();
    throw toJournalError(error, 'cannot-open', files.journal, context);
  }

  /** Pages in the log since it was copied, as counted by {@link pagesOf}. */
  let logPages = 0;

  /** After a failure the connection is not trusted: the next group gets a new one. */
  function reconnect(): Connection {
    const fresh = connect(files.journal);
    // Frames of the failed commit may lie behind the log's end; a checkpoint that restarts the
    // log takes them away.
    tryTo(() => fresh.db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get());
    const found = readHead(fresh.db);
    if (found.seq === head.seq && found.hash === head.hash) return fresh;
    fresh.close();
    throw createJournalError(
      'damaged',
      `${files.journal} was changed by another program: it ends at event ${String(found.seq)}, ` +
        `and this hub wrote up to ${String(head.seq)}`,
      { dataDir, seq: found.seq, headSeq: head.seq },
    );
  }

  return {
    head: () => head,
    commit(batches) {
      const plan = planGroup(head, batches);
      const isEmpty = plan.records.length === 0 && plan.receipts.length === 0;
      if (isEmpty && connection !== null) return plan.outcomes;
      try {
        connection ??= reconnect();
        if (isEmpty) tryWrite(connection);
        else write(connection, plan, head);
      } catch (error) {
        const broken = connection;
        connection = null;
        if (broken !== null) tryTo(broken.close);
        throw toJournalError(error, 'cannot-write', files.journal, { dataDir, headSeq: head.seq });
      }
      if (plan.head.seq !== head.seq) witness.write(plan.head);
      head = plan.head;
      logPages += pagesOf(plan);
      return plan.outcomes;
    },
    tidy() {
      if (connection === null || logPages < tidyPages) return;
      const { db } = connection;
      logPages = 0;
      tryTo(() => db.prepare('PRAGMA wal_checkpoint(PASSIVE)').get());
    },
    limitPages(pageCountMax) {
      connection ??= reconnect();
      connection.db.exec(`PRAGMA max_page_count = ${String(pageCountMax)}`);
      pageLimits.set(files.journal, pageCountMax);
    },
    close() {
      connection?.close();
      connection = null;
      witness.close();
      pageLimits.delete(files.journal);
      release();
    },
  };
}

function tryTo(act: () => unknown): void {
  try {
    act();
  } catch {
    // Best effort on storage that has just failed: the commit that follows tells whether it works.
  }
}

interface Connection {
  readonly db: DatabaseSync;
  readonly addEvent: StatementSync;
  readonly addDay: StatementSync;
  readonly addReceipt: StatementSync;
  readonly dropReceipts: StatementSync;
  readonly close: () => void;
}

/** SQLite forgets `max_page_count` with its connection; it is put back on the next one. */
const pageLimits = new Map<string, number>();

/**
 * The log is copied from here on. SQLite does it within a commit at 1,000 pages: that stays as a
 * bound for a hall that never pauses.
 */
const tidyPages = 700;

/** About how many pages a group adds to the log: leaves of the tables, and one a row of the index. */
function pagesOf({ records, receipts }: GroupPlan): number {
  return 3 + Math.ceil(records.length / 4) + 2 * receipts.length;
}

/** The log is cut back to this size when it was longer. */
const logBytesMax = 64 * 1024 * 1024;
/** How long a checkpoint or a recovery by a reader may keep the writer waiting. */
const busyTimeoutMs = 5_000;

function connect(path: string): Connection {
  makePrivateFile(path);
  const db = new DatabaseSync(path, { timeout: busyTimeoutMs, defensive: true });
  try {
    db.exec(`PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON`);
    migrate(db);
    makeDurable(db, path);
    db.exec(`PRAGMA journal_size_limit = ${String(logBytesMax)}`);
    const pageCountMax = pageLimits.get(path);
    if (pageCountMax !== undefined) db.exec(`PRAGMA max_page_count = ${String(pageCountMax)}`);
    return {
      db,
      addEvent: db.prepare(
        'INSERT INTO event (seq, day, body, prev_hash, hash) VALUES (?, ?, ?, ?, ?)',
      ),
      addDay: db.prepare('INSERT INTO business_day (day, from_seq) VALUES (?, ?)'),
      addReceipt: db.prepare(
        'INSERT INTO receipt (day, key, body_hash, result, hash) VALUES (?, ?, ?, ?, ?)',
      ),
      dropReceipts: db.prepare('DELETE FROM receipt WHERE day < ?'),
      close: () => {
        db.close();
      },
    };
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * A write-ahead log that is flushed at every commit (`synchronous` = FULL): an answer means that
 * the event is on stable storage. Asked back, because SQLite passes over what it cannot do.
 */
function makeDurable(db: DatabaseSync, path: string): void {
  const mode = db.prepare('PRAGMA journal_mode = WAL').get()?.['journal_mode'];
  if (mode !== 'wal') {
    throw createJournalError('cannot-open', `${path}: the file system cannot hold a log`);
  }
  db.exec('PRAGMA synchronous = FULL');
  const fullLevel = 2;
  if (readPragma(db, 'synchronous') !== fullLevel) {
    throw createJournalError('cannot-open', `${path}: commits would not be flushed`);
  }
}

/** A durable commit that changes nothing: the schema's version as it is. */
function tryWrite({ db }: Connection): void {
  db.exec(`PRAGMA user_version = ${String(readVersion(db))}`);
}

function write(connection: Connection, plan: GroupPlan, head: Head): void {
  connection.db.exec('BEGIN IMMEDIATE');
  let { day: lastDay } = head;
  for (const { seq, day, body, prevHash, hash } of plan.records) {
    if (day !== lastDay) {
      connection.addDay.run(day, seq);
      // A retry over midnight still finds its receipt: the day before stays.
      if (lastDay !== null) connection.dropReceipts.run(lastDay);
      lastDay = day;
    }
    connection.addEvent.run(seq, day, body, prevHash, hash);
  }
  for (const receipt of plan.receipts) {
    const { day, key, bodyHash, result } = receipt;
    connection.addReceipt.run(day, key, bodyHash, result, hashReceipt(receipt));
  }
  connection.db.exec('COMMIT');
}

function readHead(db: DatabaseSync): Head {
  const last = db.prepare('SELECT seq, day, hash FROM event ORDER BY seq DESC LIMIT 1').get();
  if (last === undefined) return { seq: 0, hash: genesisHash, day: null };
  return { seq: Number(last['seq']), hash: String(last['hash']), day: String(last['day']) };
}

/** The head, after a check of the last business day's links and of the head's witness. */
function readCheckedHead(db: DatabaseSync, dataDir: string): Head {
  const head = readHead(db);
  const files = journalFiles(dataDir);
  const damaged = (seq: number, what: string): Error =>
    createJournalError(
      'damaged',
      `${files.journal}: ${what}; run "npm run journal -- verify", and restore the last backup`,
      { dataDir, seq, headSeq: head.seq },
    );
  if (head.day !== null) {
    const begin = db.prepare('SELECT from_seq FROM business_day WHERE day = ?').get(head.day);
    const from = Number(begin?.['from_seq']);
    if (!(from >= 1 && from <= head.seq)) throw damaged(head.seq, 'the last day is not listed');
    const rows = db.prepare(selectEvents).iterate(Math.max(1, from - 1), head.seq);
    let chain = from === 1 ? createChainCheck() : null;
    for (const raw of rows) {
      const row = toRecord(raw);
      if (chain === null) {
        chain = createChainCheck(row); // the last event of the day before
        continue;
      }
      const broken = chain.next(row);
      if (broken !== null) {
        throw damaged(broken.seq, `event ${String(broken.seq)} is damaged (${broken.what})`);
      }
    }
  }
  const problem = findWitnessProblem(db, readHeadWitness(files.head));
  if (problem !== null) throw damaged(head.seq, problem);
  return head;
}
