import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { backUpFolder, restoreFolder } from '#journal/backup.ts';
import { runJournalTool } from '#journal/cli.ts';
import { journalFiles } from '#journal/folder.ts';
import { openSqliteJournal } from '#journal/sqlite.ts';
import { verifyFolder } from '#journal/verifying.ts';
import { makeTestFolder, sampleBatch } from './journal-samples.ts';

async function write(dataDir: string, toSeq: number): Promise<string> {
  const journal = await openSqliteJournal({ dataDir });
  const { seq } = await journal.head();
  if (toSeq > seq) await journal.append(sampleBatch(seq + 1, toSeq - seq));
  const { hash } = await journal.head();
  await journal.close();
  return hash;
}

function makeVault(dataDir: string, word: string): void {
  const db = new DatabaseSync(join(dataDir, 'vault.sqlite'));
  db.exec('PRAGMA journal_mode = WAL; CREATE TABLE IF NOT EXISTS note (word TEXT)');
  db.exec('DELETE FROM note');
  db.prepare('INSERT INTO note VALUES (?)').run(word);
  db.close();
}

function readVault(path: string): unknown {
  const db = new DatabaseSync(path, { readOnly: true });
  const word = db.prepare('SELECT word FROM note').get()?.['word'];
  db.close();
  return word;
}

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const outputs = Promise.all([text(stdout), text(stderr)]);
  const code = await runJournalTool({ args, environment: {}, stdout, stderr });
  stdout.end();
  stderr.end();
  const [out, err] = await outputs;
  return { code, out, err };
}

