import type { Text } from '#core/vocabulary.ts';

/** What the pages of the roster show. Times of day are on the hall's clock, instants ISO 8601. */

export interface ShiftKindView {
  readonly id: string;
  readonly name: Text;
  readonly from: string;
  readonly to: string;
}

export interface ShiftView {
  readonly kind: string;
  readonly name: Text;
  readonly from: string;
  readonly to: string;
  readonly counter: string | null;
  /** It came to this clerk by a swap. */
  readonly swapped: boolean;
}

export interface RosterCell {
  /** What holds, and what would hold if it were published now. */
  readonly published: ShiftView | null;
  readonly planned: ShiftView | null;
  /** Planned otherwise than published. */
  readonly isEdited: boolean;
  readonly leave: 'asked' | 'approved' | null;
}

export interface RosterDay {
  readonly day: string;
  /** Opening hours as posted; null: closed. */
  readonly opens: { readonly from: string; readonly to: string } | null;
  /** Of the state or of the hall's own calendar; null on an ordinary day. */
  readonly holiday: Text | null;
  readonly isPast: boolean;
  /** Times within the opening hours in which fewer clerks are planned than the hall wants. */
  readonly gaps: readonly {
    readonly from: string;
    readonly to: string;
    readonly clerks: number;
  }[];
  /** Seats planned for two at once: to be put right before publishing. */
  readonly clashes: readonly { readonly counter: string; readonly badges: readonly string[] }[];
}

export interface SwapView {
  readonly swap: string;
  readonly asker: PersonView;
  readonly partner: PersonView;
  readonly day: string;
  readonly returnDay: string;
  readonly given: ShiftView;
  readonly taken: ShiftView;
  readonly note: string;
  readonly state: 'asked' | 'agreed' | 'approved' | 'refused' | 'rejected' | 'withdrawn' | 'lapsed';
  readonly askedAt: string;
  readonly reason: string | null;
}

export interface LeaveView {
  readonly leave: string;
  readonly person: PersonView;
  readonly from: string;
  readonly to: string;
  readonly note: string;
  readonly state: 'asked' | 'approved' | 'rejected' | 'withdrawn';
  readonly askedAt: string;
  readonly reason: string | null;
  /** Published shifts that it would take out of the roster. */
  readonly shifts: number;
}

export interface PersonView {
  readonly badge: string;
  readonly name: string;
}

/** Somebody of today's roster, and whether they are there (`ten-minutes-early`). */
export interface OnDutyView {
  readonly person: PersonView;
  readonly shift: ShiftView;
  readonly fromAt: string;
  readonly dueAt: string;
  /**
   * `later`: not due yet; `due`: within the ten minutes before the shift, not there; `missing`: the
   * shift has begun without them; `here`; `over`: the shift has ended.
   */
  readonly state: 'later' | 'due' | 'missing' | 'here' | 'over';
  readonly arrivedAt: string | null;
  /** Minutes behind the due time: of the arrival, or until now; 0: in time. */
  readonly lateMinutes: number;
}

export interface EmptySeatView {
  readonly day: string;
  readonly person: PersonView;
  readonly kind: string;
  readonly counter: string | null;
  readonly fromAt: string;
  readonly answerable: PersonView;
  /** The two who swapped the shift, or null where it was nobody else's. */
  readonly swappedBetween: readonly PersonView[] | null;
  readonly reason: string | null;
}

/** The manager's roster of a span of days; at most 42 of them. */
export interface RosterView {
  readonly revision: number;
  readonly today: string;
  readonly from: string;
  readonly kinds: readonly ShiftKindView[];
  readonly leastClerks: number;
  readonly counters: readonly string[];
  readonly days: readonly RosterDay[];
  readonly people: readonly (PersonView & {
    /** In the order of `days`. */
    readonly cells: readonly RosterCell[];
    /** Hours planned in these days. */
    readonly hours: number;
  })[];
  /** Of the days shown. */
  readonly changes: number;
  readonly swaps: readonly SwapView[];
  readonly leaves: readonly LeaveView[];
  readonly onDuty: readonly OnDutyView[];
  readonly empty: readonly EmptySeatView[];
  /** The last day that can be planned. */
  readonly plannedUntil: string;
}

/** A member of staff's own shifts, and those of colleagues to choose from for a swap. */
export interface MyRosterView {
  readonly revision: number;
  readonly today: string;
  readonly me: PersonView;
  readonly days: readonly {
    readonly day: string;
    readonly opens: { readonly from: string; readonly to: string } | null;
    readonly holiday: Text | null;
    readonly shift: ShiftView | null;
    readonly leave: 'asked' | 'approved' | null;
    /** Begun or over: it can be swapped no more. */
    readonly isBegun: boolean;
  }[];
  readonly colleagues: readonly (PersonView & {
    readonly shifts: readonly { readonly day: string; readonly shift: ShiftView }[];
  })[];
  readonly swaps: readonly SwapView[];
  readonly leaves: readonly LeaveView[];
  /** `swap-limits`: swaps of this month, and how many are allowed. */
  readonly swapsThisMonth: number;
  readonly swapsAMonth: number;
}
