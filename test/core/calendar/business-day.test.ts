import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  addDays,
  businessDayOf,
  dayExists,
  isBusinessDay,
  weekdayOf,
} from '#core/calendar/business-day.ts';
import { isTimeZone } from '#core/calendar/time-zone.ts';
import { utc } from './hours.ts';

const hallIn = (timezone: string) => ({ hall: { timezone } });
const anyDay = fc
  .integer({ min: 0, max: 73_000 })
  .map((days) => Temporal.PlainDate.from('1900-01-01').add({ days }).toString());

describe('business day', () => {
  it.each([
    ['Asia/Shanghai', '2026-03-01T15:59:59.999Z', '2026-03-01'],
    ['Asia/Shanghai', '2026-03-01T16:00:00Z', '2026-03-02'],
    ['America/New_York', '2026-03-08T04:59:59Z', '2026-03-07'],
    ['America/New_York', '2026-03-08T05:00:00Z', '2026-03-08'],
    ['Asia/Kathmandu', '2026-03-01T18:15:00Z', '2026-03-02'],
    ['Pacific/Apia', '2011-12-30T09:59:59Z', '2011-12-29'],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31'],
  ])('in %s %s falls on %s', (timezone, at, day) => {
    expect(businessDayOf(hallIn(timezone), utc(at))).toBe(day);
  });

  it('ends with its last millisecond, whichever was asked before', () => {
    const midnight = utc('2026-03-01T16:00:00Z');
    const next = utc('2026-03-02T16:00:00Z');
    const day = (atMs: number) => businessDayOf(hallIn('Asia/Shanghai'), atMs);
    const asked = [midnight - 1, midnight, midnight - 1, next - 1, next, next - 1].map(day);
    const [first, second, third] = ['2026-03-01', '2026-03-02', '2026-03-03'];
    expect(asked).toEqual([first, second, first, second, third, second]);
    expect(businessDayOf(hallIn('UTC'), next - 1)).toBe('2026-03-02');
    expect(businessDayOf(hallIn('UTC'), midnight - 1)).toBe('2026-03-01');
    expect(day(next)).toBe(third);
  });

  it('addDays goes over months, leap days and years', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(addDays('2026-03-29', 1)).toBe('2026-03-30'); // a day of 23 hours in Berlin
  });

  it('addDays there and back is the same day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        expect(addDays(addDays(day, count), -count)).toBe(day);
      }),
    );
  });

  it('weekdayOf names the day', () => {
    const names = [0, 1, 2, 3, 4, 5, 6].map((ahead) => weekdayOf(addDays('2026-03-02', ahead)));
    expect(names).toEqual(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
  });

  it('weekdayOf repeats after seven days', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(weekdayOf(addDays(day, 7))).toBe(weekdayOf(day));
        expect(weekdayOf(addDays(day, 1))).not.toBe(weekdayOf(day));
      }),
    );
  });

  it('isBusinessDay takes dates of the calendar only', () => {
    for (const good of ['2026-03-02', '2028-02-29', '2026-12-31']) {
      expect(isBusinessDay(good)).toBe(true);
    }
    const wrong = ['2026-02-29', '2026-13-01', '2026-3-2', '20260302', '', '2026-03-02T00'];
    for (const bad of [...wrong, '+002026-03-02']) {
      expect(isBusinessDay(bad)).toBe(false);
    }
  });

  it('dayExists knows the day that Samoa left out', () => {
    expect(dayExists('Pacific/Apia', '2011-12-29')).toBe(true);
    expect(dayExists('Pacific/Apia', '2011-12-30')).toBe(false);
    expect(dayExists('Pacific/Apia', '2011-12-31')).toBe(true);
    expect(dayExists('Asia/Shanghai', '2011-12-30')).toBe(true);
  });
});

describe('time zone', () => {
  it('is a name of the database, not an offset', () => {
    for (const good of ['Asia/Shanghai', 'Europe/Berlin', 'UTC', 'PRC', 'asia/shanghai']) {
      expect(isTimeZone(good)).toBe(true);
    }
    const wrong = ['', '+08:00', 'Asia/Beijing', 'Z', 'Mars/Olympus', 'Asia/Shanghai '];
    for (const bad of [...wrong, '2026-03-02T09:00+08:00[Asia/Shanghai]']) {
      expect(isTimeZone(bad)).toBe(false);
    }
  });
});
