/** A world that once broke, by what it found. */
export interface NamedSeed {
  readonly seed: number;
  readonly days: number;
  readonly found: string;
}

/** Lived one after the other until every kind of fault has struck; at least so many. */
export const everyRun = { firstSeed: 101, worldsMin: 4, worldsMax: 16 } as const;
export const daysPerRun = 2;

/**
 * Each of these broke before the product was mended, and breaks again when the mistake is planted
 * (`planted/bugs.ts`).
 */
export const onceBroken: readonly NamedSeed[] = [
  {
    seed: 3,
    days: 2,
    found: 'the command that began a day lost its kept answer: repeated, it was executed again',
  },
  {
    seed: 3,
    days: 2,
    found: 'a write whose confirmation was lost stood unknown to the views: a call never announced',
  },
];
