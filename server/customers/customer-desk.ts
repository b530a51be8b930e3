import { createLazyThread } from '#server/lazy-thread.ts';
import { limits } from '#server/limits.ts';
import type { Vault } from '#server/vault/vault.ts';
import { createCustomerWork, type CustomerWork } from './work.ts';

export interface Asked {
  readonly id: number;
  readonly name: keyof CustomerWork;
  readonly args: readonly unknown[];
}

export type Answered =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly message: string };

export interface CustomerDeskOptions {
  /** What is thrown to whoever got no answer in time; the thread is another one by then. */
  readonly late: () => Error;
}

/**
 * The customers' list beside the hall: in a thread with a door of its own to the vault's file, so
 * that a file of a hundred thousand rows costs the hall nothing. A vault in memory is worked on
 * here, in short pieces. A thread that does not answer in time is ended with all that it was asked:
 * files on their way are forgotten, the list is what it was or what it was to become, never between.
 */
export function createCustomerDesk(
  vault: Pick<Vault, 'path' | 'lists'>,
  options: CustomerDeskOptions,
): CustomerWork {
  const { path } = vault;
  if (path === null) {
    return createCustomerWork(vault.lists, { realNow: Date.now, tidy: () => undefined });
  }
  return threadWork(path, options);
}

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

function threadWork(vaultPath: string, { late }: CustomerDeskOptions): CustomerWork {
  const thread = createLazyThread<Waiting, Answered>({
    url: new URL('./thread.ts', import.meta.url),
    workerData: { vaultPath },
    name: 'customers',
    heapMebibytesMax: limits.customerHeapMebibytesMax,
    ended: 'the thread of the customers ended',
    heard(answer) {
      const asked = thread.settle(answer.id);
      if (answer.ok) asked?.resolve(answer.value as never);
      else asked?.reject(new Error(answer.message));
    },
  });

  const ask = <T>(name: keyof CustomerWork, ...args: readonly unknown[]): Promise<T> =>
    askWithin(limits.customerAnswerMs, name, ...args);

  async function askWithin<T>(
    withinMs: number,
    name: keyof CustomerWork,
    ...args: readonly unknown[]
  ): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const id = thread.ask({ resolve, reject }, (no) => ({ id: no, name, args }) satisfies Asked);
    const timer = setTimeout(() => {
      // An older thread's question was given up with it, and the thread of now is another's.
      if (thread.asked(id) !== undefined) void thread.stop(late());
    }, withinMs);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    counts: () => ask('counts'),
    begin: (classes) => ask('begin', classes),
    take: (draft, piece) => ask('take', draft, piece),
    finish: (draft) => ask('finish', draft),
    look: (draft) => ask('look', draft),
    looks: () => ask('looks'),
    faults: (draft, from, language) => ask('faults', draft, from, language),
    keep: (draft, mode, list, classes) => ask('keep', draft, mode, list, classes),
    outcome: (draft) => askWithin(limits.customerKeepMs, 'outcome', draft),
    discard: (draft) => ask('discard', draft),
    erase: (key) => ask('erase', key),
    close: () =>
      thread.end({ id: 0, name: 'close', args: [] } satisfies Asked, limits.reportCloseMs),
  };
}
