import { measureLine } from './line-estimates.ts';
import { measureBoards, tellBoards } from './boards.ts';
import { measureOutlook, tellOutlook } from './outlook.ts';
import { measurePages } from './pages.ts';
import { measureReports } from './reports.ts';
import { measureSizes } from './sizes.ts';
import { measureStartUp } from './start-up.ts';
import {
  tellEstimates,
  tellPages,
  tellReports,
  tellSizes,
  tellStartUp,
  tellTickets,
  tellViews,
} from './tell.ts';
import { measureTickets } from './tickets.ts';
import { measureViews, type ViewFigures } from './views.ts';

/**
 * The benchmarks: every figure beside its limit, measured in the same run. This machine's absolute
 * figures mean little elsewhere; the ratios do. Options: `--short`, `--json`, `--only PART[,PART]`.
 */
const short = process.argv.includes('--short');
const json = process.argv.includes('--json');
const onlyAt = process.argv.indexOf('--only');
const only = onlyAt < 0 ? null : (process.argv[onlyAt + 1] ?? '').split(',');

interface Part {
  readonly name: string;
  readonly measure: () => Promise<unknown>;
  readonly tell: (found: never) => readonly string[];
}

const parts: readonly Part[] = [
  {
    name: 'estimates',
    measure: () => Promise.resolve(measureLine(short ? 300 : 2_000)),
    tell: tellEstimates,
  },
  { name: 'tickets', measure: () => measureTickets(short), tell: tellTickets },
  {
    name: 'views',
    measure: async () => {
      const found: ViewFigures[] = [];
      for (const sockets of [50, 200, 1_000]) {
        found.push(await measureViews(sockets, short ? 40 : 300));
      }
      return found;
    },
    tell: tellViews,
  },
  { name: 'boards', measure: () => measureBoards(short ? 40 : 300), tell: tellBoards },
  {
    name: 'outlook',
    measure: () => Promise.resolve(measureOutlook(short ? 20 : 100)),
    tell: tellOutlook,
  },
  { name: 'sizes', measure: () => measureSizes(short), tell: tellSizes },
  { name: 'start-up', measure: () => measureStartUp(short), tell: tellStartUp },
  { name: 'reports', measure: () => measureReports(short), tell: tellReports },
  { name: 'pages', measure: () => measurePages(short), tell: tellPages },
];

const all: Record<string, unknown> = {};
for (const { name, measure, tell } of parts) {
  if (only !== null && !only.includes(name)) continue;
  const found = await measure();
  all[name] = found;
  if (!json) console.log(`${tell(found as never).join('\n')}\n`);
}
if (json) console.log(JSON.stringify(all, null, 2));
process.exit(0);
