import type { HallHours, Weekday } from '../hall-config.ts';
import type { BusinessDay } from '../vocabulary.ts';
import { addDays, dayExists, weekdayOf } from './business-day.ts';
import { postedHoursOf } from './hours-of.ts';

/** One line of the hours on the door (`hours-on-the-door`), in local times. */
export interface PostedDay {
  readonly day: BusinessDay;
  readonly weekday: Weekday;
  /** Both null on a day the hall stays closed. */
  readonly from: string | null;
  readonly to: string | null;
  /** The exception's reason; null on a day of the ordinary week. */
  readonly reason: string | null;
}

/** `dayCount` days as posted, from `fromDay` on; dates that the zone left out are not among them. */
export function week(
  hours: HallHours,
  timezone: string,
  fromDay: BusinessDay,
  dayCount: number,
): readonly PostedDay[] {
  const days: PostedDay[] = [];
  for (let day = fromDay; days.length < dayCount; day = addDays(day, 1)) {
    if (dayExists(timezone, day)) days.push(postedDay(hours, day));
  }
  return days;
}

/** The exceptions of the `dayCount` days from `fromDay` on, in order of their dates. */
export function exceptionsWithin(
  hours: HallHours,
  fromDay: BusinessDay,
  dayCount: number,
): readonly PostedDay[] {
  const end = addDays(fromDay, dayCount);
  return hours.exceptions
    .map(({ date }) => date)
    .filter((date) => date >= fromDay && date < end)
    .toSorted()
    .map((date) => postedDay(hours, date));
}

function postedDay(hours: HallHours, day: BusinessDay): PostedDay {
  const { opening, reason } = postedHoursOf(hours, day);
  const from = opening?.from ?? null;
  const to = opening?.to ?? null;
  return { day, weekday: weekdayOf(day), from, to, reason };
}
