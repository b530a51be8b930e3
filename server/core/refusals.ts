import type { RuleId } from './rules.ts';

/** What stands in the way, as far as it can be named. */
export interface InTheWay {
  readonly counter?: string;
  readonly ticket?: string;
  readonly number?: string;
  readonly badge?: string;
  readonly count?: number;
  readonly state?: string;
  readonly seconds?: number;
  readonly service?: string;
  readonly class?: string;
  /** The first of `count`. */
  readonly numbers?: readonly string[];
  readonly atMs?: number;
  /** A day of the roster, `YYYY-MM-DD`. */
  readonly day?: string;
}

/** A way out that the asker may take instead; the label is worded at the edge. */
export interface WayOut {
  readonly command: string;
  readonly args?: Readonly<Record<string, unknown>>;
  readonly label: WayOutLabel;
}

export type WayOutLabel =
  | 'absence'
  | 'queue-handover'
  | 'supervisor-pass'
  | 'start-first'
  | 'finish-first'
  | 'resume-first'
  | 'call-next'
  | 'transfer'
  | 'park'
  | 'recall'
  | 'no-show'
  | 'wait'
  | 'ask-staff'
  | 'other-service'
  | 'use-ticket'
  | 'release-counter'
  | 'sign-in-there'
  | 'cancel-handover'
  | 'complete-record'
  | 'withdraw-swap';

/** A rule said no. A value, never thrown. */
export interface Refusal {
  readonly kind: 'refused';
  /** The first guard that failed, and all that fail. */
  readonly rule: RuleId;
  readonly rules: readonly RuleId[];
  readonly by: InTheWay;
  readonly waysOut: readonly WayOut[];
  /** Each thing in the way with its place in the settings, where they are what was refused. */
  readonly obstacles?: readonly Obstacle[];
  /** True where a supervisor's override would let it pass. */
  readonly overridable: boolean;
}

export interface Obstacle {
  readonly rule: RuleId;
  readonly by: InTheWay;
  /** Keys from the top; items of lists by their ids: `['counters', '3']`. */
  readonly place: readonly string[];
  readonly overridable: boolean;
}

/** The command names a thing that this hall does not have. */
export interface Unknown {
  readonly kind: 'unknown';
  readonly what:
    | 'ticket'
    | 'counter'
    | 'service'
    | 'class'
    | 'staff'
    | 'notice'
    | 'device'
    | 'follow-up'
    | 'meeting'
    | 'shift-kind'
    | 'swap'
    | 'leave'
    | 'empty-seat';
  readonly id: string;
}
