import type { HallHours, OpeningHours } from '../hall-config.ts';
import type { BusinessDay, InstantMs } from '../vocabulary.ts';
import { weekdayOf, type DayHours } from './business-day.ts';
import { minutesOf } from './time-of-day.ts';

const minutesPerDay = 24 * 60;

/** What is posted for a day: an exception goes before the week. */
export interface PostedHours {
  readonly opening: OpeningHours | null;
  /** The exception's reason; null on a day of the ordinary week. */
  readonly reason: string | null;
}

export function postedHoursOf(hours: HallHours, day: BusinessDay): PostedHours {
  const exception = hours.exceptions.find(({ date }) => date === day);
  if (exception !== undefined) return { opening: exception.hours, reason: exception.reason };
  return { opening: hours.weekly[weekdayOf(day)], reason: null };
}

/**
 * The hours of a business day as instants, or null when the hall stays closed that day.
 *
 * Local times follow `compatible` disambiguation: one that daylight saving leaves out moves on by
 * the gap, one that happens twice is the first. Never beyond the local day, so that the hours of
 * consecutive days cannot overlap; a day that a zone left out has none. The reminder stands
 * `closingNoticeMinutes` before closing (`closing-reminder`), but not before opening.
 */
export function hoursOf(hours: HallHours, timezone: string, day: BusinessDay): DayHours | null {
  const { opening } = postedHoursOf(hours, day);
  if (opening === null) return null;
  const date = Temporal.PlainDate.from(day);
  const opensAtMs = instantWithin(date, minutesOf(opening.from), timezone);
  const closesAtMs = instantWithin(date, minutesOf(opening.to), timezone);
  if (opensAtMs >= closesAtMs) return null;
  const noticeMs = hours.closingNoticeMinutes * 60_000;
  return { opensAtMs, remindsAtMs: Math.max(opensAtMs, closesAtMs - noticeMs), closesAtMs };
}

/** A local time `HH:MM` of a day as an instant, by the same rules; `24:00` is the day's end. */
export function instantOf(day: BusinessDay, time: string, timezone: string): InstantMs {
  return instantWithin(Temporal.PlainDate.from(day), minutesOf(time), timezone);
}

/** A local time of `date` as an instant; the end of that day when it falls behind it. */
function instantWithin(date: Temporal.PlainDate, minutes: number, timezone: string): InstantMs {
  if (minutes < minutesPerDay) {
    const time = { hour: Math.floor(minutes / 60), minute: minutes % 60 };
    const local = date.toPlainDateTime(time).toZonedDateTime(timezone);
    if (local.day === date.day) return local.epochMilliseconds;
  }
  return date.add({ days: 1 }).toZonedDateTime(timezone).epochMilliseconds;
}
