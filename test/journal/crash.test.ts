import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isJournalError } from '#journal/errors.ts';
import { openSqliteJournal } from '#journal/sqlite.ts';
import { startThread } from '#journal/thread-call.ts';
import { failureOf, makeTestFolder, monday, sampleBatch } from './journal-samples.ts';

const program = fileURLToPath(new URL('./append-forever.ts', import.meta.url));

/** A process that holds a journal and appends without end; it prints each acknowledged seq. */
function startAppending(command: string, args: readonly string[]): ChildProcess {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

async function readUntil(child: ChildProcess, isDone: (line: string) => boolean): Promise<string> {
  if (child.stdout === null) throw new Error('no output');
  for await (const line of createInterface(child.stdout)) {
    if (isDone(line)) return line;
  }
  throw new Error('the process ended before its time');
}

function ended(child: ChildProcess): Promise<unknown> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', resolve));
}

describe('one hub a data folder', () => {
  it('refuses a second journal of the same process, naming the folder, until the first is closed', async () => {
    const dataDir = makeTestFolder();
    const first = await openSqliteJournal({ dataDir });
    const error = await failureOf(openSqliteJournal({ dataDir }), 'locked');
    expect(error.message).toContain(dataDir);
    expect(error.context).toEqual({ dataDir });
    await first.append(sampleBatch(1, 1)); // the refused one took nothing away
    await failureOf(openSqliteJournal({ dataDir }), 'locked');
    await first.close();
    const second = await openSqliteJournal({ dataDir });
    expect(await second.head()).toMatchObject({ seq: 1 });
    await second.close();
  });

  it('refuses a second process; kill -9 frees the folder and loses nothing acknowledged', async () => {
    const dataDir = makeTestFolder();
    const child = startAppending(process.execPath, [program, dataDir]);
    await readUntil(child, (line) => Number(line) >= 1);
    await failureOf(openSqliteJournal({ dataDir }), 'locked');
    const acknowledged = Number(await readUntil(child, (line) => Number(line) >= 200));
    child.kill('SIGKILL');
    await ended(child);

    const journal = await openSqliteJournal({ dataDir });
    const { seq } = await journal.head();
    expect(seq).toBeGreaterThanOrEqual(acknowledged);
    expect(await journal.verify()).toMatchObject({ ok: true, seq, days: 1 });
    expect(await journal.readDay(monday)).toHaveLength(seq);
    expect(await journal.append(sampleBatch(seq + 1, 1))).toMatchObject({ seq: seq + 1 });
    await journal.close();
  });
});

describe('a storage that cannot write', () => {
  it('fails what waits behind it too, shows nothing of it, and goes on without a restart', async () => {
    const journal = await openSqliteJournal({ dataDir: makeTestFolder() });
    await journal.append(sampleBatch(1, 5));
    const head = await journal.head();
    await journal.limitPages(12);
    const first = journal.append(sampleBatch(6, 400));
    await Promise.resolve();
    await Promise.resolve();
    const behind = [journal.append(sampleBatch(406, 1)), journal.append(sampleBatch(407, 1))];
    for (const append of [first, ...behind]) await failureOf(append, 'cannot-write');
    expect(await journal.head()).toEqual(head);
    expect(await journal.read(1, 1_000)).toHaveLength(5);
    expect(await journal.append(sampleBatch(6, 1))).toMatchObject({ seq: 6 });

    await journal.limitPages(1_000_000);
    expect(await journal.append(sampleBatch(7, 400))).toMatchObject({ seq: 406 });
    expect(await journal.verify()).toMatchObject({ ok: true, seq: 406 });
    await journal.close();
  });

  it('meets a real limit of the system in the middle of a write: nothing acknowledged is lost', async () => {
    const dataDir = makeTestFolder();
    // The limit of a file's size makes write(2) fail as a full disk does, for any user and file system.
    const script = 'ulimit -S -f 600; exec "$0" "$1" "$2"';
    const child = startAppending('/bin/sh', ['-c', script, process.execPath, program, dataDir]);
    const last = await readUntil(child, (line) => line.startsWith('cannot-write'));
    const acknowledged = Number(last.split(' ')[1]);
    expect(acknowledged).toBeGreaterThan(10);
    child.kill('SIGKILL');
    await ended(child);
    const journal = await openSqliteJournal({ dataDir });
    expect(await journal.verify()).toMatchObject({ ok: true, seq: acknowledged });
    expect(await journal.append(sampleBatch(acknowledged + 1, 500))).toMatchObject({
      seq: acknowledged + 500,
    });
    await journal.close();
  });
});

describe('a thread that ends unexpectedly', () => {
  it('fails the calls that wait and those that come, as a restart is needed', async () => {
    const thread = startThread<{ leave: () => void; close: () => void }>(
      new URL('./leaving-thread.ts', import.meta.url),
    );
    const calls = [thread.call('leave', undefined), thread.call('leave', undefined)];
    for (const outcome of await Promise.allSettled(calls)) {
      expect(outcome.status === 'rejected' && isJournalError(outcome.reason)).toBe(true);
    }
    await failureOf(thread.call('leave', undefined), 'damaged');
    await thread.close();
  });
});
