/**
 * Ways to take a running hub's storage away and to give it back. Root gets a real file system that
 * fills up, and files that the kernel itself refuses to write; anybody else a limit on the size of
 * the hub's files, which the kernel enforces just as hard (EFBIG).
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { journalFiles } from '#journal/folder.ts';
import type { RunningHub } from '../support/running-hub.ts';

export interface Trouble {
  /** For the report of a test: which way this machine allows. */
  readonly way: string;
  begin(): void;
  /** May be called again. */
  end(): void;
}

function run(program: string, ...args: string[]): void {
  execFileSync(program, args, { stdio: 'pipe' });
}

function allows(...command: [string, ...string[]]): boolean {
  try {
    run(...command);
    return true;
  } catch {
    return false;
  }
}

/** A small file system in memory, or null where mounting is not allowed. */
export function smallFileSystem(mebibytes: number): { path: string; remove: () => void } | null {
  const path = mkdtempSync(join(tmpdir(), 'paihao-small-'));
  const remove = (): void => {
    rmSync(path, { recursive: true, force: true });
  };
  if (!allows('mount', '-t', 'tmpfs', '-o', `size=${String(mebibytes)}m`, 'tmpfs', path)) {
    remove();
    return null;
  }
  return {
    path,
    remove() {
      run('umount', '-l', path);
      remove();
    },
  };
}

/** The file system of the hub fills up but for a few pages. */
export function fullDisk(hub: RunningHub, fileSystem: string | null): Trouble {
  if (fileSystem === null) return sizeLimit(hub);
  const ballast = join(fileSystem, 'ballast');
  const pagesLeft = 40;
  return {
    way: 'a full file system',
    begin() {
      const { bavail, bsize } = statfsSync(fileSystem);
      writeFileSync(ballast, Buffer.alloc((bavail - pagesLeft) * bsize));
    },
    end() {
      rmSync(ballast, { force: true });
    },
  };
}

/**
 * The journal's files become read-only under a hub that holds them open. Not the log's index: it is
 * memory that is mapped from a file, and a kernel that refuses a write to it ends the process
 * (SIGBUS), which is a crash like any other.
 */
export function readOnlyFolder(hub: RunningHub): Trouble {
  const { journal } = journalFiles(hub.dataDir);
  const files = [journal, `${journal}-wal`, hub.dataDir];
  if (!allows('chattr', '+i', journal) || !allows('chattr', '-i', journal)) return sizeLimit(hub);
  return {
    way: 'immutable files',
    begin() {
      run('chattr', '+i', ...files);
    },
    end() {
      run('chattr', '-i', ...files.filter((file) => existsSync(file)));
    },
  };
}

function sizeLimit(hub: RunningHub): Trouble {
  const limit = (bytes: string): void => {
    run('prlimit', '--pid', String(hub.pid()), `--fsize=${bytes}:`);
  };
  return {
    way: 'a limit on the size of files',
    begin() {
      limit('4096');
    },
    end() {
      if (isAlive(hub.pid())) limit('unlimited');
    },
  };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
