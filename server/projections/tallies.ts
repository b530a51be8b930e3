import type { Rating } from '#core/vocabulary.ts';
import type { GroupFigures } from '#protocol/report.ts';
import { ratingOrder, type FactKind } from './facts/facts.ts';
import { spreadOf } from './spread.ts';

/** Sums of the facts of a group: the hall, a service, a class, a counter, a clerk, an hour, a day. */
export interface Tally {
  issued: number;
  served: number;
  missed: number;
  cancelled: number;
  kept: number;
  broken: number;
  recalls: number;
  transfers: number;
  parked: number;
  overtakings: number;
  busyMs: number;
  readonly waitsMs: number[];
  readonly walksMs: number[];
  readonly servicesMs: number[];
  readonly totalsMs: number[];
  readonly ratings: Record<Rating, number>;
}

export function emptyTally(): Tally {
  return {
    issued: 0,
    served: 0,
    missed: 0,
    cancelled: 0,
    kept: 0,
    broken: 0,
    recalls: 0,
    transfers: 0,
    parked: 0,
    overtakings: 0,
    busyMs: 0,
    waitsMs: [],
    walksMs: [],
    servicesMs: [],
    totalsMs: [],
    ratings: { satisfied: 0, fair: 0, dissatisfied: 0 },
  };
}

export function count(tally: Tally | null, kind: FactKind, value: number): void {
  if (tally === null) return;
  switch (kind) {
    case 'issued':
      tally.issued += 1;
      return;
    case 'wait':
      tally.waitsMs.push(value);
      return;
    case 'walk':
      tally.walksMs.push(value);
      return;
    case 'recalled':
      tally.recalls += 1;
      return;
    case 'finished':
      tally.served += 1;
      tally.servicesMs.push(value);
      return;
    case 'total':
      tally.totalsMs.push(value);
      return;
    case 'kept':
      tally.kept += 1;
      return;
    case 'broken':
      tally.broken += 1;
      return;
    case 'missed':
      tally.missed += 1;
      return;
    case 'unmissed':
      tally.missed -= 1;
      return;
    case 'transferred':
      tally.transfers += 1;
      return;
    case 'parked':
      tally.parked += 1;
      return;
    case 'cancelled':
      tally.cancelled += 1;
      return;
    case 'busy':
      tally.busyMs += value;
      return;
    case 'rated': {
      const rating = ratingOrder[value];
      if (rating !== undefined) tally.ratings[rating] += 1;
      return;
    }
    case 'overtook':
      tally.overtakings += value;
      return;
  }
}

export function figuresOf(tally: Tally): GroupFigures {
  const { issued, served, missed, cancelled, kept, broken } = tally;
  const { recalls, transfers, parked, overtakings } = tally;
  return {
    issued,
    served,
    missed,
    cancelled,
    wait: spreadOf(tally.waitsMs),
    walk: spreadOf(tally.walksMs),
    serving: spreadOf(tally.servicesMs),
    total: spreadOf(tally.totalsMs),
    promise: { kept, broken },
    recalls,
    transfers,
    parked,
    overtakings,
    busySeconds: Math.round(tally.busyMs / 1000),
    ratings: { ...tally.ratings },
  };
}

/** Tallies by a key that comes up as the day goes. */
export function talliesBy(): {
  readonly of: (key: string) => Tally;
  readonly entries: () => readonly (readonly [string, Tally])[];
} {
  const tallies = new Map<string, Tally>();
  return {
    of(key) {
      const known = tallies.get(key);
      if (known !== undefined) return known;
      const made = emptyTally();
      tallies.set(key, made);
      return made;
    },
    entries: () => [...tallies].toSorted(([a], [b]) => compareIds(a, b)),
  };
}

/** Counters and badges by number where they are numbers: 2 before 10. */
export function compareIds(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
