/** A process for crash tests: appends to the journal of a folder without end, printing each acknowledged seq. */
import { isJournalError } from '#journal/errors.ts';
import { openJournal } from '#journal/open.ts';

const day = '2026-03-02';
const dataDir = process.argv[2];
if (dataDir === undefined) throw new TypeError('no data folder given');
const journal = await openJournal({ dataDir });
for (let { seq } = await journal.head(); ;) {
  const events = Array.from({ length: 5 }, (_, at) => {
    const body = JSON.stringify({ seq: seq + at + 1, day, text: 'x'.repeat(300) });
    return { seq: seq + at + 1, day, body };
  });
  try {
    ({ seq } = await journal.append({ events, receipts: [] }));
    process.stdout.write(`${String(seq)}\n`);
  } catch (error) {
    if (!isJournalError(error)) throw error;
    process.stdout.write(`${error.code} ${String(seq)}\n`);
    if (error.code !== 'cannot-write') throw error;
  }
}
