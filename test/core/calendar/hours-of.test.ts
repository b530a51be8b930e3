import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { addDays, businessDayOf, dayExists } from '#core/calendar/business-day.ts';
import { hoursOf, postedHoursOf } from '#core/calendar/hours-of.ts';
import { cases } from '#test/support/cases.ts';
import { hoursAllWeek, utc } from './hours.ts';
import { anyHours, anyZonedDay } from './arbitrary.ts';

const at = (ms: number | undefined) =>
  ms === undefined ? null : Temporal.Instant.fromEpochMilliseconds(ms).toString();

function spell(text: string, timezone: string, day: string, closingNoticeMinutes = 15) {
  const found = hoursOf(hoursAllWeek(text, { closingNoticeMinutes }), timezone, day);
  return found === null ? null : [at(found.opensAtMs), at(found.remindsAtMs), at(found.closesAtMs)];
}

describe('hours of a business day', () => {
  it('[hours-on-the-door] are local times of the hall as instants', () => {
    expect(spell('08:30-18:30', 'Asia/Shanghai', '2026-03-02')).toEqual([
      '2026-03-02T00:30:00Z',
      '2026-03-02T10:15:00Z',
      '2026-03-02T10:30:00Z',
    ]);
  });

  it('an exception goes before the week', () => {
    const hours = hoursAllWeek('08:30-18:30', {
      exceptions: [
        { date: '2026-02-17', hours: null, reason: 'spring-festival' },
        { date: '2026-10-02', hours: '09:00-16:00', reason: 'national-day' },
      ],
    });
    expect(hoursOf(hours, 'Asia/Shanghai', '2026-02-17')).toBeNull();
    expect(postedHoursOf(hours, '2026-02-17').reason).toBe('spring-festival');
    expect(hoursOf(hours, 'Asia/Shanghai', '2026-10-02')).toEqual({
      opensAtMs: utc('2026-10-02T01:00:00Z'),
      remindsAtMs: utc('2026-10-02T07:45:00Z'),
      closesAtMs: utc('2026-10-02T08:00:00Z'),
    });
    expect(postedHoursOf(hours, '2026-10-03').reason).toBeNull();
  });

  it('a weekday without hours stays closed', () => {
    const hours = hoursAllWeek('08:30-18:30', { days: { sun: null } });
    expect(hoursOf(hours, 'Asia/Shanghai', '2026-03-01')).toBeNull();
    expect(hoursOf(hours, 'Asia/Shanghai', '2026-03-02')).not.toBeNull();
  });

  it('24:00 is the end of the day', () => {
    expect(spell('00:00-24:00', 'Asia/Shanghai', '2026-03-02')).toEqual([
      '2026-03-01T16:00:00Z',
      '2026-03-02T15:45:00Z',
      '2026-03-02T16:00:00Z',
    ]);
  });

  it('[closing-reminder] the reminder never stands before opening', () => {
    const opensAt = '2026-03-02T01:00:00Z';
    const closesAt = '2026-03-02T01:10:00Z';
    expect(spell('09:00-09:10', 'Asia/Shanghai', '2026-03-02')).toEqual([
      opensAt,
      opensAt,
      closesAt,
    ]);
  });

  it.each([
    // Berlin, clocks forward on 2026-03-29 at 02:00 and back on 2026-10-25 at 03:00.
    ['Europe/Berlin', '2026-03-28', '00:00-24:00', 24],
    ['Europe/Berlin', '2026-03-29', '00:00-24:00', 23],
    ['Europe/Berlin', '2026-10-25', '00:00-24:00', 25],
    ['Europe/Berlin', '2026-03-29', '08:30-18:30', 10],
    ['America/New_York', '2026-03-08', '00:00-24:00', 23],
    ['America/New_York', '2026-11-01', '00:00-24:00', 25],
    // The southern hemisphere turns the other way round; Lord Howe by half an hour.
    ['Australia/Sydney', '2026-04-05', '00:00-24:00', 25],
    ['Australia/Sydney', '2026-10-04', '00:00-24:00', 23],
    ['Australia/Lord_Howe', '2026-10-04', '00:00-24:00', 23.5],
    ['America/Santiago', '2026-09-06', '00:00-24:00', 23], // the gap is at midnight
    ['America/Santiago', '2026-04-04', '00:00-24:00', 25],
    ['Asia/Shanghai', '2026-03-29', '00:00-24:00', 24],
    ['Pacific/Apia', '2011-12-29', '00:00-24:00', 24],
    ['Pacific/Apia', '2011-12-31', '00:00-24:00', 24],
  ])('in %s the %s, open %s, lasts %d hours', (timezone, day, text, hours) => {
    const found = hoursOf(hoursAllWeek(text), timezone, day);
    expect((found!.closesAtMs - found!.opensAtMs) / 3_600_000).toBe(hours);
  });

  it('a time that daylight saving leaves out moves on by the gap', () => {
    expect(spell('02:30-12:30', 'Europe/Berlin', '2026-03-29')?.[0]).toBe('2026-03-29T01:30:00Z');
    expect(spell('02:30-12:30', 'America/New_York', '2026-03-08')?.[0]).toBe(
      '2026-03-08T07:30:00Z',
    );
  });

  it('a time that happens twice is the first', () => {
    expect(spell('02:30-12:30', 'Europe/Berlin', '2026-10-25')?.[0]).toBe('2026-10-25T00:30:00Z');
    expect(spell('08:30-23:30', 'America/Santiago', '2026-04-04')?.[2]).toBe(
      '2026-04-05T02:30:00Z',
    );
  });

  it('a day that the zone left out has no hours, and none run into it', () => {
    expect(spell('08:30-18:30', 'Pacific/Apia', '2011-12-30')).toBeNull();
    expect(spell('08:30-24:00', 'Pacific/Apia', '2011-12-29')?.[2]).toBe('2011-12-30T10:00:00Z');
    expect(spell('00:00-24:00', 'Pacific/Kwajalein', '1993-08-21')).toBeNull();
  });

  it('hours swallowed by a gap leave the hall closed', () => {
    // 23:30 to 00:30 was left out in Toronto: both times fall together at the end of that day.
    expect(spell('23:40-23:50', 'America/Toronto', '1919-03-30')).toBeNull();
    expect(spell('22:00-23:50', 'America/Toronto', '1919-03-30')?.[2]).toBe('1919-03-31T04:30:00Z');
  });

  it('hours of consecutive days never overlap, whatever zone and hours', () => {
    fc.assert(
      fc.property(anyHours, anyZonedDay, (hours, { timezone, day }) => {
        const today = hoursOf(hours, timezone, day);
        const tomorrow = hoursOf(hours, timezone, addDays(day, 1));
        if (today === null || tomorrow === null) return;
        expect(today.closesAtMs).toBeLessThanOrEqual(tomorrow.opensAtMs);
      }),
      cases(300, 1000),
    );
  });

  it('hours lie in order, and within their own business day', () => {
    fc.assert(
      fc.property(anyHours, anyZonedDay, (hours, { timezone, day }) => {
        const found = hoursOf(hours, timezone, day);
        if (found === null) return;
        expect(dayExists(timezone, day)).toBe(true);
        expect(found.opensAtMs).toBeLessThanOrEqual(found.remindsAtMs);
        expect(found.remindsAtMs).toBeLessThanOrEqual(found.closesAtMs);
        expect(found.opensAtMs).toBeLessThan(found.closesAtMs);
        const hall = { hall: { timezone } };
        expect(businessDayOf(hall, found.opensAtMs)).toBe(day);
        expect(businessDayOf(hall, found.closesAtMs - 1)).toBe(day);
      }),
      cases(300, 1000),
    );
  });

  it('is read back from its own local time where the day has no change of clocks', () => {
    fc.assert(
      fc.property(anyHours, anyZonedDay, (hours, { timezone, day }) => {
        const found = hoursOf(hours, timezone, day);
        const date = Temporal.PlainDate.from(day);
        if (found === null || date.toZonedDateTime(timezone).hoursInDay !== 24) return;
        const opens = Temporal.Instant.fromEpochMilliseconds(found.opensAtMs);
        const posted = postedHoursOf(hours, day).opening;
        const local = opens.toZonedDateTimeISO(timezone).toPlainTime();
        expect(local.toString({ smallestUnit: 'minute' })).toBe(posted!.from);
      }),
      cases(150, 500),
    );
  });
});
