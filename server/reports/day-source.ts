import type { DayRange, Journal, JournalRecord } from '#journal/journal.ts';
import type { Reading } from '#journal/reading.ts';

/** What reports read of a journal. */
export interface DaySource {
  days(): Promise<readonly DayRange[]>;
  readDay(day: string): Promise<readonly JournalRecord[]>;
  /** Hash of an event, checked against its content; null where there is none. */
  hashAt(seq: number): Promise<string | null>;
}

/** Any journal by its port. */
export function sourceOfJournal(journal: Journal): DaySource {
  return {
    days: () => journal.days(),
    readDay: (day) => journal.readDay(day),
    hashAt: async (seq) => (await journal.read(seq, 1))[0]?.hash ?? null,
  };
}

/** A data folder, read by a connection of one's own: for a thread. */
export function sourceOfReading(reading: Reading): DaySource {
  return {
    days: () => Promise.resolve(reading.days()),
    readDay: (day) => Promise.resolve(reading.readDay(day)),
    hashAt: (seq) => Promise.resolve(reading.read(seq, 1)[0]?.hash ?? null),
  };
}
