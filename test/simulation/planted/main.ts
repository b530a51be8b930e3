/**
 * Lives worlds with bugs in them: one line of JSON a bug, `{name, seed, what}`; `what` is null where
 * the checks found nothing. Each bug has its own copy of the program in this one process.
 */
import { registerHooks } from 'node:module';
import { plantedBugs, type PlantedBug } from './bugs.ts';
import type { runWorld } from '../world.ts';

/** A bug that so many worlds do not find is not found. */
const worldsMax = 40;
const daysPerWorld = 2;
const root = new URL('../../../', import.meta.url).href;

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    const bug = /\?bug=\d+$/.exec(context.parentURL ?? '')?.[0];
    const isOurs = found.url.startsWith(root) && !found.url.includes('/node_modules/');
    if (bug === undefined || !isOurs || found.url.includes('?')) return found;
    return { ...found, url: found.url + bug };
  },
  load(url, context, next) {
    const loaded = next(url, context);
    const { changes = [] } = plantedBugs[Number(/\?bug=(\d+)$/.exec(url)?.[1])] ?? {};
    const here = changes.filter(({ file }) => url.startsWith(`${root}${file}?`));
    if (here.length === 0) return loaded;
    let source = Buffer.from(loaded.source as Uint8Array).toString();
    for (const { from, to } of here) {
      if (source.split(from).length !== 2) {
        throw new Error(`${url}: plant this bug anew, its text has changed: ${from}`);
      }
      source = source.replace(from, () => to);
    }
    return { ...loaded, source };
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
