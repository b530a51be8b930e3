import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** SQLite as the journal has it (WAL, one fsync a commit), with nothing around it. */
export interface RawCommits {
  /** Writes groups for so long; answers rows a second. */
  rowsPerSecond(seconds: number, groupSize: number): number;
  /** Milliseconds of one durable commit of one row. */
  oneMs(): number;
  close(): void;
}

/** About the text of an event. */
const body = 'x'.repeat(400);

export function openRawCommits(): RawCommits {
  const folder = mkdtempSync(join(tmpdir(), 'paihao-bench-'));
  const database = new DatabaseSync(join(folder, 'raw.db'));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  database.exec('CREATE TABLE event (seq INTEGER PRIMARY KEY, body TEXT)');
  const insert = database.prepare('INSERT INTO event (body) VALUES (?)');
  return {
    rowsPerSecond(seconds, groupSize) {
      const fromMs = performance.now();
      let rows = 0;
      while (performance.now() < fromMs + seconds * 1_000) {
        database.exec('BEGIN IMMEDIATE');
        for (let row = 0; row < groupSize; row += 1) insert.run(body);
        database.exec('COMMIT');
        rows += groupSize;
      }
      return rows / ((performance.now() - fromMs) / 1_000);
    },
    oneMs() {
      const fromMs = performance.now();
      insert.run(body);
      return performance.now() - fromMs;
    },
    close() {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
