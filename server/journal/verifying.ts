import { DatabaseSync } from 'node:sqlite';
import type { SQLOutputValue } from 'node:sqlite';
import { createChainCheck } from './chain.ts';
import type { ChainCheck, ChainRow } from './chain.ts';
import { isJournalError } from './errors.ts';
import { journalFiles } from './folder.ts';
import { readHeadWitness } from './head-witness.ts';
import type { WitnessReading } from './head-witness.ts';
import type { DamageKind, VerifyProgress, VerifyReport } from './journal.ts';
import { openForReading } from './reading.ts';
import { findWitnessProblem, hashReceipt, textOf } from './rows.ts';
import { listSchema, migrations, readVersion } from './schema.ts';
import { sqliteCodeOf, toJournalError } from './sqlite-failure.ts';

/**
 * Reads the whole journal of a data folder and checks all that can be checked: every link of the
 * chain, the list of days, the receipts, the file's structure and the head's witness. The first
 * damage found is named. It may run beside a hub: it takes no lock, and looks at what was there
 * when it began.
 * @throws JournalError `cannot-open`, `newer-schema`: there is nothing that could be verified.
 */
export function verifyFolder(dataDir: string, onProgress: VerifyProgress = () => {}): VerifyReport {
  const files = journalFiles(dataDir);
  // The witness first: the hub moves it after its commit, so what is read later cannot be behind
  // it.
  const witness = readHeadWitness(files.head);
  let db: DatabaseSync | null = null;
  const seen: Seen = { chain: createChainCheck(), dayBegins: [] };
  try {
    db = openForReading(dataDir);
    const damage = findDamage(db, files.journal, witness, seen, onProgress);
    if (damage !== null) return { ok: false, ...damage };
    return { ok: true, seq: seen.chain.seq, hash: seen.chain.hash, days: seen.dayBegins.length };
  } catch (error) {
    return nameFailure(error, files.journal, dataDir);
  } finally {
    db?.close();
  }
}

interface Damage {
  readonly seq: number | null;
  readonly what: DamageKind;
  readonly where: string;
}

interface Seen {
  readonly chain: ChainCheck;
  readonly dayBegins: { readonly day: string; readonly fromSeq: number }[];
}

function findDamage(
  db: DatabaseSync,
  path: string,
  witness: WitnessReading,
  seen: Seen,
  onProgress: VerifyProgress,
): Damage | null {
  const schema = findSchemaProblem(db);
  if (schema !== null) return { seq: null, what: 'structure', where: `${path}: ${schema}` };
  const broken = walkEvents(db, path, seen, onProgress);
  if (broken !== null) return broken;
  const tail = findWitnessProblem(db, witness);
  if (tail !== null) return { seq: seen.chain.seq + 1, what: 'tail', where: `${path}: ${tail}` };
  const days = findDayProblem(db, seen);
  if (days !== null) return { seq: null, what: 'days', where: `${path}: ${days}` };
  const receipt = findReceiptProblem(db);
  if (receipt !== null) return { seq: null, what: 'receipt', where: `${path}: ${receipt}` };
  const structure = findStructureProblem(db);
  if (structure === null) return null;
  return { seq: null, what: 'structure', where: `${path}: ${structure}` };
}

/** Damage that SQLite itself met is a finding, not a failure of the verification. */
function nameFailure(error: unknown, path: string, dataDir: string): VerifyReport {
  const failure = toJournalError(error, 'cannot-open', path, { dataDir });
  if (!isJournalError(error) && sqliteCodeOf(error) === null) throw error;
  if (failure.code !== 'damaged') throw failure;
  return { ok: false, seq: null, what: 'structure', where: failure.message };
}

/**
 * Rows are taken in pieces, so that the hub's log can be restarted while a long history is read.
 */
const rowsPerPiece = 5_000;

