/**
 * Lives worlds with bugs in them: one line of JSON a bug, `{name, seed, what}`; `what` is null where
 * the checks found nothing. Each bug has its own copy of the program in this one process.
 */
import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import { plantedBugs, type Change, type PlantedBug } from './bugs.ts';
import type { runWorld } from '../world.ts';

/** A bug that so many worlds do not find is not found. */
const worldsMax = 40;
const daysPerWorld = 2;
const root = new URL('../../../', import.meta.url).href;
const plain = new Map<string, string>();

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    const bug = /\?bug=\d+$/.exec(context.parentURL ?? '')?.[0];
    const isOurs = found.url.startsWith(root) && !found.url.includes('/node_modules/');
    if (bug === undefined || !isOurs || found.url.includes('?')) return found;
    return { ...found, url: found.url + bug };
  },
  load(url, context, next) {
    const [file = '', bug] = url.split('?bug=');
    if (bug === undefined || !file.endsWith('.ts')) return next(url, context);
    const { changes = [] } = plantedBugs[Number(bug)] ?? {};
    const here = changes.filter((change) => file === root + change.file);
    const source = here.length === 0 ? plainOf(file) : stripTypeScriptTypes(planted(file, here));
    return { format: 'module', source, shortCircuit: true };
  },
});

const only = process.argv[2] ?? '';
for (const [index, bug] of plantedBugs.entries()) {
  if (!bug.name.includes(only)) continue;
  process.stdout.write(`${JSON.stringify({ name: bug.name, ...(await seek(index, bug)) })}\n`);
}

async function seek(index: number, { disk, seed: first }: PlantedBug) {
  // The query names the copy; types know nothing of it.
  const copy = (await import(`../world.ts?bug=${index}`)) as { runWorld: typeof runWorld };
  // The world that found it last comes first; others where the product has moved on since.
  const seeds = new Set([first, ...Array.from({ length: worldsMax }, (_, at) => at + 1)]);
  for (const seed of seeds) {
    const { broken } = await copy.runWorld({
      seed,
      days: daysPerWorld,
      ...(disk === undefined ? {} : { diskBug: disk }),
    });
    if (broken !== null) return { seed, what: broken.what };
  }
  return { seed: null, what: null };
}

/** Without its types; every copy of the program but one file of it is the same. */
function plainOf(file: string): string {
  let text = plain.get(file);
  if (text === undefined) plain.set(file, (text = stripTypeScriptTypes(read(file))));
  return text;
}

function planted(file: string, changes: readonly Change[]): string {
  let text = read(file);
  for (const { from, to } of changes) {
    if (text.split(from).length !== 2) {
      throw new Error(`${file}: plant this bug anew, its text has changed: ${from}`);
    }
    text = text.replace(from, () => to);
  }
  return text;
}

function read(file: string): string {
  return readFileSync(fileURLToPath(file), 'utf8');
}
