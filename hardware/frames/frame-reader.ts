import type { Clock } from '../clock.ts';
import type { ByteStream } from '../transports/byte-stream.ts';

/** What stands at the front of the bytes held: not all of a frame yet, nothing of use, or a frame. */
export type Cut<Frame> =
  | { readonly kind: 'more' }
  | { readonly kind: 'drop'; readonly bytes: number }
  | { readonly kind: 'frame'; readonly bytes: number; readonly frame: Frame };

export const more: Cut<never> = { kind: 'more' };
export const drop = (bytes: number): Cut<never> => ({ kind: 'drop', bytes });

export interface FrameReaderOptions<Frame> {
  /** Pure. Looks at the front of what is held; it is asked again until it wants more. */
  readonly cut: (held: Buffer) => Cut<Frame>;
  readonly take: (frame: Frame) => void;
  /** More than this is never held: the front is dropped. */
  readonly heldBytesMax: number;
  /** Silence that ends a frame that has begun; without it nothing but bytes does. */
  readonly idle?: {
    readonly clock: Clock;
    readonly afterMs: number;
    /** What to make of the rest; without it the rest is dropped. */
    readonly end?: (held: Buffer) => Frame | null;
  };
}

export interface FrameReader {
  push(bytes: Uint8Array): void;
  /** Forgets what has begun; counted if there was something. */
  reset(): void;
  /** Runs of bytes that were no frame, since the start. */
  readonly dropped: number;
}

/**
 * Frames out of a line that cuts bytes anywhere. What is no frame is dropped and counted, and
 * reading goes on at the next byte that may begin one; nothing that arrives can throw.
 */
export function createFrameReader<Frame>(options: FrameReaderOptions<Frame>): FrameReader {
  const { cut, take, heldBytesMax, idle } = options;
  let held = Buffer.alloc(0);
  let dropped = 0;
  let isDropping = false;
  let cancelIdle: (() => void) | null = null;

  const discard = (bytes: number): void => {
    held = held.subarray(Math.max(1, bytes));
    if (!isDropping) dropped += 1;
    isDropping = true;
  };
  const read = (): void => {
    while (held.length > 0) {
      const found = cut(held);
      if (found.kind === 'frame') {
        held = held.subarray(Math.max(1, found.bytes));
        isDropping = false;
        take(found.frame);
      } else if (found.kind === 'drop') {
        discard(found.bytes);
      } else if (held.length > heldBytesMax) {
        discard(held.length - heldBytesMax);
      } else {
        return;
      }
    }
  };
  const end = (): void => {
    cancelIdle = null;
    if (held.length === 0) return;
    const last = idle?.end?.(held) ?? null;
    if (last === null) discard(held.length);
    held = Buffer.alloc(0);
    isDropping = false;
    if (last !== null) take(last);
  };

  return {
    push(bytes) {
      if (bytes.length === 0) return;
      held = Buffer.concat([held, bytes]);
      read();
      cancelIdle?.();
      cancelIdle = null;
      if (idle !== undefined && held.length > 0) cancelIdle = idle.clock.after(idle.afterMs, end);
    },
    reset() {
      cancelIdle?.();
      cancelIdle = null;
      if (held.length > 0) discard(held.length);
      isDropping = false;
    },
    get dropped() {
      return dropped;
    },
  };
}

/** A reader of the frames of one line, until `end`; what has begun by then is counted as dropped. */
export function readFrames<Frame>(stream: ByteStream, options: FrameReaderOptions<Frame>) {
  const reader = createFrameReader(options);
  const stop = stream.onBytes((bytes) => {
    reader.push(bytes);
  });
  return {
    get dropped() {
      return reader.dropped;
    },
    end(): void {
      stop();
      reader.reset();
    },
  };
}
