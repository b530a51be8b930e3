import { expect, it } from 'vitest';
import { createPrinterDay, randomOf } from './printer-day.ts';

it.each([20260302])(
  '1,000 tickets through a printer that fails at random, seed %i',
  async (seed) => {
    const day = await createPrinterDay({ tickets: 1_000, random: randomOf(seed) });
    // Nothing is lost: every ticket ended, and none as "refused".
    expect(day.printed + day.uncertain).toBe(1_000);
    expect(day.faults).toBeGreaterThan(50);
    expect(day.uncertain).toBeGreaterThan(10);
    // What is called printed was printed, once and whole; what is uncertain was printed once at most.
    expect(day.printedButNotOnce).toEqual([]);
    expect(day.printedTwice).toEqual([]);
    // Uncertain is said only after a fault had struck that ticket.
    expect(day.uncertainWithoutFault).toEqual([]);
  },
);
