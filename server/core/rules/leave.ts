import { addDays, localDateOf } from '../calendar/business-day.ts';
import type { CommandArgs, CommandContext } from '../commands.ts';
import { configOf } from '../lookup.ts';
import { isOpen, leaveOn, rosterLimits, shiftOf, type Leave } from '../roster/roster.ts';
import type { HallDay } from '../state.ts';
import { answer, type Decision, type Failure, type Guard, unknown } from '../verdict.ts';
import type { BusinessDay } from '../vocabulary.ts';
import { cellKey, lapsedSwaps, rosterFailure } from './roster.ts';
import { badgeOf, limit } from './swaps.ts';

/** A clerk asks to be away, both days included; the shifts stay until it is approved. */
export function askLeave(
  state: HallDay,
  { from, to, note }: CommandArgs['ask-leave'],
  context: CommandContext,
): Decision {
  const badge = badgeOf(context);
  const today = localDateOf(configOf(state).hall.timezone, context.atMs);
  const last = addDays(from, rosterLimits.leaveDays - 1);
  if (from > to || from < today || to > last) {
    return answer(context, [rosterFailure('leave-days', { day: from })], () => []);
  }
  const mine = state.roster.leaves.filter(
    (each) => each.badge === badge && each.state === 'asked',
  ).length;
  const taken = daysOf(from, to).find((day) => leaveOn(state.roster, badge, day) !== undefined);
  return answer(
    context,
    [
      mine >= rosterLimits.openLeaves
        ? rosterFailure('too-many-open', { badge, count: mine })
        : null,
      taken === undefined ? null : rosterFailure('on-leave', { badge, day: taken }),
      notSwapped(state, badge, from, to),
    ],
    () => [{ type: 'LeaveAsked', data: { leave: context.freshId, badge, from, to, note } }],
  );
}

/** Approved, it takes the clerk out of the roster; who comes instead is for the manager to plan. */
export function approveLeave(
  state: HallDay,
  { leave: id }: CommandArgs['approve-leave'],
  context: CommandContext,
): Decision {
  const leave = findLeave(state, id);
  if (leave === undefined) return unknown('leave', id);
  if (leave.state === 'approved') return { kind: 'accepted', events: [] };
  const { badge, from, to } = leave;
  const cells = new Set(daysOf(from, to).map((day) => cellKey(day, badge)));
  return answer(
    context,
    [
      leave.state === 'asked' ? null : ended(leave),
      notSwapped(state, badge, from, to),
      badge === badgeOf(context) ? rosterFailure('own-leave', { badge }) : null,
    ],
    () => [{ type: 'LeaveApproved', data: { leave: id } }, ...lapsedSwaps(state, cells)],
  );
}

export function rejectLeave(
  state: HallDay,
  { leave: id, reason }: CommandArgs['reject-leave'],
  context: CommandContext,
): Decision {
  const leave = findLeave(state, id);
  if (leave === undefined) return unknown('leave', id);
  return answer(context, [leave.state === 'asked' ? null : ended(leave)], () => [
    { type: 'LeaveEnded', data: { leave: id, as: 'rejected', reason } },
  ]);
}

/** The clerk comes after all: the days are free to be planned again. */
export function withdrawLeave(
  state: HallDay,
  { leave: id }: CommandArgs['withdraw-leave'],
  context: CommandContext,
): Decision {
  const leave = findLeave(state, id);
  if (leave === undefined) return unknown('leave', id);
  if (leave.state === 'withdrawn') return { kind: 'accepted', events: [] };
  return answer(
    context,
    [
      leave.state === 'rejected' ? ended(leave) : null,
      leave.badge === badgeOf(context) ? null : rosterFailure('not-yours', { badge: leave.badge }),
    ],
    () => [{ type: 'LeaveEnded', data: { leave: id, as: 'withdrawn', reason: null } }],
  );
}

/** `swap-limits`: no leave on a swapped or returned shift, nor while such a swap is under way. */
function notSwapped({ roster }: HallDay, badge: string, from: BusinessDay, to: BusinessDay): Guard {
  const swapped = daysOf(from, to).find(
    (day) => (shiftOf(roster, day, badge)?.swap ?? null) !== null,
  );
  if (swapped !== undefined) return limit('leave-swapped', { badge, day: swapped }, true);
  const pending = roster.swaps.find(
    (each) =>
      isOpen(each) &&
      ((each.asker === badge && from <= each.returnDay && each.returnDay <= to) ||
        (each.state === 'agreed' && each.partner === badge && from <= each.day && each.day <= to)),
  );
  if (pending === undefined) return null;
  const day = pending.asker === badge ? pending.returnDay : pending.day;
  const failure = limit('leave-swapped', { badge, day }, true);
  return pending.asker !== badge
    ? failure
    : {
        ...failure,
        waysOut: [
          { command: 'withdraw-swap', args: { swap: pending.swap }, label: 'withdraw-swap' },
        ],
      };
}

function daysOf(from: BusinessDay, to: BusinessDay): readonly BusinessDay[] {
  const days: BusinessDay[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

function ended({ state, from }: Leave): Failure {
  return rosterFailure(`leave-${state}`, { day: from });
}

function findLeave({ roster }: HallDay, id: string): Leave | undefined {
  return roster.leaves.find(({ leave }) => leave === id);
}
