import type { HallConfig } from './hall-config.ts';
import type { AttachedReport, FollowUp, HandoverRecord, Notice } from './events.ts';
import type {
  Actor,
  BusinessDay,
  Estimate,
  InstantMs,
  Language,
  Rating,
  VaultChange,
} from './vocabulary.ts';
import type { Shift, ShiftKind } from './roster/roster.ts';

/** Arguments of every command by its name; the names are those of the sockets (contract, 4). */
export interface CommandArgs {
  'issue-ticket': {
    readonly service: string;
    readonly class?: string;
    readonly language?: Language;
    readonly source?: 'kiosk' | 'staff' | 'phone';
    readonly need?: string;
    /** Reference of a customer on the hall's list, found by the hub from a phone or card number. */
    readonly customer?: string;
    /** Name of the kiosk that asks, so that its own printer is found; set by the hub. */
    readonly kiosk?: string;
  };
  /** A kiosk asks for numbers of its own, for the time in which the hub is away. */
  'lease-numbers': Record<string, never>;
  /** A number given without the hub; the kiosk's clock is told in the hall's time. */
  'hand-in-ticket': {
    readonly lease: string;
    readonly prefix: string;
    readonly no: number;
    readonly service: string;
    readonly class?: string;
    readonly language?: Language;
    readonly givenAtMs: InstantMs;
    /** The hub's own signature was found under the lease; set by the hub. */
    readonly genuine?: boolean;
  };
  'cancel-ticket': { readonly ticket: string };
  'rejoin-ticket': { readonly ticket: string };
  'return-ticket': { readonly ticket: string };
  'rate-ticket': { readonly ticket: string; readonly rating: Rating };
  'put-back-ticket': { readonly ticket: string };
  /**
   * A supervisor's move of a waiting ticket to another service or counter; `former` takes the move
   * back, and names neither.
   */
  'move-ticket': {
    readonly ticket: string;
    readonly service?: string;
    readonly counter?: string;
    readonly place?: 'keep' | 'front' | 'back' | 'former';
    readonly reason: string;
  };
  open: { readonly counter: string };
  call: { readonly counter: string; readonly ticket?: string };
  recall: { readonly counter: string };
  start: { readonly counter: string };
  finish: { readonly counter: string; readonly outcome?: string };
  'no-show': { readonly counter: string };
  transfer: {
    readonly counter: string;
    readonly to: { readonly service?: string; readonly counter?: string };
    readonly place?: 'keep' | 'front' | 'back';
    readonly reason: string;
  };
  park: { readonly counter: string; readonly missing: readonly string[]; readonly note?: string };
  pause: {
    readonly counter: string;
    readonly kind: 'routine' | 'absence';
    readonly reason: string;
    readonly minutes?: number;
  };
  resume: { readonly counter: string };
  handover: {
    readonly counter: string;
    readonly to: string;
    readonly record?: HandoverRecord;
    readonly queue?: boolean;
  };
  'relieve-handover': { readonly counter: string };
  'complete-handover': { readonly counter: string; readonly record?: HandoverRecord };
  'cancel-handover': { readonly counter: string };
  close: { readonly counter: string };
  'release-counter': { readonly counter: string };
  /** What a counter serves for the rest of the day; null: what the hall's file says. */
  'set-counter-services': {
    readonly counter: string;
    readonly services: readonly string[] | null;
  };
  'set-intake': { readonly state: 'open' | 'closed'; readonly reason: string };
  /** Somebody must be answered again (`first-asked`). */
  'open-follow-up': {
    readonly text: string;
    readonly ticket?: string;
    /** Default: who writes it down. */
    readonly owner?: string;
    /** Default: the next day on which the hall opens. */
    readonly dueDay?: BusinessDay;
  };
  'pass-follow-up': { readonly followUp: string; readonly to: string; readonly reason?: string };
  'answer-follow-up': { readonly followUp: string; readonly how: string };
  /** `pre-shift-meeting`; `heldBy` is who records it unless it says another. */
  'record-meeting': {
    readonly heldBy?: string;
    readonly attended: readonly string[];
    readonly points: readonly string[];
  };
  'sign-meeting': { readonly meeting: string };
  /** A remark beside a quality sheet (`quality-score`); `badge` null: the hall's own. */
  'note-quality': {
    readonly month: string;
    readonly badge: string | null;
    readonly kind: 'inspection' | 'objection';
    /** The deduction it is about. */
    readonly line?: string;
    readonly text: string;
  };
  /** `notice`: in place of one that stands already. */
  'post-notice': Omit<Notice, 'notice'> & { readonly notice?: string };
  'order-notices': { readonly notices: readonly string[] };
  'withdraw-notice': { readonly notice: string };
  configure: {
    readonly config: HallConfig;
    readonly why: string;
    /** The revision that it was made from; the hub's own file has none. */
    readonly base?: number;
    /** Default: now. */
    readonly from?: 'now' | 'next-opening';
    /** With `from` now: what is planned from then on; without it a plan is withdrawn. */
    readonly planned?: { readonly config: HallConfig; readonly why: string } | null;
  };
  /** What is planned for the next opening is taken back. */
  'withdraw-configuration': { readonly base?: number };
  'sign-in': { readonly badge: string };
  'sign-out': { readonly badge: string };
  /** What was changed beside the journal, so that who and when stand in it; never what. */
  'note-vault-change': VaultChange;
  /** An agent tells all that is attached to it; what it does not name is attached no more. */
  'report-devices': { readonly devices: readonly AttachedReport[] };
  'report-print': {
    readonly job: string;
    readonly outcome: 'sending' | 'sent' | 'printed' | 'uncertain' | 'refused';
    readonly detail?: string;
  };
  /** Another paper of the same ticket; it says that it is one. */
  'reprint-ticket': { readonly ticket: string; readonly printer?: string };
  /** A person has looked: it was printed after all, or is not wanted any more. */
  'settle-print': { readonly ticket: string; readonly as: 'printed' | 'dropped' };
  /** An agent has been away too long to vouch for what is attached to it. */
  'agent-absent': { readonly device: string };
  'pair-device': { readonly device: string; readonly kind: string; readonly name: string };
  'revoke-device': { readonly device: string };
  'set-shift-kinds': { readonly kinds: readonly ShiftKind[]; readonly leastClerks: number };
  /** Kind null: off. `was`: the kind that it replaces, so that two managers see each other. */
  'plan-shifts': {
    readonly changes: readonly {
      readonly day: BusinessDay;
      readonly badge: string;
      readonly kind: string | null;
      readonly counter?: string | null;
      /** The whole shift that this was made on; null: off. */
      readonly was?: Omit<Shift, 'swap'> | null;
    }[];
  };
  'publish-roster': { readonly from: BusinessDay; readonly to: BusinessDay };
  /** `holidays`: those of the state about now; set by the hub. */
  'ask-swap': {
    readonly with: string;
    readonly day: BusinessDay;
    readonly returnDay: BusinessDay;
    readonly note: string;
    readonly holidays?: readonly BusinessDay[];
  };
  'agree-swap': { readonly swap: string; readonly holidays?: readonly BusinessDay[] };
  'refuse-swap': { readonly swap: string; readonly reason?: string };
  'withdraw-swap': { readonly swap: string };
  'approve-swap': { readonly swap: string; readonly holidays?: readonly BusinessDay[] };
  'reject-swap': { readonly swap: string; readonly reason: string };
  'name-answerable': {
    readonly day: BusinessDay;
    readonly badge: string;
    readonly answerable: string;
    readonly reason: string;
  };
  'ask-leave': { readonly from: BusinessDay; readonly to: BusinessDay; readonly note: string };
  'withdraw-leave': { readonly leave: string };
  'approve-leave': { readonly leave: string };
  'reject-leave': { readonly leave: string; readonly reason: string };
  /** What falls due by the clock; sent by the hub's timer and at start-up. */
  tick: Record<string, never>;
}

export type CommandName = keyof CommandArgs;
export type CommandOf<N extends CommandName> = { readonly name: N; readonly args: CommandArgs[N] };
export type Command = { [N in CommandName]: CommandOf<N> }[CommandName];

/** What the core cannot know by itself: time, identity, chance and a forecast arrive with it. */
export interface CommandContext {
  readonly atMs: InstantMs;
  readonly actor: Actor;
  /** A fresh identifier, 128 random bits, for what the command may create. */
  readonly freshId: string;
  /** A supervisor, already authenticated, who lets a refusable act pass. */
  readonly override?: { readonly by: string; readonly reason: string };
  /** Forecast for the ticket that issue-ticket would queue, given how many stand ahead. */
  readonly estimate?: (service: string, className: string, aheadCount: number) => Estimate | null;
}

export type { FollowUp };
