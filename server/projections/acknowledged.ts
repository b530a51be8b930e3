import { configOf, staffOf } from '#core/lookup.ts';
import type { HallDay } from '#core/state.ts';
import type { InstantMs } from '#core/vocabulary.ts';
import type { AlertView } from '#protocol/supervisor-view.ts';
import { iso } from './scene.ts';

/** Somebody has seen an alert, when it was so bad. */
export interface Acknowledgement {
  readonly by: string;
  readonly atMs: InstantMs;
  readonly level: number;
}

/** By the alert's id. */
export type Acknowledged = ReadonlyMap<string, Acknowledgement>;

/** How the board says it; null where nobody has seen it, or it has become worse since. */
export function acknowledgedView(
  state: HallDay,
  known: Acknowledgement | undefined,
  level: number,
): AlertView['acknowledged'] {
  if (known === undefined || level > known.level) return null;
  const { by, atMs } = known;
  return { by, name: staffOf(configOf(state), by)?.name ?? by, at: iso(atMs) };
}
