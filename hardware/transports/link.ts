import type { Clock } from '../clock.ts';
import type { ByteStream, Transport } from './byte-stream.ts';

/** Keeps one line to a device open: opens it again, later and later, when it is gone. */
export interface Link {
  /** For people and logs. */
  readonly address: string;
  /** The open line, or null. */
  readonly stream: ByteStream | null;
  /** Why it is down; null while it is up, and before the first try has ended. */
  readonly why: string | null;
  /** Told with each new line, at once if one is open. Answers how to stop listening. */
  onUp(told: (stream: ByteStream) => void): () => void;
  /** Told when a line has gone or a try has failed. */
  onDown(told: (why: string) => void): () => void;
  /**
   * A driver's word that the device makes no sense or does not answer: this line is closed and
   * another one opened after the usual wait.
   */
  drop(why: string): void;
  /** A driver's word that the device behaves: the next wait is short again. */
  proven(): void;
  close(): void;
}

export interface LinkOptions {
  readonly clock: Clock;
  /** 0 up to 1, for the jitter: several agents do not knock at once. */
  readonly random: () => number;
  readonly firstWaitMs?: number;
  readonly waitMaxMs?: number;
  readonly openWithinMs?: number;
}

const defaults = { firstWaitMs: 250, waitMaxMs: 15_000, openWithinMs: 5_000 } as const;

/**
 * The wait doubles from `firstWaitMs` to `waitMaxMs`, each drawn between half and the whole. It
 * starts anew only after `proven()` or a line that lasted longer than `waitMaxMs`: a device that
 * takes every connection and drops it is not asked four times a second for ever.
 */
export function createLink(transport: Transport, options: LinkOptions): Link {
  const { clock, random } = options;
  const { firstWaitMs, waitMaxMs, openWithinMs } = { ...defaults, ...options };
  const ups = new Set<(stream: ByteStream) => void>();
  const downs = new Set<(why: string) => void>();
  let stream: ByteStream | null = null;
  let why: string | null = null;
  let tries = 0;
  let upSinceMs = 0;
  let isClosed = false;
  let cancelWait: (() => void) | null = null;
  let opening: AbortController | null = null;

  const open = (): void => {
    cancelWait = null;
    const limit = new AbortController();
    opening = limit;
    const cancelLimit = clock.after(openWithinMs, () => {
      limit.abort(new Error('no answer to the attempt to connect'));
    });
    // A transport that hears no abort must not hold the link: the limit counts here too.
    const aborted = new Promise<never>((_, reject) => {
      limit.signal.addEventListener('abort', () => {
        reject(limit.signal.reason as Error);
      });
    });
    const line = transport.open(limit.signal);
    line.then(
      (late) => {
        if (limit.signal.aborted) late.close();
      },
      () => undefined, // told below
    );
    Promise.race([line, aborted])
      .then(up, (error: unknown) => {
        down(error instanceof Error ? error.message : String(error));
      })
      .finally(() => {
        cancelLimit();
        if (opening === limit) opening = null;
      });
  };

  const up = (opened: ByteStream): void => {
    if (isClosed) {
      opened.close();
      return;
    }
    stream = opened;
    why = null;
    upSinceMs = clock.now();
    for (const told of [...ups]) told(opened);
    opened.onClose((reason) => {
      if (stream === opened) down(reason);
    });
  };

  const down = (reason: string): void => {
    if (isClosed) return;
    if (stream !== null && clock.now() - upSinceMs > waitMaxMs) tries = 0;
    stream = null;
    why = reason;
    const fullMs = Math.min(waitMaxMs, firstWaitMs * 2 ** Math.min(tries, 16));
    tries += 1;
    cancelWait?.();
    cancelWait = clock.after(Math.round(fullMs * (0.5 + random() / 2)), open);
    for (const told of [...downs]) told(reason);
  };

  open();
  return {
    address: transport.address,
    get stream() {
      return stream;
    },
    get why() {
      return why;
    },
    onUp(told) {
      ups.add(told);
      if (stream !== null) told(stream);
      return () => void ups.delete(told);
    },
    onDown(told) {
      downs.add(told);
      return () => void downs.delete(told);
    },
    drop(reason) {
      const bad = stream;
      if (bad === null) return;
      down(reason);
      bad.close();
    },
    proven() {
      tries = 0;
    },
    close() {
      isClosed = true;
      cancelWait?.();
      opening?.abort(new Error('closed'));
      const last = stream;
      stream = null;
      last?.close();
    },
  };
}
