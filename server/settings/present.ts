import type { HallConfig } from '#core/hall-config.ts';
import { nextOpening } from '#core/calendar/next-opening.ts';
import { ownConfig } from '#core/rules/lending.ts';
import type { HallDay } from '#core/state.ts';
import type { HallSettings } from './draft.ts';
import { toSettings } from './to-settings.ts';

/** The settings of a hall as of a state: what holds, and what is planned. */
export interface PresentSettings {
  /** Of the newest, in effect or planned: what a draft is made from. */
  readonly revision: number;
  readonly config: HallConfig;
  readonly now: HallSettings;
  readonly planned: HallSettings | null;
  /** What is edited: the plan where there is one, else what holds. */
  readonly newest: HallSettings;
}

/** Null while the hall has no configuration. */
export function presentSettings(state: HallDay): PresentSettings | null {
  if (state.config === null) return null;
  const config = ownConfig(state);
  const now = toSettings(config);
  const planned = state.planned === null ? null : toSettings(state.planned.config);
  return { revision: state.settingsRevision, config, now, planned, newest: planned ?? now };
}

/** When a plan would hold: the next business day that opens, by the plan's own hours. */
export function opensNext(
  state: HallDay,
  config: HallConfig,
  nowMs: number,
): { readonly day: string; readonly opensAtMs: number } | null {
  const afterMs = Math.max(nowMs, state.hours?.closesAtMs ?? nowMs);
  return nextOpening(config.hours, config.hall.timezone, afterMs);
}
