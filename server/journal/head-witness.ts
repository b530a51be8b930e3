import { closeSync, constants, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Appended } from './journal.ts';

/**
 * A second, tiny record of the head (`journal.head`), written after each commit and not flushed.
 *
 * The chain alone cannot tell that its tail is missing: a shorter chain is whole too. The witness
 * never runs ahead of stable storage, so it is a lower bound: a journal that ends before it has
 * lost acknowledged events. After a power cut the witness may be a little behind, which is no
 * alarm.
 */
export interface HeadWitness {
  write(head: Appended): void;
  close(): void;
}

/** A line of fixed length, so that a newer one covers the older one whole. */
function formatWitness({ seq, hash }: Appended): string {
  return `${JSON.stringify({ seq, hash }).padEnd(103)}\n`;
}

export function openHeadWitness(path: string, head: Appended): HeadWitness {
  const file = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600);
  const write = (next: Appended): void => {
    writeSync(file, formatWitness(next), 0);
  };
  write(head);
  fsyncSync(file);
  return {
    write(next) {
      try {
        write(next);
      } catch {
        // The commit is on stable storage and its answer must say so; an old witness is still a
        // true lower bound.
      }
    },
    close() {
      closeSync(file);
    },
  };
}

export type WitnessReading =
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'head'; readonly seq: number; readonly hash: string };

/** Reads until two readings agree: the hub may be writing. */
export function readHeadWitness(path: string): WitnessReading {
  let text = readText(path);
  for (let attempt = 0; attempt < readAttemptsMax; attempt += 1) {
    const again = readText(path);
    if (again === text) break;
    text = again;
  }
  return text === null ? { kind: 'absent' } : parse(text);
}

const readAttemptsMax = 10;

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'latin1');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function parse(text: string): WitnessReading {
  try {
    const { seq, hash } = JSON.parse(text) as { seq?: unknown; hash?: unknown };
    if (Number.isSafeInteger(seq) && typeof hash === 'string') {
      return { kind: 'head', seq: Number(seq), hash };
    }
  } catch {
    // Not JSON: unreadable, as below.
  }
  return { kind: 'unreadable' };
}
