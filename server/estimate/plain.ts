import { aheadOf } from '#core/disciplines/pick.ts';
import type { HallDay } from '#core/state.ts';
import { at } from '#core/sequence.ts';
import type { Estimate } from '#core/vocabulary.ts';
import { capacities, capacityOf, noCapacity, type Capacity } from './capacity.ts';
import type { Estimator } from './estimator.ts';
import { createServiceMeans } from './service-means.ts';

/**
 * The plain form: whoever has a people ahead waits for the (a + 1)-th completion of the counters
 * that serve the line (one less for each idle counter; none: no wait). With c counters of mean
 * service s and no memory of how long a service has run, that moment is Erlang distributed with
 * shape n = a + 1 and scale s / c. Its median and its ninth decile come from the Wilson–Hilferty
 * cube: `n (1 − 1/(9n) + z/(3√n))³ · s/c` with z = 0 and z = 1.2816 (Johnson, Kotz, Balakrishnan,
 * Continuous Univariate Distributions I, 17.5).
 */
export function createPlainEstimator(): Estimator {
  const means = createServiceMeans();
  // The same state is asked for every service by several screens: its capacities are found once.
  let latest: { state: HallDay; capacities: ReadonlyMap<string, Capacity> } | null = null;

  function capacityFor(state: HallDay, service: string): Capacity {
    if (latest?.state !== state) latest = { state, capacities: capacities(state) };
    return latest.capacities.get(service) ?? noCapacity;
  }

  return {
    apply(event) {
      means.apply(event);
    },
    forTicket(state, ordinal, nowMs) {
      const ticket = at(state.tickets, ordinal);
      if (state.config === null || ticket?.state !== 'waiting') return null;
      const capacity =
        ticket.reservedFor === null
          ? capacityFor(state, ticket.service)
          : capacityOf(state, ticket.reservedFor);
      const ahead = aheadOf(state, ordinal, nowMs);
      return waitFor(ahead, capacity, means.meanMs(state.config, ticket.service));
    },
    forNew(state, service, _className, aheadCount) {
      if (state.config === null) return null;
      const capacity = capacityFor(state, service);
      return waitFor(aheadCount, capacity, means.meanMs(state.config, service));
    },
  };
}

/** Exported for its properties: never negative, never less for a longer line. */
export function waitFor(ahead: number, capacity: Capacity, meanMs: number): Estimate | null {
  if (capacity.counters <= 0) return null;
  const completions = ahead + 1 - capacity.idle;
  if (completions <= 0) return { p50Seconds: 0, p90Seconds: 0 };
  const scaleSeconds = meanMs / 1000 / capacity.counters;
  return {
    p50Seconds: Math.round(scaleSeconds * erlangQuantile(completions, 0)),
    p90Seconds: Math.round(scaleSeconds * erlangQuantile(completions, zOfNinthDecile)),
  };
}

const zOfNinthDecile = 1.2816;

function erlangQuantile(shape: number, z: number): number {
  return shape * (1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))) ** 3;
}
