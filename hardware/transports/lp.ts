import { spawn, type ChildProcess } from 'node:child_process';
import type { Transport } from './byte-stream.ts';
import { createLineEnd } from './line-end.ts';

/** A pause in what is written ends a job: the spooler wants jobs, not a line. */
const jobEndMs = 400;

export interface LpPrograms {
  readonly lp: string;
  readonly lpstat: string;
}

/**
 * A raw CUPS queue by the program `lp`. The spooler takes whole jobs and nothing comes back, so that
 * a printer behind it can tell neither paper nor cover: what is *sent* here stays *uncertain* unless
 * the driver is told otherwise. Prefer a line of the printer's own.
 */
export function lpTransport(
  queue: string,
  programs: LpPrograms = { lp: 'lp', lpstat: 'lpstat' },
): Transport {
  return {
    address: `lp ${queue}`,
    async open(limit) {
      await asked(programs.lpstat, ['-p', queue], limit);
      return serve(queue, programs.lp);
    },
  };
}

function serve(queue: string, lp: string) {
  let job: ChildProcess | null = null;
  let endTimer: NodeJS.Timeout | null = null;

  const jobOf = (): ChildProcess => {
    if (job !== null) return job;
    const child = spawn(lp, ['-d', queue, '-o', 'raw', '-s', '-'], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    job = child;
    child.on('error', (error) => {
      line.end(`lp does not run: ${error.message}`);
    });
    child.stdin.on('error', () => undefined); // its exit tells why
    child.on('exit', (code) => {
      if (job === child) job = null;
      if (code !== 0) line.end(`the spooler refused the job (${String(code)})`);
    });
    return child;
  };
  const line = createLineEnd({
    push(piece, done) {
      if (endTimer !== null) clearTimeout(endTimer);
      const { stdin } = jobOf();
      stdin?.write(piece, (error) => {
        done(error ?? null);
      });
      endTimer = setTimeout(() => {
        const whole = job;
        job = null;
        whole?.stdin?.end();
      }, jobEndMs);
    },
    shut() {
      if (endTimer !== null) clearTimeout(endTimer);
      // Half a job must not be printed.
      job?.kill('SIGKILL');
      job = null;
    },
  });
  return line.stream;
}

function asked(program: string, args: readonly string[], limit: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'ignore', signal: limit });
    child.on('error', (error) => {
      reject(new Error(`${program} does not run: ${error.message}`));
    });
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error('the spooler knows no such queue'));
    });
  });
}
