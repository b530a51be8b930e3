import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectScreen, type LightScreen } from './light-screen.ts';
import { benchFolder, pairKiosk, post, signIn, startHub, startProgram } from './program.ts';
import { openRawCommits } from './raw-commits.ts';
import { spreadOf, type Spread } from './spread.ts';

export interface ViewFigures {
  readonly sockets: number;
  readonly calls: number;
  readonly viewBytes: number;
  /** From a clerk's call to the view on every screen. */
  readonly hub: Spread;
  /** From a word to the same bytes on every screen, by the bare `ws` library. */
  readonly ws: Spread;
  /** The same by bare socket.io, which encodes the view for each broadcast. */
  readonly socketIo: Spread;
  /** One durable commit of one row. */
  readonly commit: Spread;
}

/** Longer than the gap by which the hub coalesces: each call has a view of its own. */
const quietMs = 120;
const warmCalls = 20;

/**
 * Call-to-view latency with many screens, beside bare broadcasts and one commit. All servers run at
 * once and take turns, call by call, so that what else the machine does meets all alike; all screens
 * are the same light client.
 */
export async function measureViews(sockets: number, calls: number): Promise<ViewFigures> {
  const hub = await startHub();
  const kiosk = await pairKiosk(hub.url);
  const clerk = await signIn(hub.url, 'clerk');
  await post(hub.url, '/api/counters/2/open', {}, clerk.token);
  for (let n = 0; n < calls + warmCalls; n += 1) {
    await post(hub.url, '/api/tickets', { service: 'payment' }, kiosk);
  }
  const screens = await connectAll(hub.url, sockets, { protocol: 1 });
  const first = screens[0]?.next('42["view"');
  for (const screen of screens) await screen.ask('watch', { view: 'lobby' });
  const frame = (await first)?.text ?? '';
  const view = JSON.stringify((JSON.parse(frame.slice(2)) as unknown[])[1]);
  const desk = await connectScreen(hub.url, { protocol: 1, token: clerk.token });
  const say = (name: string): Promise<unknown> =>
    desk.ask('command', { id: `${name}-${String(Math.random())}`, name, args: {} });

  const folder = await benchFolder();
  // The very bytes of the hub's frame, and the view for socket.io to encode.
  const ws = await startBare('ws', join(folder, 'frame'), frame, sockets, null);
  const socketIo = await startBare('socket.io', join(folder, 'view'), view, sockets, {});
  const raw = openRawCommits();

  const found = { hub: [] as number[], ws: [] as number[], socketIo: [] as number[] };
  const commits: number[] = [];
  for (let n = 0; n < calls + warmCalls; n += 1) {
    const ofHub = await timed(screens, '42["view"', () => say('call'));
    await say('start');
    await say('finish');
    const ofWs = await timed(ws.screens, '42["view"', () => ws.screens[0]?.send('now'));
    const ofSocketIo = await timed(socketIo.screens, '42["view"', () =>
      socketIo.screens[0]?.ask('command', {}),
    );
    const commitMs = raw.oneMs();
    await new Promise((resolve) => setTimeout(resolve, quietMs));
    if (n < warmCalls) continue;
    found.hub.push(...ofHub);
    found.ws.push(...ofWs);
    found.socketIo.push(...ofSocketIo);
    commits.push(commitMs);
  }
  raw.close();
  for (const screen of [...screens, desk, ...ws.screens, ...socketIo.screens]) screen.close();
  for (const program of [hub, ws.program, socketIo.program]) await program.stop();
  rmSync(folder, { recursive: true, force: true });
  return {
    sockets,
    calls,
    viewBytes: Buffer.byteLength(frame),
    hub: spreadOf(found.hub),
    ws: spreadOf(found.ws),
    socketIo: spreadOf(found.socketIo),
    commit: spreadOf(commits),
  };
}

async function startBare(
  kind: 'ws' | 'socket.io',
  file: string,
  text: string,
  sockets: number,
  auth: object | null,
) {
  writeFileSync(file, text);
  const program = await startProgram('./bare-broadcast.ts', ['--kind', kind, '--view', file]);
  const screens = await connectAll(program.url, sockets, auth === null ? null : { ...auth });
  return { program, screens };
}

/** Milliseconds from the act to the next message of this kind on each screen. */
async function timed(
  screens: readonly LightScreen[],
  prefix: string,
  act: () => unknown,
): Promise<number[]> {
  const arriving = screens.map((screen) => screen.next(prefix));
  const fromMs = performance.now();
  const answered = act();
  const arrived = await Promise.all(arriving);
  await answered;
  return arrived.map(({ atMs }) => atMs - fromMs);
}

async function connectAll(
  url: string,
  count: number,
  auth: Readonly<Record<string, unknown>> | null,
): Promise<LightScreen[]> {
  const screens: LightScreen[] = [];
  for (let n = 0; n < count; n += 1) screens.push(await connectScreen(url, auth));
  return screens;
}
