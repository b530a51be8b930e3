/**
 * Every npm script enters here, on whatever Node.js (20 or newer) the machine has. The launcher
 * puts in place what the program needs (packages, built pages) and runs it on the Node.js that
 * package.json pins. All it says goes to stderr: stdout belongs to the program.
 *
 * node server/launch.mjs PROGRAM [options of the program]
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { constants } from 'node:os';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { hubFlags } from './setup/hub-flags.mjs';
import { installPackages, nodeProgram } from './setup/install.mjs';
import { buildPages } from './setup/pages.mjs';
import { SetupError, say } from './setup/support.mjs';

/**
 * @typedef {object} Program
 * @property {string} [file] what Node.js runs, from the project's root; none: only the set-up
 * @property {readonly string[]} [flags] of Node.js
 * @property {string[]} [args] options before the caller's own
 * @property {boolean} [pages] it serves the pages, so they have to be built
 * @property {boolean} [service] being stopped is its normal end: exit code 0
 */

/** @type {Record<string, Program>} */
const programs = {
  start: { file: 'server/main.ts', flags: hubFlags, pages: true, service: true },
  build: { pages: true },
  journal: { file: 'server/journal/cli.ts' },
  vault: { file: 'server/vault/cli.ts' },
  agent: { file: 'hardware/main.ts', service: true },
  emulate: { file: 'hardware/emulators/main.ts', service: true },
  replay: { file: 'server/replay/main.ts' },
  estimate: { file: 'server/judge/main.ts' },
  bench: { file: 'test/bench/main.ts', pages: true },
  soak: { file: 'test/soak/main.ts' },
  crash: { file: 'test/crash/main.ts', pages: true },
  fuzz: { file: 'test/security/fuzz/main.ts' },
  licences: { file: 'test/licences/main.ts' },
  // Node warns of its own page storage, which the simulated kiosks replace.
  simulate: {
    file: 'test/simulation/main.ts',
    flags: ['--disable-warning=ExperimentalWarning'],
  },
  mutate: { file: 'node_modules/@stryker-mutator/core/bin/stryker.js', args: ['run'] },
  screens: { file: 'test/screens/main.ts', pages: true },
  test: { file: 'test/main.ts' },
  vitest: { file: 'node_modules/vitest/vitest.mjs', args: ['run'] },
  prettier: { file: 'node_modules/prettier/bin/prettier.cjs' },
};

const root = fileURLToPath(new URL('..', import.meta.url));
const [name = '', ...options] = process.argv.slice(2);
process.exitCode = await launch(name, options);

/**
 * @param {string} name
 * @param {string[]} options
 * @returns {Promise<number>} the exit code
 */
async function launch(name, options) {
  if (Number.parseInt(process.versions.node, 10) < 20) {
    say(`Node.js 20 or newer is needed; this is ${process.version}.`);
    return 1;
  }
  const program = programs[name];
  if (!program) {
    say(`unknown program "${name}"; there are: ${Object.keys(programs).join(', ')}.`);
    return 1;
  }
  const release = stopDuringSetUp(program);
  try {
    await installPackages(root);
    if (program.pages) await buildPages(root);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
    return 1;
  } finally {
    release();
  }
  return program.file ? run(program.file, [...(program.args ?? []), ...options], program) : 0;
}

/**
 * A signal during set-up ends the launcher; what was half done is found and repeated next time.
 * @param {Program} program
 * @returns {() => void} gives the signals back
 */
function stopDuringSetUp(program) {
  const stop = (/** @type {NodeJS.Signals} */ signal) => process.exit(codeOf(signal, program));
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return () => void process.off('SIGINT', stop).off('SIGTERM', stop);
}

/**
 * Runs a program on the pinned Node.js; its signals, its output and its exit code are ours.
 * @param {string} file
 * @param {string[]} args
 * @param {Program} program
 * @returns {Promise<number>}
 */
function run(file, args, program) {
  if (!existsSync(join(root, file))) {
    say(`this copy of the project has no ${file}; is the checkout complete?`);
    return Promise.resolve(1);
  }
  const path = join(root, 'node_modules', '.bin') + delimiter + (process.env.PATH ?? '');
  const child = spawn(nodeProgram(root), [...(program.flags ?? []), join(root, file), ...args], {
    stdio: 'inherit',
    env: {
      // Compiled modules are kept: the next start takes them as they are.
      NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled'),
      ...process.env,
      PATH: path,
    },
  });

  // At a terminal Ctrl-C reaches the whole process group: a second SIGINT from here would count
  // as impatience. Sent to the launcher alone (no terminal), it has to be passed on.
  process.on('SIGINT', () => void (process.stdin.isTTY || child.kill('SIGINT')));
  process.on('SIGTERM', () => void child.kill('SIGTERM'));
  process.on('SIGHUP', () => void child.kill('SIGTERM'));

  return new Promise((resolve) => {
    child.on('error', (error) => {
      say(`the pinned Node.js does not start: ${error.message}`);
      say('If node_modules came from another machine: delete it and try again.');
      resolve(1);
    });
    child.on('exit', (code, signal) => resolve(code ?? codeOf(signal, program)));
  });
}

/**
 * The exit code for an end by signal: a service that is asked to stop has done well; for anything
 * else the shell's custom of 128 + signal number.
 * @param {NodeJS.Signals | null} signal
 * @param {Program} program
 */
function codeOf(signal, program) {
  if (program.service && (signal === 'SIGINT' || signal === 'SIGTERM')) return 0;
  return 128 + (signal ? constants.signals[signal] : 0);
}
