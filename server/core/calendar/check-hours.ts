import {
  weekdays,
  type HallHours,
  type OpeningHours,
  type Policy,
  type Weekday,
} from '../hall-config.ts';
import type { BusinessDay } from '../vocabulary.ts';
import { minutesOf } from './time-of-day.ts';

/** A hall is open at least ten hours a day, lunch included (`open-every-day`). */
export const openMinutesMin = 10 * 60;

/** Reasons of exceptions that permit it; any other day stands under the rule. */
const mayClose = new Set(['spring-festival']);
const mayShorten = new Set(['spring-festival', 'national-day']);

export interface HoursProblem {
  readonly rule: 'open-every-day';
  readonly kind: 'closed' | 'short';
  readonly where:
    | { readonly kind: 'weekday'; readonly weekday: Weekday }
    | { readonly kind: 'exception'; readonly index: number; readonly date: BusinessDay };
  /** 0 when closed. */
  readonly openMinutes: number;
}

/**
 * Where the hours break `open-every-day`: seven days a week, ten hours a day, closed only on
 * the Spring Festival's days, shorter only on those and on National Day's. Weekdays first, then
 * the exceptions in their order; empty when all is well or the hall keeps hours of its own
 * (`policy.openEveryDay: off`).
 */
export function checkHours(
  hours: Pick<HallHours, 'weekly' | 'exceptions'>,
  policy: Pick<Policy, 'openEveryDay'>,
): readonly HoursProblem[] {
  if (policy.openEveryDay === 'off') return [];
  const ofWeek = weekdays.map((weekday) =>
    problemOf(hours.weekly[weekday], { kind: 'weekday', weekday }),
  );
  const ofExceptions = hours.exceptions.map((exception, index) => {
    const permitted = exception.hours === null ? mayClose : mayShorten;
    if (permitted.has(exception.reason)) return null;
    return problemOf(exception.hours, { kind: 'exception', index, date: exception.date });
  });
  return [...ofWeek, ...ofExceptions].filter((problem) => problem !== null);
}

function problemOf(
  opening: OpeningHours | null,
  where: HoursProblem['where'],
): HoursProblem | null {
  const minutes = opening === null ? 0 : openMinutes(opening);
  if (minutes >= openMinutesMin) return null;
  const kind = opening === null ? 'closed' : 'short';
  return { rule: 'open-every-day', kind, where, openMinutes: minutes };
}

/** By the hall's clock: a night with daylight saving counts like any other. */
function openMinutes({ from, to }: OpeningHours): number {
  return minutesOf(to) - minutesOf(from);
}
