import { parentPort, workerData } from 'node:worker_threads';
import { createCustomerLists } from '#server/vault/customers.ts';
import { openVaultDatabase } from '#server/vault/database.ts';
import { createKeyedHash } from '#server/vault/secrets.ts';
import type { Answered, Asked } from './customer-desk.ts';
import { createCustomerWork } from './work.ts';

/** The thread of the customers' list: a door of its own to the vault's file. */
const { vaultPath } = workerData as { readonly vaultPath: string };
const port = parentPort;
if (port === null) throw new TypeError('this file is a thread, not a program');
const db = openVaultDatabase(vaultPath);
const keyedHash = createKeyedHash(db);
const work = createCustomerWork(
  createCustomerLists(db, (key) => keyedHash('customer', key)),
  {
    realNow: Date.now,
    // Deleted rows are overwritten in the file; this empties the log beside it.
    tidy: () => void db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get(),
  },
);

port.on('message', ({ id, name, args }: Asked) => {
  const run = work[name].bind(work) as (...given: readonly unknown[]) => Promise<unknown>;
  run(...args)
    .then(
      (value): Answered => ({ id, ok: true, value }),
      (error: unknown): Answered => ({
        id,
        ok: false,
        message: error instanceof Error ? error.message : String(error),
      }),
    )
    .then((answer) => {
      port.postMessage(answer);
      if (name !== 'close') return;
      db.close();
      port.close();
    })
    .catch(() => {
      // Only a value that cannot be cloned comes here; whoever asked is told by the thread's end.
      process.exit(1);
    });
});
