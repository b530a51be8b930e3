import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { genesisHash, recordLineSuffixLength } from '#journal/chain.ts';
import { runJournalTool } from '#journal/cli.ts';
import { journalFiles } from '#journal/folder.ts';
import { openSqliteJournal } from '#journal/sqlite.ts';
import { makeTestFolder, sampleBatch, sampleEvent, tuesday } from './journal-samples.ts';

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function run(args: readonly string[], isTTY = false, dataDir?: string): Promise<Run> {
  const stdout = new PassThrough();
  const stderr = Object.assign(new PassThrough(), { isTTY });
  const outputs = Promise.all([text(stdout), text(stderr)]);
  const environment = dataDir === undefined ? {} : { DATA_DIR: dataDir };
  const code = await runJournalTool({ args, environment, stdout, stderr });
  stdout.end();
  stderr.end();
  const [out, err] = await outputs;
  return { code, out, err };
}

async function writeJournal(dataDir: string): Promise<string> {
  const journal = await openSqliteJournal({ dataDir });
  await journal.append(sampleBatch(1, 30));
  await journal.append({
    events: [sampleEvent(31, tuesday, { text: '排号\u2028"' })],
    receipts: [],
  });
  const { hash } = await journal.head();
  await journal.close();
  return hash;
}

describe('npm run journal -- verify', () => {
  it('prints days and head of a whole journal and exits 0', async () => {
    const dataDir = makeTestFolder();
    const hash = await writeJournal(dataDir);
    const expected = {
      code: 0,
      out: `whole: 31 events, 2 business days\nhead 31 ${hash}\n`,
      err: '',
    };
    expect(await run(['verify', '--data', dataDir])).toEqual(expected);
    expect(await run(['verify'], false, dataDir)).toEqual(expected);
  });

  it('works beside a running hub, and sees what it just wrote', async () => {
    const dataDir = makeTestFolder();
    const journal = await openSqliteJournal({ dataDir });
    expect((await run(['verify', '--data', dataDir])).out).toContain(`head 0 ${genesisHash}`);
    const { hash } = await journal.append(sampleBatch(1, 3));
    expect((await run(['verify', '--data', dataDir])).out).toContain(`head 3 ${hash}`);
    await journal.append(sampleBatch(4, 3));
    await journal.close();
  });

  it('shows progress on a terminal only', async () => {
    const dataDir = makeTestFolder();
    await writeJournal(dataDir);
    const { err } = await run(['verify', '--data', dataDir], true);
    expect(err).toContain('100 %  31 of 31 events');
    expect(err.endsWith('\r\u001b[K')).toBe(true);
  });

  it('names the damage, says what to do, and exits 3', async () => {
    const dataDir = makeTestFolder();
    await writeJournal(dataDir);
    const db = new DatabaseSync(journalFiles(dataDir).journal);
    db.exec("UPDATE event SET body = replace(body, 'noted', 'noteb') WHERE seq = 17");
    db.close();
    const { code, out, err } = await run(['verify', '--data', dataDir]);
    expect(code).toBe(3);
    expect(out).toBe('');
    expect(err).toContain('DAMAGED at event 17: hash: event 17 of 2026-03-02');
    expect(err).toContain('restore the last backup');
  });

  it('exits 3 where there is no journal, and makes none', async () => {
    const dataDir = makeTestFolder();
    const { code, err } = await run(['verify', '--data', dataDir]);
    expect(code).toBe(3);
    expect(err).toContain(`there is no journal in ${dataDir}`);
    expect((await run(['export', '--data', dataDir])).code).toBe(3);
  });
});

describe('npm run journal -- export', () => {
  it('writes lines whose hashes anyone can compute again', async () => {
    const dataDir = makeTestFolder();
    const head = await writeJournal(dataDir);
    const { code, out } = await run(['export', '--data', dataDir]);
    expect(code).toBe(0);
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(31);
    let prevHash = genesisHash;
    for (const [at, line] of lines.entries()) {
      const event = JSON.parse(line) as Record<string, unknown>;
      expect(event).toMatchObject({ seq: at + 1, prevHash, type: 'noted' });
      const body = `${line.slice(0, -recordLineSuffixLength - 1)}}`;
      prevHash = createHash('sha256').update(`${prevHash}\n${body}`).digest('hex');
      expect(event['hash']).toBe(prevHash);
    }
    expect(prevHash).toBe(head);
    const page = readFileSync(new URL('../../docs/journal.md', import.meta.url), 'utf8');
    expect(page).toContain(`line[:-${recordLineSuffixLength + 1}]`);
  });
});

describe('npm run journal', () => {
  it.each([
    [['backup'], 'backup takes 1 operands, not 0'],
    [['restore', 'one', 'two'], 'restore takes 1 operands, not 2'],
    [['toString'], 'unknown command: toString'],
    [[], 'no command'],
    [['verify', 'twice'], 'verify takes 0 operands, not 1'],
    [['verify', '--dta', 'x'], "Unknown option '--dta'"],
    [['verify', '--data', ''], '--data needs a folder'],
  ])('exits 2 and shows its usage for %j', async (args, problem) => {
    const { code, out, err } = await run(args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(problem);
    expect(err).toContain('usage: npm run journal -- COMMAND');
  });

  it('prints its usage on request', async () => {
    const { code, out } = await run(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('verify');
  });
});
