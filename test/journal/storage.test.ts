import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isJournalError } from '#journal/errors.ts';
import type { JournalErrorCode } from '#journal/errors.ts';
import { journalFiles } from '#journal/folder.ts';
import { listSchema, migrate, migrations, readVersion } from '#journal/schema.ts';
import { openStorage } from '#journal/storage.ts';
import type { Storage } from '#journal/storage.ts';
import { verifyFolder } from '#journal/verifying.ts';
import { makeTestFolder, monday, sampleBatch, sampleReceipt, tuesday } from './journal-samples.ts';

function open(dataDir: string): Storage {
  const storage = openStorage(dataDir);
  onTestFinished(() => {
    storage.close();
  });
  return storage;
}

/** The `JournalError` that a function throws. */
function failureIn(act: () => unknown, code: JournalErrorCode): Error {
  try {
    act();
  } catch (error) {
    if (!isJournalError(error)) throw error;
    expect(error.code).toBe(code);
    return error;
  }
  throw new Error(`expected ${code}`);
}

function change(dataDir: string, sql: string): void {
  const db = new DatabaseSync(journalFiles(dataDir).journal);
  db.exec(sql);
  db.close();
}

describe('opening a data folder', () => {
  it('makes the folder and its files for their owner alone', () => {
    const dataDir = join(makeTestFolder(), 'halls', 'tongtai');
    const storage = open(dataDir);
    storage.commit([sampleBatch(1, 1)]);
    const { journal, head, lock } = journalFiles(dataDir);
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    for (const file of [journal, `${journal}-wal`, head, lock]) {
      expect(statSync(file).mode & 0o777).toBe(0o600);
    }
  });

  it('reads the last business day only: damage in an older one does not keep a hall closed', () => {
    const dataDir = makeTestFolder();
    const storage = openStorage(dataDir);
    storage.commit([sampleBatch(1, 20, monday), sampleBatch(21, 20, tuesday)]);
    storage.close();
    change(dataDir, "UPDATE event SET body = replace(body, 'kiosk', 'kiosx') WHERE seq = 3");
    expect(open(dataDir).head().seq).toBe(40);
    expect(verifyFolder(dataDir)).toMatchObject({ ok: false, seq: 3, what: 'hash' });
  });

  it.each([
    ['a body', "UPDATE event SET body = replace(body, 'kiosk', 'kiosx') WHERE seq = 25", 25],
    ['the link to the day before', 'UPDATE event SET hash = prev_hash WHERE seq = 20', 21],
    ['a missing event', 'DELETE FROM event WHERE seq = 30', 30],
    ['a missing last event', 'DELETE FROM event WHERE seq = 40', 39],
    ['a missing day', `DELETE FROM business_day WHERE day = '${tuesday}'`, 40],
  ])('refuses to open when the last day is damaged, and names the place: %s', (_, sql, seq) => {
    const dataDir = makeTestFolder();
    const storage = openStorage(dataDir);
    storage.commit([sampleBatch(1, 20, monday), sampleBatch(21, 20, tuesday)]);
    storage.close();
    change(dataDir, sql);
    const error = failureIn(() => openStorage(dataDir), 'damaged');
    expect(error).toMatchObject({ context: { seq, dataDir } });
    expect(error.message).toContain('npm run journal -- verify');
    failureIn(() => openStorage(dataDir), 'damaged'); // and did not keep the lock
  });

  it('refuses a file that is no journal, and leaves it as it is', () => {
    const dataDir = makeTestFolder();
    const { journal } = journalFiles(dataDir);
    writeFileSync(journal, 'a shopping list\n'.repeat(100));
    failureIn(() => openStorage(dataDir), 'damaged');
    expect(readFileSync(journal, 'utf8')).toBe('a shopping list\n'.repeat(100));

    rmSync(journal);
    change(dataDir, 'CREATE TABLE bicycle (id INTEGER PRIMARY KEY)');
    expect(failureIn(() => openStorage(dataDir), 'damaged').message).toContain('not a journal');
  });

  it('says what is in the way when the folder cannot be made', () => {
    const file = join(makeTestFolder(), 'file');
    writeFileSync(file, '');
    expect(failureIn(() => openStorage(join(file, 'data')), 'cannot-open').message).toContain(file);
  });

  it('says so too where the system lets nobody make folders, and does not try for ever', () => {
    const place = process.platform === 'linux' ? '/proc/paihao' : join(makeTestFolder(), '\0');
    const { message } = failureIn(() => openStorage(join(place, 'data')), 'cannot-open');
    expect(message).toContain('data');
  });
});

describe('migrations', () => {
  const schemaOf = (steps: readonly string[]): string[] => {
    const db = new DatabaseSync(':memory:');
    migrate(db, steps);
    return listSchema(db);
  };

  it('brings an empty file to the newest version, once', () => {
    const db = new DatabaseSync(':memory:');
    expect(migrate(db)).toBe(0);
    expect(readVersion(db)).toBe(migrations.length);
    expect(migrate(db)).toBe(migrations.length);
    expect(listSchema(db)).toEqual(schemaOf(migrations));
  });

  it('brings an older journal up step by step and keeps its events', () => {
    const dataDir = makeTestFolder();
    const storage = openStorage(dataDir);
    storage.commit([sampleBatch(1, 7)]);
    storage.close();
    const db = new DatabaseSync(journalFiles(dataDir).journal);
    const later = [
      ...migrations,
      'ALTER TABLE receipt ADD COLUMN actor TEXT',
      'CREATE TABLE mark (name TEXT PRIMARY KEY, seq INTEGER); INSERT INTO mark SELECT day, max(seq) FROM event',
    ];
    expect(migrate(db, later)).toBe(1);
    expect(readVersion(db)).toBe(3);
    expect(db.prepare('SELECT * FROM mark').all()).toEqual([{ name: monday, seq: 7 }]);
    expect(listSchema(db)).toEqual(schemaOf(later));
    db.close();

    const error = failureIn(() => openStorage(dataDir), 'newer-schema');
    expect(error.message).toMatch(/version 3, this release knows 1/);
    failureIn(() => verifyFolder(dataDir), 'newer-schema');
  });

  it('leaves the version before when a step fails half-way', () => {
    const db = new DatabaseSync(':memory:');
    const broken = [
      ...migrations,
      'CREATE TABLE half (id INTEGER); CREATE TABLE event (id INTEGER)',
    ];
    expect(() => migrate(db, broken)).toThrow('already exists');
    expect(readVersion(db)).toBe(1);
    expect(listSchema(db)).toEqual(schemaOf(migrations));
  });
});

