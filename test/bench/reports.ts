import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '#core/calendar/business-day.ts';
import { openReading } from '#journal/reading.ts';
import { sampleHall } from '#server/hall-source.ts';
import { widened, writePastDays } from '../support/past-days.ts';
import { cpuTimeOf } from './cpu-time.ts';
import { signIn, startHub } from './program.ts';

export interface ReportBench {
  readonly days: number;
  readonly ticketsADay: number;
  readonly events: number;
  /** Each asked once, in this order, of a hub that has just started. */
  readonly asked: readonly {
    readonly what: string;
    readonly ms: number;
    /** All threads of the hub together, also for whatever else it did; null where it is not told. */
    readonly cpuMs: number | null;
    readonly bytes: number;
  }[];
  /** Reading and checking the same events, with nothing computed: the least a first report costs. */
  readonly readDayMs: number;
  readonly readAllMs: number;
  /** Moments of a day looked at again, as a dragged slider asks for them; its first is apart. */
  readonly slider: {
    readonly firstMs: number;
    readonly p50Ms: number;
    readonly p99Ms: number;
    readonly looks: number;
  };
  /** The slowest of the questions that the hub's main thread answered meanwhile. */
  readonly hallMsMax: number;
  readonly hallAsked: number;
}

const from = '2026-02-01';
/** Twenty counters see some 2,000 customers a day. */
const counterCount = 20;

/** A month of a large hall's past, and how long its reports take. */
export async function measureReports(short: boolean): Promise<ReportBench> {
  const days = short ? 5 : 30;
  const folder = await mkdtemp(join(tmpdir(), 'paihao-bench-'));
  const dataDir = join(folder, 'data');
  const clock = '2026-01-31T19:00:00+08:00';
  try {
    await (await startHub({ dataDir, clock })).stop();
    const config = { ...widened(sampleHall().config, counterCount), training: true };
    const counts = await writePastDays(dataDir, config, from, days);
    const { readDayMs, readAllMs } = readAlone(dataDir, days);
    const hub = await startHub({ dataDir, clock });
    try {
      const { token } = await signIn(hub.url, 'supervisor');
      const day = addDays(from, 1);
      const month = `/api/reports/range?from=${from}&to=${addDays(from, days - 1)}`;
      const asked: ReportBench['asked'][number][] = [];
      const watch = watchHall(hub.url);
      const ask = async (what: string, path: string): Promise<void> => {
        const usedMs = cpuOf(hub.pid);
        const fromMs = performance.now();
        const response = await fetch(new URL(path, hub.url), {
          headers: { authorization: `Bearer ${token}` },
        });
        const bytes = (await response.arrayBuffer()).byteLength;
        if (!response.ok) throw new Error(`${path}: ${String(response.status)}`);
        const ms = performance.now() - fromMs;
        const nowMs = cpuOf(hub.pid);
        const cpuMs = usedMs === null || nowMs === null ? null : nowMs - usedMs;
        asked.push({ what, ms, cpuMs, bytes });
      };
      await ask('a day, first', `/api/reports/day/${day}`);
      await ask('a day, again', `/api/reports/day/${day}`);
      await ask('all days, first', month);
      await ask('all days, again', month);
      await ask('a day, XLSX with every ticket', `/api/reports/day/${day}?format=xlsx`);
      const slider = await dragSlider(hub.url, day, token, short ? 60 : 200);
      const { msMax, count } = await watch.stop();
      const events = counts.reduce((sum, each) => sum + each, 0);
      const ticketsADay = await ticketsOf(hub.url, month, token, days);
      return {
        days,
        ticketsADay,
        events,
        asked,
        readDayMs,
        readAllMs,
        slider,
        hallMsMax: msMax,
        hallAsked: count,
      };
    } finally {
      await hub.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function readAlone(dataDir: string, days: number): { readDayMs: number; readAllMs: number } {
  const reading = openReading(dataDir);
  const timed = (list: readonly string[]): number => {
    const fromMs = performance.now();
    for (const day of list) for (const { body } of reading.readDay(day)) JSON.parse(body);
    return performance.now() - fromMs;
  };
  const all = Array.from({ length: days }, (_, index) => addDays(from, index));
  const readDayMs = timed(all.slice(1, 2));
  const readAllMs = timed(all);
  reading.close();
  return { readDayMs, readAllMs };
}

/** Asks the hall's public view every 20 ms: what a screen would feel of a report. */
function watchHall(url: string): { stop(): Promise<{ msMax: number; count: number }> } {
  const over = new AbortController();
  let msMax = 0;
  let count = 0;
  const asking = (async () => {
    while (!over.signal.aborted) {
      const fromMs = performance.now();
      await (await fetch(new URL('/api/hall', url))).arrayBuffer();
      msMax = Math.max(msMax, performance.now() - fromMs);
      count += 1;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  return {
    async stop() {
      over.abort();
      await asking;
      return { msMax, count };
    },
  };
}

function cpuOf(pid: number): number | null {
  const used = cpuTimeOf(pid);
  return used === null ? null : Object.values(used).reduce((sum, each) => sum + each, 0);
}

/** One look after the other, forwards through the day, and every tenth back to an earlier hour. */
async function dragSlider(
  url: string,
  day: string,
  token: string,
  looks: number,
): Promise<ReportBench['slider']> {
  const ask = async <T>(path: string): Promise<T> => {
    const address = new URL(`/api/history/days/${day}${path}`, url);
    const response = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
    if (!response.ok) throw new Error(`${address.pathname}: ${String(response.status)}`);
    return (await response.json()) as T;
  };
  const beganMs = performance.now();
  const { from, to } = await ask<{ readonly from: string; readonly to: string }>('');
  const lengthMs = Date.parse(to) - Date.parse(from);
  const took: number[] = [];
  let firstMs = 0;
  for (let look = 0; look < looks; look += 1) {
    const share = look % 10 === 9 ? (look * 0.618) % 1 : look / looks;
    const at = new Date(Date.parse(from) + share * lengthMs).toISOString();
    const askedMs = performance.now();
    await ask(`/at/${encodeURIComponent(at)}`);
    if (look === 0) firstMs = performance.now() - beganMs;
    else took.push(performance.now() - askedMs);
  }
  const sorted = took.toSorted((a, b) => a - b);
  const rank = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  return { firstMs, p50Ms: rank(0.5), p99Ms: rank(0.99), looks };
}

async function ticketsOf(url: string, path: string, token: string, days: number): Promise<number> {
  const response = await fetch(new URL(path, url), {
    headers: { authorization: `Bearer ${token}` },
  });
  const { totals } = (await response.json()) as { readonly totals: { readonly issued: number } };
  return Math.round(totals.issued / days);
}
