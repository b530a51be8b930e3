import { readFile } from 'node:fs/promises';
import {
  readRecordedDays,
  readSessions,
  type RecordedRow,
  type RecordedSession,
} from '#server/replay/recorded-day.ts';

/** One recorded day with its counter sessions. */
export interface RecordedDay {
  readonly day: string;
  readonly rows: readonly RecordedRow[];
  readonly sessions: readonly RecordedSession[];
}

/** What stands in the way of judging, said so that the asker can mend it: exit code 2. */
export class BadRecord extends Error {
  override readonly name = 'BadRecord';
}

/**
 * The days of a record in order, each with the counter sessions of `NAME-counters.csv` beside it.
 *
 * @throws BadRecord naming the file, and the line where there is one
 */
export async function readRecord(file: string): Promise<readonly RecordedDay[]> {
  const beside = countersFileOf(file);
  const rows = await parsed(file, readRecordedDays);
  const sessions = await parsed(beside, readSessions);
  if (rows.length === 0) throw new BadRecord(`${file}: no recorded ticket in it`);
  for (const row of rows) checkRow(file, row);
  for (const { day, server, openS, closeS } of sessions) {
    if (closeS < openS)
      throw new BadRecord(`${beside}: ${server} on ${day} closes before it opens`);
  }
  const sessionsByDay = Map.groupBy(sessions, (session) => session.day);
  return [...Map.groupBy(rows, (row) => row.day)]
    .map(([day, own]) => ({ day, rows: own, sessions: sessionsByDay.get(day) ?? [] }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** `DAYS.csv` has its counter sessions in `DAYS-counters.csv`. */
export function countersFileOf(file: string): string {
  if (!file.endsWith('.csv')) throw new BadRecord(`${file}: a record's name ends in .csv`);
  return file.replace(/\.csv$/, '-counters.csv');
}

function checkRow(file: string, { day, ticket, arrivalS, startS, endS, outcome }: RecordedRow) {
  const where = `${file}: ticket ${ticket} of ${day}`;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day))) {
    throw new BadRecord(`${where}: the day is not a date YYYY-MM-DD`);
  }
  if (outcome === 'served' && startS === null) {
    throw new BadRecord(`${where}: served, but without a start`);
  }
  if (startS !== null && startS < arrivalS) {
    throw new BadRecord(`${where}: starts before it arrives`);
  }
  if (endS !== null && endS < (startS ?? arrivalS)) {
    throw new BadRecord(`${where}: ends before it begins`);
  }
}

async function parsed<T>(file: string, parse: (text: string) => T): Promise<T> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new BadRecord(code === 'ENOENT' ? `${file}: no such file` : `${file}: ${code}`);
  }
  try {
    return parse(text);
  } catch (error) {
    throw new BadRecord(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
