import { Worker } from 'node:worker_threads';

export interface LazyThreadOptions<Message> {
  /** The thread's file, and what it is started with. */
  readonly url: URL;
  readonly workerData?: unknown;
  readonly name: string;
  readonly heapMebibytesMax: number;
  /** Why questions come to nothing where the thread ended and did not say why. */
  readonly ended: string;
  /** Every message of the thread. */
  readonly heard: (message: Message) => void;
}

/** Whoever waits for an answer. */
export interface Waiting {
  readonly reject: (error: Error) => void;
}

export interface LazyThread<Asked extends Waiting> {
  /** How many wait. */
  readonly waiting: number;
  /** Asks: `messageOf` the question's number is sent, `asked` is kept under it. Answers the number. */
  ask(asked: Asked, messageOf: (id: number) => unknown): number;
  /** Who asked, while nothing has settled it. */
  asked(id: number): Asked | undefined;
  /** The same, and forgotten: an answer has come, or nobody waits any longer. */
  settle(id: number): Asked | undefined;
  /** Sends what nobody waits for, starting the thread where it does not run. */
  tell(message: unknown): void;
  /** Sends the last message to a thread that runs; resolves when it has ended, by force if late. */
  end(message: unknown, withinMs: number): Promise<void>;
  /**
   * Ends it at once; what is asked afterwards starts another.
   * @param why what those who wait are told
   */
  stop(why?: Error): Promise<void>;
}

/**
 * A thread beside the hall that starts when it is first asked. One that breaks takes its questions
 * along, not the hub: the next question starts another. It holds no process open.
 */
export function createLazyThread<Asked extends Waiting, Message>(
  options: LazyThreadOptions<Message>,
): LazyThread<Asked> {
  const pending = new Map<number, Asked>();
  let worker: Worker | null = null;
  let lastId = 0;

  function started(): Worker {
    if (worker !== null) return worker;
    const made = new Worker(options.url, {
      workerData: options.workerData,
      execArgv: [],
      name: options.name,
      resourceLimits: { maxOldGenerationSizeMb: options.heapMebibytesMax },
    });
    made.unref();
    made.on('message', options.heard);
    let reason = options.ended;
    made.on('error', (error: unknown) => {
      if (error instanceof Error) reason = error.message;
    });
    made.on('exit', () => {
      // One that was stopped has nobody waiting: those who do ask the next.
      if (worker !== made) return;
      worker = null;
      giveUp(new Error(reason));
    });
    worker = made;
    return made;
  }

  function giveUp(why: Error): void {
    const given = [...pending.values()];
    pending.clear();
    for (const { reject } of given) reject(why);
  }

  function settle(id: number): Asked | undefined {
    const asked = pending.get(id);
    pending.delete(id);
    return asked;
  }

  return {
    get waiting() {
      return pending.size;
    },
    ask(asked, messageOf) {
      const thread = started();
      lastId += 1;
      pending.set(lastId, asked);
      thread.postMessage(messageOf(lastId));
      return lastId;
    },
    asked: (id) => pending.get(id),
    settle,
    tell(message) {
      started().postMessage(message);
    },
    async end(message, withinMs) {
      const open = worker;
      if (open === null) return;
      const ended = new Promise<void>((resolve) => {
        open.once('exit', () => {
          resolve();
        });
      });
      const late = setTimeout(() => void open.terminate(), withinMs);
      open.postMessage(message);
      await ended;
      clearTimeout(late);
    },
    async stop(why = new Error(options.ended)) {
      const last = worker;
      worker = null;
      giveUp(why);
      await last?.terminate();
    },
  };
}
