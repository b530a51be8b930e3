import type { BusinessDay, InstantMs } from '../vocabulary.ts';
import type { EmptySeat, Leave, ShiftChange, ShiftKind, Swap } from './roster.ts';

/** What happens to shifts, swaps and leave (events.ts). */
export interface RosterEventData {
  ShiftKindsSet: { readonly kinds: readonly ShiftKind[]; readonly leastClerks: number };
  /** The plan was changed; nobody is held to it yet. */
  RosterEdited: { readonly changes: readonly ShiftChange[] };
  /** From here on these shifts hold. */
  RosterPublished: {
    readonly from: BusinessDay;
    readonly to: BusinessDay;
    readonly changes: readonly ShiftChange[];
  };
  SwapAsked: Omit<Swap, 'state' | 'askedAtMs' | 'decidedAtMs' | 'reason' | 'passed'>;
  SwapAgreed: { readonly swap: string };
  /** The two shifts are in each other's hands. */
  SwapApproved: { readonly swap: string };
  SwapEnded: {
    readonly swap: string;
    readonly as: 'refused' | 'rejected' | 'withdrawn' | 'lapsed';
    readonly reason: string | null;
  };
  LeaveAsked: Omit<Leave, 'state' | 'askedAtMs' | 'decidedAtMs' | 'reason'>;
  LeaveApproved: { readonly leave: string };
  LeaveEnded: {
    readonly leave: string;
    readonly as: 'rejected' | 'withdrawn';
    readonly reason: string | null;
  };
  /** `ten-minutes-early`: the first sign-in for a shift, beside the time that was due. */
  ClerkArrived: {
    readonly badge: string;
    readonly kind: string;
    readonly dueAtMs: InstantMs;
    readonly fromMs: InstantMs;
    readonly lateMinutes: number;
  };
  /** A shift began without its clerk, and who answers for it (`swap-limits`). */
  SeatFoundEmpty: Omit<EmptySeat, 'day' | 'reason'>;
  AnswerableNamed: {
    readonly day: BusinessDay;
    readonly badge: string;
    readonly answerable: string;
    readonly reason: string;
  };
}
