import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { journalFiles } from '#journal/folder.ts';
import { openJournal } from '#journal/open.ts';
import { openSqliteJournal } from '#journal/sqlite.ts';
import { describeJournalContract } from '#test/contracts/journal-contract.ts';
import { failureOf, makeTestFolder, sampleBatch, sampleReceipt } from './journal-samples.ts';

describeJournalContract('sqlite', async () => {
  const dataDir = makeTestFolder();
  const change = (sql: string, ...values: (string | number)[]): void => {
    const db = new DatabaseSync(journalFiles(dataDir).journal);
    db.prepare(sql).run(...values);
    db.close();
  };
  const columns = { body: 'body', prevHash: 'prev_hash', hash: 'hash', day: 'day', seq: 'seq' };
  return {
    journal: await openJournal({ dataDir }),
    tamper: (seq, changes) => {
      for (const [field, value] of Object.entries(changes)) {
        const column = columns[field as keyof typeof columns];
        change(`UPDATE event SET ${column} = ? WHERE seq = ?`, value, seq);
      }
    },
    remove: (seq) => {
      change('DELETE FROM event WHERE seq = ?', seq);
    },
    reopen: () => openJournal({ dataDir }),
  };
});

describe('sqlite journal', () => {
  it('writes appends that wait together in one transaction', async () => {
    const dataDir = makeTestFolder();
    const journal = await openSqliteJournal({ dataDir });
    expect(countCommits(dataDir)).toBe(0);
    await Promise.all(
      Array.from({ length: 300 }, (_, at) =>
        journal.append({ ...sampleBatch(at + 1, 1), receipts: [sampleReceipt(`k${at}`)] }),
      ),
    );
    expect(countCommits(dataDir)).toBe(1);
    await journal.append(sampleBatch(301, 10));
    await journal.append(sampleBatch(311, 10));
    expect(countCommits(dataDir)).toBe(3);
    await journal.close();
  });

  it('bounds what waits: one append too many is refused, the others are written', async () => {
    const journal = await openSqliteJournal({ dataDir: makeTestFolder() });
    const waitingMax = 20_000;
    const outcomes = await Promise.allSettled(
      Array.from({ length: waitingMax + 1 }, (_, at) => journal.append(sampleBatch(at + 1, 1))),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(waitingMax);
    expect(outcomes.at(-1)).toMatchObject({ reason: { code: 'cannot-write' } });
    expect(await journal.append(sampleBatch(waitingMax + 1, 1))).toMatchObject({
      seq: waitingMax + 1,
    });
    await journal.close();
  });

  it('leaves one file and no log behind when it is closed', async () => {
    const dataDir = makeTestFolder();
    const journal = await openSqliteJournal({ dataDir });
    await journal.append(sampleBatch(1, 5));
    await journal.readDay('2026-03-02');
    await journal.close();
    expect(() => readFileSync(`${journalFiles(dataDir).journal}-wal`)).toThrow('ENOENT');
    expect(JSON.parse(readFileSync(journalFiles(dataDir).head, 'utf8'))).toMatchObject({ seq: 5 });
  });

  it('answers for another kind of journal in clear words', async () => {
    const dataDir = makeTestFolder();
    const postgres = openJournal({ dataDir, journal: 'postgres://localhost/hall' });
    expect((await failureOf(postgres, 'cannot-open')).message).toContain('another release');
    await failureOf(openJournal({ dataDir, journal: 'papyrus' }), 'cannot-open');
  });
});

/**
 * Commits in the write-ahead log: frames that carry the size of the database
 * (https://sqlite.org/fileformat2.html#the_write_ahead_log).
 */
function countCommits(dataDir: string): number {
  const log = readFileSync(`${journalFiles(dataDir).journal}-wal`);
  if (log.length === 0) return 0;
  const [headerBytes, frameHeaderBytes, pageBytes] = [32, 24, log.readUInt32BE(8)];
  let count = 0;
  for (let at = headerBytes; at < log.length; at += frameHeaderBytes + pageBytes) {
    if (log.readUInt32BE(at + 4) > 0) count += 1;
  }
  return count;
}
