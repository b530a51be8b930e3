import { exceptionsWithin, week } from '#core/calendar/week.ts';
import type { HallConfig } from '#core/hall-config.ts';
import { configOf } from '#core/lookup.ts';
import type { HallDay } from '#core/state.ts';
import type { DoorView } from '#protocol/views.ts';
import { hallHead, noticesOf, viewClock } from './hall-head.ts';
import { localToday } from './scene.ts';
import type { ViewSources } from './view-sources.ts';

const exceptionDays = 60;
const exceptionsMax = 6;

/** The door screen: hours, state, next opening, notices (`hours-on-the-door`). */
export function doorView(sources: ViewSources): DoorView {
  const { state, nowMs } = sources;
  const config = configOf(state);
  const today = localToday(config, nowMs);
  return {
    ...viewClock(sources),
    hall: hallHead(sources),
    ...comingHours(state, config, today),
    waitingCount: state.waitingCount,
    notices: noticesOf(sources),
  };
}

/** From the next business day on what is planned: who reads the door may come another day. */
function comingHours(
  { planned, day: begun }: HallDay,
  config: HallConfig,
  today: string,
): Pick<DoorView, 'hours' | 'exceptions'> {
  const now = postedHours(config, today);
  if (planned === null) return now;
  const next = postedHours(planned.config, today);
  const later = ({ day }: { readonly day: string }) => day > (begun ?? today);
  return {
    hours: [...now.hours.filter((each) => !later(each)), ...next.hours.filter(later)],
    exceptions: [
      ...now.exceptions.filter((each) => !later(each)),
      ...next.exceptions.filter(later),
    ],
  };
}

type Posted = Pick<DoorView, 'hours' | 'exceptions'> & { readonly day: string };
const posted = new WeakMap<HallConfig, Posted>();

/** Seven days and the coming exceptions: made once a day. */
function postedHours(config: HallConfig, today: string): Pick<DoorView, 'hours' | 'exceptions'> {
  let known = posted.get(config);
  if (known?.day !== today) {
    const hours = week(config.hours, config.hall.timezone, today, 7);
    const exceptions = exceptionsWithin(config.hours, today, exceptionDays);
    known = {
      day: today,
      hours: hours.map(({ day, from, to, reason }) => ({ day, from, to, reason })),
      exceptions: exceptions
        .slice(0, exceptionsMax)
        .map(({ day, from, to, reason }) => ({ day, from, to, reason: reason ?? '' })),
    };
    posted.set(config, known);
  }
  return { hours: known.hours, exceptions: known.exceptions };
}
