import { addDays } from '../calendar/business-day.ts';
import type { BusinessDay } from '../vocabulary.ts';
import {
  emptyRoster,
  isOpen,
  rosterLimits,
  type EmptySeat,
  type Leave,
  type Roster,
  type Shift,
  type ShiftKind,
  type ShiftPlan,
  type Swap,
} from './roster.ts';

/**
 * A roster as a day's first event carries it: this month and what lies ahead, and of the month
 * before the last two weeks, for shifts in a row over its end (`swap-limits`). Equal shifts of a
 * day are written once, with their clerks: 30 clerks over three months are about 40 KB.
 */
export interface CarriedRoster {
  readonly kinds: readonly ShiftKind[] | null;
  readonly leastClerks: number;
  readonly days: readonly CarriedDay[];
  readonly edits: readonly CarriedDay[];
  readonly swaps: readonly Swap[];
  readonly leaves: readonly Leave[];
  readonly empty: readonly EmptySeat[];
}

export interface CarriedDay {
  readonly day: BusinessDay;
  readonly shifts: readonly {
    readonly kind: string;
    readonly from: string;
    readonly to: string;
    /** Badge, then counter and swap where there are any. */
    readonly who: readonly (readonly (string | null)[])[];
  }[];
  /** Of edits: who is off. */
  readonly off?: readonly string[];
}

/** The first day that is kept on a day. */
export function keptFrom(day: BusinessDay): BusinessDay {
  const first = `${day.slice(0, 8)}01`;
  const back = addDays(day, -rosterLimits.backDays);
  return back < first ? back : first;
}

/** What the next day needs of a roster; null where there is nothing to carry. */
export function carriedRoster(roster: Roster, day: BusinessDay): CarriedRoster | null {
  const from = keptFrom(day);
  const recently = addDays(day, -rosterLimits.backDays);
  const carried: CarriedRoster = {
    kinds: roster.kinds,
    leastClerks: roster.leastClerks,
    days: pack(roster.published, from),
    edits: pack(roster.edits, day),
    swaps: roster.swaps.map((swap) => lapsed(swap, day)).filter((swap) => stays(swap)),
    leaves: roster.leaves.filter(({ to, state, from: begins }) =>
      state === 'approved' ? to >= from : state === 'asked' ? to >= day : begins >= recently,
    ),
    empty: roster.empty.filter((each) => each.day >= from),
  };
  return isNothing(carried) ? null : carried;

  function stays(swap: Swap): boolean {
    const last = swap.day > swap.returnDay ? swap.day : swap.returnDay;
    return last >= (swap.state === 'approved' ? from : recently);
  }
}

/** @param carried missing in journals that were begun before there were rosters */
export function unpackRoster(carried: CarriedRoster | undefined): Roster {
  if (carried === undefined) return emptyRoster;
  const published: Record<BusinessDay, Record<string, Shift>> = {};
  for (const day of carried.days) published[day.day] = shiftsOf(day);
  const edits: Record<BusinessDay, Record<string, Shift | null>> = {};
  for (const day of carried.edits) {
    const off = (day.off ?? []).map((badge) => [badge, null] as const);
    edits[day.day] = { ...shiftsOf(day), ...Object.fromEntries(off) };
  }
  const { kinds, leastClerks, swaps, leaves, empty } = carried;
  return { kinds, leastClerks, published, edits, swaps, leaves, empty, arrivals: {} };
}

/** What nobody decided before its first shift has lapsed. */
function lapsed(swap: Swap, day: BusinessDay): Swap {
  const first = swap.day < swap.returnDay ? swap.day : swap.returnDay;
  return isOpen(swap) && first < day ? { ...swap, state: 'lapsed' } : swap;
}

function isNothing({ kinds, leastClerks, days, edits, swaps, leaves, empty }: CarriedRoster) {
  const lists = [days, edits, swaps, leaves, empty];
  return (
    kinds === null &&
    leastClerks === emptyRoster.leastClerks &&
    lists.every((list) => list.length === 0)
  );
}

function pack(plan: ShiftPlan<Shift | null>, from: BusinessDay): readonly CarriedDay[] {
  return Object.keys(plan)
    .filter((day) => day >= from)
    .toSorted()
    .map((day) => packDay(day, plan[day] ?? {}));
}

function packDay(day: BusinessDay, cells: Readonly<Record<string, Shift | null>>): CarriedDay {
  const groups = new Map<string, { kind: string; from: string; to: string; who: Who[] }>();
  const off: string[] = [];
  for (const [badge, shift] of Object.entries(cells)) {
    if (shift === null) {
      off.push(badge);
      continue;
    }
    const { kind, from, to } = shift;
    const key = `${kind} ${from} ${to}`;
    const group = groups.get(key) ?? { kind, from, to, who: [] };
    group.who.push(whoOf(badge, shift));
    groups.set(key, group);
  }
  const shifts = [...groups.values()];
  return off.length === 0 ? { day, shifts } : { day, shifts, off };
}

type Who = readonly (string | null)[];

function whoOf(badge: string, { counter, swap }: Shift): Who {
  if (swap !== null) return [badge, counter, swap];
  return counter === null ? [badge] : [badge, counter];
}

function shiftsOf({ shifts }: CarriedDay): Record<string, Shift> {
  const cells: Record<string, Shift> = {};
  for (const { kind, from, to, who } of shifts) {
    for (const [badge, counter = null, swap = null] of who) {
      if (typeof badge === 'string') cells[badge] = { kind, from, to, counter, swap };
    }
  }
  return cells;
}
