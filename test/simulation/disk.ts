import type { JournalRecord, Receipt } from '#journal/journal.ts';

/** What one commit writes: all of it or nothing, told by the mark at its end. */
export interface Frame {
  readonly records: readonly JournalRecord[];
  readonly receipts: readonly Receipt[];
}

/** How a write or a flush goes; drawn by whoever makes the weather. */
export type DiskFate =
  | { readonly kind: 'well'; readonly ms: number }
  /** The device answers with an error, and nothing of the frame stands. */
  | { readonly kind: 'error'; readonly ms: number; readonly message: string }
  /** The frame stands, but the answer is an error: nobody was told. */
  | { readonly kind: 'uncertain'; readonly ms: number; readonly message: string };

/** What becomes of a frame that was written and not flushed when the power goes. */
export type CrashFate = 'whole' | 'torn' | 'lost';

export interface DiskDeps {
  /** Resolves after so many milliseconds, or never where the process is gone meanwhile. */
  readonly after: (ms: number) => Promise<void>;
  readonly fate: (act: 'write' | 'flush' | 'read') => DiskFate;
}

interface Stored {
  readonly frame: Frame;
  /** Rows that reached the platter, in order; the mark is the last. */
  rowsWritten: number;
  flushed: boolean;
}

/**
 * Storage below a journal, as power failures know it: what was flushed stays; what was only written
 * may stay, be torn, or be gone. The same disk serves one process after the other.
 */
export function createDisk() {
  let frames: Stored[] = [];
  /** Commits that were brought to their end; asked for after every step. */
  let whole: Frame[] = [];

  let durableSeq = 0;

  function findWhole(): void {
    whole = frames.filter(({ flushed }) => flushed).map(({ frame }) => frame);
    durableSeq = whole.findLast(({ records }) => records.length > 0)?.records.at(-1)?.seq ?? 0;
  }

  const rowCount = ({ records, receipts }: Frame): number => records.length + receipts.length + 1;

  return {
    /** Opened by a process: frames without their mark are cut off, as a log's recovery does. */
    recover(options: { readonly keepsTorn?: boolean } = {}): void {
      frames = frames.flatMap((stored) => {
        if (stored.rowsWritten >= rowCount(stored.frame)) return [{ ...stored, flushed: true }];
        return options.keepsTorn === true ? [asFarAsWritten(stored)] : [];
      });
      findWhole();
    },

    async write(frame: Frame, { after, fate }: DiskDeps): Promise<void> {
      const writing = fate('write');
      await after(writing.ms / 2);
      const stored = { frame, rowsWritten: 0, flushed: false };
      frames.push(stored);
      await after(writing.ms / 2);
      if (writing.kind === 'error') {
        takeBack(stored);
        throw new Error(writing.message);
      }
      stored.rowsWritten = rowCount(frame);
      const flushing = fate('flush');
      await after(flushing.ms);
      if (flushing.kind === 'error') {
        takeBack(stored);
        throw new Error(flushing.message);
      }
      stored.flushed = true;
      whole.push(frame);
      durableSeq = frame.records.at(-1)?.seq ?? durableSeq;
      if (writing.kind === 'uncertain') throw new Error(writing.message);
      if (flushing.kind === 'uncertain') throw new Error(flushing.message);
    },

    /** The power goes, or the process is killed between two writes. Answers the worst that befell. */
    crash(
      draw: (rowCount: number) => { readonly fate: CrashFate; readonly rows: number },
    ): CrashFate {
      let worst: CrashFate = 'whole';
      frames = frames.flatMap((stored) => {
        if (stored.flushed) return [stored];
        // What follows a lost or torn frame in the log is beyond its end.
        if (worst !== 'whole') return [];
        const { fate, rows } = draw(rowCount(stored.frame));
        // A frame still being written cannot be whole.
        const isWhole = fate === 'whole' && stored.rowsWritten > 0;
        if (isWhole) return [stored];
        worst = fate === 'lost' ? 'lost' : 'torn';
        return fate === 'lost' ? [] : [{ ...stored, rowsWritten: rows }];
      });
      return worst;
    },

    /** Something is written and not flushed yet. */
    isWriting: (): boolean => frames.at(-1)?.flushed === false,

    /** What a reader finds. */
    frames: (): readonly Frame[] => whole,

    /** The last event that no power failure can take away. */
    durableSeq: (): number => durableSeq,

    /** Changes what lies on the disk behind everybody's back. */
    alter(change: (frame: Frame) => Frame): void {
      frames = frames.map((stored) => ({ ...stored, frame: change(stored.frame) }));
      findWhole();
    },
  };

  function takeBack(stored: Stored): void {
    frames = frames.filter((each) => each !== stored);
  }
}

export type Disk = ReturnType<typeof createDisk>;

/** What is there of a frame without its mark: its first rows. Only a broken recovery uses it. */
function asFarAsWritten({ frame, rowsWritten }: Stored): Stored {
  const records = frame.records.slice(0, rowsWritten);
  const receipts = frame.receipts.slice(0, Math.max(0, rowsWritten - frame.records.length));
  const kept = { records, receipts };
  return { frame: kept, rowsWritten: records.length + receipts.length + 1, flushed: true };
}
