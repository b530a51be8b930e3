import { createChainCheck, genesisHash } from '#journal/chain.ts';
import { createJournalError } from '#journal/errors.ts';
import { planGroup, toRefusal } from '#journal/group.ts';
import { assertReadRange } from '#journal/journal.ts';
import type {
  Appended,
  Batch,
  DayRange,
  Head,
  Journal,
  JournalRecord,
  Receipt,
} from '#journal/journal.ts';
import type { Disk, DiskDeps } from './disk.ts';

export interface DiskJournalDeps extends DiskDeps {
  readonly disk: Disk;
  readonly bug?: DiskBug;
}

/** Planted, to see it found: answers before the flush, forgets receipts, keeps torn ends. */
export type DiskBug = 'answers-early' | 'loses-receipts' | 'keeps-torn-end';

interface Waiting {
  readonly batch: Batch;
  readonly accept: (appended: Appended) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The journal's contract on a simulated disk: appends that wait together share one commit, an
 * answer comes after the flush, and a process that opens the disk after a crash finds what was
 * acknowledged, and of the rest whole commits or nothing.
 */
export function openDiskJournal(deps: DiskJournalDeps): Journal {
  const { disk, after, fate } = deps;
  disk.recover({ keepsTorn: deps.bug === 'keeps-torn-end' });
  let records: JournalRecord[] = disk.frames().flatMap((frame) => frame.records);
  let receipts: Receipt[] = [];
  /** None of them is of an earlier day. */
  let oldestReceipt = '9999';
  let lastAsked: { readonly day: string; readonly before: string | undefined } | null = null;
  let head = headOf(records);
  if (deps.bug !== 'loses-receipts') {
    for (const frame of disk.frames()) keepReceipts(frame.receipts, frame.records);
  }
  let waiting: Waiting[] = [];
  let commits: Promise<void> | null = null;
  let isClosed = false;
  /** The last write failed: an empty batch tries the disk. */
  let isBroken = false;

  async function commitWaiting(): Promise<void> {
    await Promise.resolve(); // appends of the same turn belong to the same group
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      const plan = planGroup(
        head,
        group.map(({ batch }) => batch),
      );
      const answer = (): void => {
        group.forEach(({ accept, reject }, at) => {
          const outcome = plan.outcomes[at];
          if (outcome?.kind === 'accepted') accept(outcome.appended);
          else reject(toRefusal(outcome));
        });
      };
      if (plan.records.length === 0 && plan.receipts.length === 0 && !isBroken) {
        answer();
        continue;
      }
      if (deps.bug === 'answers-early') answer();
      try {
        await disk.write(plan, { after, fate });
        take(plan);
        isBroken = false;
        answer();
      } catch (error) {
        isBroken = true;
        if (disk.durableSeq() > head.seq) take(plan);
        const failed = [...group, ...waiting];
        waiting = [];
        const message = error instanceof Error ? error.message : String(error);
        for (const { reject } of failed) reject(createJournalError('cannot-write', message));
      }
    }
    commits = null;
  }

  function take(plan: ReturnType<typeof planGroup>): void {
    for (const record of plan.records) records.push(record);
    keepReceipts(plan.receipts, plan.records);
    head = plan.head;
  }

  function keepReceipts(some: readonly Receipt[], beside: readonly JournalRecord[]): void {
    const before = dayBefore(beside.at(-1)?.day);
    if (before !== undefined && oldestReceipt < before) {
      receipts = receipts.filter((each) => each.day >= before);
      oldestReceipt = before;
    }
    for (const receipt of some) {
      receipts.push(receipt);
      if (receipt.day < oldestReceipt) oldestReceipt = receipt.day;
    }
  }

  /** The business day before one; asked at every commit, and new once a day. */
  function dayBefore(day: string | undefined): string | undefined {
    if (day === undefined) return undefined;
    if (lastAsked?.day !== day) {
      lastAsked = { day, before: records.findLast((record) => record.day < day)?.day };
    }
    return lastAsked.before;
  }

  async function read<T>(what: () => T): Promise<T> {
    if (isClosed) throw createJournalError('cannot-open', 'the journal is closed');
    const reading = fate('read');
    await after(reading.ms);
    if (reading.kind !== 'well') throw createJournalError('cannot-open', reading.message);
    records = disk.frames().flatMap((frame) => frame.records);
    return what();
  }

  return {
    head: () => Promise.resolve(head),
    append(batch) {
      if (isClosed) {
        return Promise.reject(createJournalError('cannot-write', 'the journal is closed'));
      }
      return new Promise((accept, reject) => {
        waiting.push({ batch, accept, reject });
        commits ??= commitWaiting();
      });
    },
    readDay: (day) => read(() => records.filter((record) => record.day === day)),
    async read(fromSeq, limit) {
      assertReadRange(fromSeq, limit);
      return read(() => records.filter(({ seq }) => seq >= fromSeq && seq < fromSeq + limit));
    },
    days: () => read(() => listDays(records)),
    receipts: (day) =>
      read(() => {
        const ofDay = receipts.filter((receipt) => receipt.day === day);
        return [...new Map(ofDay.map((receipt) => [receipt.key, receipt])).values()];
      }),
    verify: (onProgress) =>
      read(() => {
        onProgress?.(0, head.seq);
        const chain = createChainCheck();
        for (const record of records) {
          const broken = chain.next(record);
          if (broken === null) continue;
          const where = `event ${broken.seq} of ${record.day} on the simulated disk`;
          return { ok: false, ...broken, where };
        }
        if (chain.seq !== head.seq) {
          const seq = chain.seq + 1;
          return { ok: false, seq, what: 'tail', where: `event ${seq} on the simulated disk` };
        }
        onProgress?.(head.seq, head.seq);
        return { ok: true, seq: chain.seq, hash: chain.hash, days: listDays(records).length };
      }),
    async close() {
      isClosed = true;
      await commits;
    },
  };
}

function headOf(records: readonly JournalRecord[]): Head {
  const last = records.at(-1);
  if (last === undefined) return { seq: 0, hash: genesisHash, day: null };
  return { seq: last.seq, hash: last.hash, day: last.day };
}

function listDays(records: readonly JournalRecord[]): DayRange[] {
  const ranges = new Map<string, DayRange>();
  for (const { day, seq } of records) {
    ranges.set(day, { day, fromSeq: ranges.get(day)?.fromSeq ?? seq, toSeq: seq });
  }
  return [...ranges.values()];
}
