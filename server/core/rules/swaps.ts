import { addDays } from '../calendar/business-day.ts';
import type { CommandArgs, CommandContext } from '../commands.ts';
import { configOf, staffOf } from '../lookup.ts';
import {
  isOpen,
  isSameShift,
  leaveOn,
  rosterLimits,
  shiftOf,
  type Roster,
  type Shift,
  type Swap,
} from '../roster/roster.ts';
import { shiftSpan } from '../roster/shift-times.ts';
import type { HallDay } from '../state.ts';
import { answer, type Decision, type Failure, type Guard, unknown } from '../verdict.ts';
import type { BusinessDay } from '../vocabulary.ts';
import { cellKey, lapsedSwaps, rosterFailure } from './roster.ts';

/** Two shifts that change hands, before anybody has agreed. */
type Exchange = Pick<Swap, 'asker' | 'partner' | 'day' | 'returnDay' | 'given' | 'taken'>;

/**
 * `swap-limits`: a clerk asks a colleague, in writing, to take the shift of one day and to give one
 * in return. The limits are looked at when it is asked, agreed to and approved: days pass between.
 */
export function askSwap(
  state: HallDay,
  args: CommandArgs['ask-swap'],
  context: CommandContext,
): Decision {
  const asker = badgeOf(context);
  const { with: partner, day, returnDay, note, holidays = [] } = args;
  if (staffOf(configOf(state), partner) === undefined) return unknown('staff', partner);
  const given = shiftOf(state.roster, day, asker);
  const taken = shiftOf(state.roster, returnDay, partner);
  if (given === null || partner === asker) {
    return refusedBy(context, rosterFailure('no-shift', { day, badge: asker }));
  }
  if (taken === null) {
    return refusedBy(context, rosterFailure('no-shift', { day: returnDay, badge: partner }));
  }
  const exchange: Exchange = { asker, partner, day, returnDay, given, taken };
  const open = state.roster.swaps.filter((each) => isOpen(each) && each.asker === asker).length;
  return answer(
    context,
    [
      open >= rosterLimits.openSwaps
        ? rosterFailure('too-many-open', { badge: asker, count: open })
        : null,
      ...exchangeGuards(state, exchange, context, holidays, false),
    ],
    () => [{ type: 'SwapAsked', data: { swap: context.freshId, ...exchange, note } }],
  );
}

/** Both agree: the colleague, and nobody for them. */
export function agreeSwap(
  state: HallDay,
  { swap: id, holidays = [] }: CommandArgs['agree-swap'],
  context: CommandContext,
): Decision {
  const swap = findSwap(state, id);
  if (swap === undefined) return unknown('swap', id);
  const mine = swap.partner === badgeOf(context);
  if (swap.state === 'agreed' && mine) return { kind: 'accepted', events: [] };
  return answer(
    context,
    [
      swap.state === 'asked' ? null : ended(swap),
      mine ? null : bothAgree(swap),
      ...exchangeGuards(state, swap, context, holidays, swap.passed),
    ],
    () => [{ type: 'SwapAgreed', data: { swap: id } }],
  );
}

export function refuseSwap(
  state: HallDay,
  { swap: id, reason }: CommandArgs['refuse-swap'],
  context: CommandContext,
): Decision {
  const swap = findSwap(state, id);
  if (swap === undefined) return unknown('swap', id);
  return answer(
    context,
    [isOpen(swap) ? null : ended(swap), swap.partner === badgeOf(context) ? null : bothAgree(swap)],
    () => [{ type: 'SwapEnded', data: { swap: id, as: 'refused', reason: reason ?? null } }],
  );
}

/** Until it is approved, the asker may take it back. */
export function withdrawSwap(
  state: HallDay,
  { swap: id }: CommandArgs['withdraw-swap'],
  context: CommandContext,
): Decision {
  const swap = findSwap(state, id);
  if (swap === undefined) return unknown('swap', id);
  if (swap.state === 'withdrawn') return { kind: 'accepted', events: [] };
  return answer(
    context,
    [
      isOpen(swap) ? null : ended(swap),
      swap.asker === badgeOf(context) ? null : rosterFailure('not-yours', { badge: swap.asker }),
    ],
    () => [{ type: 'SwapEnded', data: { swap: id, as: 'withdrawn', reason: null } }],
  );
}

