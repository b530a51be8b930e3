import { describe, expect, it } from 'vitest';
import { checkHours } from '#core/calendar/check-hours.ts';
import { hoursAllWeek } from './hours.ts';

const strict = { openEveryDay: 'strict' } as const;
const exception = (hours: string | null, reason: string) =>
  hoursAllWeek('08:30-18:30', { exceptions: [{ date: '2026-05-01', hours, reason }] });

describe('checkHours', () => {
  it('[open-every-day] seven days of ten hours are in order', () => {
    expect(checkHours(hoursAllWeek('08:30-18:30'), strict)).toEqual([]);
    expect(checkHours(hoursAllWeek('00:00-24:00'), strict)).toEqual([]);
  });

  it('[open-every-day] a closed and a short weekday are both named', () => {
    const hours = hoursAllWeek('08:30-18:30', { days: { sat: '09:00-18:59', sun: null } });
    expect(checkHours(hours, strict)).toEqual([
      {
        rule: 'open-every-day',
        kind: 'short',
        where: { kind: 'weekday', weekday: 'sat' },
        openMinutes: 599,
      },
      {
        rule: 'open-every-day',
        kind: 'closed',
        where: { kind: 'weekday', weekday: 'sun' },
        openMinutes: 0,
      },
    ]);
  });

  it.each([
    [null, 'spring-festival', null],
    [null, 'national-day', 'closed'],
    [null, 'stocktaking', 'closed'],
    ['09:00-16:00', 'spring-festival', null],
    ['09:00-16:00', 'national-day', null],
    ['09:00-16:00', 'stocktaking', 'short'],
    ['07:00-22:00', 'sale', null],
  ])('[open-every-day] an exception open %s for %s: %s', (hours, reason, kind) => {
    const found = checkHours(exception(hours, reason), strict);
    expect(found.map((problem) => problem.kind)).toEqual(kind === null ? [] : [kind]);
    if (kind !== null) {
      expect(found[0]?.where).toEqual({ kind: 'exception', index: 0, date: '2026-05-01' });
    }
  });

  it('[open-every-day] a hall may keep hours of its own', () => {
    expect(checkHours(hoursAllWeek(null), { openEveryDay: 'off' })).toEqual([]);
  });
});
