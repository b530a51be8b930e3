import { expect, it } from 'vitest';
import { buildView } from '#projections/views.ts';
import { createPrintedDay } from './printed-day.ts';

it.each([20260302])(
  '1,000 tickets from the journal onto paper, everything failing at random, seed %i',
  { timeout: 60_000 },
  async (seed) => {
    const day = await createPrintedDay({ tickets: 1_000, seed });
    expect(day.faults).toBeGreaterThan(50);
    expect(day.agentDeaths).toBeGreaterThan(5);
    // Nothing is lost: every ticket has come to an end, and the journal says to which.
    expect(day.printed + day.uncertain + day.refused).toBe(1_000);
    // Printed is one whole paper; uncertain and refused are one at most.
    expect(day.printedButNotOnce).toEqual([]);
    expect(day.printedTwice).toEqual([]);
    // What was torn off falls on its own: nobody's ticket hangs below half of another's.
    expect(day.tornAlone).toBeGreaterThan(0);
    expect(day.tornBeforeAnother).toBe(0);
    // Every doubt stands before a person, with what can be done about it.
    expect(day.hall.state.printTroubles).toHaveLength(day.uncertain + day.refused);
    const view = buildView('supervisor', {}, day.hall.sources());
    expect(view?.prints.length).toBe(Math.min(50, day.uncertain + day.refused));
    expect(view?.alerts.some(({ kind }) => kind === 'print-uncertain')).toBe(true);
  },
);
