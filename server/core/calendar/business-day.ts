import { weekdays, type Weekday } from '../hall-config.ts';
import type { BusinessDay, InstantMs } from '../vocabulary.ts';

/** The hours of one business day as instants; the day of a closed hall has none. */
export interface DayHours {
  readonly opensAtMs: InstantMs;
  readonly remindsAtMs: InstantMs;
  readonly closesAtMs: InstantMs;
}

export type { BusinessDay };

/** The business day is the local date in the hall's own time zone. */
export function businessDayOf(
  config: { readonly hall: { readonly timezone: string } },
  atMs: InstantMs,
): BusinessDay {
  return localDateOf(config.hall.timezone, atMs);
}

/** The local date of an instant, `YYYY-MM-DD`. */
export function localDateOf(timezone: string, atMs: InstantMs): BusinessDay {
  if (timezone !== lastDate.timezone || atMs < lastDate.fromMs || atMs >= lastDate.untilMs) {
    lastDate = spanOfDate(timezone, atMs);
  }
  return lastDate.day;
}

/** Asked at every command, nearly always within the same day: the last answer is kept. */
let lastDate = { timezone: '', fromMs: 0, untilMs: 0, day: '' };

function spanOfDate(timezone: string, atMs: InstantMs): typeof lastDate {
  const date = Temporal.Instant.fromEpochMilliseconds(atMs)
    .toZonedDateTimeISO(timezone)
    .toPlainDate();
  const fromMs = date.toZonedDateTime(timezone).epochMilliseconds;
  const untilMs = date.add({ days: 1 }).toZonedDateTime(timezone).epochMilliseconds;
  return { timezone, fromMs, untilMs, day: date.toString() };
}

/** Calendar days, not spans of 24 hours; `count` may be negative. */
export function addDays(day: BusinessDay, count: number): BusinessDay {
  return Temporal.PlainDate.from(day).add({ days: count }).toString();
}

export function weekdayOf(day: BusinessDay): Weekday {
  return weekdays[Temporal.PlainDate.from(day).dayOfWeek - 1] as Weekday;
}

/** 1 Monday to 7 Sunday. */
export function weekdayNumber(day: BusinessDay): number {
  return weekdays.indexOf(weekdayOf(day)) + 1;
}

/** Whether `text` is a date of the calendar, written `YYYY-MM-DD`. */
export function isBusinessDay(text: string): text is BusinessDay {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text);
    return true;
  } catch {
    return false; // RangeError: a month without that day
  }
}

/** False for a date that a zone left out when it crossed the date line (Samoa, 2011-12-30). */
export function dayExists(timezone: string, day: BusinessDay): boolean {
  const date = Temporal.PlainDate.from(day);
  return date.toZonedDateTime(timezone).toPlainDate().equals(date);
}
