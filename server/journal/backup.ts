import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { createJournalError } from './errors.ts';
import { holdFolder, journalFiles, makeDataFolder, syncFolder } from './folder.ts';
import { openHeadWitness } from './head-witness.ts';
import type { Appended, VerifyProgress, VerifyReport } from './journal.ts';
import { connectForReading, openForReading, openReading } from './reading.ts';
import { toJournalError } from './sqlite-failure.ts';
import { verifyInThread } from './sqlite.ts';

/**
 * A copy of a hall that can be carried away, and the way back. The journal is one file; what must
 * be erasable (pins, customers) goes into a second one beside it, so that the first can be given
 * to anyone who is to check it.
 */

/** Beside the journal in a data folder, and beside a copy as `FILE.vault`. */
const vaultFile = 'vault.sqlite';
/** SQLite's log and the log's index: parts of a database, never without it. */
const sideFiles = ['-wal', '-shm'];

export type WholeReport = Extract<VerifyReport, { ok: true }>;

export interface BackupProgress {
  readonly onCopy?: VerifyProgress;
  readonly onVerify?: VerifyProgress;
}

/** What became of a copy: it is there and proven, or the journal is damaged and no copy was made. */
export type BackupReport =
  | (WholeReport & { /** The copy of pins and customers. */ readonly vault: string | null })
  | Extract<VerifyReport, { ok: false }>;

/**
 * Copies the journal of a data folder into one file, also while a hub runs: one consistent moment,
 * whatever is written meanwhile. The copy is checked event by event before it gets its name, so a
 * file of that name is a whole copy, on stable storage.
 * @throws JournalError `cannot-open`, `newer-schema`, `cannot-write`
 */
