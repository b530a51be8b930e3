import { measureTickets } from './tickets.ts';
import { measureViews } from './views.ts';

/**
 * The benchmarks: every figure beside its limit, measured in the same run. This machine's absolute
 * figures mean little elsewhere; the ratios do. Options: `--short`.
 */
const short = process.argv.includes('--short');
const json = process.argv.includes('--json');

const tickets = await measureTickets(short ? 3 : 10, 64);
const views = await measureViews(200, short ? 50 : 300);
if (json) console.log(JSON.stringify({ tickets, views }, null, 2));
else console.log(table());

function table(): string {
  const bound = 2 * views.bare.p99Ms + views.commit.p99Ms;
  return [
    `durable tickets, ${String(tickets.connections)} connections, ${String(tickets.seconds)} s`,
    line('tickets a second', tickets.ticketsPerSecond, ''),
    line(
      'empty POST, Fastify',
      tickets.emptyPostsPerSecond,
      ratio(tickets.ticketsPerSecond, tickets.emptyPostsPerSecond),
    ),
    line(
      'raw group commits, rows',
      tickets.rawRowsPerSecond,
      ratio(tickets.ticketsPerSecond, tickets.rawRowsPerSecond),
    ),
    line('ticket P99, ms', tickets.ticketP99Ms, `failed: ${String(tickets.failed)}`),
    '',
    `call to view, ${String(views.sockets)} screens, ${String(views.calls)} calls, ${String(views.viewBytes)} bytes a view`,
    line('hub P50, ms', views.hub.p50Ms, ratio(views.hub.p50Ms, views.bare.p50Ms)),
    line('hub P99, ms', views.hub.p99Ms, ratio(views.hub.p99Ms, views.bare.p99Ms)),
    line('bare broadcast P50, ms', views.bare.p50Ms, ''),
    line('bare broadcast P99, ms', views.bare.p99Ms, ''),
    line('one commit P99, ms', views.commit.p99Ms, ''),
    line('aim: P99 at most', bound, views.hub.p99Ms <= bound ? 'met' : 'missed'),
  ].join('\n');
}

function line(name: string, value: number, note: string): string {
  return `  ${name.padEnd(26)}${value.toFixed(value < 100 ? 2 : 0).padStart(10)}  ${note}`;
}

function ratio(ours: number, limit: number): string {
  return `${(ours / limit).toFixed(2)} of it`;
}
