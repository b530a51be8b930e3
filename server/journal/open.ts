import { resolve } from 'node:path';
import { createJournalError } from './errors.ts';
import type { Journal } from './journal.ts';
import { openSqliteJournal } from './sqlite.ts';

export interface OpenJournalOptions {
  /** The hub's data folder; made when it is not there. */
  readonly dataDir: string;
  /** `sqlite` (in the data folder) or the address of a database server. */
  readonly journal?: string;
}

/**
 * Opens the journal that the options name.
 * @throws JournalError `locked`, `cannot-open`, `damaged`, `newer-schema`
 */
export async function openJournal(options: OpenJournalOptions): Promise<Journal> {
  const { dataDir, journal = 'sqlite' } = options;
  if (journal === 'sqlite') return openSqliteJournal({ dataDir: resolve(dataDir) });
  const detail = /^postgres(ql)?:\/\//.test(journal)
    ? 'a journal in PostgreSQL comes with another release: use "sqlite"'
    : 'the journal must be "sqlite" or an address "postgres://…"';
  throw createJournalError('cannot-open', detail);
}
