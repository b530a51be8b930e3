import { appendFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { isJournalError } from '#journal/errors.ts';
import { journalFiles } from '#journal/folder.ts';
import { openReading } from '#journal/reading.ts';
import { openStorage } from '#journal/storage.ts';
import { verifyFolder } from '#journal/verifying.ts';
import {
  copyCrashImage,
  makeTestFolder,
  monday,
  sampleEvent,
  sampleReceipt,
  tuesday,
} from './journal-samples.ts';

/** A small journal of two days with receipts: the first half in its file, the second in its log. */
function writeJournal(dataDir: string): () => void {
  let storage = openStorage(dataDir);
  for (let seq = 1; seq <= 40; seq += 1) {
    if (seq === 21) {
      storage.close();
      storage = openStorage(dataDir);
    }
    const day = seq <= 20 ? monday : tuesday;
    const events = [sampleEvent(seq, day, { number: `A${seq}`, text: '排号'.repeat(seq) })];
    storage.commit([{ events, receipts: [sampleReceipt(`key-${seq}`, day)] }]);
  }
  return storage.close;
}

/** What a power cut leaves: a file as of the last checkpoint and a log with everything since. */
function makeCrashImage(): string {
  const dataDir = makeTestFolder();
  const close = writeJournal(dataDir);
  const image = copyCrashImage(dataDir);
  close();
  return image;
}

function makeClosedJournal(): string {
  const dataDir = makeTestFolder();
  writeJournal(dataDir)();
  return dataDir;
}

function readAll(dataDir: string): string {
  const reading = openReading(dataDir);
  try {
    const receipts = [monday, tuesday].map((day) => reading.receipts(day));
    return JSON.stringify([reading.read(1, 1_000), reading.days(), receipts]);
  } finally {
    reading.close();
  }
}

describe('after a power cut', () => {
  it('has every acknowledged event', () => {
    const image = makeCrashImage();
    const storage = openStorage(image);
    expect(storage.head().seq).toBe(40);
    storage.close();
    expect(verifyFolder(image)).toMatchObject({ ok: true, seq: 40, days: 2 });
  });

  it('passes over garbage behind the log: a write that was torn before its commit', () => {
    const image = makeCrashImage();
    appendFileSync(`${journalFiles(image).journal}-wal`, Buffer.alloc(10_000, 0xa5));
    expect(verifyFolder(image)).toMatchObject({ ok: true, seq: 40 });
    const storage = openStorage(image);
    storage.commit([{ events: [sampleEvent(41, tuesday)], receipts: [] }]);
    storage.close();
    expect(verifyFolder(image)).toMatchObject({ ok: true, seq: 41 });
  });

  it('names the end that is missing when the log was cut behind an acknowledged event', () => {
    const image = makeCrashImage();
    const { journal, head } = journalFiles(image);
    const log = readFileSync(`${journal}-wal`);
    truncateSync(`${journal}-wal`, log.length - 5_000);
    expect(verifyFolder(image)).toMatchObject({ ok: false, what: 'tail' });
    const error = failureIn(() => openStorage(image));
    expect(error).toMatchObject({ code: 'damaged' });
    expect(error.message).toContain('ends before event 40, which was acknowledged');

    // Without its witness the shorter chain is as whole as any: that is the chain's limit.
    rmSync(head);
    const report = verifyFolder(image);
    expect(report).toMatchObject({ ok: true });
    expect(report.seq).toBeLessThan(40);
    const storage = openStorage(image);
    expect(storage.head().seq).toBe(report.seq);
    storage.close();
  });
});

describe('a byte changed anywhere', () => {
  let original: string;
  beforeEach(() => {
    original = readAll(makeClosedJournal());
  });

  /** Named by `verify`, or without any effect on what is read: there is no third way. */
  function expectNamedOrHarmless(dataDir: string, what: string): 'named' | 'harmless' {
    try {
      const report = verifyFolder(dataDir);
      if (!report.ok) {
        expect(report.where.length).toBeGreaterThan(10);
        return 'named';
      }
      expect(readAll(dataDir), `a change at ${what} goes unnoticed`).toBe(original);
      return 'harmless';
    } catch (error) {
      if (isJournalError(error)) return 'named';
      throw error;
    }
  }

  const files = [
    ['the file', makeClosedJournal, ''],
    ['the log', makeCrashImage, '-wal'],
    ['the file beside a log', makeCrashImage, ''],
  ] as const;

  it.each(files)('property: in %s it is named, or changes nothing', (_, make, suffix) => {
    const dataDir = make();
    const { journal } = journalFiles(dataDir);
    const path = `${journal}${suffix}`;
    const bytes = readFileSync(path);
    const clean = readFileSync(journal);
    const tally = { named: 0, harmless: 0 };
    const property = fc.property(
      fc.oneof(
        { weight: 4, arbitrary: fc.nat({ max: bytes.length - 1 }) },
        { weight: 1, arbitrary: fc.nat({ max: Math.min(99, bytes.length - 1) }) },
      ),
      fc.integer({ min: 1, max: 255 }),
      (at, mask) => {
        writeFileSync(journal, clean);
        const changed = Buffer.from(bytes);
        changed[at] = (bytes[at] ?? 0) ^ mask;
        writeFileSync(path, changed);
        rmSync(`${journal}-shm`, { force: true });
        tally[expectNamedOrHarmless(dataDir, `byte ${at} ^ ${mask}`)] += 1;
      },
    );
    fc.assert(property, { numRuns: 250, endOnFailure: true });
    expect(tally.named).toBeGreaterThan(0);
  });

  it('names the event whose text, hash or link the byte belongs to', () => {
    const dataDir = makeClosedJournal();
    const { journal } = journalFiles(dataDir);
    const bytes = readFileSync(journal);
    for (let seq = 1; seq <= 40; seq += 1) {
      // A page that was divided keeps an unused copy of what moved: only one place is the event.
      const reports = placesOf(bytes, `"number":"A${seq}"`).map((at) => {
        const changed = Buffer.from(bytes);
        changed[at + 10] = 0x42;
        writeFileSync(journal, changed);
        return verifyFolder(dataDir);
      });
      const findings = reports.filter(({ ok }) => !ok);
      expect(findings).toHaveLength(1);
      const where = expect.stringContaining(`event ${seq} of 2026-03-0`) as unknown;
      expect(findings[0]).toEqual({ ok: false, seq, what: 'hash', where });
    }
  });

  it('names a changed receipt, the list of days, and a page that cannot be read', () => {
    const dataDir = makeClosedJournal();
    const { journal } = journalFiles(dataDir);
    const bytes = readFileSync(journal);
    const changeAt = (at: number, value: number): void => {
      expect(at).toBeGreaterThan(100);
      const changed = Buffer.from(bytes);
      changed[at] = value;
      writeFileSync(journal, changed);
    };
    changeAt(bytes.indexOf('key-31') + 4, 0x39);
    expect(verifyFolder(dataDir)).toMatchObject({ ok: false, seq: null, what: 'receipt' });

    changeAt(bytes.indexOf(Buffer.from(`${tuesday}\u0015`)) + 9, 0x34);
    expect(verifyFolder(dataDir)).toMatchObject({ ok: false, seq: null, what: 'days' });

    const pageBytes = 4096;
    const lastEvent = bytes.indexOf('"number":"A40"');
    changeAt(Math.floor(lastEvent / pageBytes) * pageBytes, 0x77);
    const report = verifyFolder(dataDir);
    expect(report).toMatchObject({ ok: false, what: 'unreadable page' });
    expect(report.seq).toBeGreaterThan(30);
  });
});

function placesOf(bytes: Buffer, text: string): number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) places.push(at);
  return places;
}

function failureIn(act: () => unknown): Error {
  try {
    act();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('expected a failure');
}
