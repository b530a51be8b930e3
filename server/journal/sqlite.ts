import { resolve } from 'node:path';
import { fromOutcomeColumns, fromRecordColumns, toGroupColumns } from './columns.ts';
import { createJournalError } from './errors.ts';
import { toRefusal } from './group.ts';
import type { BatchOutcome } from './group.ts';
import { assertReadRange } from './journal.ts';
import type { Appended, Batch, Head, Journal, VerifyProgress, VerifyReport } from './journal.ts';
import type { ReaderFunctions } from './reader-thread.ts';
import { startThread } from './thread-call.ts';
import type { VerifyFunctions } from './verify-thread.ts';
import type { WriterFunctions } from './writer-thread.ts';

export interface SqliteJournal extends Journal {
  /**
   * Bounds the journal's file to this many pages of 4 KiB: an append that needs more gets
   * `cannot-write`.
   */
  limitPages(pageCountMax: number): Promise<void>;
}

/** The most appends that may wait for the writer; one more is refused with `cannot-write`. */
const waitingBatchesMax = 20_000;
/** The most characters of events and receipts that may wait. One batch is always let in. */
const waitingCharactersMax = 64 * 1024 * 1024;
/**
 * The most characters of one transaction: bounds how long the first of a group waits for the
 * last.
 */
const groupCharactersMax = 16 * 1024 * 1024;

interface Waiting {
  readonly batch: Batch;
  readonly characterCount: number;
  readonly accept: (appended: Appended) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Opens the journal of a data folder, alone: a second one gets `locked` until this one is closed
 * or its process is gone.
 * @throws JournalError `locked`, `cannot-open`, `damaged`, `newer-schema`
 */
export async function openSqliteJournal(options: { dataDir: string }): Promise<SqliteJournal> {
  const dataDir = resolve(options.dataDir);
  const writer = startThread<WriterFunctions>(new URL('./writer-thread.ts', import.meta.url));
  const reader = startThread<ReaderFunctions>(new URL('./reader-thread.ts', import.meta.url));
  let head: Head;
  try {
    head = await writer.call('open', dataDir);
    await reader.call('open', dataDir);
  } catch (error) {
    await Promise.allSettled([reader.close(), writer.close()]);
    throw error;
  }

  const waiting: Waiting[] = [];
  let waitingCharacters = 0;
  let commits: Promise<void> | null = null;
  let closing: Promise<void> | null = null;

  function refuseReason(characterCount: number): string | null {
    if (closing !== null) return 'the journal is closed';
    if (waiting.length >= waitingBatchesMax) return 'too many appends wait for the storage';
    if (waiting.length > 0 && waitingCharacters + characterCount > waitingCharactersMax) {
      return 'too much waits for the storage';
    }
    return null;
  }

  /**
   * Commits group after group until nothing waits. What comes while a commit is under way is the
   * next group.
   */
  async function commitWaiting(): Promise<void> {
    await Promise.resolve(); // appends of the same turn belong to the same group
    while (waiting.length > 0) {
      const group = takeGroup();
      try {
        const columns = toGroupColumns(group.map(({ batch }) => batch));
        settle(group, fromOutcomeColumns(await writer.call('commit', columns)));
      } catch (error) {
        // Whatever waits was decided on top of what could not be written.
        const failed = [...group, ...waiting.splice(0)];
        waitingCharacters = 0;
        for (const { reject } of failed) reject(error as Error);
      }
    }
    commits = null;
  }

  function takeGroup(): Waiting[] {
    let characterCount = 0;
    let count = 0;
    for (const next of waiting) {
      characterCount += next.characterCount;
      if (count > 0 && characterCount > groupCharactersMax) break;
      count += 1;
    }
    const group = waiting.splice(0, count);
    for (const taken of group) waitingCharacters -= taken.characterCount;
    return group;
  }

  function settle(group: readonly Waiting[], outcomes: readonly BatchOutcome[]): void {
    group.forEach(({ batch, accept, reject }, at) => {
      const outcome = outcomes[at];
      if (outcome?.kind !== 'accepted') {
        reject(toRefusal(outcome, dataDir));
        return;
      }
      const last = batch.events.at(-1);
      if (last !== undefined) head = { ...outcome.appended, day: last.day };
      accept(outcome.appended);
    });
  }

  async function closeAll(): Promise<void> {
    await commits;
    // The reader first: the last connection to leave must be the writer's, which clears the log.
    await reader.close();
    await writer.close();
  }

  return {
    head: () => Promise.resolve(head),
    append(batch) {
      const characterCount = countCharacters(batch);
      const reason = refuseReason(characterCount);
      if (reason !== null) {
        return Promise.reject(createJournalError('cannot-write', reason, { dataDir }));
      }
      return new Promise((accept, reject) => {
        waiting.push({ batch, characterCount, accept, reject });
        waitingCharacters += characterCount;
        commits ??= commitWaiting();
      });
    },
    readDay: async (day) => fromRecordColumns(await reader.call('readDay', day)),
    async read(fromSeq, limit) {
      assertReadRange(fromSeq, limit);
      return fromRecordColumns(await reader.call('read', { fromSeq, limit }));
    },
    days: () => reader.call('days', undefined),
    receipts: (day) => reader.call('receipts', day),
    verify: (onProgress) => verifyInThread(dataDir, onProgress),
    close: () => (closing ??= closeAll()),
    limitPages: (pageCountMax) => writer.call('limitPages', pageCountMax),
  };
}

/** Verifies a data folder in a thread of its own; needs no open journal and takes no lock. */
export async function verifyInThread(
  dataDir: string,
  onProgress: VerifyProgress = () => {},
): Promise<VerifyReport> {
  const url = new URL('./verify-thread.ts', import.meta.url);
  const thread = startThread<VerifyFunctions>(url, (note) => {
    const { doneCount, totalCount } = note as { doneCount: number; totalCount: number };
    onProgress(doneCount, totalCount);
  });
  try {
    return await thread.call('verify', dataDir);
  } finally {
    await thread.close();
  }
}

function countCharacters({ events, receipts }: Batch): number {
  let count = 0;
  for (const { body } of events) count += body.length;
  for (const { key, result } of receipts) count += key.length + result.length;
  return count;
}
