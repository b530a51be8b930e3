import { createChainCheck, genesisHash } from './chain.ts';
import { createJournalError } from './errors.ts';
import { planGroup, toRefusal } from './group.ts';
import { assertReadRange } from './journal.ts';
import type {
  Batch,
  DayRange,
  Head,
  Journal,
  JournalRecord,
  Receipt,
  VerifyReport,
} from './journal.ts';

/**
 * A journal without a disk, for tests: the same rules and answers, and its time in the test's
 * hands.
 */
export interface MemoryJournal extends Journal {
  /**
   * The next append rejects with this error, and what waits behind it too; nothing of it is
   * written.
   */
  failNextAppend(error: Error): void;
  /** Appends wait from now on, as on a slow disk … */
  hold(): void;
  /** … until here: they are written in order, and their promises settle. */
  release(): void;
  /** All that is stored, also after `close`: what a hub would find after its crash. */
  records(): JournalRecord[];
  /** How many appends wait. */
  readonly waitingCount: number;
  /** Changes a stored event behind the journal's back: what a broken disk or a forger would do. */
  tamper(seq: number, change: Partial<JournalRecord>): void;
  /** Takes a stored event away. */
  remove(seq: number): void;
}

interface Waiting {
  readonly batch: Batch;
  readonly settle: (error: Error | null, head: Head) => void;
}

/** @param records A history to begin with, for instance what a hub had written before its crash. */
export function createMemoryJournal(records: readonly JournalRecord[] = []): MemoryJournal {
  let stored = [...records];
  let receipts: Receipt[] = [];
  const last = stored.at(-1);
  let head: Head =
    last === undefined
      ? { seq: 0, hash: genesisHash, day: null }
      : { seq: last.seq, hash: last.hash, day: last.day };
  let waiting: Waiting[] = [];
  let isHeld = false;
  let isClosed = false;
  let isScheduled = false;
  let failure: Error | null = null;

  function schedule(): void {
    if (isHeld || isScheduled || waiting.length === 0) return;
    isScheduled = true;
    queueMicrotask(() => {
      isScheduled = false;
      if (!isHeld) commitWaiting();
    });
  }

  function commitWaiting(): void {
    const group = waiting;
    waiting = [];
    const error = failure;
    failure = null;
    if (error !== null) {
      for (const { settle } of group) settle(error, head);
      return;
    }
    for (const { batch, settle } of group) {
      const plan = planGroup(head, [batch]);
      const [outcome] = plan.outcomes;
      if (outcome?.kind !== 'accepted') {
        settle(toRefusal(outcome), head);
        continue;
      }
      const { day: lastDay } = head;
      stored.push(...plan.records);
      if (lastDay !== null && plan.head.day !== lastDay) {
        receipts = receipts.filter(({ day }) => day >= lastDay);
      }
      receipts.push(...plan.receipts);
      head = plan.head;
      settle(null, head);
    }
  }

  function assertOpen(): void {
    if (isClosed) throw createJournalError('cannot-open', 'the journal is closed');
  }

  return {
    head: () => Promise.resolve(head),
    append(batch) {
      if (isClosed) {
        return Promise.reject(createJournalError('cannot-write', 'the journal is closed'));
      }
      return new Promise((resolve, reject) => {
        const settle: Waiting['settle'] = (error, { seq, hash }) => {
          if (error === null) resolve({ seq, hash });
          else reject(error);
        };
        waiting.push({ batch: structuredClone(batch), settle });
        schedule();
      });
    },
    async readDay(day) {
      assertOpen();
      return stored.filter((record) => record.day === day);
    },
    async read(fromSeq, limit) {
      assertOpen();
      assertReadRange(fromSeq, limit);
      return stored.filter(({ seq }) => seq >= fromSeq && seq < fromSeq + limit);
    },
    async days() {
      assertOpen();
      return listDays(stored);
    },
    async receipts(day) {
      assertOpen();
      const ofDay = receipts.filter((receipt) => receipt.day === day);
      return [...new Map(ofDay.map((receipt) => [receipt.key, receipt])).values()];
    },
    async verify(onProgress) {
      assertOpen();
      return verifyRecords(stored, head, onProgress ?? (() => {}));
    },
    async close() {
      isHeld = false;
      isClosed = true;
      if (waiting.length > 0) commitWaiting();
    },
    failNextAppend(error) {
      failure = error;
    },
    hold() {
      isHeld = true;
    },
    release() {
      isHeld = false;
      schedule();
    },
    records: () => [...stored],
    get waitingCount() {
      return waiting.length;
    },
    tamper(seq, change) {
      stored = stored.map((record) => (record.seq === seq ? { ...record, ...change } : record));
    },
    remove(seq) {
      stored = stored.filter((record) => record.seq !== seq);
    },
  };
}

function listDays(records: readonly JournalRecord[]): DayRange[] {
  const ranges = new Map<string, DayRange>();
  for (const { day, seq } of records) {
    ranges.set(day, { day, fromSeq: ranges.get(day)?.fromSeq ?? seq, toSeq: seq });
  }
  return [...ranges.values()];
}

function verifyRecords(
  records: readonly JournalRecord[],
  head: Head,
  onProgress: (doneCount: number, totalCount: number) => void,
): VerifyReport {
  const chain = createChainCheck();
  onProgress(0, head.seq);
  for (const record of records) {
    const broken = chain.next(record);
    if (broken === null) continue;
    return {
      ok: false,
      ...broken,
      where: `event ${String(broken.seq)} of ${record.day} in memory`,
    };
  }
  if (chain.seq !== head.seq) {
    const seq = chain.seq + 1;
    return { ok: false, seq, what: 'tail', where: `event ${String(seq)} in memory` };
  }
  onProgress(head.seq, head.seq);
  return { ok: true, seq: chain.seq, hash: chain.hash, days: listDays(records).length };
}
