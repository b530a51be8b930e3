import { parentPort, Worker } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { createJournalError, isJournalError } from './errors.ts';
import type { JournalErrorCode, JournalErrorContext } from './errors.ts';

/**
 * What a thread offers: synchronous functions by name. Arguments and results are cloned on their
 * way.
 */
export type ThreadFunctions = Readonly<Record<string, (argument: never) => unknown>>;

export interface Thread<Functions extends ThreadFunctions> {
  /**
   * Runs a function in the thread. Rejects with what it threw: a `JournalError`, or a `TypeError`
   * for a bug.
   */
  call<Name extends keyof Functions & string>(
    name: Name,
    argument: Parameters<Functions[Name]>[0],
  ): Promise<ReturnType<Functions[Name]>>;
  /** Ends the thread when its last call is answered, by the function `close`. */
  close(): Promise<void>;
}

interface Call {
  readonly id: number;
  readonly name: string;
  readonly argument: unknown;
}

type Answer =
  | { readonly kind: 'result'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly failure: Failure }
  | { readonly kind: 'note'; readonly note: unknown };

/** An error in a form that crosses threads without loss. */
type Failure =
  | {
      readonly kind: 'journal';
      readonly code: JournalErrorCode;
      readonly message: string;
      readonly context: JournalErrorContext;
    }
  | { readonly kind: 'bug'; readonly message: string; readonly stack: string };

/** Starts a thread that serves `Functions`. `onNote` gets what the thread tells unasked. */
export function startThread<Functions extends ThreadFunctions>(
  url: URL,
  onNote: (note: unknown) => void = () => {},
): Thread<Functions> {
  const worker = new Worker(url, { execArgv: [], name: 'journal' });
  const pending = new Map<
    number,
    { resolve: (value: never) => void; reject: (error: Error) => void }
  >();
  let lastId = 0;
  let ended: Error | null = null;

  worker.on('message', (answer: Answer) => {
    if (answer.kind === 'note') {
      onNote(answer.note);
      return;
    }
    const waiting = pending.get(answer.id);
    pending.delete(answer.id);
    if (answer.kind === 'result') waiting?.resolve(answer.value as never);
    else waiting?.reject(revive(answer.failure));
  });
  const end = (reason: unknown): void => {
    // Whether the last call was carried out is unknown: only a new start can tell, from what is
    // on storage.
    ended ??= createJournalError(
      'damaged',
      'a thread of the journal ended unexpectedly: restart the hub',
      {},
      reason,
    );
    for (const { reject } of pending.values()) reject(ended);
    pending.clear();
  };
  worker.on('error', end);
  worker.on('exit', end);

  const call = (name: string, argument: unknown): Promise<never> =>
    new Promise((resolve, reject) => {
      if (ended !== null) {
        reject(ended);
        return;
      }
      if (pending.size >= pendingCallsMax) {
        reject(createJournalError('cannot-open', 'too many readings of the journal wait'));
        return;
      }
      lastId += 1;
      pending.set(lastId, { resolve, reject });
      worker.postMessage({ id: lastId, name, argument } satisfies Call);
    });

  return {
    call,
    async close() {
      if (ended === null) {
        const answered = call('close', undefined);
        ended = createJournalError('cannot-open', 'the journal is closed');
        await answered;
      }
      await worker.terminate();
    },
  };
}

/**
 * The writer has one call at a time; readings come from the doors, and a door that floods is
 * refused.
 */
const pendingCallsMax = 1_000;

/** Serves functions inside a thread. Must hold `close`. */
export function serveThread(functions: ThreadFunctions & { close: () => void }): void {
  const port = parentPortOf();
  port.on('message', ({ id, name, argument }: Call) => {
    let answer: Answer;
    try {
      const run = functions[name] as ((argument: unknown) => unknown) | undefined;
      if (run === undefined) throw new TypeError(`no function ${name} in this thread`);
      answer = { kind: 'result', id, value: run(argument) };
    } catch (error) {
      answer = { kind: 'failure', id, failure: flatten(error) };
    }
    port.postMessage(answer);
  });
}

/** Tells the thread's owner something unasked. */
export function sendNote(note: unknown): void {
  parentPortOf().postMessage({ kind: 'note', note } satisfies Answer);
}

function parentPortOf(): MessagePort {
  if (parentPort === null) throw new TypeError('this file is a thread, not a program');
  return parentPort;
}

function flatten(error: unknown): Failure {
  if (isJournalError(error)) {
    return { kind: 'journal', code: error.code, message: error.message, context: error.context };
  }
  const bug = error instanceof Error ? error : new Error(String(error));
  return { kind: 'bug', message: bug.message, stack: bug.stack ?? '' };
}

function revive(failure: Failure): Error {
  if (failure.kind === 'bug') return new TypeError(failure.message, { cause: failure.stack });
  return createJournalError(failure.code, failure.message, failure.context);
}
