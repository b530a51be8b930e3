import type { Language } from '#core/vocabulary.ts';
import type { WindowView } from '#protocol/views.ts';
import { createLazyThread } from '#server/lazy-thread.ts';
import type { PaperJob } from '#server/paper/slip.ts';
import type { FromShownThread, ShownQuestion } from './thread.ts';

/** What an emulated device shows. */
export interface ShownDevice {
  /** As a person reads it; of a board, a line a row. */
  readonly text: string;
  readonly png: Uint8Array;
}

/** Emulated devices of a training hall, for looking at. */
export interface ShownDevices {
  /** The paper of one ticket: printed once by its id, then remembered. */
  paper(job: PaperJob): Promise<ShownDevice>;
  /** A board above a counter that shows this window view. */
  board(view: WindowView, language: Language): Promise<ShownDevice>;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (shown: ShownDevice) => void;
  readonly reject: (why: Error) => void;
}

/** Pictures that are remembered: the boards of a large hall in the states they go through. */
const rememberedMax = 128;
const answerMs = 10_000;
/** After the last question the thread is let go, with its fonts and canvases. */
const idleMs = 60_000;
const heapMebibytesMax = 256;

/**
 * Drivers and emulators of one printer and of boards, in a thread beside the hall: drawing takes
 * some milliseconds, and the hall's loop waits for no device, not even for one that is none. The
 * thread starts at the first question; without one nothing is loaded.
 */
export function createShownDevices(): ShownDevices {
  const remembered = new Map<string, Promise<ShownDevice>>();
  const thread = createLazyThread<Waiting, FromShownThread>({
    url: new URL('./thread.ts', import.meta.url),
    name: 'shown-devices',
    heapMebibytesMax,
    ended: 'the thread of the emulated devices ended',
    heard(message) {
      const asked = thread.settle(message.id);
      if (message.kind === 'shown') asked?.resolve(message.shown);
      else asked?.reject(new Error(message.message));
    },
  });
  let idle: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;

  function ask(question: ShownQuestion): Promise<ShownDevice> {
    if (isClosed) return Promise.reject(new Error('the emulated devices are closed'));
    clearTimeout(idle);
    idle = setTimeout(() => void thread.stop(), idleMs).unref();
    return new Promise<ShownDevice>((resolve, reject) => {
      const id = thread.ask({ resolve, reject }, (given) => ({ id: given, question }));
      // Too late for an answer that has come: nobody is found under its number then.
      setTimeout(() => {
        thread.settle(id)?.reject(new Error('no picture in time'));
      }, answerMs).unref();
    });
  }

  function shown(key: string, question: ShownQuestion): Promise<ShownDevice> {
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const asked = ask(question);
    remembered.set(key, asked);
    // What failed is asked anew.
    asked.catch(() => remembered.delete(key));
    for (const oldest of remembered.keys()) {
      if (remembered.size <= rememberedMax) break;
      remembered.delete(oldest);
    }
    return asked;
  }

  return {
    paper: (job) => shown(`paper ${job.id}`, { kind: 'paper', job }),
    board(view, language) {
      // Only what a board shows: the hall's time goes on in every view.
      const { counter, state, number, sign, redirectTo } = view;
      const key = JSON.stringify([counter, state, number, sign, redirectTo, language]);
      return shown(`board ${key}`, { kind: 'board', view, language });
    },
    async close() {
      isClosed = true;
      clearTimeout(idle);
      await thread.stop();
    },
  };
}
