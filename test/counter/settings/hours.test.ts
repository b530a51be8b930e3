import { describe, expect, it } from 'vitest';
import { isDay, weeksOf } from '#counter/settings/hours/dates.ts';
import { dayByKey, factsOf, specialDaysOf } from '#counter/settings/hours/day-facts.ts';
import { timeTyped } from '#counter/settings/hours/span-field.ts';
import type { HoursSettings } from '#server/settings/draft.ts';

const usual = '08:30-18:30';
const hours: HoursSettings = {
  weekly: { mon: usual, tue: usual, wed: usual, thu: usual, fri: usual, sat: usual, sun: 'closed' },
  exceptions: [
    { date: '2026-02-18', hours: 'closed', reason: 'spring-festival' },
    { date: '2026-02-16', hours: 'closed', reason: 'spring-festival' },
    { date: '2026-02-17', hours: 'closed', reason: 'spring-festival' },
    { date: '2026-02-19', hours: '09:00-16:00', reason: 'spring-festival' },
    { date: '2026-02-20', hours: '09:00-16:00', reason: 'stocktaking' },
    { date: '2026-02-22', hours: '09:00-16:00', reason: 'stocktaking' },
    { date: '2027-01-01', hours: 'closed', reason: 'spring-festival' },
  ],
};

describe('the calendar of the hours', () => {
  it('has weeks from Monday on, filled up with the days around', () => {
    const weeks = weeksOf('2026-02');
    expect(weeks[0]?.[0]).toBe('2026-01-26');
    expect(weeks.at(-1)?.at(-1)).toBe('2026-03-01');
    expect(weeks.every((week) => week.length === 7)).toBe(true);
  });

  it.each([
    ['ArrowLeft', '2025-12-31'],
    ['ArrowRight', '2026-01-02'],
    ['ArrowUp', '2025-12-25'],
    ['ArrowDown', '2026-01-08'],
    ['Home', '2025-12-29'],
    ['End', '2026-01-04'],
    ['PageUp', '2025-12-01'],
    ['PageDown', '2026-02-01'],
    ['Enter', null],
  ])('%s leads from New Year to %s', (key, to) => {
    expect(dayByKey(key, '2026-01-01')).toBe(to);
  });

  it('goes to the last of a shorter month', () => {
    expect(dayByKey('PageDown', '2026-01-31')).toBe('2026-02-28');
    expect(dayByKey('PageDown', '2028-01-31')).toBe('2028-02-29');
    expect(dayByKey('PageUp', '2026-07-31')).toBe('2026-06-30');
  });

  it('tells of a day what its hours and the public calendar say', () => {
    expect(factsOf(hours, '2026-02-17')).toMatchObject({ isClosed: true, isOwn: true });
    expect(factsOf(hours, '2026-02-14').holiday?.isWorkday).toBe(true);
    expect(factsOf(hours, '2026-03-08')).toMatchObject({ isClosed: true, isOwn: false });
    expect(factsOf(hours, '2026-03-09')).toMatchObject({ span: usual, holiday: null });
    expect(factsOf(null, '2026-03-09').span).toBe('');
  });

  it('tells neighbouring days with the same hours and reason as one', () => {
    expect(specialDaysOf(hours, 2026).map(({ from, to }) => `${from} ${to}`)).toEqual([
      '2026-02-16 2026-02-18',
      '2026-02-19 2026-02-19',
      '2026-02-20 2026-02-20',
      '2026-02-22 2026-02-22',
    ]);
    expect(specialDaysOf(hours, 2027)).toHaveLength(1);
    expect(specialDaysOf(null, 2026)).toEqual([]);
  });

  it.each([
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2026-2-8', false],
    ['2026', false],
    ['', false],
  ])('%j is a day: %s', (text, is) => {
    expect(isDay(text)).toBe(is);
  });
});

describe('times as people type them', () => {
  it.each([
    ['9:00', '09:00'],
    ['0930', '09:30'],
    ['930', '09:30'],
    [' 18：30 ', '18:30'],
    ['7.05', '07:05'],
    ['noon', 'noon'],
    ['', ''],
  ])('%j is %j', (typed, time) => {
    expect(timeTyped(typed)).toBe(time);
  });
});
