import { languageTags, language } from '#ui/locale/index.ts';

/** Dates of the calendar as texts `YYYY-MM-DD`: no time zone comes into it. */
export const weekdayIds = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const dayMs = 86_400_000;

export function weekdayOf(day: string): (typeof weekdayIds)[number] {
  return weekdayIds[(new Date(msOf(day)).getUTCDay() + 6) % 7] ?? 'mon';
}

export function addDays(day: string, count: number): string {
  return dayOf(msOf(day) + count * dayMs);
}

/** @param month `YYYY-MM` */
export function addMonths(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return dayOf(Date.UTC(year, number - 1 + count, 1)).slice(0, 7);
}

/** The weeks of a month, Monday first, with the days around it that fill them. */
export function weeksOf(month: string): readonly (readonly string[])[] {
  const first = `${month}-01`;
  const before = weekdayIds.indexOf(weekdayOf(first));
  const weeks: string[][] = [];
  for (let day = addDays(first, -before); day < `${addMonths(month, 1)}-01`;) {
    const week: string[] = [];
    for (let each = 0; each < 7; each += 1) {
      week.push(day);
      day = addDays(day, 1);
    }
    weeks.push(week);
  }
  return weeks;
}

/** Such as `2026年2月17日星期二`. */
export function longDate(day: string): string {
  const style = { dateStyle: 'full', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(languageTags[language.get()], style).format(msOf(day));
}

/** Such as `2026年2月`. */
export function monthName(month: string): string {
  const style = { year: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(languageTags[language.get()], style).format(msOf(`${month}-01`));
}

/** Such as `周二`, `Tue`. */
export function shortWeekday(index: number): string {
  const style = { weekday: 'short', timeZone: 'UTC' } as const;
  // 2026-03-02 was a Monday.
  return new Intl.DateTimeFormat(languageTags[language.get()], style).format(
    msOf('2026-03-02') + index * dayMs,
  );
}

function msOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
