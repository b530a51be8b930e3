import { addDays, localDateOf } from '#core/calendar/business-day.ts';
import { postedHoursOf } from '#core/calendar/hours-of.ts';
import { minutesOf } from '#core/calendar/time-of-day.ts';
import { configOf } from '#core/lookup.ts';
import {
  isOpen,
  isSameShift,
  leaveOn,
  plannedDay,
  plannedShiftOf,
  rosterLimits,
  shiftOf,
  type Leave,
  type Roster,
  type Shift,
  type Swap,
} from '#core/roster/roster.ts';
import { kindsOf, overlap, shiftSpan } from '#core/roster/shift-times.ts';
import type { HallDay } from '#core/state.ts';
import type { BusinessDay, InstantMs, Text } from '#core/vocabulary.ts';
import type {
  LeaveView,
  MyRosterView,
  RosterCell,
  RosterDay,
  RosterView,
  SwapView,
} from '#protocol/roster-view.ts';
import { holidayName, shiftName } from '#protocol/words/roster-words.ts';
import { onDuty, personOf, shiftView } from './on-duty.ts';

export interface RosterSpan {
  readonly from: BusinessDay;
  readonly dayCount: number;
  /** Of the state, by day. */
  readonly holidays: ReadonlyMap<BusinessDay, Text>;
  /** Published shifts of days that the state keeps no more, from the journal. */
  readonly older?: Roster['published'];
}

/** The roster of a span of days, as its manager sees it. */
export function rosterView(
  now: HallDay,
  nowMs: InstantMs,
  { from, dayCount, holidays, older = {} }: RosterSpan,
): RosterView {
  const config = configOf(now);
  const { timezone } = config.hall;
  const today = localDateOf(timezone, nowMs);
  const state: HallDay = withOlder(now, older);
  const { roster } = state;
  const dates = Array.from({ length: dayCount }, (_, step) => addDays(from, step));
  const badges = new Set(config.staff.filter(({ role }) => role === 'clerk').map((p) => p.badge));
  for (const day of dates)
    for (const badge of Object.keys(plannedDay(roster, day))) badges.add(badge);
  const people = [...badges].map((badge) => {
    const cells = dates.map((day) => cellOf(state, day, badge));
    const hours = cells.reduce((sum, { planned }) => sum + hoursOfShift(planned), 0);
    return { ...personOf(state, badge), cells, hours };
  });
  return {
    revision: now.seq,
    today,
    from,
    kinds: kindsOf(roster, config.hours).map(({ id, name, from: begins, to }) => {
      return { id, name: shiftName(id, name), from: begins, to };
    }),
    leastClerks: roster.leastClerks,
    counters: config.counters.map(({ id }) => id),
    days: dates.map((day) => dayOf(state, day, today, holidays)),
    people,
    changes: people.reduce((sum, { cells }) => sum + cells.filter((c) => c.isEdited).length, 0),
    swaps: [...roster.swaps].reverse().map((swap) => swapView(state, swap)),
    leaves: [...roster.leaves].reverse().map((leave) => leaveView(state, leave)),
    onDuty: onDuty(now, nowMs),
    empty: [...roster.empty].reverse().map((seat) => {
      const swap = roster.swaps.find((each) => each.swap === seat.swap);
      return {
        day: seat.day,
        person: personOf(state, seat.badge),
        kind: seat.kind,
        counter: seat.counter,
        fromAt: new Date(seat.fromMs).toISOString(),
        answerable: personOf(state, seat.answerable),
        swappedBetween:
          swap === undefined ? null : [personOf(state, swap.asker), personOf(state, swap.partner)],
        reason: seat.reason,
      };
    }),
    plannedUntil: addDays(today, rosterLimits.aheadDays),
  };
}

/** What one member of staff sees: own shifts, those of colleagues to swap with, own requests. */
export function myRosterView(
  state: HallDay,
  nowMs: InstantMs,
  badge: string,
  { from, dayCount, holidays }: RosterSpan,
): MyRosterView {
  const config = configOf(state);
  const { timezone } = config.hall;
  const { roster } = state;
  const today = localDateOf(timezone, nowMs);
  const dates = Array.from({ length: dayCount }, (_, step) => addDays(from, step));
  const isBegun = (day: BusinessDay, shift: Shift | null): boolean =>
    shift === null ? day < today : shiftSpan(day, shift, timezone).fromMs <= nowMs;
  const mine = ({ asker, partner }: Swap): boolean => asker === badge || partner === badge;
  return {
    revision: state.seq,
    today,
    me: personOf(state, badge),
    days: dates.map((day) => {
      const shift = shiftOf(roster, day, badge);
      return {
        day,
        opens: postedHoursOf(config.hours, day).opening,
        holiday: holidayOf(state, day, holidays),
        shift: shift === null ? null : shiftView(state, shift),
        leave: leaveStateOf(roster, badge, day),
        isBegun: isBegun(day, shift),
      };
    }),
    colleagues: config.staff
      .filter((person) => person.badge !== badge)
      .map((person) => ({
        ...personOf(state, person.badge),
        shifts: dates.flatMap((day) => {
          const shift = shiftOf(roster, day, person.badge);
          if (shift === null || isBegun(day, shift)) return [];
          return [{ day, shift: shiftView(state, shift) }];
        }),
      }))
      .filter(({ shifts }) => shifts.length > 0),
    swaps: [...roster.swaps]
      .reverse()
      .filter(mine)
      .map((swap) => swapView(state, swap)),
    leaves: [...roster.leaves]
      .reverse()
      .filter((leave) => leave.badge === badge)
      .map((leave) => leaveView(state, leave)),
    swapsThisMonth: roster.swaps.filter(
      (swap) =>
        swap.state === 'approved' &&
        mine(swap) &&
        [swap.day, swap.returnDay].some((day) => day.slice(0, 7) === today.slice(0, 7)),
    ).length,
    swapsAMonth: rosterLimits.swapsAMonth,
  };
}

