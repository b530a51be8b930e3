import { createHash, hash } from 'node:crypto';
import type { DamageKind, JournalRecord } from './journal.ts';

/** What the first event's `prevHash` is: sixty-four zeros. */
export const genesisHash = '0'.repeat(64);

/** The chain's formula: SHA-256 of `prevHash + "\n" + body` in UTF-8, as lower-case hex. */
export function hashEvent(prevHash: string, body: string): string {
  return hash('sha256', `${prevHash}\n${body}`, 'hex');
}

/**
 * Whether a body is a JSON object that names this seq and day. The published order of fields
 * makes it a comparison of the first bytes; a body with another order is parsed.
 */
export function bodyClaims(body: string, seq: number, day: string): boolean {
  if (!body.endsWith('}')) return false;
  if (body.startsWith(`{"seq":${String(seq)},"day":"${day}",`)) return true;
  try {
    const event = JSON.parse(body) as { seq?: unknown; day?: unknown } | null;
    return body.startsWith('{') && event?.seq === seq && event.day === day;
  } catch {
    return false; // not JSON at all: the answer is the same
  }
}

/**
 * A row as verification reads it: the body as bytes where storage has bytes, so that no decoding
 * can hide a change.
 */
export interface ChainRow {
  readonly seq: number;
  readonly day: string;
  readonly body: string | Uint8Array;
  readonly prevHash: string;
  readonly hash: string;
}

export interface ChainBreak {
  readonly seq: number;
  readonly what: DamageKind;
}

export interface ChainCheck {
  /** Takes the next row; answers what is wrong with it, or null. */
  next(row: ChainRow): ChainBreak | null;
  readonly seq: number;
  readonly hash: string;
  readonly day: string | null;
}

/**
 * Walks a chain link by link.
 * @param start The event before the first row; the genesis by default.
 */
export function createChainCheck(
  start: { seq: number; hash: string; day: string | null } = {
    seq: 0,
    hash: genesisHash,
    day: null,
  },
): ChainCheck {
  let { seq, hash: lastHash, day } = start;
  return {
    next(row) {
      const what = findBreak(row, seq, lastHash, day);
      // A gap is named by the first event that is missing, everything else by the row itself.
      if (what !== null) return { seq: what === 'gap' ? seq + 1 : row.seq, what };
      ({ seq, hash: lastHash, day } = row);
      return null;
    },
    get seq() {
      return seq;
    },
    get hash() {
      return lastHash;
    },
    get day() {
      return day;
    },
  };
}

function findBreak(
  row: ChainRow,
  lastSeq: number,
  lastHash: string,
  lastDay: string | null,
): DamageKind | null {
  if (row.seq <= lastSeq) return 'order';
  if (row.seq > lastSeq + 1) return 'gap';
  if (row.prevHash !== lastHash) return 'link';
  if (row.hash !== hashRow(row)) return 'hash';
  const text = typeof row.body === 'string' ? row.body : decoder.decode(row.body);
  if (!bodyClaims(text, row.seq, row.day)) return 'body';
  if (lastDay !== null && row.day < lastDay) return 'order';
  return null;
}

function hashRow(row: ChainRow): string {
  if (typeof row.body === 'string') return hashEvent(row.prevHash, row.body);
  return createHash('sha256').update(`${row.prevHash}\n`).update(row.body).digest('hex');
}

const decoder = new TextDecoder();

/**
 * How many characters `recordLine` adds to a body: what a reader takes off to get the hashed text
 * back.
 */
export const recordLineSuffixLength = `,"prevHash":"${genesisHash}","hash":"${genesisHash}"`.length;

/**
 * One line of an export (NDJSON): the event's own text with its two hashes as last fields. The
 * body's bytes are kept: the line without its last `recordLineSuffixLength` + 1 characters, and a
 * brace, is the text that was hashed.
 */
export function recordLine(record: JournalRecord): string {
  return `${record.body.slice(0, -1)},"prevHash":"${record.prevHash}","hash":"${record.hash}"}`;
}
