import autocannon from 'autocannon';
import { cpuPerAct, cpuTimeOf, type CpuTime } from './cpu-time.ts';
import { pairKiosk, startHub, startProgram, type Program } from './program.ts';
import { openRawCommits } from './raw-commits.ts';
import { medianOf } from './spread.ts';

export interface TicketFigures {
  readonly connections: number;
  readonly rounds: number;
  readonly secondsARound: number;
  /** Medians over the rounds. */
  readonly ticketsPerSecond: number;
  readonly ticketP50Ms: number;
  readonly ticketP99Ms: number;
  /** Fastify's empty POST under the same load, in the same round. */
  readonly emptyPostsPerSecond: number;
  /** Rows a second of raw SQLite group commits, as many rows a commit as there are connections. */
  readonly rawRowsPerSecond: number;
  /** Median of the rounds' ratios of tickets to the lower of both limits, and their range. */
  readonly ofLimit: number;
  readonly ofLimitRange: readonly [number, number];
  readonly failed: number;
  /** Microseconds of CPU a request by thread: where the time goes, whoever else uses the machine. */
  readonly cpuMicros: {
    readonly hub: CpuTime;
    readonly fastify: CpuTime;
    readonly clientOfHub: number;
    readonly clientOfFastify: number;
  };
}

interface Round {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly failed: number;
  readonly cpu: CpuTime;
  readonly clientMicros: number;
}

const connections = 64;

/**
 * Durable tickets a second beside what Fastify and SQLite can do at all. Both programs are warmed up
 * (V8 takes some 100,000 requests to settle), then take turns: what else the machine does meets all
 * alike, and each round has a ratio of its own.
 */
export async function measureTickets(short: boolean): Promise<TicketFigures> {
  const [warmSeconds, rounds, seconds] = short ? [5, 5, 2] : [15, 15, 4];
  const bare = await startProgram('./bare-fastify.ts');
  const hub = await startHub();
  const raw = openRawCommits();
  const headers = { authorization: `Bearer ${await pairKiosk(hub.url)}` };
  const loadHub = (s: number): Promise<Round> => load(hub, '/api/tickets', s, headers);
  const loadBare = (s: number): Promise<Round> => load(bare, '/', s, headers);
  try {
    await loadBare(warmSeconds);
    await loadHub(2 * warmSeconds);
    const found: { bare: Round; hub: Round; raw: number; ratio: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const empty = await loadBare(seconds);
      const issued = await loadHub(seconds);
      const rows = raw.rowsPerSecond(seconds / 4, connections);
      const ratio = issued.perSecond / Math.min(empty.perSecond, rows);
      found.push({ bare: empty, hub: issued, raw: rows, ratio });
    }
    const ratios = found.map(({ ratio }) => ratio);
    const middle = (read: (round: (typeof found)[number]) => number): number =>
      medianOf(found.map(read));
    const last = found.at(-1);
    return {
      connections,
      rounds,
      secondsARound: seconds,
      ticketsPerSecond: middle((each) => each.hub.perSecond),
      ticketP50Ms: middle((each) => each.hub.p50Ms),
      ticketP99Ms: middle((each) => each.hub.p99Ms),
      emptyPostsPerSecond: middle((each) => each.bare.perSecond),
      rawRowsPerSecond: middle((each) => each.raw),
      ofLimit: medianOf(ratios),
      ofLimitRange: [Math.min(...ratios), Math.max(...ratios)],
      failed: found.reduce((sum, each) => sum + each.hub.failed, 0),
      cpuMicros: {
        hub: last?.hub.cpu ?? null,
        fastify: last?.bare.cpu ?? null,
        clientOfHub: middle((each) => each.hub.clientMicros),
        clientOfFastify: middle((each) => each.bare.clientMicros),
      },
    };
  } finally {
    raw.close();
    await bare.stop();
    await hub.stop();
  }
}

async function load(
  program: Program,
  path: string,
  seconds: number,
  headers: Readonly<Record<string, string>>,
): Promise<Round> {
  const before = cpuTimeOf(program.pid);
  const client = process.cpuUsage();
  const result = await autocannon({
    url: new URL(path, program.url).href,
    connections,
    duration: seconds,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ service: 'payment' }),
  });
  const { user, system } = process.cpuUsage(client);
  const count = result.requests.total;
  return {
    perSecond: count / result.duration,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    failed: result.non2xx + result.errors,
    cpu: cpuPerAct(before, cpuTimeOf(program.pid), count),
    clientMicros: (user + system) / Math.max(1, count),
  };
}
