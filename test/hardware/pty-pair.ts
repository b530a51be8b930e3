import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Two ends of one serial line, made of pseudo-terminals. */
export interface PtyPair {
  readonly near: string;
  readonly far: string;
  /** As an adapter is pulled out: both ends are gone. */
  unplug(): Promise<void>;
  /** Plugged in again, under the same paths. */
  plug(): Promise<void>;
  close(): Promise<void>;
}

/** @throws Error that says so plainly where socat is not installed */
export async function ptyPair(): Promise<PtyPair> {
  const folder = mkdtempSync(join(tmpdir(), 'paihao-pty-'));
  const near = join(folder, 'near');
  const far = join(folder, 'far');
  let stop = await startSocat(near, far);
  return {
    near,
    far,
    unplug: () => stop(),
    async plug() {
      stop = await startSocat(near, far);
    },
    async close() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function startSocat(near: string, far: string): Promise<() => Promise<void>> {
  const args = ['-d', '-d', `pty,raw,echo=0,link=${near}`, `pty,raw,echo=0,link=${far}`];
  const child = spawn('socat', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
    // Killed, it leaves its links behind; an adapter that is pulled out leaves none.
    rmSync(near, { force: true });
    rmSync(far, { force: true });
  };
  return new Promise((resolve, reject) => {
    child.on('error', () => {
      reject(
        new Error(
          'socat is not installed: apt-get install socat (serial lines are tested with it)',
        ),
      );
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('starting data transfer loop')) resolve(stop);
    });
    void ended.then(() => {
      reject(new Error(`socat ended: ${said}`));
    });
  });
}
