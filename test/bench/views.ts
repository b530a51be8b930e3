import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { io, type Socket } from 'socket.io-client';
import { post, startHub, startProgram } from './program.ts';

export interface ViewFigures {
  readonly sockets: number;
  readonly calls: number;
  readonly viewBytes: number;
  /** From a clerk's call to the view on every screen. */
  readonly hub: Spread;
  /** From a message to a broadcast, by bare socket.io: the very same view. */
  readonly bare: Spread;
  /** One durable commit of one row. */
  readonly commit: Spread;
}

export interface Spread {
  readonly p50Ms: number;
  readonly p99Ms: number;
}

const pauseMs = 150;

/** Call-to-view latency with many screens, beside a bare broadcast and one commit, in one run. */
export async function measureViews(sockets: number, calls: number): Promise<ViewFigures> {
  const hub = await startHub();
  const training = (await (await fetch(new URL('/api/training', hub.url))).json()) as {
    readonly signIns: readonly { readonly badge: string; readonly pin: string }[];
  };
  const [clerk] = training.signIns;
  if (clerk === undefined) throw new Error('a training hall shows its sign-ins');
  const kiosk = await post<{ readonly token: string }>(hub.url, '/api/devices', {
    kind: 'kiosk',
    name: 'bench',
  });
  const session = await post<{ readonly token: string }>(hub.url, '/api/sessions', {
    badge: clerk.badge,
    pin: clerk.pin,
  });
  await post(hub.url, '/api/counters/2/open', {}, session.token);
  for (let n = 0; n < calls; n += 1) {
    await post(hub.url, '/api/tickets', { service: 'payment' }, kiosk.token);
  }
  const screens = await connect(hub.url, sockets, null);
  let view = '';
  screens[0]?.on('view', (message: unknown) => {
    view = JSON.stringify(message);
  });
  for (const screen of screens) await screen.emitWithAck('watch', { view: 'lobby' });
  const [desk] = await connect(hub.url, 1, session.token);
  if (desk === undefined) throw new Error('one console');
  const say = (name: string): Promise<unknown> =>
    desk.emitWithAck('command', { id: `${name}-${String(Math.random())}`, name, args: {} });
  const measured: number[] = [];
  for (let n = 0; n < calls; n += 1) {
    measured.push(...(await timed(screens, () => say('call'))));
    await say('start');
    await say('finish');
    await pause();
  }
  for (const socket of [...screens, desk]) socket.disconnect();
  await hub.stop();

  return {
    sockets,
    calls,
    viewBytes: Buffer.byteLength(view),
    hub: spread(measured),
    bare: await measureBare(sockets, calls, view),
    commit: measureCommit(calls),
  };
}

async function measureBare(sockets: number, calls: number, view: string): Promise<Spread> {
  const folder = mkdtempSync(join(tmpdir(), 'paihao-bench-'));
  const file = join(folder, 'view.json');
  writeFileSync(file, view);
  const bare = await startProgram('./bare-broadcast.ts', ['--view', file]);
  const screens = await connect(bare.url, sockets, null);
  const [desk] = await connect(bare.url, 1, null);
  const measured: number[] = [];
  for (let n = 0; n < calls; n += 1) {
    measured.push(...(await timed(screens, () => desk?.emitWithAck('command', {}))));
    await pause();
  }
  for (const socket of [...screens, ...(desk === undefined ? [] : [desk])]) socket.disconnect();
  await bare.stop();
  rmSync(folder, { recursive: true, force: true });
  return spread(measured);
}

function measureCommit(count: number): Spread {
  const folder = mkdtempSync(join(tmpdir(), 'paihao-bench-'));
  const database = new DatabaseSync(join(folder, 'raw.db'));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  database.exec('CREATE TABLE event (seq INTEGER PRIMARY KEY, body TEXT)');
  const insert = database.prepare('INSERT INTO event (body) VALUES (?)');
  const measured: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const from = performance.now();
    insert.run('x'.repeat(400));
    measured.push(performance.now() - from);
  }
  database.close();
  rmSync(folder, { recursive: true, force: true });
  return spread(measured);
}

/** Milliseconds from the act to the next view on each screen. */
async function timed(screens: readonly Socket[], act: () => unknown): Promise<number[]> {
  const from = performance.now();
  const arrived = screens.map(
    (screen) =>
      new Promise<number>((resolve) => {
        screen.once('view', () => {
          resolve(performance.now() - from);
        });
      }),
  );
  await act();
  return Promise.all(arrived);
}

async function connect(url: string, count: number, token: string | null): Promise<Socket[]> {
  const sockets: Socket[] = [];
  for (let n = 0; n < count; n += 1) {
    const socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      auth: { token, protocol: 1 },
    });
    await new Promise<void>((resolve) => {
      socket.once('connect', resolve);
    });
    sockets.push(socket);
  }
  return sockets;
}

/** Longer than twice the gap by which the hub coalesces, so that each call has a view of its own. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, pauseMs));
}

function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  return { p50Ms: rank(0.5), p99Ms: rank(0.99) };
}
