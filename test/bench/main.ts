import { measureTickets, type TicketFigures } from './tickets.ts';
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

function tellTickets(found: TicketFigures): readonly string[] {
  const { cpuMicros } = found;
  const cpu = (used: Readonly<Record<string, number>> | null): string =>
    Object.entries(used ?? {})
      .map(([name, micros]) => `${name} ${micros.toFixed(0)}`)
      .join(', ');
  return [
    `durable tickets, ${String(found.connections)} connections, median of ${String(found.rounds)} rounds`,
    line('tickets a second', found.ticketsPerSecond),
    line('empty POST, Fastify', found.emptyPostsPerSecond),
    line('raw group commits, rows', found.rawRowsPerSecond),
    line(
      'of the lower limit',
      found.ofLimit,
      `${aim(found.ofLimit >= 0.6, 'at least 0.60')}; rounds ${found.ofLimitRange.map((each) => each.toFixed(2)).join(' to ')}`,
    ),
    line('ticket P50, ms', found.ticketP50Ms),
    line('ticket P99, ms', found.ticketP99Ms, `failed: ${String(found.failed)}`),
    `  CPU, µs a ticket: ${cpu(cpuMicros.hub)}; the load's client ${cpuMicros.clientOfHub.toFixed(0)}`,
    `  CPU, µs an empty POST: ${cpu(cpuMicros.fastify)}; the load's client ${cpuMicros.clientOfFastify.toFixed(0)}`,
  ];
}

function tellViews(found: readonly ViewFigures[]): readonly string[] {
  return found.flatMap((each) => {
    const bound = each.ws.p99Ms + each.commit.p99Ms;
    const ratio = each.hub.p99Ms / bound;
    return [
      `call to view, ${String(each.sockets)} screens, ${String(each.calls)} calls, ${String(each.viewBytes)} bytes a view`,
      line('hub P50, ms', each.hub.p50Ms),
      line('hub P99, ms', each.hub.p99Ms),
      line('bare ws P50, ms', each.ws.p50Ms),
      line('bare ws P99, ms', each.ws.p99Ms),
      line('bare socket.io P50, ms', each.socketIo.p50Ms),
      line('bare socket.io P99, ms', each.socketIo.p99Ms),
      line('one commit P50, ms', each.commit.p50Ms),
      line('one commit P99, ms', each.commit.p99Ms),
      line('P99 of ws plus commit', ratio, aim(ratio <= 1.5, 'at most 1.50')),
      line(
        'P50 of ws plus commit',
        each.hub.p50Ms / (each.ws.p50Ms + each.commit.p50Ms),
        'less the scheduler’s than P99',
      ),
    ];
  });
}

function line(name: string, value: number, note = ''): string {
  return `  ${name.padEnd(26)}${value.toFixed(value < 100 ? 2 : 0).padStart(10)}  ${note}`.trimEnd();
}

function aim(met: boolean, what: string): string {
  return `aim ${what}: ${met ? 'met' : 'missed'}`;
}
