import { describe, expect, it } from 'vitest';
import { viewNames } from '#protocol/views.ts';
import { buildView } from '#projections/views.ts';
import { busyHall, microsecondsOf } from './busy-hall.ts';

describe('cost of the views', () => {
  it('no view grows with the length of the line, in time or in bytes', { timeout: 60_000 }, () => {
    const short = busyHall(200);
    const long = busyHall(2000);
    for (const view of viewNames) {
      const measure = (hall: typeof short) => {
        const subject = { counter: '20', ticket: hall.ticket('C020').id };
        const data = buildView(view, subject, hall.sources());
        expect(data).not.toBeNull();
        const us = microsecondsOf(hall, (sources) => buildView(view, subject, sources));
        return { us, bytes: JSON.stringify(data).length };
      };
      const [few, many] = [measure(short), measure(long)];
      if (process.env['SHOW_COST'] !== undefined)
        process.stdout.write(`${view} ${JSON.stringify({ few, many })}\n`);
      expect(many.bytes, view).toBeLessThan(few.bytes * 1.5);
      // Ten times the line: a view that walked it would take several times as long.
      expect(many.us, view).toBeLessThan(few.us * 3 + 50);
    }
  });
});
