import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const startMs = 30_000;

/** A program of its own process, so that what is measured does not share a thread with the load. */
export interface Program {
  readonly url: string;
  stop(): Promise<void>;
}

export async function startProgram(file: string, args: readonly string[] = []): Promise<Program> {
  const port = await freePort();
  const path = fileURLToPath(new URL(file, import.meta.url));
  const program = spawn(process.execPath, [path, '--port', String(port), ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${String(port)}`;
  await answers(program, url);
  return {
    url,
    stop: () =>
      new Promise((resolve) => {
        program.once('exit', () => {
          resolve();
        });
        program.kill('SIGTERM');
      }),
  };
}

/** The real hub on a real journal, as a training hall that is open. */
export async function startHub(): Promise<Program> {
  const folder = await mkdtemp(join(tmpdir(), 'paihao-bench-'));
  const hub = await startProgram('../../server/main.ts', [
    '--training',
    '--clock',
    '2026-03-02T09:00:00+08:00',
    '--data',
    join(folder, 'data'),
    '--log-level',
    'error',
  ]);
  return {
    url: hub.url,
    async stop() {
      await hub.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
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

async function answers(program: ChildProcess, url: string): Promise<void> {
  const untilMs = Date.now() + startMs;
  while (Date.now() < untilMs) {
    if (program.exitCode !== null) throw new Error(`it left with ${String(program.exitCode)}`);
    try {
      await fetch(new URL('/healthz', url), { signal: AbortSignal.timeout(1_000) });
      return;
    } catch {
      // Not listening yet: asked again until the time is up.
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
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
