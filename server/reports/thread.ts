import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { openReading, type Reading } from '#journal/reading.ts';
import { limits } from '#server/limits.ts';
import { abandoned, answerReport, keepAhead } from './answer.ts';
import { sourceOfReading } from './day-source.ts';
import { openKeptDays, type KeptDays } from './kept-days.ts';
import type { ReportAnswer, ReportQuestion } from './question.ts';

/** What the thread is told, and what it tells. */
export type ToThread =
  | { readonly kind: 'ask'; readonly id: number; readonly question: ReportQuestion }
  | { readonly kind: 'abandon'; readonly id: number }
  /** A day has begun: those before it may be made ready. */
  | { readonly kind: 'ahead'; readonly before: string }
  | { readonly kind: 'close' };
export type FromThread =
  | {
      readonly kind: 'progress';
      readonly id: number;
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: ReportAnswer }
  | { readonly kind: 'abandoned'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };

/** Progress is told at most this often. */
const tellEveryMs = 100;

/** The thread of a hall's reports: a reader of its own, so that the hall's loop never waits. */
const { dataDir } = workerData as { readonly dataDir: string };
const port = parentPort;
if (port === null) throw new TypeError('this file is a thread, not a program');
const gone = new Set<number>();
let opened: { readonly reading: Reading; readonly kept: KeptDays } | null = null;
let endRest: (() => void) | null = null;
let isClosing = false;
let queue: Promise<void> = Promise.resolve();

port.on('message', (told: ToThread) => {
  switch (told.kind) {
    case 'ask':
      queue = queue.then(() => answer(told.id, told.question));
      return;
    case 'abandon':
      gone.add(told.id);
      return;
    case 'ahead':
      void makeReady(told.before);
      return;
    case 'close':
      isClosing = true;
      endRest?.();
      queue = queue.then(() => {
        opened?.reading.close();
        opened?.kept.close();
        port.close();
      });
  }
});

async function answer(id: number, question: ReportQuestion): Promise<void> {
  let toldMs = 0;
  try {
    const found = await answerReport(question, {
      ...sources(),
      isAbandoned: () => gone.has(id),
      onProgress(done, total) {
        const nowMs = performance.now();
        if (nowMs - toldMs < tellEveryMs) return;
        toldMs = nowMs;
        tell({ kind: 'progress', id, done, total });
      },
    });
    tell(found === abandoned ? { kind: 'abandoned', id } : { kind: 'answer', id, answer: found });
  } catch (error) {
    tell({ kind: 'failed', id, message: error instanceof Error ? error.message : '' });
  } finally {
    gone.delete(id);
  }
}

function sources() {
  opened ??= {
    reading: openReading(dataDir),
    kept: openKeptDays(join(dataDir, 'reports.sqlite')),
  };
  return { source: sourceOfReading(opened.reading), kept: opened.kept };
}

/** Questions go first: each day that is made ready waits for its turn behind them. */
async function makeReady(before: string): Promise<void> {
  const rest = (): Promise<void> =>
    new Promise((resolve) => {
      const late = setTimeout(resolve, limits.reportAheadPauseMs);
      endRest = () => {
        clearTimeout(late);
        resolve();
      };
    });
  try {
    const isAbandoned = (): boolean => isClosing;
    const pause = async (): Promise<void> => {
      await rest();
      await queue;
    };
    await keepAhead(before, { ...sources(), isAbandoned, pause });
  } catch {
    // Nobody asked: whoever does is told what is wrong.
  }
}

function tell(message: FromThread): void {
  port?.postMessage(message);
}
