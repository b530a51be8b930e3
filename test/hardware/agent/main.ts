/**
 * The table of docs/hardware.md: days of 1,000 printed tickets, a row a seed.
 *
 *     node test/hardware/agent/main.ts --seeds 1,2,3,20260302 [--tickets 1000]
 */
import { parseArgs } from 'node:util';
import { createPrintedDay } from './printed-day.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1,2,3,20260302' },
    tickets: { type: 'string', default: '1000' },
  },
});
const tickets = Number(values.tickets);
for (const written of values.seeds.split(',')) {
  const seed = Number(written);
  const day = await createPrintedDay({ tickets, seed });
  const { faults, agentDeaths, printed, uncertain, refused, uncertainButPrinted } = day;
  const ended = printed + uncertain + refused;
  const row = [
    seed,
    faults,
    agentDeaths,
    printed,
    uncertain + refused,
    uncertainButPrinted,
    day.tornAlone,
    day.tornBeforeAnother,
    day.printedTwice.length + day.printedButNotOnce.length,
    tickets - ended,
  ];
  process.stdout.write(`| ${row.join(' | ')} |\n`);
}
