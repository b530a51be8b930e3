/**
 * The real program for tests and pictures: `server/main.ts` in a process of its own, on a free
 * port, with a data folder of its own and a training clock that stands still until it is moved.
 *
 *     const hub = await runHub({ at: '2026-03-02T08:31:00+08:00' });
 *     await hub.post('/api/clock', { advanceSeconds: 60 });
 *     await hub.kill();    // as a power cut does
 *     await hub.restart(); // on the same data and the same port
 *     await hub.close();   // stops it and removes its data
 */
import { spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { freePort } from '#server/replay/free-port.ts';

export interface RunningHubOptions {
  /** The hall's time at start, e.g. `2026-03-02T08:20:00+08:00`; without it the hub decides. */
  readonly at?: string;
  /** Hall seconds a second; 0 stands still. */
  readonly speed?: number;
  /** False: a working hall, on the machine's clock. It needs a hall file. */
  readonly training?: boolean;
  /** As `npm start` on a fresh clone: no option but port and folder. */
  readonly firstRun?: boolean;
  /** Text of a hall file; without one the sample hall opens. */
  readonly hallFile?: string;
  /** Where its folder is made, in place of the machine's folder for temporary files. */
  readonly within?: string;
}

export interface HubAnswer<T> {
  readonly status: number;
  readonly body: T;
}

/** A line of the journal. */
export interface WrittenEvent {
  readonly seq: number;
  readonly at: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly hash: string;
}

export interface RunningHub {
  /** `http://127.0.0.1:PORT`, the same after a restart. */
  readonly origin: string;
  readonly port: number;
  readonly dataDir: string;
  /** What it printed since it was started last. */
  greeting(): string;
  get<T>(path: string, token?: string): Promise<T>;
  /** Throws unless it is answered with success. */
  post<T>(path: string, body?: unknown, token?: string): Promise<T>;
  ask<T>(method: string, path: string, body?: unknown, token?: string): Promise<HubAnswer<T>>;
  /** All that stands in the journal, as a supervisor may read it. */
  journal(token: string): Promise<readonly WrittenEvent[]>;
  /** SIGKILL: whatever was not on stable storage is gone. */
  kill(): Promise<void>;
  /** As an operator stops it; answers the exit code. */
  stop(): Promise<number | null>;
  restart(): Promise<void>;
  /** Starts it and kills it after that time, ready or not. */
  startAndKill(afterMs: number): Promise<void>;
  /** Of the process that runs now. */
  pid(): number;
  /** Stops it whatever it does, and removes its data. */
  close(): Promise<void>;
}

const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url));
/** Pins of a large staff are hashed at the first start. */
const startMs = 90_000;
const stopMs = 15_000;

/** What a test that ends early would leave behind. */
const alive = new Set<ChildProcess>();
const folders = new Set<string>();
process.once('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export async function runHub(options: RunningHubOptions = {}): Promise<RunningHub> {
  const folder = mkdtempSync(join(options.within ?? tmpdir(), 'paihao-hub-'));
  folders.add(folder);
  const dataDir = join(folder, 'data');
  const port = await freePort();
  const origin = `http://127.0.0.1:${String(port)}`;
  const args = ['--port', String(port), '--data', dataDir, '--log-level', 'error'];
  if (options.hallFile !== undefined) {
    const file = join(folder, 'hall.yaml');
    writeFileSync(file, options.hallFile);
    args.push('--config', file);
  }
  if (options.training !== false && options.firstRun !== true) {
    args.push('--training', '--clock-speed', String(options.speed ?? 0));
    if (options.at !== undefined) args.push('--clock', options.at);
  }
  let running = await start(args, origin);

  // The caller names what it expects, as with any JSON that comes over a wire.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
  async function ask<T>(method: string, path: string, body?: unknown, token?: string) {
    const response = await fetch(origin + path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(20_000),
    });
    const text = await response.text();
    const type = String(response.headers.get('content-type'));
    const isJson = type.includes('json') && !type.includes('ndjson');
    return { status: response.status, body: (isJson ? JSON.parse(text) : text) as T };
  }
  async function expectOk<T>(method: string, path: string, body?: unknown, token?: string) {
    const answer = await ask<T>(method, path, body, token);
    if (answer.status < 300) return answer.body;
    throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  }

  return {
    origin,
    port,
    dataDir,
    greeting: () => running.out(),
    get: (path, token) => expectOk('GET', path, undefined, token),
    post: (path, body = {}, token) => expectOk('POST', path, body, token),
    ask,
    async journal(token) {
      const events: WrittenEvent[] = [];
      for (;;) {
        const from = (events.at(-1)?.seq ?? 0) + 1;
        const text = await expectOk<string>(
          'GET',
          `/api/journal?from=${String(from)}&limit=10000`,
          undefined,
          token,
        );
        const lines = text.split('\n').filter((line) => line !== '');
        if (lines.length === 0) return events;
        events.push(...lines.map((line) => JSON.parse(line) as WrittenEvent));
      }
    },
    kill: async () => {
      await running.end('SIGKILL');
    },
    stop: () => running.end('SIGTERM'),
    async restart() {
      await running.end('SIGKILL');
      running = await start(args, origin);
    },
    async startAndKill(afterMs) {
      await running.end('SIGKILL');
      const child = launch(args);
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      await kill(child);
    },
    pid: () => running.pid,
    async close() {
      await running.end('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
      folders.delete(folder);
    },
  };
}

interface Running {
  readonly pid: number;
  readonly out: () => string;
  /** The exit code, or null where a signal ended it. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
}

function launch(args: readonly string[]): ChildProcessByStdio<null, Readable, Readable> {
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  alive.add(child);
  child.once('exit', () => alive.delete(child));
  return child;
}

function kill(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    child.once('exit', () => {
      resolve();
    });
    child.kill('SIGKILL');
  });
}

async function start(args: readonly string[], origin: string): Promise<Running> {
  const child = launch(args);
  let out = '';
  let complaint = '';
  child.stdout.on('data', (piece: Buffer) => (out += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => {
    complaint = (complaint + piece.toString()).slice(-4_000);
  });
  const exit = new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
  });
  const left = () => child.exitCode !== null || child.signalCode !== null;
  const untilMs = Date.now() + startMs;
  for (;;) {
    if (left()) throw new Error(`the hub left: ${complaint}`);
    if (await isReady(origin)) break;
    if (Date.now() > untilMs) {
      child.kill('SIGKILL');
      throw new Error(`the hub did not start in time: ${complaint}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    pid: child.pid ?? 0,
    out: () => out,
    async end(signal) {
      if (left()) return child.exitCode;
      const late = setTimeout(() => child.kill('SIGKILL'), stopMs);
      child.kill(signal);
      const code = await exit;
      clearTimeout(late);
      return code;
    },
  };
}

async function isReady(origin: string): Promise<boolean> {
  try {
    const response = await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(1_000) });
    return response.ok;
  } catch {
    return false; // Not listening yet.
  }
}
