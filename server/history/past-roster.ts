import { addDays } from '#core/calendar/business-day.ts';
import type { HallEvent } from '#core/events.ts';
import { evolve } from '#core/evolve.ts';
import { keptFrom } from '#core/roster/carry.ts';
import type { Roster } from '#core/roster/roster.ts';
import { initialDay } from '#core/state.ts';
import type { BusinessDay } from '#core/vocabulary.ts';
import type { Journal } from '#journal/journal.ts';

/** What a day's roster is made of; the other events of the day are not even parsed. */
const types = ['DayBegan', 'RosterEdited', 'RosterPublished', 'SwapAsked', 'SwapApproved'].concat(
  'LeaveAsked',
  'LeaveApproved',
);
const told = types.map((type) => `"type":"${type}"`);

/**
 * Published shifts of days that a hall's state keeps no more, from the journal: the last business
 * day of each month knows the whole of it.
 *
 * @param today the state keeps what it needs from there
 */
export async function pastShifts(
  journal: Pick<Journal, 'days' | 'readDay'>,
  from: BusinessDay,
  to: BusinessDay,
  today: BusinessDay,
): Promise<Roster['published']> {
  const until = keptFrom(today);
  if (from >= until) return {};
  const known = (await journal.days()).map(({ day }) => day);
  const found: Record<BusinessDay, Roster['published'][string]> = {};
  const last = to < until ? to : addDays(until, -1);
  for (let month = monthEnd(last); month >= from; month = addDays(`${month.slice(0, 7)}-01`, -1)) {
    const day = known.findLast((each) => each <= month);
    if (day === undefined) break;
    const published = await rosterOf(journal, day);
    for (const [date, shifts] of Object.entries(published)) {
      if (date <= month && date >= keptFrom(day)) found[date] ??= shifts;
    }
  }
  return found;
}

async function rosterOf(
  journal: Pick<Journal, 'readDay'>,
  day: BusinessDay,
): Promise<Roster['published']> {
  let state = initialDay;
  for (const { body } of await journal.readDay(day)) {
    if (!told.some((type) => body.includes(type))) continue;
    const event = JSON.parse(body) as HallEvent;
    if (types.includes(event.type)) state = evolve(state, event);
  }
  return state.roster.published;
}

function monthEnd(day: BusinessDay): BusinessDay {
  return addDays(`${addDays(`${day.slice(0, 7)}-01`, 31).slice(0, 7)}-01`, -1);
}
