/** What the set-up steps share: telling, running a tool within a bound of time, one at a time. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A set-up step cannot be done; the message says what to do, a stack would not help. */
export class SetupError extends Error {}

/** @param {string} text */
export function say(text) {
  process.stderr.write(`paihao: ${text}\n`);
}

const heartbeatMs = 20_000;

/**
 * Runs a tool quietly and waits for it; its output is kept for the case that it fails.
 * @param {object} step
 * @param {string} step.title what is told, e.g. "installing packages"
 * @param {string} step.command
 * @param {string[]} step.args
 * @param {string} step.cwd
 * @param {number} step.limitMs after this the tool is ended
 * @param {Record<string, string>} [step.env] on top of this process's own
 * @returns {Promise<void>} rejects with a SetupError that ends in the tool's last lines
 */
export async function runStep({ title, command, args, cwd, limitMs, env = {} }) {
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  say(`${title} …`);
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32' && !command.endsWith('.exe'),
  });
  let output = '';
  const keep = (/** @type {Buffer} */ chunk) => (output = (output + chunk).slice(-8_000));
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const endChild = () => void child.kill();
  process.once('exit', endChild);
  const heartbeat = setInterval(() => say(`${title}: ${seconds()} s so far`), heartbeatMs);
  let late = false;
  const limit = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, limitMs);

  /** @type {string | undefined} */
  const failure = await new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code, signal) => resolve(code === 0 ? undefined : `${code ?? signal}`));
  });
  clearInterval(heartbeat);
  clearTimeout(limit);
  process.off('exit', endChild);
  if (failure === undefined) return;
  const reason = late ? `not done within ${limitMs / 60_000} minutes` : failure;
  throw new SetupError(`${title} failed (${reason}).\n${output.trim()}`);
}

const lockWaitMs = 20 * 60_000;

/**
 * Lets only one launcher at a time change node_modules and dist: two scripts started together on
 * a fresh clone would tear the files out of each other's hands.
 * @param {string} root
 * @param {() => Promise<void>} work
 */
export async function oneAtATime(root, work) {
  const lock = join(root, '.cache', 'setup.lock');
  mkdirSync(join(root, '.cache'), { recursive: true });
  const giveUpAt = Date.now() + lockWaitMs;
  let told = false;
  while (!tryLock(lock)) {
    const holder = holderOf(lock);
    if (holder === 'gone') {
      rmSync(lock, { force: true });
      continue;
    }
    if (Date.now() > giveUpAt) {
      throw new SetupError(`another set-up does not end; if there is none, delete ${lock}`);
    }
    if (!told) say(`another script is setting up (process ${holder}); waiting for it …`);
    told = true;
    await wait(300);
  }
  const unlock = () => rmSync(lock, { force: true });
  process.once('exit', unlock);
  try {
    await work();
  } finally {
    process.off('exit', unlock);
    unlock();
  }
}

/** @param {string} lock */
function tryLock(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * @param {string} lock
 * @returns {string} the process that holds it, or "gone"
 */
function holderOf(lock) {
  try {
    const holder = readFileSync(lock, 'utf8');
    // Between its creation and the first byte it is nobody's, but not for long.
    if (holder === '') return Date.now() - statSync(lock).mtimeMs < 5_000 ? 'starting' : 'gone';
    process.kill(Number(holder), 0);
    return holder;
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
      ? 'of another user'
      : 'gone';
  }
}