/** The manager approves what both have agreed to; from then on the roster is the other way round. */
export function approveSwap(
  state: HallDay,
  { swap: id, holidays = [] }: CommandArgs['approve-swap'],
  context: CommandContext,
): Decision {
  const swap = findSwap(state, id);
  if (swap === undefined) return unknown('swap', id);
  if (swap.state === 'approved') return { kind: 'accepted', events: [] };
  const { asker, partner, day, returnDay } = swap;
  const cells = [asker, partner].flatMap((badge) => [
    cellKey(day, badge),
    cellKey(returnDay, badge),
  ]);
  return answer(
    context,
    [
      isOpen(swap) ? null : ended(swap),
      swap.state === 'asked' ? bothAgree(swap) : null,
      [asker, partner].includes(badgeOf(context))
        ? limit('swap-own', { badge: badgeOf(context) }, false)
        : null,
      ...exchangeGuards(state, swap, context, holidays, swap.passed),
    ],
    () => [{ type: 'SwapApproved', data: { swap: id } }, ...lapsedSwaps(state, new Set(cells), id)],
  );
}

export function rejectSwap(
  state: HallDay,
  { swap: id, reason }: CommandArgs['reject-swap'],
  context: CommandContext,
): Decision {
  const swap = findSwap(state, id);
  if (swap === undefined) return unknown('swap', id);
  return answer(context, [isOpen(swap) ? null : ended(swap)], () => [
    { type: 'SwapEnded', data: { swap: id, as: 'rejected', reason } },
  ]);
}

/**
 * Who answers for an empty seat of a swapped shift: the clerk who took it on, unless the manager
 * finds that the other explained it badly, and writes down why.
 */
export function nameAnswerable(
  state: HallDay,
  args: CommandArgs['name-answerable'],
  context: CommandContext,
): Decision {
  const { roster } = state;
  const seat = roster.empty.find((each) => each.day === args.day && each.badge === args.badge);
  if (seat === undefined) return unknown('empty-seat', `${args.day} ${args.badge}`);
  const swap = roster.swaps.find((each) => each.swap === seat.swap);
  const two = swap === undefined ? [seat.badge] : [swap.asker, swap.partner];
  return answer(
    context,
    [
      two.includes(args.answerable)
        ? null
        : limit('swap-answerable', { badge: args.answerable, day: args.day }, false),
    ],
    () => [{ type: 'AnswerableNamed', data: args }],
  );
}

/** Every clause of `swap-limits` about the two shifts; `passed`: its limits were let pass before. */
function exchangeGuards(
  state: HallDay,
  exchange: Exchange,
  context: CommandContext,
  holidays: readonly BusinessDay[],
  passed: boolean,
): readonly Guard[] {
  const { asker, partner, day, returnDay } = exchange;
  const { roster } = state;
  const stands = stillStands(state, exchange, context);
  // The other clauses would speak of shifts that are others by now.
  if (stands !== null) return [stands];
  const firm = [
    worksAlready(roster, asker, returnDay, returnDay === day ? null : exchange.taken),
    worksAlready(roster, partner, day, returnDay === day ? null : exchange.given),
    adjoins(roster, asker, exchange, returnDay, exchange.taken),
    adjoins(roster, partner, exchange, day, exchange.given),
    onLeave(roster, asker, returnDay),
    onLeave(roster, partner, day),
  ];
  if (passed) return firm;
  return [
    ...firm,
    tooMany(roster, asker, exchange),
    tooMany(roster, partner, exchange),
    inARow(roster, asker, exchange, returnDay),
    inARow(roster, partner, exchange, day),
    onHoliday(state, day, holidays),
    onHoliday(state, returnDay, holidays),
  ];
}

/** Both shifts are as they were when it was asked, and have not begun. */
function stillStands(
  { roster, config }: HallDay,
  { asker, partner, day, returnDay, given, taken }: Exchange,
  { atMs }: CommandContext,
): Guard {
  const timezone = config?.hall.timezone ?? 'UTC';
  const sides = [
    { badge: asker, day, shift: given },
    { badge: partner, day: returnDay, shift: taken },
  ];
  for (const { badge, day: on, shift } of sides) {
    if (!isSameShift(shiftOf(roster, on, badge), shift)) {
      return rosterFailure('shift-changed', { badge, day: on });
    }
    if (shiftSpan(on, shift, timezone).fromMs <= atMs) {
      return rosterFailure('shift-begun', { badge, day: on });
    }
  }
  return null;
}

