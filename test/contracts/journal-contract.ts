import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { genesisHash, hashEvent } from '#journal/chain.ts';
import { readLimitMax } from '#journal/journal.ts';
import type { Batch, Journal, JournalRecord } from '#journal/journal.ts';
import {
  failureOf,
  monday,
  sampleBatch,
  sampleEvent,
  sampleReceipt,
  tuesday,
  wednesday,
} from '#test/journal/journal-samples.ts';

/** A storage under contract: how to begin, and how to change it behind the journal's back. */
export interface JournalHarness {
  /** An open, empty journal. */
  readonly journal: Journal;
  tamper(seq: number, change: Partial<JournalRecord>): void;
  remove(seq: number): void;
  /** A journal opened anew on what the closed one left. */
  reopen(): Promise<Journal>;
}

/** Everything that the hub relies on, whatever holds the journal. */
export function describeJournalContract(name: string, begin: () => Promise<JournalHarness>): void {
  describe(`journal contract: ${name}`, () => {
    let harness: JournalHarness;
    let journal: Journal;
    beforeEach(async () => {
      harness = await begin();
      ({ journal } = harness);
    });
    afterEach(() => journal.close());

    it('is empty at first: head 0, no days, verified', async () => {
      expect(await journal.head()).toEqual({ seq: 0, hash: genesisHash, day: null });
      expect(await journal.days()).toEqual([]);
      expect(await journal.read(1, 10)).toEqual([]);
      expect(await journal.readDay(monday)).toEqual([]);
      expect(await journal.receipts(monday)).toEqual([]);
      expect(await journal.verify()).toEqual({ ok: true, seq: 0, hash: genesisHash, days: 0 });
    });

    it('reads back what was appended, byte for byte and linked by hashes', async () => {
      const events = [sampleEvent(1, monday, { text: '排号 “A001” \u2028 😀' }), sampleEvent(2)];
      const appended = await journal.append({ events, receipts: [] });
      const records = await journal.readDay(monday);
      expect(records.map(({ seq, day, body }) => ({ seq, day, body }))).toEqual(events);
      const [first, second] = records as [JournalRecord, JournalRecord];
      expect(first.prevHash).toBe(genesisHash);
      expect(first.hash).toBe(hashEvent(genesisHash, first.body));
      expect(second.prevHash).toBe(first.hash);
      expect(second.hash).toBe(hashEvent(first.hash, second.body));
      expect(appended).toEqual({ seq: 2, hash: second.hash });
      expect(await journal.head()).toEqual({ seq: 2, hash: second.hash, day: monday });
    });

    it('an empty batch adds nothing', async () => {
      const appended = await journal.append(sampleBatch(1, 3, monday));
      const head = await journal.head();
      expect(await journal.append({ events: [], receipts: [] })).toEqual(appended);
      expect(await journal.head()).toEqual(head);
      expect(await journal.verify()).toMatchObject({ ok: true, seq: 3 });
    });

    it('accepts a body whose fields stand in another order', async () => {
      const event = { seq: 1, day: monday, body: `{ "type": "x", "day": "${monday}", "seq": 1 }` };
      await journal.append({ events: [event], receipts: [] });
      expect((await journal.read(1, 1))[0]?.body).toBe(event.body);
      expect((await journal.verify()).ok).toBe(true);
    });

    it('lists days and reads each by itself', async () => {
      await journal.append(sampleBatch(1, 3, monday));
      await journal.append({
        events: [sampleEvent(4, monday), sampleEvent(5, tuesday)],
        receipts: [],
      });
      await journal.append(sampleBatch(6, 2, wednesday));
      expect(await journal.days()).toEqual([
        { day: monday, fromSeq: 1, toSeq: 4 },
        { day: tuesday, fromSeq: 5, toSeq: 5 },
        { day: wednesday, fromSeq: 6, toSeq: 7 },
      ]);
      expect(seqsOf(await journal.readDay(monday))).toEqual([1, 2, 3, 4]);
      expect(seqsOf(await journal.readDay(tuesday))).toEqual([5]);
      expect(seqsOf(await journal.readDay(wednesday))).toEqual([6, 7]);
      expect(await journal.readDay('2026-03-05')).toEqual([]);
    });

    it('reads a range, and says so when the range is none', async () => {
      await journal.append(sampleBatch(1, 9));
      expect(seqsOf(await journal.read(3, 4))).toEqual([3, 4, 5, 6]);
      expect(seqsOf(await journal.read(8, 100))).toEqual([8, 9]);
      expect(await journal.read(10, 5)).toEqual([]);
      for (const [from, limit] of [
        [0, 1],
        [1, 0],
        [1.5, 1],
        [1, readLimitMax + 1],
      ] as const) {
        await expect(journal.read(from, limit)).rejects.toThrow(RangeError);
      }
    });

    it('keeps receipts beside the events, the later of one key, and of the day before', async () => {
      const first = sampleReceipt('tap-1');
      await journal.append({ events: [sampleEvent(1)], receipts: [first, sampleReceipt('tap-2')] });
      const later = sampleReceipt('tap-2', monday, '{"ok":false,"text":"排"}');
      await journal.append({ events: [], receipts: [later] });
      expect(await journal.receipts(monday)).toEqual([first, later]);
      expect(await journal.head()).toMatchObject({ seq: 1 });

      await journal.append({
        events: [sampleEvent(2, tuesday)],
        receipts: [sampleReceipt('tap-1', tuesday)],
      });
      expect(await journal.receipts(monday)).toEqual([first, later]);
      expect(await journal.receipts(tuesday)).toHaveLength(1);
      await journal.append(sampleBatch(3, 1, wednesday));
      expect(await journal.receipts(monday)).toEqual([]);
      expect(await journal.receipts(tuesday)).toHaveLength(1);
    });

    it('refuses a stale writer and writes nothing of its batch', async () => {
      await journal.append(sampleBatch(1, 2));
      const head = await journal.head();
      for (const fromSeq of [1, 2, 4]) {
        const batch = { ...sampleBatch(fromSeq, 2), receipts: [sampleReceipt(`k${fromSeq}`)] };
        const error = await failureOf(journal.append(batch), 'stale-writer');
        expect(error.context).toMatchObject({ seq: fromSeq, headSeq: 2 });
      }
      expect(await journal.head()).toEqual(head);
      expect(await journal.receipts(monday)).toEqual([]);
      expect(await journal.append(sampleBatch(3, 1))).toMatchObject({ seq: 3 });
    });

    it.each<[string, Batch]>([
      ['a gap inside', { events: [sampleEvent(1), sampleEvent(3)], receipts: [] }],
      ['a body of another seq', { events: [{ ...sampleEvent(2), seq: 1 }], receipts: [] }],
      ['a body of another day', { events: [{ ...sampleEvent(1), day: tuesday }], receipts: [] }],
      ['no JSON', { events: [{ seq: 1, day: monday, body: '{"seq":1' }], receipts: [] }],
      ['no day', { events: [sampleEvent(1, 'monday')], receipts: [] }],
      [
        'a day that goes back',
        { events: [sampleEvent(1, tuesday), sampleEvent(2, monday)], receipts: [] },
      ],
      [
        'a text that cannot be stored',
        { events: [sampleEvent(1)], receipts: [sampleReceipt('\ud800')] },
      ],
    ])('throws at a malformed batch, whole: %s', async (_, batch) => {
      await expect(journal.append(batch)).rejects.toThrow(TypeError);
      expect(await journal.head()).toMatchObject({ seq: 0 });
      expect(await journal.read(1, 10)).toEqual([]);
      expect(await journal.receipts(monday)).toEqual([]);
      expect(await journal.append(sampleBatch(1, 1))).toMatchObject({ seq: 1 });
    });

    it('writes appends that wait together in the order made, and answers each for itself', async () => {
      const waiting = Array.from({ length: 200 }, (_, at) =>
        journal.append({
          events: [sampleEvent(at + 1)],
          receipts: [sampleReceipt(`key-${at}`)],
        }),
      );
      const stale = journal.append(sampleBatch(7, 1));
      const after = journal.append(sampleBatch(201, 1));
      await failureOf(stale, 'stale-writer');
      expect((await Promise.all(waiting)).map(({ seq }) => seq)).toEqual(
        Array.from({ length: 200 }, (_, at) => at + 1),
      );
      expect(await after).toMatchObject({ seq: 201 });
      const records = await journal.readDay(monday);
      const answers = await Promise.all(waiting);
      expect(answers.map(({ hash }) => hash)).toEqual(
        records.slice(0, 200).map(({ hash }) => hash),
      );
      expect(await journal.receipts(monday)).toHaveLength(200);
      expect(await journal.verify()).toMatchObject({ ok: true, seq: 201, days: 1 });
    });

    it('shows to every reading what was acknowledged before it', async () => {
      for (let seq = 1; seq <= 20; seq += 1) {
        await journal.append(sampleBatch(seq, 1));
        expect(seqsOf(await journal.read(seq, 5))).toEqual([seq]);
      }
    });

    it('writes what was accepted before it closes, and refuses afterwards', async () => {
      const accepted = [1, 2, 3].map((seq) => journal.append(sampleBatch(seq, 1)));
      const closed = journal.close();
      expect((await Promise.all(accepted)).map(({ seq }) => seq)).toEqual([1, 2, 3]);
      await closed;
      await journal.close(); // a second time is nothing
      await failureOf(journal.append(sampleBatch(4, 1)), 'cannot-write');
      await failureOf(journal.read(1, 1), 'cannot-open');

      journal = await harness.reopen();
      expect(await journal.head()).toMatchObject({ seq: 3, day: monday });
      expect(seqsOf(await journal.readDay(monday))).toEqual([1, 2, 3]);
      expect(await journal.append(sampleBatch(4, 1, tuesday))).toMatchObject({ seq: 4 });
      expect(await journal.verify()).toMatchObject({ ok: true, seq: 4, days: 2 });
    });

    it('reports the progress of a verification up to the whole', async () => {
      await journal.append(sampleBatch(1, 50));
      const progress: [number, number][] = [];
      await journal.verify((done, total) => progress.push([done, total]));
      expect(progress[0]).toEqual([0, 50]);
      expect(progress.at(-1)).toEqual([50, 50]);
    });

    it('property: random batches come back equal and chained', async () => {
      const written: { seq: number; day: string; body: string }[] = [];
      let dayNumber = 1;
      const property = fc.asyncProperty(
        fc.array(arbitraryBatch, { maxLength: 5 }),
        async (plans) => {
          const appends: Promise<unknown>[] = [];
          for (const { isNewDay, datas, results } of plans) {
            if (isNewDay) dayNumber += 1;
            const day = `2026-${String(Math.ceil(dayNumber / 28)).padStart(2, '0')}-${String((dayNumber % 28) + 1).padStart(2, '0')}`;
            if (day < (written.at(-1)?.day ?? '')) continue;
            const events = datas.map((data, at) => sampleEvent(written.length + at + 1, day, data));
            const receipts = results.map((result, at) =>
              sampleReceipt(`${written.length}-${at}`, day, result),
            );
            written.push(...events);
            appends.push(journal.append({ events, receipts }));
          }
          const before = written.length;
          await Promise.all(appends);
          const records = await journal.read(1, readLimitMax);
          expect(records.map(({ seq, day, body }) => ({ seq, day, body }))).toEqual(written);
          let prevHash = genesisHash;
          for (const record of records) {
            expect(record.prevHash).toBe(prevHash);
            prevHash = hashEvent(prevHash, record.body);
            expect(record.hash).toBe(prevHash);
          }
          expect(await journal.head()).toMatchObject({ seq: before, hash: prevHash });
        },
      );
      await fc.assert(property, { numRuns: 40, endOnFailure: true });
      const days = new Set(written.map(({ day }) => day)).size;
      expect(await journal.verify()).toMatchObject({ ok: true, seq: written.length, days });
    });

    it('property: one changed character anywhere is found, and its event named', async () => {
      const events = Array.from({ length: 24 }, (_, at) =>
        sampleEvent(at + 1, at < 12 ? monday : tuesday, { number: `A${at}`, text: '缴费' }),
      );
      await journal.append({ events, receipts: [] });
      const records = await journal.read(1, 100);
      const property = fc.asyncProperty(
        fc.nat({ max: records.length - 1 }),
        fc.constantFrom('body', 'prevHash', 'hash', 'day'),
        fc.nat(),
        fc.constantFrom('0', 'a', 'F', ' ', '号'),
        async (at, field, offset, character) => {
          const record = records[at] as JournalRecord;
          const text = record[field];
          const place = offset % text.length;
          const changed = text.slice(0, place) + character + text.slice(place + 1);
          fc.pre(changed !== text);
          harness.tamper(record.seq, { [field]: changed });
          const report = await journal.verify();
          harness.tamper(record.seq, { [field]: text });
          const expected = { body: 'hash', prevHash: 'link', hash: 'hash', day: 'body' }[field];
          expect(report).toMatchObject({ ok: false, seq: record.seq, what: expected });
          expect(report).toHaveProperty('where', expect.stringContaining(`event ${record.seq} `));
        },
      );
      await fc.assert(property, { numRuns: 25, endOnFailure: true });
      expect(await journal.verify()).toMatchObject({ ok: true, seq: 24 });
    });

    it('finds a missing event, and a missing end', async () => {
      await journal.append(sampleBatch(1, 10));
      harness.remove(10);
      expect(await journal.verify()).toMatchObject({ ok: false, seq: 10, what: 'tail' });
      harness.remove(4);
      expect(await journal.verify()).toMatchObject({ ok: false, seq: 4, what: 'gap' });
      harness.remove(1);
      expect(await journal.verify()).toMatchObject({ ok: false, seq: 1, what: 'gap' });
    });

    it('finds an event that was forged with a hash of its own', async () => {
      await journal.append(sampleBatch(1, 10));
      const [, , third] = (await journal.read(1, 3)) as [unknown, unknown, JournalRecord];
      const body = third.body.replace('kiosk-1', 'kiosk-2');
      harness.tamper(3, { body, hash: hashEvent(third.prevHash, body) });
      expect(await journal.verify()).toMatchObject({ ok: false, seq: 4, what: 'link' });
    });
  });
}

const arbitraryBatch = fc.record({
  isNewDay: fc.boolean(),
  datas: fc.array(fc.oneof(fc.jsonValue(), fc.string({ unit: 'grapheme' })), {
    minLength: 1,
    maxLength: 4,
  }),
  results: fc.array(fc.json(), { maxLength: 2 }),
});

function seqsOf(records: readonly JournalRecord[]): number[] {
  return records.map(({ seq }) => seq);
}
