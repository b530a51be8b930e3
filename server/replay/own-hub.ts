import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';

const startMs = 30_000;
const stopMs = 15_000;

export interface OwnHub {
  readonly url: string;
  readonly dataDir: string;
  /** Stops the hub as an operator would, and waits until it has left. */
  stop(): Promise<void>;
  /** Removes its data. */
  remove(): Promise<void>;
}

/** A real hub of its own, in a folder of its own, with a clock that waits to be steered. */
export async function startOwnHub(hallFile: string, clock: string): Promise<OwnHub> {
  const folder = await mkdtemp(join(tmpdir(), 'paihao-replay-'));
  const config = join(folder, 'hall.yaml');
  const dataDir = join(folder, 'data');
  await writeFile(config, hallFile);
  const port = await freePort();
  const main = fileURLToPath(new URL('../main.ts', import.meta.url));
  const options = ['--training', '--clock', clock, '--clock-speed', '0', '--log-level', 'error'];
  const hub = spawn(
    process.execPath,
    [main, '--port', String(port), '--data', dataDir, '--config', config, ...options],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let complaint = '';
  hub.stderr.on('data', (piece: Buffer) => {
    complaint = (complaint + piece.toString()).slice(-4_000);
  });
  const url = `http://127.0.0.1:${String(port)}`;
  try {
    await answers(hub, url);
  } catch (error) {
    hub.kill('SIGKILL');
    throw new Error(`the hub did not start: ${complaint}`, { cause: error });
  }
  return {
    url,
    dataDir,
    stop: () => stop(hub),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function answers(hub: ChildProcess, url: string): Promise<void> {
  const untilMs = Date.now() + startMs;
  while (Date.now() < untilMs) {
    if (hub.exitCode !== null) throw new Error(`exit code ${String(hub.exitCode)}`);
    try {
      const response = await fetch(new URL('/healthz', url), {
        signal: AbortSignal.timeout(1_000),
      });
      if (response.ok) return;
    } catch {
      // Not listening yet: asked again until the time is up.
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('no answer in time');
}

function stop(hub: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    if (hub.exitCode !== null) {
      resolve();
      return;
    }
    const timer = setTimeout(() => {
      hub.kill('SIGKILL');
      reject(new Error('the hub did not stop in time'));
    }, stopMs);
    hub.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    hub.kill('SIGTERM');
  });
}
