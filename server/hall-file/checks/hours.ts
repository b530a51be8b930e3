import { checkHours as checkPosted } from '#core/calendar/check-hours.ts';
import { isBusinessDay } from '#core/calendar/business-day.ts';
import { isTimeZone } from '#core/calendar/time-zone.ts';
import { weekdays, type OpeningHours, type Weekday } from '#core/hall-config.ts';
import { openingHoursOf } from '../opening-hours.ts';
import { nearest } from '../nearest.ts';
import { hallFileWords as words } from '../words.ts';
import type { Checking } from './checking.ts';

/** Stands in for hours that are named already, so that they are not named twice. */
const allDay: OpeningHours = { from: '00:00', to: '24:00' };

/** What people look for in the list of zones and do not find. */
const cities: Readonly<Record<string, string>> = {
  beijing: 'Asia/Shanghai',
  peking: 'Asia/Shanghai',
  guangzhou: 'Asia/Shanghai',
  shenzhen: 'Asia/Shanghai',
  changsha: 'Asia/Shanghai',
  chengdu: 'Asia/Shanghai',
  china: 'Asia/Shanghai',
  cst: 'Asia/Shanghai',
};

/** The time zone, the calendar's dates, hours that end before they begin, and `open-every-day`. */
export function checkHours(check: Checking): void {
  const { file } = check;
  checkTimezone(check);
  const weekly = Object.fromEntries(
    weekdays.map((day) => [day, spanOf(check, `hours.weekly.${day}`, file.hours?.weekly?.[day])]),
  ) as Record<Weekday, OpeningHours | null>;
  const exceptions = (file.hours?.exceptions ?? []).map((each, index) => {
    const path = `hours.exceptions[${index}]`;
    const date = each?.date ?? '';
    if (/^\d{4}-\d{2}-\d{2}$/.test(date) && !isBusinessDay(date)) {
      check.report(`${path}.date`, words.badDate(date));
    }
    return { date, hours: spanOf(check, `${path}.hours`, each?.hours), reason: each?.reason };
  });
  // A setting that cannot be read is named already; it is not taken as strict on top of that.
  const setting = file.policy?.openEveryDay ?? 'strict';
  const openEveryDay = setting === 'strict' ? 'strict' : 'off';
  const readable = exceptions.map((each) => ({
    ...each,
    reason: each.reason ?? 'spring-festival', // its absence is named already
  }));
  for (const problem of checkPosted({ weekly, exceptions: readable }, { openEveryDay })) {
    const path =
      problem.where.kind === 'weekday'
        ? `hours.weekly.${problem.where.weekday}`
        : `hours.exceptions[${problem.where.index}].hours`;
    const { kind, openMinutes } = problem;
    check.report(path, kind === 'closed' ? words.closedDay() : words.shortDay(openMinutes));
  }
}

function spanOf(check: Checking, path: string, value: string | undefined): OpeningHours | null {
  const hours = value === undefined ? undefined : openingHoursOf(value);
  if (hours === undefined) return allDay; // its form is named already
  if (hours === null || hours.from < hours.to) return hours;
  check.report(path, words.closesBeforeOpening());
  return allDay;
}

function checkTimezone(check: Checking): void {
  const timezone = check.file.hall?.timezone;
  if (timezone === undefined || timezone.trim() === '' || isTimeZone(timezone)) return;
  check.report('hall.timezone', words.badTimezone(timezone, zoneNear(timezone)));
}

function zoneNear(given: string): string | null {
  const city = given.split('/').at(-1) ?? given;
  const known = Object.hasOwn(cities, city.toLowerCase()) ? cities[city.toLowerCase()] : undefined;
  if (known !== undefined) return known;
  const zones = Intl.supportedValuesOf('timeZone');
  const byCity = zones.find((zone) => zone.split('/').at(-1)?.toLowerCase() === city.toLowerCase());
  return byCity ?? nearest(given, zones);
}
