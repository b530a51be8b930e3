import type { InTheWay } from '#core/refusals.ts';
import type { Text } from '#core/vocabulary.ts';
import type { Difference } from './differences.ts';
import type { HallSettings } from './draft.ts';

/** A revision of the hall's configuration, as history tells it. */
export interface SettingsRevision {
  /** Counts configurations, from 1. */
  readonly revision: number;
  /** Journal sequence of its event. */
  readonly seq: number;
  readonly at: string;
  /** Who: a badge and its name, or null for the hub itself (its start, the clock). */
  readonly by: { readonly badge: string; readonly name: string } | null;
  readonly why: string;
}

/** `GET /api/settings` */
export interface SettingsView {
  readonly revision: number;
  /** What holds now. */
  readonly settings: HallSettings;
  readonly planned: PlannedSettings | null;
  readonly training: boolean;
  /** JSON Schema of the hall file: bounds and defaults of every field. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** The hall's local date. */
  readonly today: string;
  /** Of the next business day that opens, or null. */
  readonly nextOpening: { readonly day: string; readonly at: string } | null;
}

export interface PlannedSettings extends SettingsRevision {
  readonly settings: HallSettings;
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
  readonly why: Text;
  /** What stands in the way of taking effect now; empty where nothing does. */
  readonly inTheWay: readonly Obstacle[];
  /** A supervisor may let it pass now, with a reason. */
  readonly overridable: boolean;
}

export interface Obstacle {
  readonly rule: string;
  readonly by: InTheWay;
  readonly text: Text;
}

/** `POST /api/settings/check` */
export interface SettingsCheck {
  readonly problems: readonly SettingsProblem[];
  readonly effects: readonly SettingsEffect[];
  /** Revision of what holds now; another than the draft's base means that somebody was faster. */
  readonly revision: number;
}
