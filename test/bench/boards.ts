import { rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { connectScreen } from './light-screen.ts';
import { benchFolder, pairKiosk, post, signIn, startHub } from './program.ts';
import { spreadOf, type Spread } from './spread.ts';

export interface BoardFigures {
  readonly calls: number;
  /** From a clerk's call to the first byte of its number on the board's line. */
  readonly board: Spread;
  /** From the same call to the window view at a screen's socket. */
  readonly view: Spread;
}

/** Longer than the gap by which views are coalesced, and than the board's last write. */
const quietMs = 150;
const warmCalls = 10;

/**
 * From `call` to bytes on a board's line, beside the socket's view of the same call: the hub of a
 * process of its own runs the board by its inside agent; this process is the board's line.
 */
export async function measureBoards(calls: number): Promise<BoardFigures> {
  const heard = await listen();
  const folder = await benchFolder();
  const devices = join(folder, 'devices.yaml');
  const device = { id: 'board-2', kind: 'board', dialect: 'cd5220', counter: '2' };
  const transport = { tcp: `127.0.0.1:${String(heard.port)}` };
  await writeFile(devices, JSON.stringify({ devices: [{ ...device, transport }] }));
  const hub = await startHub({ devices });
  const kiosk = await pairKiosk(hub.url);
  const clerk = await signIn(hub.url, 'clerk');
  await post(hub.url, '/api/counters/2/open', {}, clerk.token);
  for (let n = 0; n < calls + warmCalls; n += 1) {
    await post(hub.url, '/api/tickets', { service: 'payment' }, kiosk);
  }
  const screen = await connectScreen(hub.url, { protocol: 1, token: clerk.token });
  const desk = await connectScreen(hub.url, { protocol: 1, token: clerk.token });
  await screen.ask('watch', { view: 'window', counter: '2' });
  const say = (name: string): Promise<unknown> =>
    desk.ask('command', { id: `${name}-${String(Math.random())}`, name, args: {} });

  const found = { board: [] as number[], view: [] as number[] };
  for (let n = 0; n < calls + warmCalls; n += 1) {
    await new Promise((resolve) => setTimeout(resolve, quietMs));
    const onBoard = heard.nextNumber();
    const onScreen = screen.next('42["view"');
    const fromMs = performance.now();
    await say('call');
    const [boardMs, { atMs }] = await Promise.all([onBoard, onScreen]);
    await say('start');
    await say('finish');
    if (n < warmCalls) continue;
    found.board.push(boardMs - fromMs);
    found.view.push(atMs - fromMs);
  }
  screen.close();
  desk.close();
  await hub.stop();
  heard.close();
  await rm(folder, { recursive: true, force: true });
  return { calls, board: spreadOf(found.board), view: spreadOf(found.view) };
}

export function tellBoards({ calls, board, view }: BoardFigures): readonly string[] {
  const line = (name: string, { p50Ms, p99Ms }: Spread): string =>
    `  ${name.padEnd(28)} P50 ${p50Ms.toFixed(1)} ms, P99 ${p99Ms.toFixed(1)} ms`;
  return [
    `call to a board’s line, ${String(calls)} calls`,
    line('bytes on the board’s line', board),
    line('the socket’s window view', view),
  ];
}

/** The board's end of the line: tells when a line of CD5220 with a number in it begins. */
async function listen() {
  let waiting: ((atMs: number) => void) | null = null;
  const server = createServer({ noDelay: true }, (socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (bytes: Buffer) => {
      const atMs = performance.now();
      if (!/\x1bQA *[A-Z]\d{3,}/.test(bytes.toString('latin1'))) return;
      waiting?.(atMs);
      waiting = null;
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    nextNumber: () =>
      new Promise<number>((resolve) => {
        waiting = resolve;
      }),
    close: () => server.close(),
  };
}
