import { describe, expect, it } from 'vitest';
import type { JournalRecord } from '#journal/journal.ts';
import { describeJournalContract } from '#test/contracts/journal-contract.ts';
import { failureOf, monday, sampleBatch, sampleReceipt } from '#test/journal/journal-samples.ts';
import { createDisk, type Disk, type DiskFate } from './disk.ts';
import { openDiskJournal } from './disk-journal.ts';

const well: DiskFate = { kind: 'well', ms: 0 };
const atOnce = (): Promise<void> => Promise.resolve();

function openOn(disk: Disk, fate: (act: string) => DiskFate = () => well) {
  return openDiskJournal({ disk, after: atOnce, fate });
}

describeJournalContract('simulated disk', async () => {
  const disk = createDisk();
  const change = (alter: (records: readonly JournalRecord[]) => readonly JournalRecord[]) => {
    disk.alter((frame) => ({ ...frame, records: alter(frame.records) }));
  };
  return {
    journal: openOn(disk),
    tamper: (seq, part) =>
      change((records) => records.map((one) => (one.seq === seq ? { ...one, ...part } : one))),
    remove: (seq) => change((records) => records.filter((one) => one.seq !== seq)),
    reopen: async () => openOn(disk),
  };
});

describe('a simulated disk', () => {
  it('writes nothing of a commit that ended in an error, and goes on', async () => {
    const disk = createDisk();
    let fate: DiskFate = { kind: 'error', ms: 0, message: 'the disk is full' };
    const journal = openOn(disk, (act) => (act === 'flush' ? fate : well));
    await failureOf(journal.append(sampleBatch(1, 2)), 'cannot-write');
    expect(disk.durableSeq()).toBe(0);
    expect(await journal.head()).toMatchObject({ seq: 0 });
    fate = well;
    expect(await journal.append(sampleBatch(1, 2))).toMatchObject({ seq: 2 });
    expect(disk.durableSeq()).toBe(2);
  });

  it('an uncertain commit stands although its answer was an error', async () => {
    const disk = createDisk();
    let fate: DiskFate = { kind: 'uncertain', ms: 0, message: 'the answer was lost' };
    const journal = openOn(disk, (act) => (act === 'flush' ? fate : well));
    await failureOf(journal.append(sampleBatch(1, 2)), 'cannot-write');
    fate = well;
    expect(await journal.head()).toMatchObject({ seq: 2 });
    expect(await journal.append(sampleBatch(3, 1))).toMatchObject({ seq: 3 });
    expect(await journal.verify()).toMatchObject({ ok: true, seq: 3 });
  });

  it.each([
    ['whole', 2],
    ['torn', 1],
    ['lost', 1],
  ] as const)('a commit not yet flushed may be %s after a crash', async (becomes, seq) => {
    const disk = createDisk();
    const held: (() => void)[] = [];
    let isSlow = false;
    const journal = openDiskJournal({
      disk,
      after: () => (isSlow ? new Promise((resolve) => held.push(resolve)) : atOnce()),
      fate: () => well,
    });
    await journal.append({ ...sampleBatch(1, 1), receipts: [sampleReceipt('kept')] });
    isSlow = true;
    void journal.append({ ...sampleBatch(2, 1), receipts: [sampleReceipt('unsure')] });
    // Written, and waiting for its flush.
    for (let turn = 0; turn < 2; turn += 1) {
      await new Promise(setImmediate);
      held.shift()?.();
    }
    await new Promise(setImmediate);
    expect(disk.durableSeq()).toBe(1);
    expect(disk.crash(() => ({ fate: becomes, rows: 1 }))).toBe(becomes);
    const after = openOn(disk);
    expect(await after.head()).toMatchObject({ seq });
    expect(disk.durableSeq()).toBe(seq);
    expect(await after.verify()).toMatchObject({ ok: true, seq });
    const keys = (await after.receipts(monday)).map(({ key }) => key);
    expect(keys).toEqual(seq === 2 ? ['kept', 'unsure'] : ['kept']);
  });
});
