import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { isJournalError } from '#journal/errors.ts';
import type { JournalErrorCode } from '#journal/errors.ts';
import type { Batch, NewEvent, Receipt } from '#journal/journal.ts';

export const monday = '2026-03-02';
export const tuesday = '2026-03-03';
export const wednesday = '2026-03-04';

/** An event as the hub writes it: the published order of fields. */
export function sampleEvent(seq: number, day: string = monday, data: unknown = {}): NewEvent {
  const actor = { kind: 'device', id: 'kiosk-1' };
  const body = JSON.stringify({ seq, day, atMs: 1_772_411_700_000, type: 'noted', actor, data });
  return { seq, day, body };
}

/** `count` events from `fromSeq` on, as one batch. */
export function sampleBatch(fromSeq: number, count: number, day: string = monday): Batch {
  const events = Array.from({ length: count }, (_, at) => sampleEvent(fromSeq + at, day));
  return { events, receipts: [] };
}

export function sampleReceipt(key: string, day: string = monday, result = '{"ok":true}'): Receipt {
  return { key, day, bodyHash: 'b'.repeat(64), result };
}

/** A folder that is gone after the test. */
export function makeTestFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'paihao-journal-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Copies a data folder as a power cut would leave it: whatever is in the files now, no index of the log. */
export function copyCrashImage(from: string): string {
  const to = makeTestFolder();
  for (const name of readdirSync(from)) {
    if (!name.endsWith('-shm')) copyFileSync(join(from, name), join(to, name));
  }
  return to;
}

/** The `JournalError` that a promise rejects with; anything else fails the test. */
export async function failureOf(
  promise: Promise<unknown>,
  code: JournalErrorCode,
): Promise<Error & { readonly context: object }> {
  const outcome: unknown = await promise.then(
    () => 'no failure',
    (error: unknown) => error,
  );
  if (!isJournalError(outcome)) throw new Error(`expected ${code}, got ${String(outcome)}`);
  expect(outcome.code).toBe(code);
  return outcome;
}
