import type {
  CallKind,
  CounterState,
  Estimate,
  HallState,
  Language,
  Rating,
  Role,
  Text,
  TicketState,
} from '#core/vocabulary.ts';
import type { InTheWay, WayOut } from '#core/refusals.ts';
import type { RuleId } from '#core/rules.ts';

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
] as const;
export type ViewName = (typeof viewNames)[number];

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

export interface ClerkView {
  readonly badge: string;
  readonly name: string;
  readonly photo: string | null;
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
}

/** Why a service gives no numbers; `rule` is the one that would refuse. */
export interface UnavailableReason {
  readonly rule: RuleId;
  readonly text: Text;
  /** When numbers are given again, where known. */
  readonly until: string | null;
}

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
  /** What the holder may do now. */
  readonly can: { readonly cancel: boolean; readonly rejoin: boolean; readonly rate: boolean };
}

/**
 * Whether a key would be refused now, and why, known before it is pressed. A key that is allowed
 * may carry a short hint (`2、5 号能接`).
 */
export interface KeyState {
  readonly allowed: boolean;
  readonly rule: RuleId | null;
  /** At most six characters (zh), three words (en). */
  readonly short: Text | null;
  readonly detail: Text | null;
  /** Where time alone lifts the refusal (a recall's gap, a no-show's wait): from when. */
  readonly allowedFrom: string | null;
  /** The refusal as the hub would answer it; null where no rule refuses. */
  readonly refusal: KeyRefusal | null;
}

/** What is in the way of a key, and what may be done instead. */
export interface KeyRefusal {
  readonly title: Text;
  readonly by: InTheWay;
  readonly waysOut: readonly (Omit<WayOut, 'label'> & { readonly label: Text })[];
  /** True where a supervisor's override would let it pass. */
  readonly overridable: boolean;
}

export const consoleKeys = [
  'call',
  'recall',
  'start',
  'finish',
  'no-show',
  'transfer',
  'park',
  'pause',
  'absence',
  'resume',
  'handover',
  'close',
] as const;
export type ConsoleKey = (typeof consoleKeys)[number];

/** How a ticket's class is received: icon and manner at the desk, never shown in public. */
export type GuestKind = 'ordinary' | 'special-needs' | 'vip';

export interface NextView {
  readonly ticket: string;
  readonly number: string;
  readonly service: string;
  readonly serviceName: Text;
  readonly class: string;
  readonly className: Text;
  readonly guest: GuestKind;
  readonly waitedSeconds: number;
  /** Seconds until the promise is broken; negative when it is. */
  readonly promiseLeftSeconds: number;
  readonly why: Text;
}

export interface ReminderView {
  readonly kind:
    | 'closing'
    | 'serving-out'
    | 'sign-off'
    | 'vip-arrival'
    | 'special-needs'
    | 'handover-asked'
    | 'handover-long'
    | 'handover-next'
    | 'absence-over'
    | 'promise';
  readonly text: Text;
}

/** Bounds: next 10, parked 20, reminders 10, relief 50. */
export interface ConsoleView extends ViewClock {
  readonly hall: HallHead;
  readonly counter: string;
  readonly state: CounterState;
  readonly sinceSeconds: number;
  readonly clerk: ClerkView | null;
  readonly ticket:
    | (TicketView & {
        readonly need: string | null;
        readonly guest: GuestKind;
        readonly promiseSeconds: number;
        readonly serviceSeconds: number;
        readonly papers: readonly Text[];
        readonly owner: string | null;
        readonly why: Text | null;
      })
    | null;
  readonly next: readonly NextView[];
  /** Tickets that this counter can serve. */
  readonly waitingCount: number;
  readonly hallWaitingCount: number;
  readonly canCall: boolean;
  readonly keys: Readonly<Record<ConsoleKey, KeyState>>;
  readonly reminders: readonly ReminderView[];
  /** The sentence one could say now. */
  readonly say: Text;
  readonly signs: SignView | null;
  readonly handover: {
    readonly from: ClerkView;
    readonly to: ClerkView;
    readonly relieved: boolean;
    readonly sinceSeconds: number;
    readonly draft: HandoverDraft | null;
  } | null;
  readonly handoverQueued: boolean;
  /** Facts of the shift, prefilled into the handover record. */
  readonly shift: {
    readonly openedAt: string | null;
    readonly served: number;
    readonly missed: number;
    readonly transferred: number;
    readonly meanServiceSeconds: number | null;
    readonly promiseBroken: number;
    readonly parked: readonly {
      readonly ticket: string;
      readonly number: string;
      readonly missing: readonly string[];
    }[];
    readonly followUps: readonly { readonly text: string; readonly owner: string }[];
  };
  readonly missed: readonly {
    readonly ticket: string;
    readonly number: string;
    readonly service: string;
  }[];
  readonly services: readonly { readonly id: string; readonly name: Text }[];
  readonly counters: readonly {
    readonly counter: string;
    readonly state: CounterState;
    readonly place: Text | null;
  }[];
  /** Clerks who hold no counter: who may take over. */
  readonly relief: readonly { readonly badge: string; readonly name: string }[];
}

