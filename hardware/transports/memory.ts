import type { ByteStream, Transport } from './byte-stream.ts';

export interface MemoryLine extends ByteStream {
  /** Bytes that the other side has written and nobody has taken yet; for faults and tests. */
  readonly unreadBytes: number;
  /** Stops taking: the other side's writes wait, as on a line whose reader has fallen asleep. */
  pause(): void;
  resume(): void;
}

/** How much a line holds for a reader that does not take: as small as a device's own buffer. */
const heldBytesMax = 4_096;

/**
 * Two ends of one line in memory. Bytes arrive in a later turn of the loop, in order, as over a
 * real line; what is written to a paused end waits once 4 KiB are held there.
 */
export function memoryPair(): [MemoryLine, MemoryLine] {
  const left = createEnd();
  const right = createEnd();
  left.join(right);
  right.join(left);
  return [left.line, right.line];
}

/** A way to a device in memory: each opening makes a pair and hands the far end to `serve`. */
export function memoryTransport(
  serve: (far: MemoryLine) => void,
  address = 'memory',
): Transport & { unplug(): void; plug(): void } {
  let plugged = true;
  let present: MemoryLine | null = null;
  return {
    address,
    async open() {
      if (!plugged) throw new Error('no such device');
      const [near, far] = memoryPair();
      present = near;
      serve(far);
      return near;
    },
    unplug() {
      plugged = false;
      present?.close();
      present = null;
    },
    plug() {
      plugged = true;
    },
  };
}

interface End {
  readonly line: MemoryLine;
  join(other: End): void;
  arrive(bytes: Uint8Array, taken: () => void, lost: (why: string) => void): void;
  shut(why: string): void;
}

function createEnd(): End {
  let other: End | null = null;
  let closedWhy: string | null = null;
  let isPaused = false;
  let heldBytes = 0;
  const listeners = new Set<(bytes: Uint8Array) => void>();
  const closers = new Set<(why: string) => void>();
  const waiting: { bytes: Uint8Array; taken: () => void; lost: (why: string) => void }[] = [];
  let scheduled = false;

  const deliver = (): void => {
    scheduled = false;
    // Nobody listens yet: as with a socket, what comes first is kept for whoever comes.
    while (!isPaused && listeners.size > 0) {
      const next = waiting.shift();
      if (next === undefined) return;
      heldBytes -= next.bytes.length;
      next.taken();
      for (const take of [...listeners]) take(next.bytes);
    }
  };
  const soon = (): void => {
    if (scheduled) return;
    scheduled = true;
    setImmediate(deliver);
  };
  const shut = (why: string): void => {
    if (closedWhy !== null) return;
    closedWhy = why;
    for (const { lost } of waiting.splice(0)) lost(why);
    for (const told of [...closers]) told(why);
  };

  return {
    line: {
      get unreadBytes() {
        return heldBytes;
      },
      write: (bytes) =>
        new Promise((resolve, reject) => {
          if (closedWhy !== null || other === null) {
            reject(new Error(closedWhy ?? 'not joined'));
            return;
          }
          other.arrive(Uint8Array.from(bytes), resolve, (why) => {
            reject(new Error(why));
          });
        }),
      onBytes(take) {
        listeners.add(take);
        soon();
        return () => void listeners.delete(take);
      },
      onClose(told) {
        if (closedWhy === null) closers.add(told);
        else told(closedWhy);
        return () => void closers.delete(told);
      },
      close() {
        const far = other;
        shut('closed here');
        setImmediate(() => far?.shut('closed by the other side'));
      },
      pause() {
        isPaused = true;
      },
      resume() {
        isPaused = false;
        soon();
      },
    },
    join(end) {
      other = end;
    },
    arrive(bytes, taken, lost) {
      if (closedWhy !== null) {
        lost(closedWhy);
        return;
      }
      waiting.push({ bytes, taken, lost });
      heldBytes += bytes.length;
      // The line's own buffer takes it: *sent*, though nobody has read it yet.
      if (heldBytes <= heldBytesMax) {
        const entry = waiting.at(-1);
        if (entry !== undefined) {
          entry.taken = () => undefined;
          setImmediate(taken);
        }
      }
      soon();
    },
    shut,
  };
}
