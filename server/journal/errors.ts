/** The journal's closed table of errors: what each code means to whoever waits for an answer. */
export const journalErrorCodes = {
  locked: 'another hub holds the data folder',
  damaged: 'the journal is not what was written',
  'cannot-open': 'the journal cannot be opened or read',
  'cannot-write': 'nothing was written; a later append may succeed',
  'stale-writer': 'the batch does not follow the head: another writer was faster',
  'newer-schema': 'the journal was written by a newer release',
} as const;

export type JournalErrorCode = keyof typeof journalErrorCodes;

/** Safe to log: places and numbers, never an event's content. */
export interface JournalErrorContext {
  readonly dataDir?: string;
  readonly seq?: number;
  readonly headSeq?: number;
  /** SQLite's extended result code. */
  readonly sqliteCode?: number;
}

export interface JournalError extends Error {
  readonly name: 'JournalError';
  readonly code: JournalErrorCode;
  readonly context: JournalErrorContext;
}

/** @param detail What happened and what can be done, in one line. */
export function createJournalError(
  code: JournalErrorCode,
  detail: string,
  context: JournalErrorContext = {},
  cause?: unknown,
): JournalError {
  const error = new Error(detail, cause === undefined ? {} : { cause });
  return Object.assign(error, { name: 'JournalError', code, context } as const);
}

export function isJournalError(value: unknown): value is JournalError {
  return (
    value instanceof Error &&
    value.name === 'JournalError' &&
    'code' in value &&
    typeof value.code === 'string' &&
    Object.hasOwn(journalErrorCodes, value.code)
  );
}
