import { createJournalError, isJournalError } from './errors.ts';
import type { JournalError, JournalErrorCode, JournalErrorContext } from './errors.ts';

/** Primary result codes, https://sqlite.org/rescode.html */
const damageCodes = new Set([
  1 /* no such table */, 11 /* CORRUPT */, 24 /* FORMAT */, 26 /* NOTADB */,
]);
const constraintCode = 19;
const busyCode = 5;

/** SQLite's extended result code of an error, or null when the error is not SQLite's. */
export function sqliteCodeOf(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error)) return null;
  return typeof error.errcode === 'number' ? error.errcode : null;
}

export function isBusy(error: unknown): boolean {
  return ((sqliteCodeOf(error) ?? 0) & 0xff) === busyCode;
}

/**
 * Translates what SQLite or the file system threw while opening, reading or writing.
 * @param otherwise The code for failures that are neither damage nor a lost race: `cannot-open` or
 *   `cannot-write`.
 */
export function toJournalError(
  error: unknown,
  otherwise: JournalErrorCode,
  doing: string,
  context: JournalErrorContext,
): JournalError {
  if (isJournalError(error)) return error;
  const sqliteCode = sqliteCodeOf(error);
  const text = error instanceof Error ? error.message : String(error);
  if (sqliteCode === null)
    return createJournalError(otherwise, `${doing}: ${text}`, context, error);
  const found = { ...context, sqliteCode };
  const primary = sqliteCode & 0xff;
  if (damageCodes.has(primary)) {
    return createJournalError('damaged', `${doing}: ${text}`, found, error);
  }
  if (primary === constraintCode && otherwise === 'cannot-write') {
    return createJournalError('stale-writer', `${doing}: another writer was here`, found, error);
  }
  return createJournalError(otherwise, `${doing}: ${text}`, found, error);
}
