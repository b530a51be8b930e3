import type { BusinessDay, Text } from '#core/vocabulary.ts';
import type { LobbyView, SupervisorView } from './views.ts';

/** A day that is over, as its doors show it again; instants are ISO 8601. */

/** What a time slider runs over. */
export interface PastDayOutline {
  readonly date: BusinessDay;
  readonly timezone: string;
  readonly from: string;
  readonly to: string;
  /** Turning points of the day, at most 200. */
  readonly marks: readonly DayMark[];
  /** Of each of up to 96 equal pieces of the day: the most people that waited. */
  readonly waiting: readonly number[];
}

/** Something to go to when a day is looked at again. */
export interface DayMark {
  readonly at: string;
  readonly kind: MarkKind;
  /** The counter or the device that it was about; null: the hall. */
  readonly about: string | null;
}

export type MarkKind =
  | 'opened'
  | 'reminded'
  | 'intake-closed'
  | 'closed'
  | 'handover'
  | 'fault'
  | 'absence'
  | 'override'
  | 'stopped'
  | 'notice';

export interface PastMoment {
  readonly at: string;
  /** Sequence of the last event before it. */
  readonly seq: number;
  /** Instants of the call before and of the call after; null where there is none. */
  readonly callBefore: string | null;
  readonly callAfter: string | null;
  readonly lobby: LobbyView;
  readonly supervisor: SupervisorView;
  /** Who waited, first in time first, at most 100. */
  readonly waiting: readonly {
    readonly number: string;
    readonly service: string;
    readonly class: string;
    readonly waitedSeconds: number;
  }[];
  /** The last calls, newest first, each with its reason. */
  readonly calls: readonly {
    readonly number: string;
    readonly counter: string;
    readonly at: string;
    readonly why: Text;
  }[];
}

/** A ticket's way through the day. */
export interface TicketStory {
  readonly number: string;
  readonly service: Text;
  readonly class: Text;
  readonly steps: readonly StoryStep[];
}

export interface StoryStep {
  readonly seq: number;
  readonly at: string;
  /** Name of the event. */
  readonly type: string;
  readonly counter: string | null;
  /** Badge, or null where no member of staff did it. */
  readonly by: string | null;
  /** People who stood before it when it was issued. */
  readonly ahead: number | null;
  /** Why it was this one's turn; why it was transferred. */
  readonly why: Text | null;
  readonly waitedSeconds: number | null;
  readonly missing: readonly string[];
  readonly override: { readonly by: string; readonly reason: string } | null;
}
