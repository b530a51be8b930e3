import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { addDays, localDateOf } from '#core/calendar/business-day.ts';
import { hoursOf } from '#core/calendar/hours-of.ts';
import { nextOpening, searchDaysMax } from '#core/calendar/next-opening.ts';
import { cases } from '#test/support/cases.ts';
import { anyHours, anyZonedDay } from './arbitrary.ts';
import { hoursAllWeek, utc } from './hours.ts';

const shanghai = 'Asia/Shanghai';

describe('next opening', () => {
  it('[hours-on-the-door] is today before opening, tomorrow from opening on', () => {
    const hours = hoursAllWeek('08:30-18:30');
    const today = { day: '2026-03-02', opensAtMs: utc('2026-03-02T00:30:00Z') };
    const tomorrow = { day: '2026-03-03', opensAtMs: utc('2026-03-03T00:30:00Z') };
    expect(nextOpening(hours, shanghai, today.opensAtMs - 1)).toEqual(today);
    expect(nextOpening(hours, shanghai, today.opensAtMs)).toEqual(tomorrow);
    expect(nextOpening(hours, shanghai, utc('2026-03-02T12:00:00Z'))).toEqual(tomorrow);
  });

  it('goes over the days of the Spring Festival', () => {
    const exceptions = ['2026-02-17', '2026-02-18', '2026-02-19'].map((date) => ({
      date,
      hours: null,
      reason: 'spring-festival',
    }));
    const hours = hoursAllWeek('08:30-18:30', { exceptions });
    expect(nextOpening(hours, shanghai, utc('2026-02-16T11:00:00Z'))?.day).toBe('2026-02-20');
  });

  it('goes over the day that the zone left out', () => {
    const after = utc('2011-12-30T05:00:00Z'); // 19:00 on the 29th in Samoa
    expect(nextOpening(hoursAllWeek('08:30-18:30'), 'Pacific/Apia', after)).toEqual({
      day: '2011-12-31',
      opensAtMs: utc('2011-12-30T18:30:00Z'),
    });
  });

  it('is null for a hall that never opens again, and the search is bounded', () => {
    expect(nextOpening(hoursAllWeek(null), shanghai, utc('2026-03-02T00:00:00Z'))).toBeNull();
    const last = addDays('2026-03-02', searchDaysMax);
    const exceptions = [
      { date: last, hours: '09:00-19:00', reason: 'any' },
      { date: addDays(last, 1), hours: '09:00-19:00', reason: 'any' },
    ];
    const hours = hoursAllWeek(null, { exceptions });
    expect(nextOpening(hours, shanghai, utc('2026-03-02T00:00:00Z'))?.day).toBe(last);
    expect(nextOpening(hours, shanghai, utc('2026-03-01T00:00:00Z'))).toBeNull();
  });

  it('is later than the moment, and no opening lies between', () => {
    fc.assert(
      fc.property(
        anyHours,
        anyZonedDay,
        fc.integer({ min: 0, max: 86_399_999 }),
        (hours, { timezone, day }, ms) => {
          const afterMs =
            Temporal.PlainDate.from(day).toZonedDateTime(timezone).epochMilliseconds + ms;
          const found = nextOpening(hours, timezone, afterMs);
          const first = localDateOf(timezone, afterMs);
          const last = found?.day ?? addDays(first, 30);
          for (let each = first; each < last; each = addDays(each, 1)) {
            const opensAtMs = hoursOf(hours, timezone, each)?.opensAtMs ?? -Infinity;
            expect(opensAtMs).toBeLessThanOrEqual(afterMs);
          }
          if (found === null) return;
          expect(found.opensAtMs).toBeGreaterThan(afterMs);
          expect(hoursOf(hours, timezone, found.day)?.opensAtMs).toBe(found.opensAtMs);
        },
      ),
      cases(70, 200),
    );
  });

  it('is the same whatever was asked of these hours before, and in whichever zone', () => {
    const minute = fc.integer({ min: 0, max: 20 * 24 * 60 });
    const zone = fc.constantFrom(shanghai, 'Europe/Berlin');
    fc.assert(
      fc.property(anyHours, fc.array(fc.tuple(minute, zone), { minLength: 2 }), (hours, asked) => {
        for (const [minutes, timezone] of asked) {
          const afterMs = utc('2026-03-20T00:00:00Z') + minutes * 60_000;
          expect(nextOpening(hours, timezone, afterMs)).toEqual(
            nextOpening({ ...hours }, timezone, afterMs),
          );
        }
      }),
      cases(50, 200),
    );
  });
});
