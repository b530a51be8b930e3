import { bodyClaims, hashEvent } from './chain.ts';
import { createJournalError } from './errors.ts';
import type { Appended, Batch, Head, JournalRecord, Receipt } from './journal.ts';

/**
 * The longest body or result, in UTF-16 units. A hall file enters the journal as one event, and
 * is far smaller.
 */
export const textLengthMax = 8 * 1024 * 1024;
/** The most events, and the most receipts, of one batch. */
export const batchCountMax = 100_000;

export type BatchOutcome =
  | { readonly kind: 'accepted'; readonly appended: Appended }
  | { readonly kind: 'stale'; readonly seq: number; readonly headSeq: number }
  | { readonly kind: 'malformed'; readonly problem: string };

export interface GroupPlan {
  /** One for each batch, in order. */
  readonly outcomes: readonly BatchOutcome[];
  readonly records: readonly JournalRecord[];
  readonly receipts: readonly Receipt[];
  /** The head after the group. */
  readonly head: Head;
}

/**
 * Decides, batch by batch, what of a group follows the head, and computes its hashes. Pure, and
 * the same for every storage. A batch that does not fit is left out as a whole; those before and
 * behind it stand on their own.
 */
export function planGroup(start: Head, batches: readonly Batch[]): GroupPlan {
  const outcomes: BatchOutcome[] = [];
  const records: JournalRecord[] = [];
  const receipts: Receipt[] = [];
  let head = start;
  for (const batch of batches) {
    const refusal = refuse(head, batch);
    if (refusal !== null) {
      outcomes.push(refusal);
      continue;
    }
    for (const { seq, day, body } of batch.events) {
      const hash = hashEvent(head.hash, body);
      records.push({ seq, day, body, prevHash: head.hash, hash });
      head = { seq, day, hash };
    }
    for (const receipt of batch.receipts) receipts.push(receipt);
    outcomes.push({ kind: 'accepted', appended: { seq: head.seq, hash: head.hash } });
  }
  return { outcomes, records, receipts, head };
}

function refuse(head: Head, batch: Batch): BatchOutcome | null {
  const first = batch.events[0];
  if (first !== undefined && Number.isSafeInteger(first.seq) && first.seq !== head.seq + 1) {
    return { kind: 'stale', seq: first.seq, headSeq: head.seq };
  }
  const problem = findProblem(head, batch);
  return problem === null ? null : { kind: 'malformed', problem };
}

function findProblem(head: Head, { events, receipts }: Batch): string | null {
  if (events.length > batchCountMax || receipts.length > batchCountMax) {
    return `more than ${String(batchCountMax)} events or receipts`;
  }
  let { seq, day: lastDay } = head;
  for (const event of events) {
    seq += 1;
    if (event.seq !== seq) return `event ${String(event.seq)} stands where ${String(seq)} is due`;
    if (event.day !== lastDay && !dayForm.test(event.day)) return `event ${String(seq)}: no day`;
    if (lastDay !== null && event.day < lastDay) {
      return `event ${String(seq)}: business day ${event.day} is before ${lastDay}`;
    }
    if (!isStorable(event.body)) return `event ${String(seq)}: too long or not well-formed text`;
    if (!bodyClaims(event.body, seq, event.day)) {
      return `event ${String(seq)}: the body is not a JSON object with this seq and day`;
    }
    lastDay = event.day;
  }
  for (const { key, day, bodyHash, result } of receipts) {
    if (!dayForm.test(day)) return 'receipt without a day';
    if (![key, bodyHash, result].every(isStorable)) {
      return 'receipt: too long or not well-formed text';
    }
  }
  return null;
}

const dayForm = /^\d{4}-\d\d-\d\d$/;

/** A lone surrogate cannot be written as UTF-8 and would come back as another character. */
function isStorable(text: string): boolean {
  return text.length <= textLengthMax && text.isWellFormed() && !text.includes('\0');
}

/** How a refused batch is told to its caller, alike in every storage. */
export function toRefusal(outcome: BatchOutcome | undefined, dataDir?: string): Error {
  if (outcome?.kind !== 'stale') {
    const problem = outcome?.kind === 'malformed' ? outcome.problem : 'no answer for this batch';
    return new TypeError(`journal: ${problem}`);
  }
  const { seq, headSeq } = outcome;
  return createJournalError(
    'stale-writer',
    `event ${String(seq)} was offered, and the journal's head is ${String(headSeq)}`,
    { seq, headSeq, ...(dataDir === undefined ? {} : { dataDir }) },
  );
}
