import type { HallEvent } from '#core/events.ts';
import type { HallDay } from '#core/state.ts';
import type { Estimate, InstantMs } from '#core/vocabulary.ts';

/** What a forecast rests on, as people count. */
export interface Capacity {
  /** Open now, of those that may serve it. */
  readonly counters: number;
  /** Mean of what was seen of the service, from call to finish. */
  readonly secondsEach: number;
}

/**
 * How long will I wait: the one door behind which forecasts are made. An implementation learns from
 * events and answers from the state; both are bounded, and neither keeps anything on disk.
 *
 * Every answer is whole seconds, never negative, `p50Seconds` at most `p90Seconds`, and never less
 * for a longer line. Null: no counter is open that could serve it, so nobody can say.
 */
export interface Estimator {
  /**
   * Learns from an event of the journal, in order. A new business day starts it afresh.
   * @param after the hall after the event, where it is known: then it is not folded a second time
   */
  apply(event: HallEvent, after?: HallDay): void;
  /** What is left of the wait of a waiting ticket; null for one that does not wait. */
  forTicket(state: HallDay, ordinal: number, nowMs: InstantMs): Estimate | null;
  /** For a ticket that would be taken now, `aheadCount` people standing before it. */
  forNew(
    state: HallDay,
    service: string,
    className: string,
    aheadCount: number,
    nowMs: InstantMs,
  ): Estimate | null;
  /** The counters for a service and how long each customer takes them; costs no walk of the line. */
  capacity(state: HallDay, service: string, nowMs: InstantMs): Capacity;
}