export async function backUpFolder(
  dataDir: string,
  file: string,
  progress: BackupProgress = {},
): Promise<BackupReport> {
  const partial = `${file}.partial`;
  const copy = journalFiles(partial).journal;
  const vault = join(dataDir, vaultFile);
  try {
    mkdirSync(dirname(file), { recursive: true });
    rmSync(partial, { recursive: true, force: true });
    mkdirSync(partial, { mode: 0o700 });
    await copyDatabase(openForReading(dataDir), copy, progress.onCopy);
    const report = await verifyInThread(partial, progress.onVerify);
    if (!report.ok) return report;
    const hasVault = existsSync(vault);
    if (hasVault) {
      await copyDatabase(connectForReading(vault), join(partial, vaultFile));
      // Before the journal: a copy that has its name is complete.
      moveInto(join(partial, vaultFile), `${file}.vault`);
    }
    moveInto(copy, file);
    return { ...report, vault: hasVault ? `${file}.vault` : null };
  } catch (error) {
    throw toJournalError(error, 'cannot-write', file, { dataDir });
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

/** 8 MiB a step. */
const pagesPerStep = 2_000;

/** One moment of a database as a single file without a log; closes the source. */
async function copyDatabase(
  source: DatabaseSync,
  path: string,
  onProgress: VerifyProgress = () => {},
): Promise<void> {
  try {
    // A reader's transaction holds its moment: without it every commit of the hub would start the
    // copy from its beginning.
    source.exec('BEGIN');
    source.prepare('SELECT count(*) FROM sqlite_schema').get();
    await backup(source, path, {
      rate: pagesPerStep,
      progress: ({ totalPages, remainingPages }) => {
        onProgress(totalPages - remainingPages, totalPages);
      },
    });
  } finally {
    source.close();
  }
  const db = new DatabaseSync(path);
  try {
    db.exec('PRAGMA journal_mode = DELETE');
  } finally {
    db.close();
  }
}

function moveInto(from: string, to: string): void {
  chmodSync(from, 0o600);
  const fd = openSync(from, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  renameSync(from, to);
  syncFolder(dirname(to));
}

export type RestoreReport =
  | (WholeReport & {
      readonly vault: boolean;
      /** Where the files that stood in the folder are kept; null when it was empty. */
      readonly kept: string | null;
      /** How far the folder's own journal reached; null when there was none or it is unreadable. */
      readonly replaced: Appended | null;
    })
  | Extract<VerifyReport, { ok: false }>;

/**
 * Puts a copy in the place of a data folder's journal. The copy is checked first; what stood there
 * is kept in a folder beside, never deleted. A crash in between leaves a folder that a hub refuses
 * to open (its head's witness does not fit) and that can be restored again.
 * @throws JournalError `locked` while a hub runs, `cannot-open`, `newer-schema`, `cannot-write`
 */
export async function restoreFolder(
  dataDir: string,
  file: string,
  progress: Pick<BackupProgress, 'onVerify'> = {},
): Promise<RestoreReport> {
  if (!existsSync(file)) {
    throw createJournalError('cannot-open', `there is no copy ${file}`, { dataDir });
  }
  const files = journalFiles(dataDir);
  const partial = join(dataDir, 'restore.partial');
  let release = (): void => {};
  try {
    makeDataFolder(dataDir);
    release = holdFolder(dataDir);
    rmSync(partial, { recursive: true, force: true });
    mkdirSync(partial, { mode: 0o700 });
    const copy = journalFiles(partial).journal;
    copyFileSync(file, copy);
    const report = await verifyInThread(partial, progress.onVerify);
    if (!report.ok) return report;
    const replaced = readHeadOf(dataDir);
    const hasVault = existsSync(`${file}.vault`);
    const replacedFiles = [files.journal, ...(hasVault ? [join(dataDir, vaultFile)] : [])];
    const kept = keepAside(dataDir, [...replacedFiles.flatMap(withSideFiles), files.head]);
    if (hasVault) {
      copyFileSync(`${file}.vault`, join(partial, vaultFile));
      replaceDatabase(join(partial, vaultFile), join(dataDir, vaultFile));
    }
    replaceDatabase(copy, files.journal);
    openHeadWitness(files.head, { seq: report.seq, hash: report.hash }).close();
    return { ...report, vault: hasVault, kept, replaced };
  } catch (error) {
    throw toJournalError(error, 'cannot-write', dataDir, { dataDir });
  } finally {
    rmSync(partial, { recursive: true, force: true });
    release();
  }
}

/** Its log belongs to the old file: it must be gone before the new one has the name. */
function replaceDatabase(from: string, to: string): void {
  for (const side of sideFiles) rmSync(`${to}${side}`, { force: true });
  moveInto(from, to);
}

function withSideFiles(path: string): string[] {
  return [path, ...sideFiles.map((side) => `${path}${side}`)];
}

/** A second name for each file, so that at no moment the folder is without a journal. */
function keepAside(dataDir: string, paths: readonly string[]): string | null {
  const present = paths.filter((path) => existsSync(path));
  if (present.length === 0) return null;
  let count = 1;
  while (existsSync(join(dataDir, `before-restore-${String(count)}`))) count += 1;
  const folder = join(dataDir, `before-restore-${String(count)}`);
  mkdirSync(folder, { mode: 0o700 });
  for (const path of present) {
    const second = join(folder, basename(path));
    try {
      linkSync(path, second);
    } catch {
      copyFileSync(path, second); // a file system without second names
    }
  }
  // The head's witness is rewritten in place: its old text needs a file of its own.
  const { head } = journalFiles(dataDir);
  if (existsSync(head)) {
    const second = join(folder, basename(head));
    rmSync(second);
    copyFileSync(head, second);
  }
  syncFolder(folder);
  syncFolder(dataDir);
  return folder;
}

function readHeadOf(dataDir: string): Appended | null {
  if (!existsSync(journalFiles(dataDir).journal)) return null;
  try {
    const reading = openReading(dataDir);
    try {
      const toSeq = reading.days().at(-1)?.toSeq ?? 0;
      const [last] = toSeq === 0 ? [] : reading.read(toSeq, 1);
      return last === undefined ? null : { seq: last.seq, hash: last.hash };
    } finally {
      reading.close();
    }
  } catch {
    // A journal that cannot be read is why people restore; its files are kept as they are.
    return null;
  }
}