describe('npm run journal -- backup', () => {
  it('copies one whole moment while a hub writes as fast as it can', async () => {
    const dataDir = makeTestFolder();
    await write(dataDir, 20_000);
    const journal = await openSqliteJournal({ dataDir });
    const over = new AbortController();
    let seq = 20_000;
    const writing = (async () => {
      while (!over.signal.aborted) {
        await journal.append(sampleBatch(seq + 1, 20));
        seq += 20;
      }
    })();
    const file = join(makeTestFolder(), 'copy.sqlite');
    const report = await backUpFolder(dataDir, file);
    const writtenAfter = seq;
    over.abort();
    await writing;
    await journal.close();
    if (!report.ok) throw new Error(report.where);
    expect(report.seq).toBeGreaterThanOrEqual(20_000);
    // It wrote all the while, so the copy is of a moment in between.
    expect(writtenAfter).toBeGreaterThan(report.seq);
    const elsewhere = makeTestFolder();
    expect(await restoreFolder(elsewhere, file)).toMatchObject({ ok: true, seq: report.seq });
    expect(verifyFolder(elsewhere)).toMatchObject({ ok: true, hash: report.hash });
  });

  it('is private, leaves nothing else behind, and never writes over a copy', async () => {
    const dataDir = makeTestFolder();
    const hash = await write(dataDir, 30);
    makeVault(dataDir, 'today');
    const folder = makeTestFolder();
    const file = join(folder, 'copy.sqlite');
    const first = await run('backup', file, '--data', dataDir);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain(`copied to ${file}: 30 events`);
    expect(first.out).toContain(`head 30 ${hash}`);
    expect(readdirSync(folder).sort()).toEqual(['copy.sqlite', 'copy.sqlite.vault']);
    for (const name of readdirSync(folder)) {
      expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    }
    const bytes = readFileSync(file);
    const again = await run('backup', file, '--data', dataDir);
    expect(again.code).toBe(2);
    expect(again.err).toContain(`${file} is there already`);
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it('makes no copy of a damaged journal and names the place', async () => {
    const dataDir = makeTestFolder();
    await write(dataDir, 30);
    const db = new DatabaseSync(journalFiles(dataDir).journal);
    db.exec("UPDATE event SET body = replace(body, 'noted', 'noteb') WHERE seq = 17");
    db.close();
    const folder = makeTestFolder();
    const { code, err } = await run('backup', join(folder, 'copy'), '--data', dataDir);
    expect(code).toBe(3);
    expect(err).toContain('DAMAGED at event 17');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('exits 3 where there is no journal', async () => {
    const dataDir = makeTestFolder();
    const { code, err } = await run('backup', join(dataDir, 'copy'), '--data', dataDir);
    expect(code).toBe(3);
    expect(err).toContain(`there is no journal in ${dataDir}`);
  });
});

describe('npm run journal -- restore', () => {
  it('puts back journal and vault, keeps what was there, and tells what the copy lacks', async () => {
    const dataDir = makeTestFolder();
    const oldHash = await write(dataDir, 30);
    makeVault(dataDir, 'then');
    const file = join(makeTestFolder(), 'copy.sqlite');
    await backUpFolder(dataDir, file);
    await write(dataDir, 42);
    makeVault(dataDir, 'now');

    const { code, out } = await run('restore', file, '--data', dataDir);
    expect(code).toBe(0);
    expect(out).toContain(`restored: 30 events, 1 business days\nhead 30 ${oldHash}`);
    expect(out).toContain('its journal has 12 events that the copy has not');
    expect(readVault(join(dataDir, 'vault.sqlite'))).toBe('then');
    expect(verifyFolder(dataDir)).toMatchObject({ ok: true, seq: 30 });
    const kept = join(dataDir, 'before-restore-1');
    expect(verifyFolder(kept)).toMatchObject({ ok: true, seq: 42 });
    expect(readVault(join(kept, 'vault.sqlite'))).toBe('now');
    // The hall goes on from there, and the way back is open.
    await write(dataDir, 35);
    expect(verifyFolder(dataDir)).toMatchObject({ ok: true, seq: 35 });
    expect(verifyFolder(kept)).toMatchObject({ ok: true, seq: 42 });
  });

  it('mends a folder whose journal cannot be read', async () => {
    const dataDir = makeTestFolder();
    const hash = await write(dataDir, 30);
    const file = join(makeTestFolder(), 'copy.sqlite');
    await backUpFolder(dataDir, file);
    writeFileSync(journalFiles(dataDir).journal, 'no journal at all');
    expect(await restoreFolder(dataDir, file)).toMatchObject({ ok: true, hash, replaced: null });
    expect(verifyFolder(dataDir)).toMatchObject({ ok: true, hash });
    const kept = join(dataDir, 'before-restore-1', 'journal.sqlite');
    expect(readFileSync(kept, 'utf8')).toBe('no journal at all');
  });

  it('refuses a damaged copy and changes nothing', async () => {
    const dataDir = makeTestFolder();
    const hash = await write(dataDir, 30);
    const file = join(makeTestFolder(), 'copy.sqlite');
    await backUpFolder(dataDir, file);
    const db = new DatabaseSync(file);
    db.exec('DELETE FROM event WHERE seq = 12');
    db.close();
    const { code, err } = await run('restore', file, '--data', dataDir);
    expect(code).toBe(3);
    expect(err).toContain('DAMAGED at event 12');
    expect(err).toContain(`Nothing was changed in ${dataDir}`);
    expect(verifyFolder(dataDir)).toMatchObject({ ok: true, seq: 30, hash });
    expect(existsSync(join(dataDir, 'before-restore-1'))).toBe(false);
    expect(existsSync(join(dataDir, 'restore.partial'))).toBe(false);
  });

  it('is refused while a hub runs, and for a copy that is not there', async () => {
    const dataDir = makeTestFolder();
    await write(dataDir, 30);
    const file = join(makeTestFolder(), 'copy.sqlite');
    await backUpFolder(dataDir, file);
    const hub = await openSqliteJournal({ dataDir });
    const locked = await run('restore', file, '--data', dataDir);
    await hub.close();
    expect(locked).toMatchObject({ code: 3 });
    expect(locked.err).toContain('locked: another hub holds the data folder');
    const absent = await run('restore', `${file}.x`, '--data', dataDir);
    expect(absent).toMatchObject({ code: 3 });
    expect(absent.err).toContain(`there is no copy ${file}.x`);
  });
});
