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
  return formatted(msOf(day), { dateStyle: 'full' });
}

/** Such as `2026年2月`. */
export function monthName(month: string): string {
  return formatted(msOf(`${month}-01`), { year: 'numeric', month: 'long' });
}

/** Such as `2月`, `February`. */
export function monthAlone(month: string): string {
  return formatted(msOf(`${month}-01`), { month: 'long' });
}

/** Such as `2月17日`, `17 February`. */
export function dateWords(day: string): string {
  return formatted(msOf(day), { day: 'numeric', month: 'long' });
}

/** Such as `周二`, `Tue`. */
export const shortWeekday = (index: number): string => weekday(index, 'short');
/** Such as `星期二`, `Tuesday`. */
export const longWeekday = (index: number): string => weekday(index, 'long');
/** Such as `二`, `T`. */
export const narrowWeekday = (index: number): string => weekday(index, 'narrow');

function weekday(index: number, style: 'short' | 'long' | 'narrow'): string {
  // 2026-03-02 was a Monday.
  return formatted(msOf('2026-03-02') + index * dayMs, { weekday: style });
}

function formatted(ms: number, style: Intl.DateTimeFormatOptions): string {
  const options = { ...style, timeZone: 'UTC' };
  return new Intl.DateTimeFormat(languageTags[language.get()], options).format(ms);
}

/** Whether it is a day of the calendar, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(msOf(text)) && dayOf(msOf(text)) === text;
}

function msOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
