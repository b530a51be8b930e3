import type { HoursSettings } from '#server/settings/draft.ts';
import { textOf } from '#ui/locale/index.ts';
import { addDays, addMonths, longDate, weekdayIds, weekdayOf } from './dates.ts';
import { holidayOn, type Holiday } from './holidays.ts';
import { words } from './locale.ts';

/** A day of the hall by its draft: its hours, and what China's calendar says of it. */
export interface DayFacts {
  /** `08:30-18:30`, or `closed`. */
  readonly span: string;
  readonly isClosed: boolean;
  /** It has hours of its own. */
  readonly isOwn: boolean;
  readonly holiday: Holiday | null;
  /** The whole in words, for who cannot see it. */
  readonly said: string;
}

export function factsOf(hours: HoursSettings | null, day: string): DayFacts {
  const exception = hours?.exceptions?.find(({ date }) => date === day);
  const span = exception?.hours ?? hours?.weekly[weekdayOf(day)] ?? '';
  const isClosed = span === 'closed';
  const isOwn = exception !== undefined;
  const holiday = holidayOn(day);
  const name = holiday === null ? '' : textOf(holiday.name);
  const said = words.t('day-say', {
    day: longDate(day),
    hours: isClosed ? words.t('closed') : span,
    holiday:
      holiday === null ? '' : words.t(holiday.isWorkday ? 'day-lieu' : 'day-holiday', { name }),
    own: isOwn ? words.t('day-own') : '',
  });
  return { span, isClosed, isOwn, holiday, said };
}

/** Where a key leads from a day; null: it leads nowhere. */
export function dayByKey(key: string, day: string): string | null {
  const weekday = weekdayIds.indexOf(weekdayOf(day));
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'Home':
      return addDays(day, -weekday);
    case 'End':
      return addDays(day, 6 - weekday);
    case 'PageUp':
      return inMonth(addMonths(day.slice(0, 7), -1), day);
    case 'PageDown':
      return inMonth(addMonths(day.slice(0, 7), 1), day);
    default:
      return null;
  }
}

/** The same day of another month, or its last. */
function inMonth(month: string, day: string): string {
  const last = addDays(`${addMonths(month, 1)}-01`, -1);
  const same = `${month}-${day.slice(8)}`;
  return same > last ? last : same;
}

/** Neighbouring days with the same hours for the same reason stand as one. */
export interface SpecialDays {
  readonly from: string;
  readonly to: string;
  readonly hours: string;
  readonly reason: string;
}

/** The special days of a year, in order. */
export function specialDaysOf(hours: HoursSettings | null, year: number): readonly SpecialDays[] {
  const found: SpecialDays[] = [];
  const own = (hours?.exceptions ?? []).filter(({ date }) => date.startsWith(String(year)));
  for (const { date, hours: span, reason } of own.toSorted((a, b) => (a.date < b.date ? -1 : 1))) {
    const last = found.at(-1);
    if (last?.hours === span && last.reason === reason && addDays(last.to, 1) === date) {
      found[found.length - 1] = { ...last, to: date };
    } else found.push({ from: date, to: date, hours: span, reason });
  }
  return found;
}
