import type { AttachedView, PrintTroubleView } from './agent-view.ts';
import type { CounterState, Estimate, Role, Text } from '#core/vocabulary.ts';
import type {
  ViewClock,
  HallHead,
  SignView,
  NoticeView,
  ClerkView,
  ExplainedWait,
} from './view-parts.ts';
import type { OnDutyView } from './roster-view.ts';
import type { NextView } from './console-view.ts';

/** The hall at a glance, and what needs the supervisor. */

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
    | 'attached-fault'
    | 'paper-low'
    | 'print-uncertain'
    | 'handed-in'
    | 'hand-in-refused'
    | 'answers-overdue'
    | 'meeting-missing'
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
    /** Takes it back; only where nothing is lost by it. */
    readonly undo?: HelpAct;
  }[];
  /** Grows when it becomes worse by a step. */
  readonly level: number;
  /** Seen by somebody, who takes care of it: it stays quiet unless it worsens. */
  readonly acknowledged: { readonly by: string; readonly name: string; readonly at: string } | null;
}

/** Somebody who waits and will be past the promise as things stand (`ten-minute-promise`). */
export interface RiskView {
  readonly ticket: string;
  readonly number: string;
  readonly service: string;
  readonly class: string;
  readonly breaksAt: string;
  /** When a counter is likely to call; null: none would. */
  readonly calledAt: string | null;
  /** Beyond the promise when the service is likely done. */
  readonly lateSeconds: number;
}

/** What would help, and what it would bring, as the estimator sees the hall with it. */
export interface HelpView {
  readonly id: string;
  readonly kind: 'open-counter' | 'end-pause' | 'lend-counter' | 'call-first';
  readonly counter: string;
  /** The services that it would help. */
  readonly services: readonly string[];
  /** Promises that it would keep; never negative. */
  readonly kept: number;
  /** Of waiting, saved all who wait together. */
  readonly minutes: number;
  readonly title: Text;
  readonly detail: Text;
  /** A socket command, and the one that takes it back; null where a clerk has to come. */
  readonly act: (HelpAct & { readonly undo: HelpAct }) | null;
}

export interface HelpAct {
  readonly command: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** Worked out every few seconds, not with each view: `asOf` says for when. */
export interface OutlookView {
  readonly asOf: string;
  /** Waiting and past the promise already. */
  readonly brokenCount: number;
  readonly willBreakCount: number;
  /** Soonest first, at most 12. */
  readonly atRisk: readonly RiskView[];
  /** Best first, at most 5. */
  readonly help: readonly HelpView[];
}

/** One of the staff who is in the hall. */
export interface StaffTodayView {
  readonly badge: string;
  readonly name: string;
  readonly role: Role;
  readonly state: 'seated' | 'paused' | 'absent' | 'handover' | 'free';
  readonly counter: string | null;
  /** Of the absence or pause; else of the seat, or of coming. */
  readonly since: string;
  readonly until: string | null;
}

/** Bounds: staff 100, dots 40 a service, missed and parked 50, alerts 20, devices 100. */
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
    /** Of somebody who would take a number now, and what it rests on. */
    readonly estimate: Estimate | null;
    readonly explained: ExplainedWait;
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
    /** Serves other services than the hall's file says, for today. */
    readonly lent: boolean;
    readonly sign: SignView | null;
    readonly served: number;
    readonly handoverTo: string | null;
  }[];
  readonly missed: readonly AsideView[];
  readonly parked: readonly AsideView[];
  readonly alerts: readonly AlertView[];
  readonly devices: readonly (DeviceView | AttachedView)[];
  /** Tickets whose paper a person must look after; at most 50. */
  readonly prints: readonly PrintTroubleView[];
  readonly notices: readonly NoticeView[];
  readonly overrides: number;
  readonly handoverQueue: readonly { readonly counter: string; readonly to: string }[];
  readonly next: readonly NextView[];
  /** Null until it has been worked out, and where the line is too long to be looked into. */
  readonly outlook: OutlookView | null;
  readonly staff: readonly StaffTodayView[];
  /** Of today's roster; missing where there is none. */
  readonly roster?: {
    /** Who was to be there by now and is not; at most 20. */
    readonly missing: readonly OnDutyView[];
    readonly here: number;
    readonly expected: number;
    /** Swaps and leave that wait for a decision. */
    readonly requests: number;
  };
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
  /** The one screen that sounds in the hall now. */
  readonly speaks: boolean;
  readonly lastSeenAt: string | null;
}
