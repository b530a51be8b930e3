import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openHistory } from './history.ts';
import { benchFolder, signIn, startHub, startProgram } from './program.ts';
import { medianOf } from './spread.ts';

export interface StartUpFigures {
  readonly bySize: readonly {
    readonly events: number;
    /** From the start of the process to its first answer. */
    readonly startMs: number;
    /** A supervisor's report of one day in the middle of it, over HTTP. */
    readonly reportMs: number;
    readonly reportedEvents: number;
  }[];
  /** Node.js that does nothing but answer: the limit of any start. */
  readonly emptyStartMs: number;
}

const starts = 3;

/** How long a hub takes to start, and to report a day, with a longer and longer past. */
export async function measureStartUp(short: boolean): Promise<StartUpFigures> {
  const sizes = short ? [10_000, 200_000] : [10_000, 100_000, 1_000_000, 5_000_000];
  const folder = await benchFolder();
  const dataDir = join(folder, 'data');
  try {
    // The first start configures the hall; what follows is two years of business.
    const first = await startHub({ dataDir, clock: '2024-01-01T09:00:00+08:00' });
    await first.stop();
    const history = await openHistory(dataDir);
    const bySize = [];
    for (const size of sizes) {
      const events = await history.growTo(size);
      const startsMs: number[] = [];
      const reportsMs: number[] = [];
      for (let start = 0; start < starts; start += 1) {
        const hub = await startHub({ dataDir, clock: `${history.lastDay()}T23:00:00+08:00` });
        startsMs.push(hub.startedMs);
        const { token } = await signIn(hub.url, 'supervisor');
        for (let ask = 0; ask < 3; ask += 1) {
          reportsMs.push(await reportMs(hub.url, history.lastDay(), token));
        }
        await hub.stop();
      }
      bySize.push({
        events,
        startMs: medianOf(startsMs),
        reportMs: medianOf(reportsMs),
        reportedEvents: history.eventsADay,
      });
    }
    const bare = await emptyStart();
    return { bySize, emptyStartMs: bare };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function reportMs(url: string, day: string, token: string): Promise<number> {
  const fromMs = performance.now();
  const response = await fetch(new URL(`/api/reports/day/${day}`, url), {
    headers: { authorization: `Bearer ${token}` },
  });
  const report = (await response.json()) as { readonly totals?: { readonly issued: number } };
  if (!response.ok || (report.totals?.issued ?? 0) === 0) throw new Error('a report of nothing');
  return performance.now() - fromMs;
}

async function emptyStart(): Promise<number> {
  const found: number[] = [];
  for (let start = 0; start < starts; start += 1) {
    const bare = await startProgram('./bare-fastify.ts');
    found.push(bare.startedMs);
    await bare.stop();
  }
  return medianOf(found);
}
