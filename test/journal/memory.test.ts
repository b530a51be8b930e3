import { describe, expect, it } from 'vitest';
import { createJournalError } from '#journal/errors.ts';
import { createMemoryJournal } from '#journal/memory.ts';
import { describeJournalContract } from '#test/contracts/journal-contract.ts';
import { failureOf, monday, sampleBatch } from './journal-samples.ts';

describeJournalContract('memory', async () => {
  const journal = createMemoryJournal();
  return {
    journal,
    tamper: journal.tamper,
    remove: journal.remove,
    reopen: async () => createMemoryJournal(journal.records()),
  };
});

describe('memory journal', () => {
  it('fails the next append as told, with all that waits behind it, and then works again', async () => {
    const journal = createMemoryJournal();
    await journal.append(sampleBatch(1, 1));
    journal.failNextAppend(createJournalError('cannot-write', 'the disk is full'));
    const waiting = [journal.append(sampleBatch(2, 1)), journal.append(sampleBatch(3, 1))];
    for (const append of waiting) await failureOf(append, 'cannot-write');
    expect(await journal.head()).toMatchObject({ seq: 1 });
    expect(await journal.append(sampleBatch(2, 1))).toMatchObject({ seq: 2 });
    expect(await journal.readDay(monday)).toHaveLength(2);
  });

  it('holds appends until they are released, in order', async () => {
    const journal = createMemoryJournal();
    journal.hold();
    const order: number[] = [];
    const appends = [1, 2, 3].map((seq) =>
      journal.append(sampleBatch(seq, 1)).then((appended) => order.push(appended.seq)),
    );
    await Promise.resolve();
    expect(journal.waitingCount).toBe(3);
    expect(await journal.head()).toMatchObject({ seq: 0 });
    expect(order).toEqual([]);
    journal.release();
    await Promise.all(appends);
    expect(order).toEqual([1, 2, 3]);
    expect(journal.waitingCount).toBe(0);
  });

  it('begins with a given history, as a hub after a crash', async () => {
    const first = createMemoryJournal();
    await first.append(sampleBatch(1, 4));
    const second = createMemoryJournal(first.records());
    expect(await second.head()).toEqual(await first.head());
    expect(await second.append(sampleBatch(5, 1))).toMatchObject({ seq: 5 });
    expect(await first.head()).toMatchObject({ seq: 4 });
  });
});
