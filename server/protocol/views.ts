import type { CounterState, Estimate, Language, Rating, Role, Text } from '#core/vocabulary.ts';
import type {
  ViewClock,
  HallHead,
  SignView,
  NoticeView,
  CallView,
  ServiceWaitView,
  ClerkView,
  UnavailableReason,
  TicketView,
  ExplainedWait,
  RisenReason,
} from './view-parts.ts';
import type { AgentView, KioskPrinterView } from './agent-view.ts';
import type { ConsoleView } from './console-view.ts';
import type { SupervisorView } from './supervisor-view.ts';
import type { WallView } from './wall-view.ts';

export type * from './agent-view.ts';
export * from './console-view.ts';
export type * from './supervisor-view.ts';
export type * from './wall-view.ts';
export type * from './view-parts.ts';

/**
 * The views: what a screen is given, whole, at once on `watch` and after every change (contract,
 * section 4). Instants are ISO 8601 in UTC; times of day are shown in `hall.timezone` by the page.
 * No view grows with the length of the queue or of the day: every list names its bound.
 */

export const viewNames = [
  'lobby',
  'window',
  'door',
  'kiosk',
  'ticket',
  'console',
  'supervisor',
  'wall',
  'agent',
] as const;
export type ViewName = (typeof viewNames)[number];

/** Bounds: calls 10, counters as configured, notices 10. */
export interface LobbyView extends ViewClock {
  readonly hall: HallHead;
  readonly calls: readonly CallView[];
  readonly counters: readonly {
    readonly counter: string;
    readonly state: CounterState;
    readonly number: string | null;
    readonly services: readonly string[];
    readonly sign: SignView | null;
  }[];
  readonly waiting: readonly ServiceWaitView[];
  readonly waitingCount: number;
  readonly notices: readonly NoticeView[];
  readonly lastCallNo: number;
}

export interface WindowView extends ViewClock {
  readonly hall: HallHead;
  readonly counter: string;
  readonly place: Text | null;
  readonly state: CounterState;
  readonly number: string | null;
  readonly ticket: string | null;
  readonly clerk: ClerkView | null;
  readonly sign: SignView | null;
  readonly redirectTo: readonly string[];
  /** The service just finished here, while it may be rated or has just been. */
  readonly rating: {
    readonly ticket: string;
    readonly number: string;
    readonly until: string;
    readonly given: Rating | null;
  } | null;
  readonly lastCallNo: number;
}

export interface DoorView extends ViewClock {
  readonly hall: HallHead;
  /** Seven days from today. */
  readonly hours: readonly {
    readonly day: string;
    readonly from: string | null;
    readonly to: string | null;
    readonly reason: string | null;
  }[];
  /** Exceptions of the next 60 days, at most 6. */
  readonly exceptions: readonly {
    readonly day: string;
    readonly from: string | null;
    readonly to: string | null;
    readonly reason: string;
  }[];
  readonly waitingCount: number;
  readonly notices: readonly NoticeView[];
}

export interface KioskView extends ViewClock {
  readonly hall: HallHead;
  readonly services: readonly {
    readonly id: string;
    readonly name: Text;
    readonly short: Text;
    readonly icon: string | null;
    readonly waiting: number;
    readonly estimate: Estimate | null;
    readonly available: boolean;
    readonly reason: UnavailableReason | null;
    readonly papers: readonly Text[];
    /** Counters that receive for it now, in the order of the hall; at most 4. */
    readonly counters: readonly string[];
  }[];
  readonly classes: readonly {
    readonly id: string;
    readonly name: Text;
    readonly needsCustomer: boolean;
    readonly isDefault: boolean;
  }[];
  readonly languages: readonly Language[];
  readonly notices: readonly NoticeView[];
  /** Printers of the hall's kiosks, with their own kiosk or for all; at most 32. */
  readonly printers: readonly KioskPrinterView[];
  /** Numbers whose paper is in doubt or did not come; the newest 32. */
  readonly unprinted: readonly string[];
}

export interface TicketPageView extends TicketView, ViewClock {
  readonly hall: HallHead;
  readonly notices: readonly NoticeView[];
  /** Way to the counter, when called. */
  readonly place: Text | null;
  /** Counters that receive for its service now, in the order of the hall; at most 4. */
  readonly counters: readonly string[];
  /** What to have at hand. */
  readonly papers: readonly Text[];
  readonly lastCallNo: number;
  /** What the estimate rests on; null when not waiting. */
  readonly explained: ExplainedWait | null;
  /** Why the estimate is longer than what was shown before, for some minutes; else null. */
  readonly risen: RisenReason | null;
  /** What the holder may do now. */
  readonly can: { readonly cancel: boolean; readonly rejoin: boolean; readonly rate: boolean };
}

export interface ViewData {
  readonly lobby: LobbyView;
  readonly window: WindowView;
  readonly door: DoorView;
  readonly kiosk: KioskView;
  readonly ticket: TicketPageView;
  readonly console: ConsoleView;
  readonly supervisor: SupervisorView;
  readonly wall: WallView;
  readonly agent: AgentView;
}

/** Who is signed in: answer of `POST /api/sessions` and `GET /api/sessions/current`. */
export interface SessionView {
  readonly token: string;
  readonly badge: string;
  readonly name: string;
  readonly role: Role;
  readonly expiresAt: string;
}