/** Requests that wait for this clerk's answer. */
export function swapsToAnswer({ roster }: HallDay, badge: string): readonly Swap[] {
  return roster.swaps.filter((swap) => swap.state === 'asked' && swap.partner === badge);
}

/** Requests that wait for a manager: agreed swaps and asked leave. */
export function requestsToDecide({ roster }: HallDay): number {
  return (
    roster.swaps.filter(({ state }) => state === 'agreed').length +
    roster.leaves.filter(({ state }) => state === 'asked').length
  );
}

function withOlder(state: HallDay, older: Roster['published']): HallDay {
  const { roster } = state;
  return { ...state, roster: { ...roster, published: { ...older, ...roster.published } } };
}

function cellOf(state: HallDay, day: BusinessDay, badge: string): RosterCell {
  const { roster } = state;
  const published = shiftOf(roster, day, badge);
  const planned = plannedShiftOf(roster, day, badge);
  return {
    published: published === null ? null : shiftView(state, published),
    planned: planned === null ? null : shiftView(state, planned),
    isEdited: !isSameShift(published, planned),
    leave: leaveStateOf(roster, badge, day),
  };
}

function dayOf(
  state: HallDay,
  day: BusinessDay,
  today: BusinessDay,
  holidays: RosterSpan['holidays'],
): RosterDay {
  const shifts = Object.entries(plannedDay(state.roster, day));
  const { opening } = postedHoursOf(configOf(state).hours, day);
  const isPast = day < today;
  return {
    day,
    opens: opening,
    holiday: holidayOf(state, day, holidays),
    isPast,
    gaps:
      opening === null || isPast
        ? []
        : gapsOf(
            shifts.map(([, shift]) => shift),
            opening,
            state.roster.leastClerks,
          ),
    clashes: isPast ? [] : clashesOf(shifts),
  };
}

/** Times within the opening hours in which fewer than `least` clerks are planned. */
export function gapsOf(
  shifts: readonly Pick<Shift, 'from' | 'to'>[],
  opening: { readonly from: string; readonly to: string },
  least: number,
): RosterDay['gaps'] {
  const times = new Set([opening.from, opening.to]);
  for (const { from, to } of shifts) {
    for (const time of [from, to]) {
      if (time > opening.from && time < opening.to) times.add(time);
    }
  }
  const ordered = [...times].toSorted();
  const gaps: { from: string; to: string; clerks: number }[] = [];
  for (const [index, from] of ordered.entries()) {
    const to = ordered[index + 1];
    if (to === undefined) break;
    const clerks = shifts.filter((shift) => shift.from <= from && shift.to >= to).length;
    if (clerks >= least) continue;
    const last = gaps.at(-1);
    if (last?.to === from && last.clerks === clerks) last.to = to;
    else gaps.push({ from, to, clerks });
  }
  return gaps;
}

function clashesOf(shifts: readonly (readonly [string, Shift])[]): RosterDay['clashes'] {
  const clashes: { counter: string; badges: string[] }[] = [];
  for (const [index, [badge, shift]] of shifts.entries()) {
    const { counter } = shift;
    if (counter === null) continue;
    const before = shifts
      .slice(0, index)
      .filter(([, other]) => other.counter === counter && overlap(other, shift));
    for (const [other] of before) clashes.push({ counter, badges: [other, badge] });
  }
  return clashes;
}

function holidayOf(
  { config }: HallDay,
  day: BusinessDay,
  holidays: RosterSpan['holidays'],
): Text | null {
  const named = holidays.get(day);
  if (named !== undefined) return named;
  const own = config?.hours.exceptions.find(({ date }) => date === day);
  if (own === undefined) return null;
  return holidayName(own.reason, own.hours === null);
}

function leaveStateOf(roster: Roster, badge: string, day: BusinessDay): RosterCell['leave'] {
  const leave = leaveOn(roster, badge, day);
  return leave === undefined ? null : leave.state === 'approved' ? 'approved' : 'asked';
}

function swapView(state: HallDay, swap: Swap): SwapView {
  return {
    swap: swap.swap,
    asker: personOf(state, swap.asker),
    partner: personOf(state, swap.partner),
    day: swap.day,
    returnDay: swap.returnDay,
    given: shiftView(state, swap.given),
    taken: shiftView(state, swap.taken),
    note: swap.note,
    state: isOpen(swap) && state.day !== null && swap.day < state.day ? 'lapsed' : swap.state,
    askedAt: new Date(swap.askedAtMs).toISOString(),
    reason: swap.reason,
  };
}

function leaveView(state: HallDay, leave: Leave): LeaveView {
  const { badge, from, to } = leave;
  let shifts = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (shiftOf(state.roster, day, badge) !== null) shifts += 1;
  }
  return {
    leave: leave.leave,
    person: personOf(state, badge),
    from,
    to,
    note: leave.note,
    state: leave.state,
    askedAt: new Date(leave.askedAtMs).toISOString(),
    reason: leave.reason,
    shifts,
  };
}

function hoursOfShift(shift: Pick<Shift, 'from' | 'to'> | null): number {
  return shift === null ? 0 : (minutesOf(shift.to) - minutesOf(shift.from)) / 60;
}
