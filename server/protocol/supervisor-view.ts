import type { AttachedView, PrintTroubleView } from './agent-view.ts';
import type { CounterState, Estimate, Text } from '#core/vocabulary.ts';
import type {
  ViewClock,
  HallHead,
  SignView,
  NoticeView,
  ClerkView,
  ExplainedWait,
} from './view-parts.ts';
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
