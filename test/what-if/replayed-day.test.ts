import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { HallEvent } from '#core/events.ts';
import { createDayFold } from '#projections/day-fold.ts';
import { replayDay } from '#server/replay/replay.ts';
import { dayAsPlan } from '#server/what-if/day-as-plan.ts';
import { runWhatIf } from '#server/what-if/run.ts';
import { describeWithRecordedDays, recordedDaysFolder } from '#test/support/recorded-days.ts';

describeWithRecordedDays('a recorded day, replayed and then asked what if', () => {
  it.each([
    ['bank1999.csv', '1999-04-01'],
    ['station2022.csv', '2022-02-27'],
  ])(
    '%s, %s: with the staffing it had, every wait is the same to the millisecond',
    async (file, day) => {
      const events: HallEvent[] = [];
      await replayDay({
        file: join(recordedDaysFolder, file),
        day,
        hub: null,
        onJournalLine: (line) => {
          const event = JSON.parse(line) as HallEvent;
          // The replay steers the clock until the hall is closed, maybe into the next day.
          if (event.day === day) events.push(event);
        },
      });
      const fold = createDayFold();
      for (const event of events) fold.apply(event);
      const replayed = dayAsPlan(events);
      const happened: HallEvent[] = [];
      const again = await runWhatIf(replayed, {}, { onEvent: (event) => happened.push(event) });
      expect(replayed.plan.customers.length).toBeGreaterThan(50);
      expect(again.figures.totals).toEqual(fold.figures().totals);
      expect(waitsOf(happened)).toEqual(waitsOf(events));
    },
    120_000,
  );
});

function waitsOf(events: readonly HallEvent[]): readonly number[] {
  return events.flatMap((event) =>
    event.type === 'TicketCalled' && event.data.waitMs !== null ? [event.data.waitMs] : [],
  );
}
