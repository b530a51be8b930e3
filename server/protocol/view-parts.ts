import type {
  CallKind,
  Estimate,
  HallState,
  Language,
  PrintState,
  Rating,
  Text,
  TicketState,
} from '#core/vocabulary.ts';
import type { RuleId } from '#core/rules.ts';

/** What several views are made of. */

/** On every view, so that a page can show the hall's time between two views. */
export interface ViewClock {
  /** The hub's clock when the view was made. */
  readonly now: string;
  /** Hall seconds a second; other than 1 only with a training clock (0: it stands still). */
  readonly clockSpeed: number;
}

export interface HallHead {
  readonly id: string;
  readonly name: Text;
  readonly state: HallState;
  readonly timezone: string;
  readonly languages: readonly Language[];
  readonly hotline: string | null;
  /** Today's hours, or null on a day the hall stays closed. */
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  /** The next opening after now, when closed. */
  readonly nextOpensAt: string | null;
  readonly training: boolean;
  /** Set while a supervisor holds the intake closed. */
  readonly intakeClosedReason: string | null;
}

export interface SignView {
  readonly kind: 'paused' | 'absent' | 'handover';
  readonly reason: string;
  readonly until: string | null;
  readonly redirectTo: readonly RedirectView[];
  /** The courteous sentence for the window, with apology and way. */
  readonly text: Text;
}

export interface RedirectView {
  readonly counter: string;
  readonly place: Text | null;
  readonly waiting: number;
}

export interface NoticeView {
  readonly id: string;
  readonly kind: 'notice' | 'fault' | 'intake' | 'closing';
  readonly text: Text;
  readonly until: string | null;
}

export interface CallView {
  readonly callNo: number;
  readonly number: string;
  readonly counter: string;
  readonly kind: CallKind;
  readonly at: string;
}

export interface ServiceWaitView {
  readonly service: string;
  readonly name: Text;
  readonly short: Text;
  readonly icon: string | null;
  readonly count: number;
  readonly estimate: Estimate | null;
}

export interface ClerkView {
  readonly badge: string;
  readonly name: string;
  readonly photo: string | null;
}

/** Why a service gives no numbers; `rule` is the one that would refuse. */
export interface UnavailableReason {
  readonly rule: RuleId;
  readonly text: Text;
  /** When numbers are given again, where known. */
  readonly until: string | null;
}

/** What a forecast rests on: "9 ahead, 3 counters, about 3 minutes each". */
export interface ExplainedWait {
  readonly ahead: number;
  /** Open now for the service. */
  readonly counters: number;
  /** What one customer takes, as seen in this hall; to the half minute, at least that. */
  readonly minutesEach: number;
}

/** Why a wait is told longer than before. */
export type RisenReason = 'urgent-ahead' | 'fewer-counters' | 'longer-services';

/** Ticket of the contract, section 3. */
export interface TicketView {
  readonly id: string;
  readonly number: string;
  readonly service: string;
  readonly class: string;
  readonly state: TicketState;
  readonly queuedAt: string;
  /** People who stand before this one; 0 when not waiting. */
  readonly ahead: number;
  readonly estimate: Estimate | null;
  readonly counter: string | null;
  readonly calls: number;
  readonly url: string;
  readonly serviceName: Text;
  readonly className: Text;
  readonly language: Language;
  readonly calledAt: string | null;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly waitedSeconds: number | null;
  /** The papers to bring, while parked. */
  readonly missing: readonly string[];
  readonly rating: Rating | null;
  /** Until when it may be rated, while it may. */
  readonly ratingUntil: string | null;
  /** How far its paper is; null where nothing is printed. */
  readonly print: PrintState | null;
}
