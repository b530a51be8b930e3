import type { HallEvent } from '#core/events.ts';
import { isRosterChange, rosterAfter } from '#core/evolve-roster.ts';
import { unpackRoster } from '#core/roster/carry.ts';
import { emptyRoster, shiftOf, type Roster } from '#core/roster/roster.ts';
import { shiftSpan, type ShiftSpan } from '#core/roster/shift-times.ts';
import type { Tracker } from '../tracker.ts';

/** The published roster of the day that is told: who was to be there, and until when. */
export interface DayShifts {
  /** Told before whatever asks it. */
  apply(event: HallEvent): void;
  /** Somebody has a shift today, so that the roster tells when each clerk is due. */
  isPublished(): boolean;
  /** Null for who is off. */
  spanOf(badge: string, tracker: Tracker): ShiftSpan | null;
}

export function createDayShifts(): DayShifts {
  let roster: Roster = emptyRoster;
  let day = '';
  return {
    apply(event) {
      if (event.type === 'DayBegan') {
        day = event.day;
        roster = unpackRoster(event.data.roster);
      } else if (isRosterChange(event)) roster = rosterAfter(roster, event);
    },
    isPublished: () => roster.published[day] !== undefined,
    spanOf(badge, tracker) {
      const shift = shiftOf(roster, day, badge);
      const timezone = tracker.config()?.hall.timezone;
      return shift === null || timezone === undefined ? null : shiftSpan(day, shift, timezone);
    },
  };
}
