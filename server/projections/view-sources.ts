import type { HallDay } from '#core/state.ts';
import type { InstantMs } from '#core/vocabulary.ts';
import type { Estimator } from '#estimate/estimator.ts';
import type { DeviceView } from '#protocol/views.ts';
import type { HallProjections } from './hall-projections.ts';
import type { Rises } from './rises.ts';

/**
 * All that a view is made of. One object may serve any number of views of the same instant: what
 * several of them need is then found once (scene.ts).
 */
export interface ViewSources {
  /** The stable state: what may be shown. */
  readonly state: HallDay;
  readonly nowMs: InstantMs;
  /** Hall seconds a second. */
  readonly clockSpeed: number;
  readonly projections: HallProjections;
  readonly devices: readonly DeviceView[];
  readonly estimate: Estimator;
  /** Scheme, host and port of the pages, without a slash at the end. */
  readonly baseUrl: string;
  /** What was shown of waits before; none: every forecast is shown as it is. */
  readonly rises?: Rises;
  /** State of the hub itself, for the supervisor's alerts. */
  readonly health?: { readonly writable: boolean; readonly clockBehindMs: number };
}