export interface HandoverDraft {
  readonly equipment: string;
  readonly hardCases: string;
  readonly staffChanges: string;
  readonly followUps: readonly {
    readonly text: string;
    readonly ticket: string | null;
    readonly owner: string;
  }[];
  readonly note: string | null;
}

export interface AlertView {
  readonly id: string;
  readonly kind:
    | 'promise-broken'
    | 'promise-near'
    | 'absence-long'
    | 'pause-long'
    | 'handover-long'
    | 'open-a-counter'
    | 'nobody-serves'
    | 'service-long'
    | 'vip-arrival'
    | 'device-pending'
    | 'device-offline'
    | 'sound-blocked'
    | 'clock'
    | 'storage'
    | 'seat-open-after-closing';
  readonly rank: number;
  readonly title: Text;
  readonly detail: Text;
  /** Acts that would help, worst first; the names are socket commands. */
  readonly acts: readonly {
    readonly command: string;
    readonly args: Readonly<Record<string, unknown>>;
    readonly label: Text;
  }[];
}

/** Bounds: dots 40 a service, missed and parked 50, alerts 20, devices 100. */
export interface SupervisorView extends ViewClock {
  readonly hall: HallHead;
  readonly figures: {
    readonly waiting: number;
    readonly issued: number;
    readonly served: number;
    readonly missed: number;
    readonly cancelled: number;
    readonly meanWaitSeconds: number | null;
    readonly promiseBroken: number;
  };
  readonly queues: readonly {
    readonly service: string;
    readonly name: Text;
    readonly promiseSeconds: number;
    readonly expectedSeconds: number;
    readonly count: number;
    readonly byClass: Readonly<Record<string, number>>;
    readonly estimate: Estimate | null;
    readonly dots: readonly {
      readonly ticket: string;
      readonly number: string;
      readonly class: string;
      readonly waitedSeconds: number;
    }[];
  }[];
  readonly classes: readonly { readonly id: string; readonly name: Text }[];
  readonly counters: readonly {
    readonly counter: string;
    readonly state: CounterState;
    readonly sinceSeconds: number;
    readonly number: string | null;
    readonly ticket: string | null;
    readonly clerk: ClerkView | null;
    readonly services: readonly string[];
    readonly sign: SignView | null;
    readonly served: number;
    readonly handoverTo: string | null;
  }[];
  readonly missed: readonly AsideView[];
  readonly parked: readonly AsideView[];
  readonly alerts: readonly AlertView[];
  readonly devices: readonly DeviceView[];
  readonly notices: readonly NoticeView[];
  readonly overrides: number;
  readonly handoverQueue: readonly { readonly counter: string; readonly to: string }[];
  readonly next: readonly NextView[];
}

export interface AsideView {
  readonly ticket: string;
  readonly number: string;
  readonly service: string;
  readonly class: string;
  readonly missing: readonly string[];
}

export interface DeviceView {
  readonly device: string;
  readonly kind: 'kiosk' | 'display' | 'hardware';
  readonly name: string;
  readonly state: 'pending' | 'approved' | 'revoked';
  readonly code: string;
  readonly online: boolean;
  readonly sound: 'ready' | 'blocked' | 'unavailable' | null;
  readonly lastSeenAt: string | null;
}

export interface ViewData {
  readonly lobby: LobbyView;
  readonly window: WindowView;
  readonly door: DoorView;
  readonly kiosk: KioskView;
  readonly ticket: TicketPageView;
  readonly console: ConsoleView;
  readonly supervisor: SupervisorView;
}

/** Who is signed in: answer of `POST /api/sessions` and `GET /api/sessions/current`. */
export interface SessionView {
  readonly token: string;
  readonly badge: string;
  readonly name: string;
  readonly role: Role;
  readonly expiresAt: string;
}
