import type { ByteStream } from './byte-stream.ts';
import { lineLimits } from './transport-limits.ts';

export interface LineEndDeps {
  /** Hands one piece to the operating system; calls back when it has taken it. */
  readonly push: (piece: Uint8Array, done: (error?: Error | null) => void) => void;
  /** Lets go of the line. */
  readonly shut: () => void;
  readonly writeWithinMs?: number;
}

/**
 * What all lines have in common: writes in order and piece by piece, each within a limit; listeners;
 * one end with one reason. Bytes that come before somebody listens are kept, a few of them.
 */
export function createLineEnd({ push, shut, writeWithinMs }: LineEndDeps) {
  const withinMs = writeWithinMs ?? lineLimits.writeWithinMs;
  const takers = new Set<(bytes: Uint8Array) => void>();
  const closers = new Set<(why: string) => void>();
  let early: Uint8Array[] = [];
  let closedWhy: string | null = null;
  let failPending: ((error: Error) => void) | null = null;
  let last: Promise<void> = Promise.resolve();

  const end = (why: string): void => {
    if (closedWhy !== null) return;
    closedWhy = why;
    failPending?.(new Error(why));
    shut();
    for (const told of [...closers]) told(why);
  };

  const pushPiece = (piece: Uint8Array): Promise<void> =>
    new Promise((resolve, reject) => {
      if (closedWhy !== null) {
        reject(new Error(closedWhy));
        return;
      }
      const settle = (error: Error | null): void => {
        clearTimeout(late);
        failPending = null;
        if (error === null) resolve();
        else reject(error);
      };
      const late = setTimeout(() => {
        const why = `nothing was taken for ${String(withinMs / 1000)} s`;
        settle(new Error(why));
        // What was half taken cannot be taken back: this line is of no use any more.
        end(why);
      }, withinMs);
      failPending = settle;
      push(piece, (error) => {
        if (failPending !== settle) return;
        settle(error ?? null);
        if (error != null) end(error.message);
      });
    });

  const writeAll = async (bytes: Uint8Array): Promise<void> => {
    for (let from = 0; from < bytes.length; from += lineLimits.pieceBytes) {
      await pushPiece(bytes.subarray(from, from + lineLimits.pieceBytes));
    }
  };

  const stream: ByteStream = {
    write(bytes) {
      // The caller may use its buffer again before the line has taken it.
      const own = Uint8Array.from(bytes);
      const mine = last.then(() => writeAll(own));
      last = mine.catch(() => undefined); // the writer is told
      return mine;
    },
    onBytes(take) {
      takers.add(take);
      const kept = early;
      early = [];
      for (const bytes of kept) take(bytes);
      return () => void takers.delete(take);
    },
    onClose(told) {
      if (closedWhy === null) closers.add(told);
      else told(closedWhy);
      return () => void closers.delete(told);
    },
    close() {
      end('closed here');
    },
  };

  return {
    stream,
    end,
    arrived(bytes: Uint8Array): void {
      if (takers.size === 0) {
        if (early.length < earlyMax) early.push(Uint8Array.from(bytes));
        return;
      }
      for (const take of [...takers]) take(bytes);
    },
  };
}

/** Runs of bytes kept for the first listener. */
const earlyMax = 16;
