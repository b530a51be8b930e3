/**
 * The words of a hall, used alike in the core, the journal, the protocol and the pages.
 * States and their transitions are those of the lifecycles in docs/lifecycles.md.
 */

export const ticketStates = [
  'waiting',
  'called',
  'serving',
  'parked',
  'missed',
  'done',
  'cancelled',
] as const;
export type TicketState = (typeof ticketStates)[number];

export const counterStates = [
  'closed',
  'idle',
  'calling',
  'serving',
  'paused',
  'absent',
  'handover',
] as const;
export type CounterState = (typeof counterStates)[number];

export const hallStates = ['closed', 'open', 'closing', 'serving-out'] as const;
export type HallState = (typeof hallStates)[number];

export const roles = ['clerk', 'supervisor'] as const;
export type Role = (typeof roles)[number];

export const ratings = ['satisfied', 'fair', 'dissatisfied'] as const;
export type Rating = (typeof ratings)[number];

export const callKinds = ['call', 'recall', 'redirect'] as const;
export type CallKind = (typeof callKinds)[number];

/** What an agent may have beside it. */
export const attachedKinds = ['printer', 'board', 'pad', 'reader'] as const;
export type AttachedKind = (typeof attachedKinds)[number];

/** What an attached device can be in; `uncertain`: it does not say, or makes no sense. */
export const attachedStates = [
  'ready',
  'paper-low',
  'paper-out',
  'cover-open',
  'offline',
  'uncertain',
] as const;
export type AttachedState = (typeof attachedStates)[number];

/**
 * A ticket's way onto paper. `sending`: the agent has begun, nobody may begin again; `sent`: the
 * bytes have left; `printed`: the printer said so; `uncertain`: a person must look; `refused`: the
 * printer took none of it; `dropped`: not needed any more.
 */
export const printStates = [
  'asked',
  'sending',
  'sent',
  'printed',
  'uncertain',
  'refused',
  'dropped',
] as const;
export type PrintState = (typeof printStates)[number];

/** Why a number that a kiosk gave without the hub is not queued when it is handed in. */
export const handInTroubles = ['day-over', 'after-intake', 'service-gone', 'class-gone'] as const;
export type HandInTrouble = (typeof handInTroubles)[number];

export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** A text in every language of the product. */
export type Text = Readonly<Record<Language, string>>;

/** Instants are whole milliseconds since 1970-01-01T00:00Z. */
export type InstantMs = number;

/** A business day as `YYYY-MM-DD` in the hall's own time zone. */
export type BusinessDay = string;

/**
 * Who did it. `customer` is the holder of a ticket's id (phone page); `clock` is what fell due;
 * `hub` is the program itself (start-up, configuration read from a file).
 */
export type Actor =
  | { readonly kind: 'staff'; readonly badge: string; readonly role: Role }
  | { readonly kind: 'device'; readonly device: string }
  | { readonly kind: 'customer' }
  | { readonly kind: 'clock' }
  | { readonly kind: 'hub' };

/** A supervisor's written permission for an act that a rule refused. */
export interface Override {
  readonly by: string;
  readonly reason: string;
  readonly rules: readonly string[];
}

/** Seconds within which half, and nine in ten, of such waits end. */
export interface Estimate {
  /** One in ten ends sooner: when somebody who walked off has to be back. */
  readonly p10Seconds?: number;
  readonly p50Seconds: number;
  readonly p90Seconds: number;
}

/** What may be changed in the vault, as the journal tells it. */
export const vaultChanges = [
  'pin-set',
  'pin-chosen',
  'lockout-lifted',
  'customers-replaced',
  'customers-added',
  'customer-erased',
  'device-renamed',
] as const;

/** That something in the vault was changed; no pin, no number, no name. */
export interface VaultChange {
  readonly change: (typeof vaultChanges)[number];
  /** Whose pin; null where it is nobody's. */
  readonly badge: string | null;
  /** The device, or how many customers. */
  readonly device?: string;
  readonly count?: number;
}
