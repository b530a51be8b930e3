/** The pages: are they built from the present sources, and if not, `vite build`. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeProgram } from './install.mjs';
import { oneAtATime, runStep } from './support.mjs';

const buildLimitMs = 5 * 60_000;

/** Everything that goes into a page. The pages speak the protocol, and it the core's words. */
const sources = [
  ...['ui', 'kiosk', 'display', 'counter', 'server/protocol', 'server/core'],
  'server/paper',
  'server/settings',
  'server/voice/sound',
];
const settings = ['vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json'];

/**
 * Builds the pages into dist/pages when they are missing or older than their sources. They are
 * built beside the old ones and change places at the end: a failed build leaves the old pages,
 * a running hub never serves half of a build.
 * @param {string} root the project's folder
 * @returns {Promise<void>} rejects with a SetupError
 */
export async function buildPages(root) {
  if (isFresh(root, digest(root))) return;
  await oneAtATime(root, async () => {
    const wanted = digest(root);
    if (isFresh(root, wanted)) return; // another script has done it meanwhile
    const next = join(root, 'dist', 'pages-next');
    rmSync(next, { recursive: true, force: true });
    await runStep({
      title: 'building the pages',
      command: nodeProgram(root),
      args: [viteProgram(root), 'build', '--outDir', next, '--logLevel', 'warn'],
      cwd: root,
      limitMs: buildLimitMs,
      // A test run says NODE_ENV=test, and pages of Lit's development build would be kept as fresh.
      env: { NODE_ENV: 'production' },
    });
    const pages = join(root, 'dist', 'pages');
    rmSync(stampOf(root), { force: true });
    rmSync(pages, { recursive: true, force: true });
    renameSync(next, pages);
    writeFileSync(stampOf(root), wanted);
  });
}

/**
 * One hash over names and contents of all sources and settings.
 * @param {string} root
 * @returns {string}
 */
export function digest(root) {
  const hash = createHash('sha256');
  const files = [...settings, ...sources.flatMap((folder) => filesBelow(root, folder))];
  for (const file of files) {
    if (!existsSync(join(root, file))) continue;
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {string[]} paths from the root, in a fixed order
 */
function filesBelow(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(root, path) : [path];
    })
    .sort();
}

/**
 * @param {string} root
 * @param {string} wanted
 */
function isFresh(root, wanted) {
  const stamp = stampOf(root);
  return (
    existsSync(join(root, 'dist', 'pages')) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === wanted
  );
}

/** @param {string} root */
const stampOf = (root) => join(root, 'dist', 'pages.stamp');

/** @param {string} root */
const viteProgram = (root) => join(root, 'node_modules', 'vite', 'bin', 'vite.js');
