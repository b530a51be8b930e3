/**
 * Replays recorded days through real hubs and writes docs/replay.md:
 *
 *     node_modules/.bin/node test/replay/table.ts
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readFileSync } from 'node:fs';
import { replayDay, type ReplayResult } from '#server/replay/replay.ts';
import { readRecordedDays } from '#server/replay/recorded-day.ts';
import { recordedDaysFolder } from '#test/support/recorded-days.ts';

/** Bank days of every kind: a first Sunday, a busy one, a short Friday, and two of the fuller months. */
const bankDays = ['1999-01-03', '1999-01-04', '1999-01-08', '1999-03-15', '1999-04-18'];

const days = [
  ...allDays('station2022').map((day) => ['station2022', day] as const),
  ...allDays('clinic2019').map((day) => ['clinic2019', day] as const),
  ...bankDays.map((day) => ['bank1999', day] as const),
];

const rows: string[] = [];
for (const [name, day] of days) {
  const result = await replayDay({ file: fileOf(name), day, hub: null });
  rows.push(rowOf(name, result));
  console.error(rows.at(-1));
}
writeFileSync(fileURLToPath(new URL('../../docs/replay.md', import.meta.url)), page(rows));

function allDays(name: string): readonly string[] {
  return [...new Set(readRecordedDays(readFileSync(fileOf(name), 'utf8')).map((row) => row.day))];
}

function fileOf(name: string): string {
  return join(recordedDaysFolder, `${name}.csv`);
}

function rowOf(name: string, { day, recorded, replayed, ...rest }: ReplayResult): string {
  const refusals = Object.entries(replayed.refusals)
    .map(([rule, count]) => `${rule} ${String(count)}`)
    .join(', ');
  const cells = [
    name,
    day,
    `${String(recorded.tickets)} / ${String(replayed.issued)}`,
    `${String(recorded.served)} / ${String(replayed.served)}`,
    `${String(recorded.noShows)} / ${String(replayed.missed)}`,
    `${String(recorded.abandoned)} / ${String(replayed.cancelled)}`,
    waits(recorded.waitSeconds),
    waits(replayed.waitSeconds),
    refusals === '' ? 'none' : refusals,
    `${rest.hallState}, ${String(rest.chain.events)}`,
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Mean, P50, P90 in whole seconds; percentiles are nearest-rank. */
function waits(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / Math.max(sorted.length, 1);
  return [mean, rank(0.5), rank(0.9)].map((value) => String(Math.round(value))).join(' / ');
}

function page(table: readonly string[]): string {
  return `# Recorded days, replayed

Recorded days of real halls, played through a running hub by real clients: a kiosk takes each number
at its recorded arrival, a console for each recorded counter opens, calls when free and serves for the
recorded time, and those who left or did not come do so. **The hub decides the order**; so do waits
differ where the record was not first come, first served, or where a counter stood idle for reasons
that no record tells.

One day: \`npm run replay -- FILE.csv --day D [--hub URL]\`. This table:
\`node_modules/.bin/node test/replay/table.ts\` (recorded / replayed; waits in seconds before the first
call: mean / P50 / P90; the hall's state at the end and the events in its verified journal).

| record | day | tickets | served | no-show | left | recorded waits | replayed waits | refusals | end |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
${table.join('\n')}

A customer who left in the record may be called sooner here: then they are served, for the usual time
of their service. Two legs of one visit at the same counter are one service here. Expected refusals:
\`serve-everyone-queued\`, where a recorded clerk left while somebody still waited after closing; the
clerk then goes on until the line is empty.
`;
}
