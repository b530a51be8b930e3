/** A copy of the launcher in a folder of its own, with next to nothing around it. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

export type SmallProject = {
  folder: string;
  write: (path: string, text: string, mode?: number) => void;
  /** Starts `launch.mjs` with these arguments. */
  start: (args: string[], env?: Record<string, string>) => Run;
};

export type Run = {
  child: ChildProcess;
  stdout: () => string;
  stderr: () => string;
  /** Resolves once stdout or stderr holds the text. */
  says: (text: string) => Promise<void>;
  exitCode: Promise<number | null>;
};

/** An npm lock file in which one package is wanted. */
export const lockFile = (version = '1.0.0') =>
  JSON.stringify({ packages: { '': {}, 'node_modules/a': { version, integrity: 'x' } } });

/** With `installed`, node_modules agrees with the lock file and holds this very Node.js. */
export function smallProject({ installed }: { installed: boolean }): SmallProject {
  const folder = mkdtempSync(join(tmpdir(), 'paihao-launch-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const write = (path: string, text: string, mode = 0o644) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, { mode });
  };
  cpSync(join(root, 'server', 'setup'), join(folder, 'server', 'setup'), { recursive: true });
  cpSync(join(root, 'server', 'launch.mjs'), join(folder, 'server', 'launch.mjs'));
  write('package.json', '{"type":"module"}');
  write('package-lock.json', lockFile());
  if (installed) {
    write('node_modules/.package-lock.json', lockFile());
    mkdirSync(join(folder, 'node_modules', 'node', 'bin'), { recursive: true });
    symlinkSync(process.execPath, join(folder, 'node_modules', 'node', 'bin', 'node'));
  }
  return { folder, write, start: (args, env) => start(folder, args, env ?? {}) };
}

function start(folder: string, args: string[], env: Record<string, string>): Run {
  const child = spawn(process.execPath, ['server/launch.mjs', ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let stdout = '';
  let stderr = '';
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
    tell();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
    tell();
  });
  const exitCode = new Promise<number | null>((resolve) => child.on('close', resolve));
  const says = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (!(stdout + stderr).includes(text)) return;
        listeners.delete(look);
        resolve();
      };
      listeners.add(look);
      void exitCode.then(() => {
        look();
        reject(new Error(`it never said "${text}" but:\n${stdout}\n${stderr}`));
      });
      look();
    });
  return { child, stdout: () => stdout, stderr: () => stderr, says, exitCode };
}
