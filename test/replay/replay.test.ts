import { join } from 'node:path';
import { expect, it } from 'vitest';
import { replayDay } from '#server/replay/replay.ts';
import { describeWithRecordedDays, recordedDaysFolder } from '#test/support/recorded-days.ts';

describeWithRecordedDays('a recorded day through a real hub', () => {
  it.each([
    ['station2022.csv', '2022-02-27'],
    ['clinic2019.csv', '2019-08-03'],
  ])(
    '%s, %s: everybody is seen to, the hall closes, the journal verifies',
    async (file, day) => {
      const result = await replayDay({ file: join(recordedDaysFolder, file), day, hub: null });
      const { recorded, replayed } = result;
      expect(replayed.issued).toBe(recorded.tickets);
      expect(replayed.served + replayed.missed + replayed.cancelled).toBe(recorded.tickets);
      expect(Object.keys(replayed.refusals).filter((rule) => !expected.has(rule))).toEqual([]);
      expect(result.hallState).toBe('closed');
      expect(result.chain.events).toBeGreaterThan(replayed.issued * 3);
    },
    60_000,
  );
});

/** Rules that a recorded clerk runs into by leaving early. */
const expected = new Set(['serve-everyone-queued', 'no-pause-while-waiting']);
