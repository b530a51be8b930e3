import { weekdays, type HallHours, type OpeningHours, type Weekday } from '#core/hall-config.ts';

/** `08:30-18:30`, or null for closed. */
export function opening(text: string | null): OpeningHours | null {
  if (text === null) return null;
  const [from = '', to = ''] = text.split('-');
  return { from, to };
}

/** The same hours all week, with some days of their own. */
export function hoursAllWeek(
  text: string | null,
  own: {
    days?: Partial<Record<Weekday, string | null>>;
    exceptions?: readonly { date: string; hours: string | null; reason: string }[];
    closingNoticeMinutes?: number;
  } = {},
): HallHours {
  const weekly = Object.fromEntries(
    weekdays.map((day) => [day, opening(own.days?.[day] === undefined ? text : own.days[day])]),
  ) as Record<Weekday, OpeningHours | null>;
  return {
    weekly,
    exceptions: (own.exceptions ?? []).map((each) => ({ ...each, hours: opening(each.hours) })),
    closingNoticeMinutes: own.closingNoticeMinutes ?? 15,
  };
}

export const utc = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;
