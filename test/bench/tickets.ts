import autocannon from 'autocannon';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { post, startHub, startProgram } from './program.ts';

export interface TicketFigures {
  readonly seconds: number;
  readonly connections: number;
  /** Durable tickets a second through the hub's HTTP door. */
  readonly ticketsPerSecond: number;
  readonly ticketP99Ms: number;
  /** Fastify's empty POST under the same load. */
  readonly emptyPostsPerSecond: number;
  /** Rows a second of raw SQLite group commits, as many rows a commit as there are connections. */
  readonly rawRowsPerSecond: number;
  readonly failed: number;
}

/** Durable tickets a second, beside what Fastify and SQLite can do at all, in one run. */
export async function measureTickets(seconds: number, connections: number): Promise<TicketFigures> {
  const bare = await startProgram('./bare-fastify.ts');
  const empty = await load(bare.url, seconds, connections, {});
  await bare.stop();

  const hub = await startHub();
  const { token } = await post<{ readonly token: string }>(hub.url, '/api/devices', {
    kind: 'kiosk',
    name: 'bench',
  });
  const authorization = { authorization: `Bearer ${token}` };
  const issued = await load(
    new URL('/api/tickets', hub.url).href,
    seconds,
    connections,
    authorization,
  );
  await hub.stop();

  return {
    seconds,
    connections,
    ticketsPerSecond: issued.requests.average,
    ticketP99Ms: issued.latency.p99,
    emptyPostsPerSecond: empty.requests.average,
    rawRowsPerSecond: rawGroupCommits(seconds, connections),
    failed: issued.non2xx + issued.errors,
  };
}

function load(
  url: string,
  seconds: number,
  connections: number,
  headers: Readonly<Record<string, string>>,
): Promise<autocannon.Result> {
  return autocannon({
    url,
    connections,
    duration: seconds,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ service: 'payment' }),
  });
}

/** One fsync for each group, as the journal has it; nothing else is done. */
function rawGroupCommits(seconds: number, groupSize: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'paihao-bench-'));
  const database = new DatabaseSync(join(folder, 'raw.db'));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  database.exec('CREATE TABLE event (seq INTEGER PRIMARY KEY, body TEXT)');
  const insert = database.prepare('INSERT INTO event (body) VALUES (?)');
  const body = 'x'.repeat(400);
  const untilMs = performance.now() + seconds * 1000;
  let rows = 0;
  while (performance.now() < untilMs) {
    database.exec('BEGIN IMMEDIATE');
    for (let row = 0; row < groupSize; row += 1) insert.run(body);
    database.exec('COMMIT');
    rows += groupSize;
  }
  database.close();
  rmSync(folder, { recursive: true, force: true });
  return rows / seconds;
}
