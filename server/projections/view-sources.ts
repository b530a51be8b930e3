import type { HallDay } from '#core/state.ts';
import type { InstantMs } from '#core/vocabulary.ts';
import type { Estimator } from '#estimate/estimator.ts';
import type { OutlookView } from '#protocol/supervisor-view.ts';
import type { DeviceView } from '#protocol/views.ts';
import type { Acknowledged } from './acknowledged.ts';
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
  /** Who will be late and what would help, as of the last time it was worked out. */
  readonly outlook?: OutlookView | null;
  /** Alerts that somebody has seen, by their id. */
  readonly acknowledged?: Acknowledged;
  /** State of the hub itself, for the supervisor's alerts. */
  readonly health?: { readonly writable: boolean; readonly clockBehindMs: number };
}
