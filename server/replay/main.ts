import { parseArgs } from 'node:util';
import { replayDay, type ReplayResult } from './replay.ts';

const usage = 'usage: npm run replay -- FILE.csv --day YYYY-MM-DD [--hub URL] [--json]';
const barWidth = 30;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  let options;
  try {
    options = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        day: { type: 'string' },
        hub: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    console.error(usage);
    return 2;
  }
  const [file, ...more] = options.positionals;
  const { day, hub, json } = options.values;
  if (file === undefined || more.length > 0 || day === undefined) {
    console.error(usage);
    return 2;
  }
  try {
    const result = await replayDay({ file, day, hub: hub ?? null, onProgress: progressBar(day) });
    if (json) console.log(JSON.stringify(result));
    else console.log(tableOf(result));
    return result.hallState === 'closed' ? 0 : 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

function progressBar(day: string) {
  let shown = '';
  return (doneCount: number, customerCount: number, atMs: number): void => {
    if (!process.stderr.isTTY) return;
    const share = customerCount === 0 ? 1 : doneCount / customerCount;
    const filled = Math.round(share * barWidth);
    const time = new Date(atMs).toISOString().slice(11, 16);
    const line = `${day} ${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)} ${String(Math.round(share * 100)).padStart(3)} % ${time}`;
    if (line === shown) return;
    shown = line;
    process.stderr.write(`\r${line}${share === 1 ? '\n' : ''}`);
  };
}

function tableOf({ recorded, replayed, ...rest }: ReplayResult): string {
  const row = (name: string, left: string | number, right: string | number): string =>
    `${name.padEnd(22)}${String(left).padStart(10)}${String(right).padStart(10)}`;
  const there = spread(recorded.waitSeconds);
  const here = spread(replayed.waitSeconds);
  return [
    row(rest.day, 'recorded', 'replayed'),
    row('tickets issued', recorded.tickets, replayed.issued),
    row('served', recorded.served, replayed.served),
    row('missed (no-show)', recorded.noShows, replayed.missed),
    row('cancelled (left)', recorded.abandoned, replayed.cancelled),
    row('wait mean, s', there.mean, here.mean),
    row('wait P50, s', there.p50, here.p50),
    row('wait P90, s', there.p90, here.p90),
    `refusals by rule: ${
      Object.entries(replayed.refusals)
        .map(([rule, count]) => `${rule} ${String(count)}`)
        .join(', ') || 'none'
    }`,
    ...rest.notes.map((note) => `note: ${note}`),
    `hall ${rest.hallState}; journal verified: ${String(rest.chain.events)} events, head ${rest.chain.head}`,
    `took ${rest.elapsedSeconds.toFixed(1)} s`,
  ].join('\n');
}

/** Whole seconds; percentiles are nearest-rank. */
function spread(values: readonly number[]) {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (share: number): number =>
    Math.round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0);
  const sum = sorted.reduce((total, value) => total + value, 0);
  return { mean: Math.round(sum / Math.max(sorted.length, 1)), p50: rank(0.5), p90: rank(0.9) };
}
