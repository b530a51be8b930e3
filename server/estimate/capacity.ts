import type { HallConfig } from '#core/hall-config.ts';
import { configOf, isReceiving, offers } from '#core/lookup.ts';
import type { HallDay } from '#core/state.ts';

/** What serves a service now. */
export interface Capacity {
  /** Counters open for it, each by its share: one with three lines waiting gives a third. */
  readonly counters: number;
  /** Those of them that are idle. */
  readonly idle: number;
}

export const noCapacity: Capacity = { counters: 0, idle: 0 };

/**
 * Capacity of every service at once. A counter that offers several services with waiting tickets
 * counts for each by an equal share; a service without waiting tickets counts as if it had one.
 */
export function capacities(state: HallDay): ReadonlyMap<string, Capacity> {
  const config = configOf(state);
  const offered = offeredBy(config);
  const found = new Map<string, { counters: number; idle: number }>();
  for (const counter of config.counters) {
    const seat = state.counters[counter.id];
    if (seat === undefined || !isReceiving(seat)) continue;
    const services = offered.get(counter.id) ?? [];
    let lines = 0;
    for (const service of services) if (waitingIn(state, service) > 0) lines += 1;
    for (const service of services) {
      const own = waitingIn(state, service) > 0 ? lines : lines + 1;
      const sum = found.get(service) ?? { counters: 0, idle: 0 };
      sum.counters += 1 / own;
      if (seat.state === 'idle') sum.idle += 1;
      found.set(service, sum);
    }
  }
  return found;
}

/** The capacity of one counter for whom it was kept. */
export function capacityOf(state: HallDay, counter: string): Capacity {
  const seat = state.counters[counter];
  if (seat === undefined || !isReceiving(seat)) return noCapacity;
  return { counters: 1, idle: seat.state === 'idle' ? 1 : 0 };
}

const offeredByConfig = new WeakMap<HallConfig, ReadonlyMap<string, readonly string[]>>();

/** Services that each counter offers, by its id; made once a configuration. */
function offeredBy(config: HallConfig): ReadonlyMap<string, readonly string[]> {
  const known = offeredByConfig.get(config);
  if (known !== undefined) return known;
  const made = new Map(
    config.counters.map((counter) => [
      counter.id,
      config.services.filter(({ id }) => offers(counter, id)).map(({ id }) => id),
    ]),
  );
  offeredByConfig.set(config, made);
  return made;
}

function waitingIn(state: HallDay, service: string): number {
  return state.waitingByService[service] ?? 0;
}
