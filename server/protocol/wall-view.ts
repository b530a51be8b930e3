import type { CounterState, Text } from '#core/vocabulary.ts';
import type { AlertView, HelpView } from './supervisor-view.ts';
import type { HallHead, ViewClock } from './view-parts.ts';

/**
 * The board for a wall: to be read from afar, by whoever is in the back office. No acts, no names,
 * no ids of tickets, so that an approved screen may show it. Bounds: alerts 4.
 */
export interface WallView extends ViewClock {
  readonly hall: HallHead;
  readonly waitingCount: number;
  readonly served: number;
  readonly meanWaitSeconds: number | null;
  readonly promiseBroken: number;
  /** Who waits and is past the promise, and who will be as things stand; null: not worked out. */
  readonly risk: { readonly broken: number; readonly willBreak: number } | null;
  readonly lines: readonly {
    readonly service: string;
    readonly name: Text;
    readonly count: number;
    /** Of whoever waits longest; null: nobody waits. */
    readonly longestSeconds: number | null;
    readonly promiseSeconds: number;
    readonly expectedSeconds: number;
  }[];
  readonly counters: readonly { readonly counter: string; readonly state: CounterState }[];
  /** Those that nobody has seen yet, worst first. */
  readonly alerts: readonly Pick<AlertView, 'kind' | 'title'>[];
  /** What would help most, if anything would keep a promise. */
  readonly help: Pick<HelpView, 'title' | 'kept'> | null;
}
