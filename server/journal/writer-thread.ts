import { fromGroupColumns, toOutcomeColumns } from './columns.ts';
import type { GroupColumns, OutcomeColumns } from './columns.ts';
import type { Head } from './journal.ts';
import { openStorage } from './storage.ts';
import type { Storage } from './storage.ts';
import { serveThread } from './thread-call.ts';

/**
 * The writer: the only thread that touches the journal's file, so that the event loop never waits
 * for a disk.
 */
let storage: Storage | null = null;

function opened(): Storage {
  if (storage === null) throw new TypeError('the storage is not open');
  return storage;
}

const functions = {
  open(dataDir: string): Head {
    storage = openStorage(dataDir);
    return storage.head();
  },
  commit(group: GroupColumns): OutcomeColumns {
    // Behind the answer: who waits for this commit shall not wait for the file as well.
    setImmediate(() => storage?.tidy());
    return toOutcomeColumns(opened().commit(fromGroupColumns(group)));
  },
  limitPages(pageCountMax: number): void {
    opened().limitPages(pageCountMax);
  },
  close(): void {
    storage?.close();
    storage = null;
  },
};

export type WriterFunctions = typeof functions;

serveThread(functions);
