import { Worker } from 'node:worker_threads';
import type { BusinessDay } from '#core/vocabulary.ts';
import type { Journal } from '#journal/journal.ts';
import { limits } from '#server/limits.ts';
import { abandoned, answerReport } from './answer.ts';
import { sourceOfJournal } from './day-source.ts';
import { keepsNothing } from './kept-days.ts';
import type { ReportAnswer, ReportProgress, ReportQuestion } from './question.ts';
import type { FromThread, ToThread } from './thread.ts';

/** The reports of a hall. */
export interface Reports {
  /**
   * Null when too many wait already. Rejects when the journal cannot be read, or nobody waits.
   * @param signal whoever asked is gone: no further day is read for them
   */
  ask(
    question: ReportQuestion,
    onProgress?: ReportProgress,
    signal?: AbortSignal,
  ): Promise<ReportAnswer> | null;
  /** A day has begun: the days before it are made ready, when nothing else is to be done. */
  getAhead(before: BusinessDay): void;
  close(): Promise<void>;
}

interface Asked {
  readonly resolve: (answer: ReportAnswer) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ReportProgress;
}

/** Reports in a thread that reads the data folder by itself; it starts when it is first asked. */
export function createThreadReports(dataDir: string): Reports {
  const pending = new Map<number, Asked>();
  let worker: Worker | null = null;
  let lastId = 0;
  let isClosed = false;

  function started(): Worker {
    if (worker !== null) return worker;
    const made = new Worker(new URL('./thread.ts', import.meta.url), {
      workerData: { dataDir },
      execArgv: [],
      name: 'reports',
      resourceLimits: { maxOldGenerationSizeMb: limits.reportHeapMebibytesMax },
    });
    made.on('message', hear);
    // A thread that breaks takes its questions along, not the hub: the next one starts another.
    let reason = 'the thread of the reports ended';
    made.on('error', (error: unknown) => {
      if (error instanceof Error) reason = error.message;
    });
    made.on('exit', () => {
      if (worker === made) worker = null;
      for (const { reject } of pending.values()) reject(new Error(reason));
      pending.clear();
    });
    worker = made;
    return made;
  }

  function hear(message: FromThread): void {
    const asked = pending.get(message.id);
    if (asked === undefined) return;
    if (message.kind === 'progress') {
      asked.onProgress(message.done, message.total);
      return;
    }
    pending.delete(message.id);
    if (message.kind === 'answer') asked.resolve(message.answer);
    else asked.reject(new Error(message.kind === 'failed' ? message.message : 'nobody waits'));
  }

  return {
    ask(question, onProgress = () => {}, signal) {
      if (isClosed) return Promise.reject(new Error('the reports are closed'));
      if (pending.size >= limits.reportsWaitingMax) return null;
      const thread = started();
      lastId += 1;
      const id = lastId;
      const tell = (message: ToThread): void => {
        thread.postMessage(message);
      };
      signal?.addEventListener('abort', () => {
        tell({ kind: 'abandon', id });
      });
      return new Promise((resolve, reject) => {
        pending.set(id, { resolve, reject, onProgress });
        tell({ kind: 'ask', id, question });
      });
    },
    getAhead(before) {
      if (!isClosed) started().postMessage({ kind: 'ahead', before } satisfies ToThread);
    },
    async close() {
      isClosed = true;
      if (worker === null) return;
      const ended = new Promise<void>((resolve) => {
        worker?.once('exit', () => {
          resolve();
        });
      });
      worker.postMessage({ kind: 'close' } satisfies ToThread);
      const late = setTimeout(() => void worker?.terminate(), limits.reportCloseMs);
      await ended;
      clearTimeout(late);
    },
  };
}

/** Reports by the journal's port, in this thread: for journals without a data folder to read. */
export function createPortReports(journal: Journal): Reports {
  const source = sourceOfJournal(journal);
  return {
    async ask(question, onProgress = () => {}, signal) {
      const isAbandoned = (): boolean => signal?.aborted === true;
      const deps = { source, kept: keepsNothing, onProgress, isAbandoned };
      const answer = await answerReport(question, deps);
      if (answer === abandoned) throw new Error('nobody waits');
      return answer;
    },
    // Nothing is kept here, so nothing can be made ready.
    getAhead: () => {},
    close: () => Promise.resolve(),
  };
}
