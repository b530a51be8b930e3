import type { PlannedCustomer } from '#server/people/plan.ts';
import type { Random } from '#server/people/random.ts';
import { halfHourMs, halfHourOf } from './half-hours.ts';

/**
 * Another day like one that was: in each half hour as many customers as chance has it (Poisson,
 * around the number that came), each like one of those who came then, at any minute of it. Nobody
 * leaves early: who lost patience once is somebody to be served in time.
 */
export function dayLike(
  customers: readonly PlannedCustomer[],
  random: Random,
): readonly PlannedCustomer[] {
  const bySlot = Map.groupBy(customers, (customer) => halfHourOf(customer.arrivesAtMs));
  const drawn = [...bySlot].flatMap(([fromMs, those]) =>
    Array.from({ length: poisson(random, those.length) }, (): PlannedCustomer => {
      const model = those[Math.floor(random.next() * those.length)];
      if (model === undefined) throw new Error('a half hour without customers was drawn from');
      const arrivesAtMs = fromMs + Math.floor(random.next() * halfHourMs);
      return { ...model, arrivesAtMs, leavesAtMs: null };
    }),
  );
  return drawn.sort((a, b) => a.arrivesAtMs - b.arrivesAtMs);
}

/** Knuth's method, in pieces so that e to the minus mean does not vanish. */
export function poisson(random: Random, mean: number): number {
  const pieceMax = 500;
  if (mean > pieceMax) return poisson(random, pieceMax) + poisson(random, mean - pieceMax);
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random.next(); product > limit; product *= random.next()) count += 1;
  return count;
}
