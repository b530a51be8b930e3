import { addDays, localDateOf } from '../calendar/business-day.ts';
import { minutesOf } from '../calendar/time-of-day.ts';
import type { CommandArgs, CommandContext } from '../commands.ts';
import type { NewEvent } from '../events.ts';
import { configOf, counterOf, staffOf } from '../lookup.ts';
import {
  isOpen,
  isSameShift,
  leaveOn,
  plannedDay,
  plannedShiftOf,
  rosterLimits,
  shiftOf,
  type Shift,
  type ShiftChange,
} from '../roster/roster.ts';
import { kindsOf, overlap } from '../roster/shift-times.ts';
import type { HallDay } from '../state.ts';
import { answer, type Decision, type Failure, type Guard, unknown } from '../verdict.ts';
import type { BusinessDay } from '../vocabulary.ts';

/** The kinds of shift that the hall plans with, and how many clerks it wants at any time. */
export function setShiftKinds(
  _state: HallDay,
  args: CommandArgs['set-shift-kinds'],
  context: CommandContext,
): Decision {
  const backwards = args.kinds.find(({ from, to }) => minutesOf(from) >= minutesOf(to));
  const twice = args.kinds.find(
    ({ id }, index) => args.kinds.findIndex((each) => each.id === id) !== index,
  );
  const wrong = backwards ?? twice;
  return answer(context, [wrong === undefined ? null : rosterFailure('shift-kind', {})], () => [
    { type: 'ShiftKindsSet', data: args },
  ]);
}

/**
 * Changes of the plan, all or none; nobody is held to them before they are published. A change that
 * tells what it was made on (`was`) is refused where another manager has changed that shift since.
 */
export function planShifts(
  state: HallDay,
  { changes }: CommandArgs['plan-shifts'],
  context: CommandContext,
): Decision {
  const { roster } = state;
  const config = configOf(state);
  const kinds = kindsOf(roster, config.hours);
  const today = localDateOf(config.hall.timezone, context.atMs);
  const guards: Guard[] = [];
  const cells: ShiftChange[] = [];
  for (const { day, badge, kind, counter, was } of changes) {
    if (staffOf(config, badge) === undefined) return unknown('staff', badge);
    if (counter != null && counterOf(config, counter) === undefined) {
      return unknown('counter', counter);
    }
    const found = kinds.find(({ id }) => id === kind);
    if (kind !== null && found === undefined) return unknown('shift-kind', kind);
    const before = plannedShiftOf(roster, day, badge);
    guards.push(
      within(day, today),
      was === undefined || isSeen(was, before)
        ? null
        : rosterFailure('changed-meanwhile', { day, badge }),
      found === undefined || leaveOn(roster, badge, day)?.state !== 'approved'
        ? null
        : rosterFailure('on-leave', { day, badge }),
    );
    const { from = '', to = '' } = found ?? {};
    const planned: Shift = { kind: kind ?? '', from, to, counter: counter ?? null, swap: null };
    const shift = kind === null ? null : kept(planned, shiftOf(roster, day, badge));
    if (!isSameShift(shift, before)) cells.push({ day, badge, shift });
  }
  return answer(context, guards, () =>
    cells.length === 0 ? [] : [{ type: 'RosterEdited', data: { changes: cells } }],
  );
}

/** What is planned for these days is what holds; swaps of shifts that it changes lapse. */
export function publishRoster(
  state: HallDay,
  { from, to }: CommandArgs['publish-roster'],
  context: CommandContext,
): Decision {
  const { roster } = state;
  const days = Object.keys(roster.edits)
    .filter((day) => day >= from && day <= to)
    .toSorted();
  const changes = days.flatMap((day) =>
    Object.entries(roster.edits[day] ?? {}).map(([badge, shift]) => ({ day, badge, shift })),
  );
  const cells = changes.map(({ day, badge }) => cellKey(day, badge));
  return answer(
    context,
    days.map((day) => seatTakenTwice(state, day)),
    () =>
      changes.length === 0
        ? []
        : [
            { type: 'RosterPublished', data: { from, to, changes } },
            ...lapsedSwaps(state, new Set(cells)),
          ],
  );
}

/** Swaps under way whose shift or whose free day is in one of these cells end: it is another now. */
export function lapsedSwaps(
  { roster }: HallDay,
  cells: ReadonlySet<string>,
  except?: string,
): readonly NewEvent[] {
  return roster.swaps
    .filter(
      (each) =>
        isOpen(each) &&
        each.swap !== except &&
        [each.asker, each.partner].some((badge) =>
          [each.day, each.returnDay].some((day) => cells.has(cellKey(day, badge))),
        ),
    )
    .map(({ swap }) => ({ type: 'SwapEnded', data: { swap, as: 'lapsed', reason: null } }));
}

export function cellKey(day: BusinessDay, badge: string): string {
  return `${day} ${badge}`;
}

/** A failure of the roster's own kind: `state` says which. */
export function rosterFailure(
  state: string,
  by: Pick<NonNullable<Failure['by']>, 'day' | 'badge' | 'counter' | 'count'>,
): Failure {
  return { rule: 'not-possible-now', by: { ...by, state }, overridable: false };
}

/** Planned again as it is published: the shift stays the very one, with its swap. */
function kept(planned: Shift, published: Shift | null): Shift {
  if (published === null) return planned;
  return isSameShift({ ...planned, swap: published.swap }, published) ? published : planned;
}

/** What a change was made on still stands: its kind, times and counter. */
function isSeen(was: Omit<Shift, 'swap'> | null, before: Shift | null): boolean {
  return isSameShift(was === null ? null : { ...was, swap: before?.swap ?? null }, before);
}

/** What has been worked stays as it was; and a plan reaches no further than it is carried. */
function within(day: BusinessDay, today: BusinessDay): Guard {
  if (day < today) return rosterFailure('day-over', { day });
  return day > addDays(today, rosterLimits.aheadDays) ? rosterFailure('too-far', { day }) : null;
}

function seatTakenTwice({ roster }: HallDay, day: BusinessDay): Guard {
  const shifts = Object.entries(plannedDay(roster, day));
  for (const [index, [, shift]] of shifts.entries()) {
    if (shift.counter === null) continue;
    const before = shifts
      .slice(0, index)
      .find(([, other]) => other.counter === shift.counter && overlap(other, shift));
    if (before === undefined) continue;
    const by = { counter: shift.counter, badge: before[0], day };
    return { rule: 'one-counter-one-clerk', by, overridable: false };
  }
  return null;
}
