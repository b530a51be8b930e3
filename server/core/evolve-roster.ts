import type { HallEvent } from './events.ts';
import {
  isSameShift,
  shiftOf,
  withCell,
  type Leave,
  type Roster,
  type ShiftPlan,
  type Swap,
} from './roster/roster.ts';
import type { HallDay } from './state.ts';

export type RosterChange = Extract<
  HallEvent,
  {
    type:
      | 'ShiftKindsSet'
      | 'RosterEdited'
      | 'RosterPublished'
      | 'SwapAsked'
      | 'SwapAgreed'
      | 'SwapApproved'
      | 'SwapEnded'
      | 'AnswerableNamed'
      | 'LeaveAsked'
      | 'LeaveApproved'
      | 'LeaveEnded'
      | 'ClerkArrived'
      | 'SeatFoundEmpty';
  }
>;

/** Every type of `RosterChange`, so that who follows a roster alone can tell them. */
const changes: Readonly<Record<RosterChange['type'], true>> = {
  ShiftKindsSet: true,
  RosterEdited: true,
  RosterPublished: true,
  SwapAsked: true,
  SwapAgreed: true,
  SwapApproved: true,
  SwapEnded: true,
  AnswerableNamed: true,
  LeaveAsked: true,
  LeaveApproved: true,
  LeaveEnded: true,
  ClerkArrived: true,
  SeatFoundEmpty: true,
};

export function isRosterChange(event: HallEvent): event is RosterChange {
  return Object.hasOwn(changes, event.type);
}

export function evolveRoster(state: HallDay, event: RosterChange): HallDay {
  return { ...state, roster: rosterAfter(state.roster, event) };
}

/** The roster after one change of it. */
export function rosterAfter(roster: Roster, event: RosterChange): Roster {
  const { atMs } = event;
  const passed = event.override !== undefined;
  switch (event.type) {
    case 'ShiftKindsSet':
      return { ...roster, ...event.data };
    case 'RosterEdited':
      return event.data.changes.reduce((next, { day, badge, shift }) => {
        // Back to what is published: nothing is left to publish.
        const isSame = isSameShift(shift, shiftOf(next, day, badge));
        const edit = isSame ? undefined : shift;
        return { ...next, edits: withCell(next.edits, day, badge, edit) };
      }, roster);
    case 'RosterPublished':
      return event.data.changes.reduce(
        (next, { day, badge, shift }) => ({
          ...next,
          published: withCell(next.published, day, badge, shift ?? undefined),
          edits: withCell(next.edits, day, badge, undefined),
        }),
        roster,
      );
    case 'SwapAsked': {
      const asked: Swap = {
        ...event.data,
        state: 'asked',
        askedAtMs: atMs,
        decidedAtMs: null,
        reason: null,
        passed,
      };
      return { ...roster, swaps: [...roster.swaps, asked] };
    }
    case 'SwapAgreed':
      return withSwap(roster, event.data.swap, (swap) => ({
        ...swap,
        state: 'agreed',
        passed: swap.passed || passed,
      }));
    case 'SwapApproved': {
      const approved = withSwap(roster, event.data.swap, (swap) => ({
        ...swap,
        state: 'approved',
        decidedAtMs: atMs,
      }));
      const swap = roster.swaps.find((each) => each.swap === event.data.swap);
      return swap === undefined ? approved : exchanged(approved, swap);
    }
    case 'SwapEnded': {
      const { as: ending, reason } = event.data;
      return withSwap(roster, event.data.swap, (swap) => ({
        ...swap,
        state: ending,
        decidedAtMs: atMs,
        reason,
      }));
    }
    case 'AnswerableNamed': {
      const { day, badge, answerable, reason } = event.data;
      return {
        ...roster,
        empty: roster.empty.map((each) =>
          each.day === day && each.badge === badge ? { ...each, answerable, reason } : each,
        ),
      };
    }
    case 'LeaveAsked': {
      const asked: Leave = {
        ...event.data,
        state: 'asked',
        askedAtMs: atMs,
        decidedAtMs: null,
        reason: null,
      };
      return { ...roster, leaves: [...roster.leaves, asked] };
    }
    case 'LeaveApproved': {
      const leave = roster.leaves.find((each) => each.leave === event.data.leave);
      const next = withLeave(roster, event.data.leave, { state: 'approved', decidedAtMs: atMs });
      return leave === undefined ? next : withoutShifts(next, leave, event.day);
    }
    case 'LeaveEnded': {
      const { as: ending, reason } = event.data;
      return withLeave(roster, event.data.leave, { state: ending, decidedAtMs: atMs, reason });
    }
    case 'ClerkArrived': {
      const arrivals = { ...roster.arrivals, [event.data.badge]: { ...event.data, atMs } };
      return { ...roster, arrivals };
    }
    case 'SeatFoundEmpty':
      return {
        ...roster,
        empty: [...roster.empty, { day: event.day, ...event.data, reason: null }],
      };
  }
}

function withSwap(roster: Roster, id: string, change: (swap: Swap) => Swap): Roster {
  return {
    ...roster,
    swaps: roster.swaps.map((each) => (each.swap === id ? change(each) : each)),
  };
}

function withLeave(roster: Roster, id: string, change: Partial<Leave>): Roster {
  return {
    ...roster,
    leaves: roster.leaves.map((each) => (each.leave === id ? { ...each, ...change } : each)),
  };
}

/** The two shifts in each other's hands; what was planned over them and not published is gone. */
function exchanged(roster: Roster, swap: Swap): Roster {
  const { asker, partner, day, returnDay, given, taken } = swap;
  let published: ShiftPlan = withCell(roster.published, day, asker, undefined);
  published = withCell(published, returnDay, partner, undefined);
  published = withCell(published, day, partner, { ...given, swap: swap.swap });
  published = withCell(published, returnDay, asker, { ...taken, swap: swap.swap });
  let { edits } = roster;
  for (const badge of [asker, partner]) {
    edits = withCell(withCell(edits, day, badge, undefined), returnDay, badge, undefined);
  }
  return { ...roster, published, edits };
}

/** From today on; what was worked stays in the roster. */
function withoutShifts(roster: Roster, { badge, from, to }: Leave, today: string): Roster {
  const isMeant = (day: string): boolean => day >= from && day <= to && day >= today;
  let { published, edits } = roster;
  for (const day of Object.keys(published).filter(isMeant)) {
    published = withCell(published, day, badge, undefined);
  }
  for (const day of Object.keys(edits).filter(isMeant)) {
    edits = withCell(edits, day, badge, undefined);
  }
  return { ...roster, published, edits };
}
