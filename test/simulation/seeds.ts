/** Worlds that every test run lives, and those that once broke, by what they found. */
export interface NamedSeed {
  readonly seed: number;
  readonly days: number;
  readonly found: string;
}

export const everyRun: readonly number[] = [101, 102, 103, 104, 105, 106, 107, 108];
export const daysPerRun = 2;

/**
 * Each of these broke before the product was mended, and breaks again when the mistake is planted
 * (`planted/bugs.ts`).
 */
export const onceBroken: readonly NamedSeed[] = [
  {
    seed: 5,
    days: 2,
    found: 'the command that began a day lost its kept answer: repeated, it was executed again',
  },
  {
    seed: 14,
    days: 2,
    found: 'a write whose confirmation was lost stood unknown to the views: a call never announced',
  },
];
