import type { BusinessDay } from '#core/vocabulary.ts';
import type { Journal } from '#journal/journal.ts';
import { createLazyThread } from '#server/lazy-thread.ts';
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
  const thread = createLazyThread<Asked, FromThread>({
    url: new URL('./thread.ts', import.meta.url),
    workerData: { dataDir },
    name: 'reports',
    heapMebibytesMax: limits.reportHeapMebibytesMax,
    ended: 'the thread of the reports ended',
    heard,
  });
  let isClosed = false;

  function heard(message: FromThread): void {
    if (message.kind === 'progress') {
      thread.asked(message.id)?.onProgress(message.done, message.total);
      return;
    }
    const asked = thread.settle(message.id);
    if (message.kind === 'answer') asked?.resolve(message.answer);
    else asked?.reject(new Error(message.kind === 'failed' ? message.message : 'nobody waits'));
  }

  return {
    ask(question, onProgress = () => {}, signal) {
      if (isClosed) return Promise.reject(new Error('the reports are closed'));
      if (thread.waiting >= limits.reportsWaitingMax) return null;
      return new Promise((resolve, reject) => {
        const ask = (id: number): ToThread => ({ kind: 'ask', id, question });
        const id = thread.ask({ resolve, reject, onProgress }, ask);
        signal?.addEventListener('abort', () => {
          if (thread.asked(id) !== undefined)
            thread.tell({ kind: 'abandon', id } satisfies ToThread);
        });
      });
    },
    getAhead(before) {
      if (!isClosed) thread.tell({ kind: 'ahead', before } satisfies ToThread);
    },
    async close() {
      isClosed = true;
      await thread.end({ kind: 'close' } satisfies ToThread, limits.reportCloseMs);
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