/** At most three a person a month: of the months in which its two shifts lie. */
function tooMany(roster: Roster, badge: string, { day, returnDay }: Exchange): Guard {
  for (const month of new Set([monthOf(day), monthOf(returnDay)])) {
    const count = roster.swaps.filter(
      (each) =>
        each.state === 'approved' &&
        (each.asker === badge || each.partner === badge) &&
        (monthOf(each.day) === month || monthOf(each.returnDay) === month),
    ).length;
    if (count >= rosterLimits.swapsAMonth) return limit('swap-month', { badge, count }, true);
  }
  return null;
}

/**
 * None consecutive: between two shifts that a clerk works by swapping lies one as it was planned;
 * and a shift that came by a swap is not passed on by another.
 */
function inARow(roster: Roster, badge: string, exchange: Exchange, on: BusinessDay): Guard {
  const { asker, day, returnDay, given, taken } = exchange;
  const gives = badge === asker ? { day, shift: given } : { day: returnDay, shift: taken };
  if (gives.shift.swap !== null) {
    return limit('swap-consecutive', { badge, day: gives.day }, true);
  }
  const worked = (each: BusinessDay): Shift | null =>
    each === gives.day ? null : shiftOf(roster, each, badge);
  for (const step of [-1, 1]) {
    for (let away = 1; away <= rosterLimits.backDays; away += 1) {
      const near = addDays(on, step * away);
      const shift = worked(near);
      if (shift === null) continue;
      if (shift.swap !== null) return limit('swap-consecutive', { badge, day: near }, true);
      break;
    }
  }
  return null;
}

/** No double shifts by swapping: who takes a shift has none that day but the one given away. */
function worksAlready(
  roster: Roster,
  badge: string,
  day: BusinessDay,
  another: Shift | null,
): Guard {
  if (another === null || shiftOf(roster, day, badge) === null) return null;
  return limit('swap-double', { badge, day }, false);
}

/** Nor two shifts that touch at midnight. */
function adjoins(
  roster: Roster,
  badge: string,
  { asker, day: givenDay, returnDay }: Exchange,
  on: BusinessDay,
  shift: Shift,
): Guard {
  const gone = badge === asker ? givenDay : returnDay;
  const beside = (day: BusinessDay): Shift | null =>
    day === gone ? null : shiftOf(roster, day, badge);
  const before = addDays(on, -1);
  const after = addDays(on, 1);
  if (shift.from === '00:00' && beside(before)?.to === '24:00') {
    return limit('swap-double', { badge, day: before }, false);
  }
  return shift.to === '24:00' && beside(after)?.from === '00:00'
    ? limit('swap-double', { badge, day: after }, false)
    : null;
}

/** No leave on a swapped or returned shift: nor a swap onto a day of leave. */
function onLeave(roster: Roster, badge: string, day: BusinessDay): Guard {
  return leaveOn(roster, badge, day) === undefined
    ? null
    : limit('swap-leave', { badge, day }, false);
}

/** None on holidays: those of the state, given by the hub, and those of the hall's own calendar. */
function onHoliday({ config }: HallDay, day: BusinessDay, holidays: readonly BusinessDay[]): Guard {
  const own = config?.hours.exceptions.some(
    ({ date, hours, reason }) => date === day && (hours === null || festive.has(reason)),
  );
  return own === true || holidays.includes(day) ? limit('swap-holiday', { day }, true) : null;
}

const festive: ReadonlySet<string> = new Set(['spring-festival', 'national-day']);

function bothAgree(swap: Swap): Failure {
  return limit('swap-agree', { badge: swap.partner, day: swap.day }, false);
}

function ended({ state, day }: Swap): Failure {
  return rosterFailure(`swap-${state}`, { day });
}

/** A clause of `swap-limits`; `state` says which. */
export function limit(
  state: string,
  by: Pick<NonNullable<Failure['by']>, 'day' | 'badge' | 'count'>,
  overridable: boolean,
): Failure {
  return { rule: 'swap-limits', by: { ...by, state }, overridable };
}

function refusedBy(context: CommandContext, failure: Failure): Decision {
  return answer(context, [failure], () => []);
}

export function badgeOf({ actor }: CommandContext): string {
  if (actor.kind !== 'staff') throw new Error('a roster is the staff’s');
  return actor.badge;
}

function findSwap({ roster }: HallDay, id: string): Swap | undefined {
  return roster.swaps.find(({ swap }) => swap === id);
}

function monthOf(day: BusinessDay): string {
  return day.slice(0, 7);
}
