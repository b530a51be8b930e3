/** Which source files does nothing lead to? */
import { importsOf } from './imports.ts';
import type { ProjectFile } from './project-files.ts';
import { isSource } from './project-files.ts';

/** Where the product begins: programs, pages, a page's worker and the settings of tools. */
const productEntries =
  /^(server\/(launch\.mjs|main\.ts|journal\/cli\.ts|vault\/cli\.ts|replay\/main\.ts|judge\/main\.ts)|hardware\/(main|emulators\/main)\.ts|kiosk\/worker\.ts|[^/]+\.(ts|js)|(ui|kiosk|display|counter)\/(.*\/)?[^/]+\.html|docs\/.*)$/;

/** Where tests and measuring programs begin. */
const testEntries =
  /^test\/(.*\.(test|e2e)\.ts|(.*\/)?main\.ts|support\/build-pages\.ts|bench\/bare-.*\.ts|mutation\/(runner|vitest|fast-check)\.ts|replay\/table\.ts)$/;

/** Product files that only tests and tools use, and why they live in the product all the same. */
const forTests: Record<string, string> = {
  'server/journal/memory.ts': 'the second journal of the contract suite',
};

/**
 * Source and style files that no entry reaches. A product file that only tests import is dead as
 * well: it is kept alive for nobody.
 */
export function deadFiles(files: readonly ProjectFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const product = reach(byPath, (path) => productEntries.test(path));
  const tests = reach(byPath, (path) => testEntries.test(path));
  return files
    .filter((file) => isSource(file) || file.path.endsWith('.css'))
    .map(({ path }) => path)
    .filter((path) => {
      if (path.startsWith('test/')) return !tests.has(path);
      return !product.has(path) && !(path in forTests && tests.has(path));
    });
}

function reach(
  files: ReadonlyMap<string, ProjectFile>,
  isEntry: (path: string) => boolean,
): Set<string> {
  const reached = new Set<string>();
  const open = [...files.keys()].filter(isEntry);
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const file = files.get(path);
    if (reached.has(path) || !file) continue;
    reached.add(path);
    for (const found of importsOf(file)) if (found.kind === 'file') open.push(found.path);
  }
  return reached;
}
