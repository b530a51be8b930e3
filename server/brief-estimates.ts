import type { HallDay } from '#core/state.ts';
import type { Estimate, InstantMs } from '#core/vocabulary.ts';
import type { Estimator } from '#estimate/estimator.ts';

interface Made {
  readonly counters: HallDay['counters'];
  readonly config: HallDay['config'];
  readonly ahead: number;
  readonly atMs: InstantMs;
  readonly estimate: Estimate | null;
}

/** A forecast stands so long, for so much longer a line: far less than a forecast's own error. */
const standsMs = 250;
const longerByShare = 0.02;

/**
 * Forecasts for new tickets, made anew unless one of a moment ago says the same: for the same
 * service, class and counters, a line at most 2 % longer and a quarter of a second. At the pace of
 * people each ticket has its own; in a flood the forecast does not become the cost of a ticket. It
 * never says less for a longer line, since a shorter one is always made anew.
 */
export function createBriefEstimates(estimator: Pick<Estimator, 'forNew'>): Estimator['forNew'] {
  const made = new Map<string, Made>();
  return (state, service, className, ahead, nowMs) => {
    const key = `${service}|${className}`;
    const known = made.get(key);
    if (
      known !== undefined &&
      known.counters === state.counters &&
      known.config === state.config &&
      ahead >= known.ahead &&
      ahead - known.ahead <= known.ahead * longerByShare &&
      nowMs >= known.atMs &&
      nowMs - known.atMs < standsMs
    ) {
      return known.estimate;
    }
    const estimate = estimator.forNew(state, service, className, ahead, nowMs);
    const { counters, config } = state;
    made.set(key, { counters, config, ahead, atMs: nowMs, estimate });
    return estimate;
  };
}