describe('the log', () => {
  it('is copied into the file between commits, not within them', () => {
    const dataDir = makeTestFolder();
    const storage = open(dataDir);
    const { journal } = journalFiles(dataDir);
    const fileBytes = () => statSync(journal).size;
    const emptyBytes = fileBytes();
    let seq = 0;
    const commit = (count: number): void => {
      for (let n = 0; n < count; n += 1) {
        seq += 1;
        const { events } = sampleBatch(seq, 1);
        storage.commit([{ events, receipts: [sampleReceipt(`key-${String(seq)}`)] }]);
      }
    };
    commit(100);
    storage.tidy();
    expect(fileBytes()).toBe(emptyBytes); // too little to be worth a flush of the file
    commit(40);
    expect(fileBytes()).toBe(emptyBytes);
    storage.tidy();
    const copiedBytes = fileBytes();
    expect(copiedBytes).toBeGreaterThan(emptyBytes);
    commit(1_000);
    expect(fileBytes()).toBeGreaterThan(copiedBytes); // a hall without a pause is bounded all the same
    expect(verifyFolder(dataDir)).toMatchObject({ ok: true, seq });
  });
});

describe('a storage that cannot write', () => {
  it('answers cannot-write, keeps nothing of the group, and goes on when there is room', () => {
    const storage = open(makeTestFolder());
    storage.commit([sampleBatch(1, 10)]);
    const head = storage.head();
    storage.limitPages(12);
    const big = [sampleBatch(11, 1), sampleBatch(12, 500)];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const error = failureIn(() => storage.commit(big), 'cannot-write');
      expect(error).toMatchObject({ context: { sqliteCode: 13, headSeq: 10 } });
      expect(storage.head()).toEqual(head);
    }
    expect(storage.commit([sampleBatch(11, 1)])).toMatchObject([{ kind: 'accepted' }]);
    storage.limitPages(100_000);
    expect(storage.commit([sampleBatch(12, 500)])).toMatchObject([{ kind: 'accepted' }]);
    expect(storage.head().seq).toBe(511);
  });

  it('is tried by an empty batch, which adds nothing', () => {
    const dataDir = makeTestFolder();
    const storage = open(dataDir);
    storage.commit([sampleBatch(1, 10)]);
    const head = storage.head();
    storage.limitPages(12);
    failureIn(() => storage.commit([sampleBatch(11, 500)]), 'cannot-write');
    const log = `${journalFiles(dataDir).journal}-wal`;
    const empty = [{ events: [], receipts: [] }];
    expect(storage.commit(empty)).toEqual([
      { kind: 'accepted', appended: { seq: 10, hash: head.hash } },
    ]);
    // A real commit was flushed: one page stands in the log that was emptied before.
    const { size } = statSync(log);
    expect(size).toBeGreaterThan(4_096);
    expect(storage.commit(empty)).toMatchObject([{ kind: 'accepted' }]);
    expect(statSync(log).size).toBe(size);
    expect(storage.head()).toEqual(head);
    storage.limitPages(100_000);
    expect(storage.commit([sampleBatch(11, 5)])).toMatchObject([{ kind: 'accepted' }]);
    expect(verifyFolder(dataDir)).toMatchObject({ ok: true, seq: 15 });
  });

  it('is found unwritable by an empty batch while it is so', () => {
    const dataDir = makeTestFolder();
    const storage = open(dataDir);
    storage.commit([sampleBatch(1, 3)]);
    storage.limitPages(12);
    failureIn(() => storage.commit([sampleBatch(4, 500)]), 'cannot-write');
    change(
      dataDir,
      `INSERT INTO event SELECT 4, day, body, prev_hash, hash FROM event WHERE seq = 3`,
    );
    failureIn(() => storage.commit([{ events: [], receipts: [] }]), 'damaged');
  });

  it('sees that another program wrote, and does not write on top of it', () => {
    const dataDir = makeTestFolder();
    const storage = open(dataDir);
    storage.commit([sampleBatch(1, 3)]);
    change(
      dataDir,
      `INSERT INTO event SELECT 4, day, body, prev_hash, hash FROM event WHERE seq = 3`,
    );
    failureIn(() => storage.commit([sampleBatch(4, 1)]), 'stale-writer');
    const error = failureIn(() => storage.commit([sampleBatch(4, 1)]), 'damaged');
    expect(error.message).toContain('another program');
    change(dataDir, 'DELETE FROM event WHERE seq = 4');
    expect(storage.commit([sampleBatch(4, 1)])).toMatchObject([{ kind: 'accepted' }]);
    expect(verifyFolder(dataDir)).toMatchObject({ ok: true, seq: 4 });
  });
});
