import type { Text, BusinessDay, InstantMs } from '../vocabulary.ts';

/** A kind of shift that the hall knows; local times `HH:MM`, `to` may be `24:00`. */
export interface ShiftKind {
  readonly id: string;
  /** Null: the house's own word for it. */
  readonly name: Text | null;
  readonly from: string;
  readonly to: string;
}

/** One clerk's shift of one day: at most one a day, so that nobody is in two at once. */
export interface Shift {
  /** Id of its kind; the times are its own, so that a kind may change without rewriting the past. */
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  /** The seat it is for; null: any. It belongs to the shift, and is swapped with it. */
  readonly counter: string | null;
  /** The swap that brought it to this clerk, or null where it was planned so. */
  readonly swap: string | null;
}

/** By day and badge. */
export type ShiftPlan<T = Shift> = Readonly<
  Record<BusinessDay, Readonly<Record<string, T>> | undefined>
>;

/** One change of the plan; null: the clerk is off. */
export interface ShiftChange {
  readonly day: BusinessDay;
  readonly badge: string;
  readonly shift: Shift | null;
}

export type SwapState =
  'asked' | 'agreed' | 'approved' | 'refused' | 'rejected' | 'withdrawn' | 'lapsed';

/** Two clerks exchange two shifts: the asker's of `day` for the partner's of `returnDay`. */
export interface Swap {
  readonly swap: string;
  readonly asker: string;
  readonly partner: string;
  readonly day: BusinessDay;
  readonly returnDay: BusinessDay;
  /** The asker's shift of `day` and the partner's of `returnDay`, as they stood when asked. */
  readonly given: Shift;
  readonly taken: Shift;
  /** What the asker wrote (`swap-limits`: written down). */
  readonly note: string;
  readonly state: SwapState;
  readonly askedAtMs: InstantMs;
  readonly decidedAtMs: InstantMs | null;
  /** Why it was refused or rejected. */
  readonly reason: string | null;
  /** A supervisor let it pass a limit when it was asked or agreed to: it is not asked for again. */
  readonly passed: boolean;
}

export type LeaveState = 'asked' | 'approved' | 'rejected' | 'withdrawn';

/** Days that a clerk is away, both ends included. */
export interface Leave {
  readonly leave: string;
  readonly badge: string;
  readonly from: BusinessDay;
  readonly to: BusinessDay;
  readonly note: string;
  readonly state: LeaveState;
  readonly askedAtMs: InstantMs;
  readonly decidedAtMs: InstantMs | null;
  readonly reason: string | null;
}

/** A shift began and its clerk was not there (`swap-limits`: somebody answers for it). */
export interface EmptySeat {
  readonly day: BusinessDay;
  readonly badge: string;
  readonly kind: string;
  readonly counter: string | null;
  readonly fromMs: InstantMs;
  readonly swap: string | null;
  readonly answerable: string;
  /** Why the manager named somebody else than the clerk of the shift. */
  readonly reason: string | null;
}

/** A clerk came for the shift of today. */
export interface Arrival {
  readonly badge: string;
  readonly atMs: InstantMs;
  /** Ten minutes before the shift (`ten-minutes-early`). */
  readonly dueAtMs: InstantMs;
  readonly fromMs: InstantMs;
  readonly kind: string;
  /** Whole minutes after the due time, rounded up; 0: in time. */
  readonly lateMinutes: number;
}

export interface Roster {
  /** Null: those that follow from the hours of the hall. */
  readonly kinds: readonly ShiftKind[] | null;
  /** So many are wanted at any time that the hall is open. */
  readonly leastClerks: number;
  /** What everybody sees and is held to. */
  readonly published: ShiftPlan;
  /** Planned since, and not published yet; null: off. */
  readonly edits: ShiftPlan<Shift | null>;
  readonly swaps: readonly Swap[];
  readonly leaves: readonly Leave[];
  readonly empty: readonly EmptySeat[];
  /** Of today, by badge. */
  readonly arrivals: Readonly<Record<string, Arrival>>;
}

export const emptyRoster: Roster = {
  kinds: null,
  leastClerks: 1,
  published: {},
  edits: {},
  swaps: [],
  leaves: [],
  empty: [],
  arrivals: {},
};

/** Every bound of a roster, so that what a day's first event carries stays small. */
export const rosterLimits = {
  /** Shifts are planned so many days ahead of today. */
  aheadDays: 62,
  /** Of days before this month's first, so many are kept: for shifts in a row over its end. */
  backDays: 14,
  kinds: 8,
  changesAtOnce: 1_000,
  leastClerksMax: 99,
  leaveDays: 62,
  /** Under way at once, of one clerk. */
  openSwaps: 5,
  openLeaves: 5,
  /** `swap-limits`: a person, a month. */
  swapsAMonth: 3,
} as const;

/** What stands published for a clerk on a day. */
export function shiftOf(roster: Roster, day: BusinessDay, badge: string): Shift | null {
  return at(roster.published, day, badge) ?? null;
}

/** What would stand there if the roster were published now. */
export function plannedShiftOf(roster: Roster, day: BusinessDay, badge: string): Shift | null {
  const edit = at(roster.edits, day, badge);
  return edit === undefined ? shiftOf(roster, day, badge) : edit;
}

/** Everybody's planned shifts of a day, by badge. */
export function plannedDay(roster: Roster, day: BusinessDay): Readonly<Record<string, Shift>> {
  const cells: readonly (readonly [string, Shift | null])[] = Object.entries({
    ...roster.published[day],
    ...roster.edits[day],
  });
  return Object.fromEntries(cells.flatMap(([badge, shift]) => (shift ? [[badge, shift]] : [])));
}

export function isOpen({ state }: Pick<Swap, 'state'>): boolean {
  return state === 'asked' || state === 'agreed';
}

/** Leave that holds or may come to hold on a day. */
export function leaveOn(roster: Roster, badge: string, day: BusinessDay): Leave | undefined {
  return roster.leaves.find(
    (each) =>
      each.badge === badge &&
      (each.state === 'asked' || each.state === 'approved') &&
      each.from <= day &&
      day <= each.to,
  );
}

export function isSameShift(one: Shift | null, other: Shift | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.kind === other.kind &&
    one.from === other.from &&
    one.to === other.to &&
    one.counter === other.counter &&
    one.swap === other.swap
  );
}

/** A plan with one cell changed; a day without any is left out. */
export function withCell<T>(
  plan: ShiftPlan<T>,
  day: BusinessDay,
  badge: string,
  value: T | undefined,
): ShiftPlan<T> {
  const { [badge]: _, ...others } = plan[day] ?? {};
  const cells = value === undefined ? others : { ...others, [badge]: value };
  const { [day]: __, ...days } = plan;
  return Object.keys(cells).length === 0 ? days : { ...days, [day]: cells };
}

function at<T>(plan: ShiftPlan<T>, day: BusinessDay, badge: string): T | undefined {
  const cells = plan[day];
  return cells !== undefined && Object.hasOwn(cells, badge) ? cells[badge] : undefined;
}
