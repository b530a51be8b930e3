import { randomBytes } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { WhatIfAnswer, WhatIfJob } from '#protocol/what-if.ts';
import { limits } from '#server/limits.ts';
import type { WorkerAsked } from './worker.ts';

export interface WhatIfJobs {
  /** Null when too many wait already. */
  ask(asked: WorkerAsked): WhatIfJob | null;
  /** Null for a job that is not known, or whose answer is forgotten. */
  find(job: string): WhatIfJob | null;
  /** False for a job that is not known. */
  cancel(job: string): boolean;
  close(): Promise<void>;
}

interface Kept {
  job: WhatIfJob;
  asked: WorkerAsked | null;
  worker: Worker | null;
}

type Message =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'answer'; readonly answer: WhatIfAnswer };

/**
 * Runs questions one after the other beside the hall. Bounded in number, time and memory; the
 * answers of the last few are kept for whoever asks again.
 */
export function createWhatIfJobs(onBug: (error: unknown) => void): WhatIfJobs {
  const kept = new Map<string, Kept>();
  let running: Kept | null = null;

  function runNext(): void {
    if (running !== null) return;
    const next = [...kept.values()].find((each) => each.job.state === 'waiting');
    if (next?.asked == null) return;
    running = next;
    next.job = { ...next.job, state: 'running' };
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: next.asked,
      execArgv: [],
      name: 'what-if',
      resourceLimits: { maxOldGenerationSizeMb: limits.whatIfHeapMebibytesMax },
    });
    next.asked = null;
    next.worker = worker;
    const late = setTimeout(() => void worker.terminate(), limits.whatIfRunMs);
    worker.on('message', (message: Message) => {
      if (message.kind === 'progress') {
        next.job = { ...next.job, done: message.done, total: message.total };
        return;
      }
      const { total } = next.job;
      next.job = { ...next.job, state: 'done', done: total, answer: message.answer };
    });
    worker.on('error', onBug);
    worker.on('exit', () => {
      clearTimeout(late);
      next.worker = null;
      if (next.job.state === 'running') next.job = { ...next.job, state: 'failed' };
      running = null;
      runNext();
    });
  }

  return {
    ask(asked) {
      const waiting = [...kept.values()].filter((each) => each.job.state === 'waiting');
      if (waiting.length >= limits.whatIfWaitingMax) return null;
      const job: WhatIfJob = {
        job: randomBytes(12).toString('base64url'),
        state: 'waiting',
        done: 0,
        total: 1,
        answer: null,
      };
      const made: Kept = { job, asked, worker: null };
      kept.set(job.job, made);
      for (const [id, each] of kept) {
        if (kept.size <= limits.whatIfKeptMax) break;
        if (each.job.state !== 'waiting' && each !== running) kept.delete(id);
      }
      runNext();
      return made.job;
    },
    find: (job) => kept.get(job)?.job ?? null,
    cancel(job) {
      const found = kept.get(job);
      if (found === undefined) return false;
      if (found.job.state === 'waiting' || found.job.state === 'running') {
        found.job = { ...found.job, state: 'cancelled' };
        found.asked = null;
        void found.worker?.terminate();
      }
      return true;
    },
    async close() {
      for (const each of kept.values()) {
        if (each.job.state === 'waiting') each.job = { ...each.job, state: 'cancelled' };
      }
      await running?.worker?.terminate();
    },
  };
}
