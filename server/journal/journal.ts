/**
 * The journal's port: the append-only history of one hall, and its only truth (design.md,
 * Principles 1 and 2).
 *
 * Implementations: `sqlite.ts` (a data folder) and `memory.ts` (tests). Both run the same
 * contract suite. Every method may reject with a `JournalError` (errors.ts); anything else that
 * is thrown is a bug.
 */

/** One event as it stands in the journal. */
export interface JournalRecord {
  /** 1, 2, 3 … without gaps in a hall. */
  readonly seq: number;
  /** Business day, `YYYY-MM-DD` in the hall's time zone; never goes back. */
  readonly day: string;
  /** The exact JSON text of the event: `{"seq":…,"day":…,"atMs":…,"type":…,"actor":…,"data":…}`. */
  readonly body: string;
  /** Hash of the event before, hex; `genesisHash` for the first. */
  readonly prevHash: string;
  /** SHA-256 of `prevHash + "\n" + body` in UTF-8, hex. */
  readonly hash: string;
}

/**
 * The answer that a command got, kept for its business day so that a repeated command is
 * answered, not executed twice. Of two receipts with the same key and day the later one stands.
 * Days before yesterday's are dropped.
 */
export interface Receipt {
  readonly key: string;
  readonly day: string;
  readonly bodyHash: string;
  readonly result: string;
}

/** What one command (or one group of them) adds: all of it or nothing. */
export interface Batch {
  readonly events: readonly NewEvent[];
  readonly receipts: readonly Receipt[];
}

export interface NewEvent {
  readonly seq: number;
  readonly day: string;
  readonly body: string;
}

/** The last event: `seq` 0, `genesisHash` and no day while the journal is empty. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
  readonly day: string | null;
}

export interface Appended {
  readonly seq: number;
  readonly hash: string;
}

/** A business day that has events, and where they stand. */
export interface DayRange {
  readonly day: string;
  readonly fromSeq: number;
  readonly toSeq: number;
}

/** What verification can find. docs/journal.md explains each of them to an operator. */
export type DamageKind =
  | 'hash' // body or hash was changed: the hash is not that of prevHash and body
  | 'link' // prevHash is not the hash of the event before
  | 'gap' // an event is missing
  | 'order' // an event stands at the wrong place, or its day is earlier than the day before it
  | 'body' // the body is not the event that its row claims
  | 'days' // the list of business days disagrees with the events
  | 'receipt' // a receipt was changed
  | 'tail' // acknowledged events at the end are missing
  | 'unreadable page' // the file cannot be read at this place
  | 'structure'; // the file is no sound journal, although its events are

export type VerifyReport =
  | { readonly ok: true; readonly seq: number; readonly hash: string; readonly days: number }
  | {
      readonly ok: false;
      /** The first event that cannot be trusted; null when the damage is beside the events. */
      readonly seq: number | null;
      readonly what: DamageKind;
      /** The place, in words: file, event, day. */
      readonly where: string;
    };

export type VerifyProgress = (doneCount: number, totalCount: number) => void;

export interface Journal {
  /** The last event that is on stable storage. */
  head(): Promise<Head>;
  /**
   * Adds a batch and resolves, with the batch's last event, when it is on stable storage. Calls
   * are written in the order made; calls that wait together share one transaction, and each gets
   * its own answer. When storage fails, everything that waits behind fails alike, because it was
   * built on what could not be written.
   *
   * An empty batch adds nothing; behind a failure it tries the storage and tells whether it takes
   * writes again.
   *
   * Rejects with `stale-writer` when the first event is not head + 1, with `cannot-write` when
   * nothing was written and a later append may succeed. A malformed batch is a bug of the caller
   * and rejects with a `TypeError`; nothing of it is written.
   */
  append(batch: Batch): Promise<Appended>;
  /** The events of one business day in order; none for an unknown day. */
  readDay(day: string): Promise<JournalRecord[]>;
  /** Up to `limit` events from `fromSeq` on. `limit` is 1 … `readLimitMax`. */
  read(fromSeq: number, limit: number): Promise<JournalRecord[]>;
  /** The business days that have events, in order. */
  days(): Promise<DayRange[]>;
  /** The receipts of one business day, in the order of their writing; each key once. */
  receipts(day: string): Promise<Receipt[]>;
  /** Reads the whole history and checks every link of its chain. */
  verify(onProgress?: VerifyProgress): Promise<VerifyReport>;
  /** Writes what was accepted, then lets go of the storage. Later calls are refused. */
  close(): Promise<void>;
}

/** The most events that one `read` answers. */
export const readLimitMax = 100_000;

/** @throws {RangeError} when the range is none. */
export function assertReadRange(fromSeq: number, limit: number): void {
  if (!Number.isSafeInteger(fromSeq) || fromSeq < 1) {
    throw new RangeError(`read: fromSeq must be a whole number from 1, not ${String(fromSeq)}`);
  }
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > readLimitMax) {
    throw new RangeError(`read: limit must be 1 to ${String(readLimitMax)}, not ${String(limit)}`);
  }
}
