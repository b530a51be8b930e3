import { closeSync, existsSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createJournalError } from './errors.ts';
import { isBusy, toJournalError } from './sqlite-failure.ts';

/**
 * The names of the journal's files in a data folder. SQLite adds `-wal` and `-shm` beside the
 * first.
 */
export function journalFiles(dataDir: string): { journal: string; lock: string; head: string } {
  return {
    journal: join(dataDir, 'journal.sqlite'),
    lock: join(dataDir, 'journal.lock'),
    head: join(dataDir, 'journal.head'),
  };
}

/**
 * Makes the folder, readable by its owner only, and its entry in the parent durable. One level at a
 * time: where the system makes none (`/proc`), Node's own recursion never returns.
 */
export function makeDataFolder(dataDir: string): void {
  const missing: string[] = [];
  for (let at = resolve(dataDir); !existsSync(at); at = dirname(at)) missing.unshift(at);
  for (const folder of missing) {
    makeFolder(folder);
    syncFolder(dirname(folder));
  }
  // Nothing to make; says so where a file has the name.
  mkdirSync(dataDir, { recursive: true });
}

/** Another hub may have made it a moment ago. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

/** Makes the names in a folder durable. */
export function syncFolder(dir: string): void {
  const fd = openSync(dir, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/**
 * Makes an empty file that only its owner reads; SQLite gives its log and the log's index the
 * same mode. A file that is there is not even opened: closing it again would drop the POSIX locks
 * that this process holds on it.
 */
export function makePrivateFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

/**
 * Takes the data folder for one hub. The lock is the operating system's, held through an open
 * file: it is gone with its process, however that ends, so no crash leaves a lock behind. The
 * returned function lets go.
 *
 * It is a file of its own because a lock on the journal itself would keep `verify` out while a
 * hub runs.
 * @throws JournalError `locked` when another hub, or another journal of this process, has it;
 *   `cannot-open`.
 */
export function holdFolder(dataDir: string): () => void {
  const { lock } = journalFiles(dataDir);
  let db: DatabaseSync | null = null;
  try {
    makePrivateFile(lock);
    db = new DatabaseSync(lock, { timeout: 0 });
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db?.close();
    if (!isBusy(error)) throw toJournalError(error, 'cannot-open', lock, { dataDir });
    throw createJournalError(
      'locked',
      `another hub holds the data folder ${dataDir}: ` +
        'stop it, or give this one a folder of its own (--data)',
      { dataDir },
      error,
    );
  }
  const held = db;
  return () => {
    held.close();
  };
}
