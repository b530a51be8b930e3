import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hubFlags } from '#server/setup/hub-flags.mjs';

const startMs = 60_000;
const cacheFolder = fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url));

/** A program of its own process, so that what is measured does not share a thread with the load. */
export interface Program {
  readonly url: string;
  readonly pid: number;
  /** From the start of the process to its first answer. */
  readonly startedMs: number;
  stop(): Promise<void>;
}

export async function startProgram(
  file: string,
  args: readonly string[] = [],
  probe = '/healthz',
): Promise<Program> {
  const port = await freePort();
  const path = fileURLToPath(new URL(file, import.meta.url));
  const fromMs = performance.now();
  const program = spawn(process.execPath, [...hubFlags, path, '--port', String(port), ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    // As the launcher starts them.
    env: { NODE_COMPILE_CACHE: cacheFolder, ...process.env },
  });
  const url = `http://127.0.0.1:${String(port)}`;
  await answers(program, new URL(probe, url));
  return {
    url,
    pid: program.pid ?? 0,
    startedMs: performance.now() - fromMs,
    stop: () =>
      new Promise((resolve) => {
        program.once('exit', () => {
          resolve();
        });
        program.kill('SIGTERM');
      }),
  };
}

export interface HubChoice {
  /** A data folder that is there already and stays; none: a fresh one that is removed. */
  readonly dataDir?: string;
  readonly config?: string;
  readonly clock?: string;
  readonly clockSpeed?: number;
  /** A device file for the hub's inside agent. */
  readonly devices?: string;
}

/** The real hub on a real journal, as a training hall that is open. */
export async function startHub(choice: HubChoice = {}): Promise<Program> {
  const folder = choice.dataDir === undefined ? await benchFolder() : null;
  const hub = await startProgram('../../server/main.ts', [
    '--training',
    '--clock',
    choice.clock ?? '2026-03-02T09:00:00+08:00',
    '--data',
    choice.dataDir ?? join(folder ?? '', 'data'),
    '--log-level',
    'error',
    ...(choice.clockSpeed === undefined ? [] : ['--clock-speed', String(choice.clockSpeed)]),
    ...(choice.devices === undefined ? [] : ['--devices', choice.devices]),
    ...(choice.config === undefined ? [] : ['--config', choice.config]),
  ]);
  return {
    ...hub,
    async stop() {
      await hub.stop();
      if (folder !== null) await rm(folder, { recursive: true, force: true });
    },
  };
}

export function benchFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'paihao-bench-'));
}

export async function post<T>(
  url: string,
  path: string,
  body: unknown,
  token?: string,
): Promise<T> {
  const response = await fetch(new URL(path, url), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${String(response.status)} ${await response.text()}`);
  return (await response.json()) as T;
}

/** A kiosk's token: a training hall approves it at once. */
export async function pairKiosk(url: string): Promise<string> {
  const kiosk = { kind: 'kiosk', name: 'bench' };
  return (await post<{ readonly token: string }>(url, '/api/devices', kiosk)).token;
}

export interface SignIn {
  readonly badge: string;
  readonly token: string;
}

/** Signs in the staff whom a training hall shows, by role. */
export async function signIn(url: string, role: 'clerk' | 'supervisor'): Promise<SignIn> {
  const training = (await (await fetch(new URL('/api/training', url))).json()) as {
    readonly signIns: readonly { badge: string; pin: string; role: string }[];
  };
  const person = training.signIns.find((each) => each.role === role);
  if (person === undefined) throw new Error('a training hall shows its sign-ins');
  const { badge, pin } = person;
  const { token } = await post<{ readonly token: string }>(url, '/api/sessions', { badge, pin });
  return { badge, token };
}

async function answers(program: ChildProcess, url: URL): Promise<void> {
  const untilMs = Date.now() + startMs;
  while (Date.now() < untilMs) {
    if (program.exitCode !== null) throw new Error(`it left with ${String(program.exitCode)}`);
    try {
      await fetch(url, { signal: AbortSignal.timeout(1_000) });
      return;
    } catch {
      // Not listening yet: asked again until the time is up.
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('it did not start in time');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no free port'));
        else resolve(address.port);
      });
    });
  });
}
