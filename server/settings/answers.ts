import type { InTheWay } from '#core/refusals.ts';
import type { TicketTemplate } from '#core/hall-config.ts';
import type { Text } from '#core/vocabulary.ts';
import type { Problem } from '#protocol/problem.ts';
import type { KioskView, LobbyView, TicketView } from '#protocol/views.ts';
import type { Slip } from '#server/paper/slip.ts';
import type { Consequences } from './consequences.ts';
import type { Difference } from './differences.ts';
import type { HallSettings } from './draft.ts';
import type { Conflict } from './merge.ts';

/** A change of the settings, as history tells it. */
export interface SettingsChange {
  /** Counts configurations, in effect or planned, from 1. */
  readonly revision: number;
  /** Journal sequence of its event. */
  readonly seq: number;
  readonly day: string;
  readonly at: string;
  /** Who, or null for the hub itself: a hall file at its start. */
  readonly by: { readonly badge: string; readonly name: string } | null;
  readonly why: string;
  readonly kind: SettingsFrom | 'withdrawn';
  /** False: it only takes a plan back. */
  readonly makes: boolean;
  /** A plan that went along with somebody's change for now; no change of its own. */
  readonly isCarried: boolean;
  readonly differences: readonly Difference[];
  /** The reason with which a rule was passed, or null. */
  readonly override: string | null;
}

/** `GET /api/settings` */
export interface SettingsView {
  /** Of the newest settings, in effect or planned: the `base` of a draft. */
  readonly revision: number;
  /** What holds now. */
  readonly settings: HallSettings;
  readonly planned: PlannedSettings | null;
  readonly training: boolean;
  /** JSON Schema of the hall file: bounds and defaults of every field. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** The hall's business day. */
  readonly today: string;
  /** The next business day that opens, or null. */
  readonly nextOpening: { readonly day: string; readonly at: string } | null;
}

export interface PlannedSettings {
  readonly settings: HallSettings;
  readonly revision: number;
  readonly why: string;
  readonly at: string;
  readonly by: { readonly badge: string; readonly name: string } | null;
  /** From what holds now. */
  readonly differences: readonly Difference[];
}

/** A mistake of a draft, at its place; the words are those of the hall file. */
export interface SettingsProblem {
  readonly path: string;
  readonly message: Text;
}

export type SettingsFrom = 'now' | 'next-opening';

/** When a difference takes effect, and why not sooner. */
export interface SettingsEffect {
  readonly difference: Difference;
  readonly from: SettingsFrom;
  /** When it is felt, in words. */
  readonly why: Text;
  /** What stands in the way of taking effect now; empty where nothing does. */
  readonly inTheWay: readonly SettingsObstacle[];
  /** A supervisor may let it pass now, with a reason. */
  readonly overridable: boolean;
}

export interface SettingsObstacle {
  readonly rule: string;
  readonly by: InTheWay;
  readonly text: Text;
}

/** `POST /api/settings/check` */
export interface SettingsCheck {
  readonly problems: readonly SettingsProblem[];
  /** From what holds now; empty while there are problems. */
  readonly effects: readonly SettingsEffect[];
  /** What else saving does; null while there are problems. */
  readonly consequences: Consequences | null;
  /** The next business day that opens by the draft. */
  readonly nextOpening: { readonly day: string; readonly at: string } | null;
  readonly newer: NewerSettings | null;
}

/** Somebody has changed the settings since the draft was begun. */
export interface NewerSettings {
  readonly revision: number;
  readonly changes: readonly SettingsChange[];
  /** What both have changed; empty: the draft can be merged, and `settings` is both together. */
  readonly conflicts: readonly Conflict[];
  readonly settings: HallSettings;
}

/** `POST /api/settings/import`: becomes a draft, is saved nowhere. */
export type SettingsImport =
  | {
      readonly ok: true;
      readonly settings: HallSettings;
      /** What a file may hold and a draft does not: pins, the list of customers, a logo's file. */
      readonly left: readonly ('pins' | 'customers' | 'logo')[];
    }
  | {
      readonly ok: false;
      readonly problems: readonly (SettingsProblem & {
        readonly line: number;
        readonly column: number;
      })[];
    };

/** `POST /api/settings/preview`: what customers would see of a draft. */
export interface SettingsPreview {
  readonly day: string;
  /** False: on this day the hall does not open. */
  readonly opens: boolean;
  readonly kiosk: KioskView;
  readonly lobby: LobbyView;
  /** Null: no number is given at that moment. */
  readonly slip: Slip | null;
  /** Of the ticket; null: the house's own. */
  readonly template: TicketTemplate | null;
  /** The number that was asked for, if it is given. */
  readonly taken: TicketView | null;
  /** Why it is not given, in the language of whoever touches; null where it is, or none was asked for. */
  readonly refused: Problem | null;
}

/** One of the next ten at a counter. */
export interface PreviewedTicket {
  readonly number: string;
  readonly service: Text;
  readonly class: Text;
  readonly waitedSeconds: number;
  readonly why: Text;
}

/** `POST /api/settings/preview-order`: the present discipline beside the draft's. */
export interface OrderPreview {
  /** On the queue that stands in the hall now; empty when nobody waits. */
  readonly present: SideBySide;
  readonly example: SideBySide;
}

export interface SideBySide {
  readonly now: readonly PreviewedTicket[];
  readonly draft: readonly PreviewedTicket[];
}
