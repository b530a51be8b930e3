/** The packages: are they those of package-lock.json, and if not, `npm ci`. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { SetupError, oneAtATime, runStep } from './support.mjs';

const installLimitMs = 15 * 60_000;

/**
 * Installs what is missing; a complete node_modules costs a few milliseconds.
 * @param {string} root the project's folder
 * @returns {Promise<void>} rejects with a SetupError
 */
export async function installPackages(root) {
  if (!missing(root)) return;
  await oneAtATime(root, async () => {
    const reason = missing(root);
    if (!reason) return; // another script has done it meanwhile
    const npm = npmCommand();
    // The pages are built here, so the build tools are needed even under NODE_ENV=production.
    await runStep({
      title: `installing packages (${reason})`,
      command: npm.command,
      args: [...npm.args, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
      cwd: root,
      limitMs: installLimitMs,
    });
    const left = missing(root);
    if (left) {
      throw new SetupError(
        `npm ci ended well, yet ${left}. The package "node" brings its program by an install ` +
          'script: allow scripts (npm config get ignore-scripts) and try again.',
      );
    }
  });
}

/**
 * The Node.js that the program runs on: the pinned one of node_modules.
 * @param {string} root
 */
export function nodeProgram(root) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  return join(root, 'node_modules', 'node', 'bin', name);
}

/**
 * What node_modules lacks of package-lock.json, in words; undefined when it is complete.
 * npm leaves its own record of what it installed as the last step, so an interrupted install
 * shows as well. Packages for other platforms are optional and may be absent.
 * @param {string} root
 * @returns {string | undefined}
 */
export function missing(root) {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return 'node_modules is absent or incomplete';
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(record);
  for (const [path, entry] of Object.entries(wanted)) {
    const there = installed[path];
    if (path === '' || (!there && entry.optional)) continue;
    if (there?.version !== entry.version || there?.integrity !== entry.integrity) {
      return `${path.replace('node_modules/', '')} ${entry.version} is not installed`;
    }
  }
  if (!existsSync(nodeProgram(root))) return 'the pinned Node.js is not installed';
  return undefined;
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} PackageEntry
 * @param {string} file
 * @returns {Record<string, PackageEntry>}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch (error) {
    throw new SetupError(`${file} cannot be read: ${error}`);
  }
}

/** The npm that started this script; started by hand, the one on the PATH. */
function npmCommand() {
  const npm = process.env.npm_execpath;
  if (npm && basename(npm).startsWith('npm')) {
    return { command: process.env.npm_node_execpath ?? process.execPath, args: [npm] };
  }
  return { command: 'npm', args: [] };
}
