import type { CounterState, Estimate, Text } from '#core/vocabulary.ts';
import type { InTheWay, WayOut } from '#core/refusals.ts';
import type { RuleId } from '#core/rules.ts';
import type {
  ViewClock,
  HallHead,
  SignView,
  ClerkView,
  TicketView,
  ExplainedWait,
} from './view-parts.ts';

/** A clerk's console: what comes next, what may be done now, and why not. */

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
  readonly estimate: Estimate | null;
  readonly explained: ExplainedWait;
}

export interface ReminderView {
  readonly kind:
    | 'closing'
    | 'serving-out'
    | 'sign-off'
    | 'swap-asked'
    | 'vip-arrival'
    | 'special-needs'
    | 'handover-asked'
    | 'handover-long'
    | 'handover-next'
    | 'answers-owed'
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
    readonly followUps: readonly {
      readonly text: string;
      readonly owner: string;
      readonly id: string;
    }[];
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
    /** Of a matter that is on the list already. */
    readonly id?: string;
  }[];
  readonly note: string | null;
}
