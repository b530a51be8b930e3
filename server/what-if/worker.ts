import { parentPort, workerData } from 'node:worker_threads';
import type { HallEvent } from '#core/events.ts';
import { answerQuestion, type Question } from './question.ts';

/** One question in a thread of its own: the hall's loop never waits for it. */
export interface WorkerAsked {
  /** Texts of the day's events, as the journal holds them. */
  readonly bodies: readonly string[];
  readonly question: Question;
}

/** Progress is told at most this often. */
const tellEveryMs = 100;

const { bodies, question } = workerData as WorkerAsked;
let toldMs = 0;
const answer = await answerQuestion(
  bodies.map((body) => JSON.parse(body) as HallEvent),
  question,
  (done, total) => {
    const nowMs = performance.now();
    if (nowMs - toldMs < tellEveryMs) return;
    toldMs = nowMs;
    parentPort?.postMessage({ kind: 'progress', done, total });
  },
);
parentPort?.postMessage({ kind: 'answer', answer });
