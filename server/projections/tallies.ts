import type { Rating } from '#core/vocabulary.ts';
import { spreadOf, type Spread } from './spread.ts';

/** What is counted alike for the hall, a service, a class, a counter and a clerk. */
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
  readonly waitsMs: number[];
  readonly servicesMs: number[];
  /** Every stretch of service, also those that ended by transfer, parking or being put back. */
  busyMs: number;
  readonly ratings: Record<Rating, number>;
}

export interface TallyFigures {
  readonly issued: number;
  readonly served: number;
  readonly missed: number;
  readonly cancelled: number;
  readonly wait: Spread;
  /** Durations of finished services. */
  readonly serving: Spread;
  readonly promise: { readonly kept: number; readonly broken: number };
  readonly recalls: number;
  readonly transfers: number;
  readonly parked: number;
  readonly busySeconds: number;
  readonly ratings: Readonly<Record<Rating, number>>;
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
    waitsMs: [],
    servicesMs: [],
    busyMs: 0,
    ratings: { satisfied: 0, fair: 0, dissatisfied: 0 },
  };
}

export function figuresOf(tally: Tally): TallyFigures {
  return {
    issued: tally.issued,
    served: tally.served,
    missed: tally.missed,
    cancelled: tally.cancelled,
    wait: spreadOf(tally.waitsMs),
    serving: spreadOf(tally.servicesMs),
    promise: { kept: tally.kept, broken: tally.broken },
    recalls: tally.recalls,
    transfers: tally.transfers,
    parked: tally.parked,
    busySeconds: Math.round(tally.busyMs / 1000),
    ratings: { ...tally.ratings },
  };
}

/** Tallies by a key that comes up as the day goes. */
export function talliesBy(): {
  readonly of: (key: string) => Tally;
  readonly entries: () => readonly (readonly [string, Tally])[];
  readonly clear: () => void;
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
    clear: () => tallies.clear(),
  };
}

/** Counters and badges by number where they are numbers: 2 before 10. */
export function compareIds(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