function walkEvents(
  db: DatabaseSync,
  path: string,
  { chain, dayBegins }: Seen,
  onProgress: VerifyProgress,
): Damage | null {
  const totalCount = readLastSeq(db);
  const select = db.prepare(
    `SELECT seq, day, CAST(body AS BLOB) AS body, typeof(body) AS body_type, prev_hash, hash
     FROM event WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ${String(rowsPerPiece)}`,
  );
  const place = (seq: number, day: string): string => `event ${String(seq)} of ${day} in ${path}`;
  onProgress(0, totalCount);
  while (chain.seq < totalCount) {
    const before = chain.seq;
    try {
      for (const raw of select.iterate(before, totalCount)) {
        const row = toChainRow(raw);
        const { day: lastDay } = chain;
        const broken = chain.next(row);
        if (broken !== null) return { ...broken, where: place(broken.seq, row.day) };
        if (row.day !== lastDay) dayBegins.push({ day: row.day, fromSeq: row.seq });
      }
    } catch (error) {
      if (toJournalError(error, 'cannot-open', path, {}).code !== 'damaged') throw error;
      const seq = chain.seq + 1;
      return { seq, what: 'unreadable page', where: place(seq, chain.day ?? 'the first day') };
    }
    if (chain.seq === before) {
      const seq = before + 1;
      return { seq, what: 'gap', where: place(seq, chain.day ?? 'the first day') };
    }
    onProgress(chain.seq, totalCount);
  }
  return null;
}

/**
 * The last event when verification began. When the file's end cannot be read there is no bound,
 * and the walk meets the place by itself.
 */
function readLastSeq(db: DatabaseSync): number {
  try {
    return Number(db.prepare('SELECT max(seq) AS seq FROM event').get()?.['seq'] ?? 0);
  } catch (error) {
    if (toJournalError(error, 'cannot-open', '', {}).code !== 'damaged') throw error;
    return Number.MAX_SAFE_INTEGER;
  }
}

function toChainRow(row: Record<string, SQLOutputValue>): ChainRow {
  const { body } = row;
  const isText = row['body_type'] === 'text' && body instanceof Uint8Array;
  return {
    seq: Number(row['seq']),
    day: textOf(row['day']),
    body: isText ? body : '',
    prevHash: textOf(row['prev_hash']),
    hash: textOf(row['hash']),
  };
}

function findDayProblem(db: DatabaseSync, { chain, dayBegins }: Seen): string | null {
  const rows = db
    .prepare('SELECT day, from_seq FROM business_day WHERE from_seq <= ? ORDER BY from_seq')
    .all(chain.seq);
  for (let index = 0; index < Math.max(rows.length, dayBegins.length); index += 1) {
    const row = rows[index];
    const begin = dayBegins[index];
    if (row?.['day'] === begin?.day && row?.['from_seq'] === begin?.fromSeq) continue;
    return `the list of business days is wrong at ${begin?.day ?? textOf(row?.['day'])}`;
  }
  return null;
}

function findReceiptProblem(db: DatabaseSync): string | null {
  const rows = db.prepare('SELECT id, day, key, body_hash, result, hash FROM receipt').iterate();
  for (const row of rows) {
    const [day, key, bodyHash, result] = [row['day'], row['key'], row['body_hash'], row['result']];
    const receipt = {
      day: textOf(day),
      key: textOf(key),
      bodyHash: textOf(bodyHash),
      result: textOf(result),
    };
    if (hashReceipt(receipt) !== row['hash']) {
      return `receipt ${String(row['id'])} of ${receipt.day} was changed`;
    }
  }
  return null;
}

/** The tables must be those that the migrations make. */
function findSchemaProblem(db: DatabaseSync): string | null {
  const version = readVersion(db);
  if (version === 0) return 'the file has no schema version';
  const model = new DatabaseSync(':memory:');
  try {
    for (const step of migrations.slice(0, version)) model.exec(step);
    const expected = listSchema(model);
    const found = listSchema(db);
    const isSame =
      expected.length === found.length && expected.every((line, at) => line === found[at]);
    return isSame ? null : 'the tables are not those of a journal';
  } finally {
    model.close();
  }
}

function findStructureProblem(db: DatabaseSync): string | null {
  const [first] = db.prepare('PRAGMA integrity_check(1)').all();
  const finding = textOf(first?.['integrity_check']);
  return finding === 'ok' ? null : finding;
}
