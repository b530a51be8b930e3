import { describe, expect, it } from 'vitest';
import { exceptionsWithin, week } from '#core/calendar/week.ts';
import { hoursAllWeek } from './hours.ts';

const exceptions = [
  { date: '2026-03-05', hours: '09:00-16:00', reason: 'national-day' },
  { date: '2026-03-03', hours: null, reason: 'spring-festival' },
  { date: '2026-04-01', hours: null, reason: 'spring-festival' },
];

describe('week', () => {
  it('[hours-on-the-door] lists the days with their hours and exceptions', () => {
    const hours = hoursAllWeek('08:30-18:30', { exceptions, days: { sun: '09:00-19:00' } });
    const days = week(hours, 'Asia/Shanghai', '2026-03-02', 7);
    const lines = days.map((each) => [each.day, each.weekday, each.from, each.to, each.reason]);
    expect(lines).toEqual([
      ['2026-03-02', 'mon', '08:30', '18:30', null],
      ['2026-03-03', 'tue', null, null, 'spring-festival'],
      ['2026-03-04', 'wed', '08:30', '18:30', null],
      ['2026-03-05', 'thu', '09:00', '16:00', 'national-day'],
      ['2026-03-06', 'fri', '08:30', '18:30', null],
      ['2026-03-07', 'sat', '08:30', '18:30', null],
      ['2026-03-08', 'sun', '09:00', '19:00', null],
    ]);
  });

  it('leaves out a date that the zone left out', () => {
    const days = week(hoursAllWeek('08:30-18:30'), 'Pacific/Apia', '2011-12-29', 3);
    expect(days.map(({ day }) => day)).toEqual(['2011-12-29', '2011-12-31', '2012-01-01']);
  });

  it('lists the exceptions ahead in order of their dates', () => {
    const hours = hoursAllWeek('08:30-18:30', { exceptions });
    const dates = (from: string, count: number) =>
      exceptionsWithin(hours, from, count).map(({ day }) => day);
    expect(dates('2026-03-01', 60)).toEqual(['2026-03-03', '2026-03-05', '2026-04-01']);
    expect(dates('2026-03-03', 29)).toEqual(['2026-03-03', '2026-03-05']);
    expect(dates('2026-03-04', 1)).toEqual([]);
  });
});
