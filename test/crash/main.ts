/**
 * `npm run crash -- [--cycles N] [--seed S]`: kills the real hub N times under load. The last line
 * is `N cycles, N promises, N events, 0 broken`; exit code 1 when anything was lost or doubled.
 */
import { parseArgs } from 'node:util';
import { runCrashCycles, type CrashFigures } from './cycles.ts';

const { values } = parseArgs({
  options: {
    cycles: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
  },
});
const numbers = { cycles: Number(values.cycles), seed: Number(values.seed) };
if (!Number.isInteger(numbers.cycles) || numbers.cycles < 1 || !Number.isInteger(numbers.seed)) {
  process.stderr.write('usage: npm run crash -- [--cycles N] [--seed S]\n');
  process.exit(2);
}

const figures = await runCrashCycles({
  ...numbers,
  onCycle(cycle, sofar) {
    if (!process.stderr.isTTY && cycle % 50 !== 0) return;
    const end = process.stderr.isTTY ? '\r' : '\n';
    process.stderr.write(`${String(cycle)} of ${values.cycles} cycles, ${told(sofar)}${end}`);
  },
});
for (const line of figures.broken.slice(0, 20)) process.stderr.write(`${line}\n`);
process.stdout.write(
  `starts killed ${String(figures.startsKilled)}, asked again ${String(figures.askedAgain)}, ` +
    `longest recovery ${String(Math.round(figures.longestRecoveryMs))} ms\n` +
    `${String(figures.cycles)} cycles, ${told(figures)}\n`,
);
process.exit(figures.broken.length > 0 ? 1 : 0);

function told({ promises, events, broken }: CrashFigures): string {
  return `${String(promises)} promises, ${String(events)} events, ${String(broken.length)} broken`;
}
