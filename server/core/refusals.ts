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
  readonly atMs?: number;
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
  | 'finish-first'
  | 'resume-first'
  | 'call-next'
  | 'transfer'
  | 'park'
  | 'recall'
  | 'wait'
  | 'ask-staff'
  | 'other-service'
  | 'use-ticket'
  | 'release-counter'
  | 'sign-in-there'
  | 'cancel-handover'
  | 'complete-record';

/** A rule said no. A value, never thrown. */
export interface Refusal {
  readonly kind: 'refused';
  /** The first guard that failed, and all that fail. */
  readonly rule: RuleId;
  readonly rules: readonly RuleId[];
  readonly by: InTheWay;
  readonly waysOut: readonly WayOut[];
  /** True where a supervisor's override would let it pass. */
  readonly overridable: boolean;
}

/** The command names a thing that this hall does not have. */
export interface Unknown {
  readonly kind: 'unknown';
  readonly what: 'ticket' | 'counter' | 'service' | 'class' | 'staff' | 'notice' | 'device';
  readonly id: string;
}
