import { createRandom, type Random } from '#server/people/random.ts';

/** Everything that may go wrong in the simulated world, by the names of the reports. */
export const faultKinds = [
  'hub-crash',
  'write-error',
  'full-disk',
  'slow-disk',
  'torn-write',
  'uncertain-write',
  'unreadable-disk',
  'message-lost',
  'message-late',
  'message-repeated',
  'message-reordered',
  'reconnect',
  'clock-jump',
  'machine-slept',
  'printer-fault',
  'kiosk-cut-off',
  'kiosk-restarted',
  'kiosk-storage',
  'impatient-person',
  'two-on-one-key',
  'two-at-once',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/**
 * The weather of a world: which faults are about, how often, and how many there were. Each kind has
 * chance of its own, so that one kind may be taken away and the others stay as they are.
 */
export interface Weather {
  /** Faults come only while it is rough. */
  isRough: boolean;
  /** One draw: does this fault strike here? Counted if so. */
  strikes(kind: FaultKind, probability: number): boolean;
  /** Counts a fault that another draw has brought. */
  count(kind: FaultKind): void;
  isAbout(kind: FaultKind): boolean;
  readonly counts: Readonly<Record<FaultKind, number>>;
  readonly random: Random;
}

/** Of all kinds, this share is about in a world: what happens alone is found sooner. */
const aboutShare = 0.6;

/** @param without kinds taken away, to find which of them a failure needs */
export function createWeather(seed: number, without: ReadonlySet<FaultKind> = new Set()): Weather {
  const choice = createRandom(seed);
  const about = new Set(faultKinds.filter(() => choice.next() < aboutShare));
  const draws = new Map(
    faultKinds.map((kind, index) => [kind, createRandom(seed + 7919 * (index + 1))]),
  );
  const counts = Object.fromEntries(faultKinds.map((kind) => [kind, 0])) as Record<
    FaultKind,
    number
  >;
  const weather: Weather = {
    isRough: false,
    isAbout: (kind) => about.has(kind) && !without.has(kind),
    strikes(kind, probability) {
      const drawn = (draws.get(kind)?.next() ?? 1) < probability;
      if (!drawn || !weather.isRough || !weather.isAbout(kind)) return false;
      counts[kind] += 1;
      return true;
    },
    count(kind) {
      counts[kind] += 1;
    },
    counts,
    random: createRandom(seed + 1),
  };
  return weather;
}

/** A whole number from `low` to `high`, both included. */
export function between(random: Random, low: number, high: number): number {
  return low + Math.floor(random.next() * (high - low + 1));
}

export function pickOne<T>(random: Random, items: readonly [T, ...T[]]): T {
  return items[Math.floor(random.next() * items.length)] ?? items[0];
}
