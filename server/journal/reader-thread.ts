import { toRecordColumns } from './columns.ts';
import type { RecordColumns } from './columns.ts';
import type { DayRange, Receipt } from './journal.ts';
import { openReading } from './reading.ts';
import type { Reading } from './reading.ts';
import { serveThread } from './thread-call.ts';

/** The reader: a connection of its own, so that a long answer never holds up a commit. */
let reading: Reading | null = null;
let folder = '';

function opened(): Reading {
  reading ??= openReading(folder);
  return reading;
}

const functions = {
  open(dataDir: string): void {
    folder = dataDir;
  },
  readDay(day: string): RecordColumns {
    return toRecordColumns(opened().readDay(day));
  },
  read({ fromSeq, limit }: { fromSeq: number; limit: number }): RecordColumns {
    return toRecordColumns(opened().read(fromSeq, limit));
  },
  days(): DayRange[] {
    return opened().days();
  },
  receipts(day: string): Receipt[] {
    return opened().receipts(day);
  },
  close(): void {
    reading?.close();
    reading = null;
  },
};

export type ReaderFunctions = typeof functions;

serveThread(functions);
