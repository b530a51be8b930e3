import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { openReading, type Reading } from '#journal/reading.ts';
import { abandoned, answerReport } from './answer.ts';
import { sourceOfReading } from './day-source.ts';
import { openKeptDays, type KeptDays } from './kept-days.ts';
import type { ReportAnswer, ReportQuestion } from './question.ts';

/** What the thread is told, and what it tells. */
export type ToThread =
  | { readonly kind: 'ask'; readonly id: number; readonly question: ReportQuestion }
  | { readonly kind: 'abandon'; readonly id: number }
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
let queue: Promise<void> = Promise.resolve();

port.on('message', (told: ToThread) => {
  switch (told.kind) {
    case 'ask':
      queue = queue.then(() => answer(told.id, told.question));
      return;
    case 'abandon':
      gone.add(told.id);
      return;
    case 'close':
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
    opened ??= {
      reading: openReading(dataDir),
      kept: openKeptDays(join(dataDir, 'reports.sqlite')),
    };
    const found = await answerReport(question, {
      source: sourceOfReading(opened.reading),
      kept: opened.kept,
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

function tell(message: FromThread): void {
  port?.postMessage(message);
}
