import { Worker } from 'node:worker_threads';
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

/**
 * The customers' list beside the hall: in a thread with a door of its own to the vault's file, so
 * that a file of a hundred thousand rows costs the hall nothing. A vault in memory is worked on
 * here, in short pieces.
 */
export function createCustomerDesk(vault: Pick<Vault, 'path' | 'lists'>): CustomerWork {
  const { path } = vault;
  if (path === null) {
    return createCustomerWork(vault.lists, { realNow: Date.now, tidy: () => undefined });
  }
  return threadWork(path);
}

function threadWork(vaultPath: string): CustomerWork {
  const pending = new Map<
    number,
    { readonly resolve: (value: never) => void; readonly reject: (error: Error) => void }
  >();
  let worker: Worker | null = null;
  let lastId = 0;

  /** Started when it is first asked; one that breaks takes its drafts along, not the hub. */
  function started(): Worker {
    if (worker !== null) return worker;
    const made = new Worker(new URL('./thread.ts', import.meta.url), {
      workerData: { vaultPath },
      execArgv: [],
      name: 'customers',
      resourceLimits: { maxOldGenerationSizeMb: limits.customerHeapMebibytesMax },
    });
    made.unref();
    made.on('message', (answer: Answered) => {
      const asked = pending.get(answer.id);
      pending.delete(answer.id);
      if (answer.ok) asked?.resolve(answer.value as never);
      else asked?.reject(new Error(answer.message));
    });
    let reason = 'the thread of the customers ended';
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

  function ask<T>(name: keyof CustomerWork, ...args: readonly unknown[]): Promise<T> {
    const thread = started();
    lastId += 1;
    const id = lastId;
    return new Promise<T>((resolve, reject) => {
      pending.set(id, { resolve, reject });
      thread.postMessage({ id, name, args } satisfies Asked);
    });
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
    outcome: (draft) => ask('outcome', draft),
    discard: (draft) => ask('discard', draft),
    erase: (key) => ask('erase', key),
    async close() {
      const open = worker;
      if (open === null) return;
      const ended = new Promise<void>((resolve) => {
        open.once('exit', () => {
          resolve();
        });
      });
      const late = setTimeout(() => void open.terminate(), limits.reportCloseMs);
      await ask('close').catch(() => undefined);
      await ended;
      clearTimeout(late);
    },
  };
}
