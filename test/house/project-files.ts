/** The project's own text files, as the house checks see them. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file by its path from the project's root (with `/`) and its text. */
export type ProjectFile = { path: string; text: string };

export const root = fileURLToPath(new URL('../..', import.meta.url));

const notOurs = new Set(['node_modules', 'dist', 'data', '.cache', '.git', 'coverage']);
const textual =
  /(^|\/)(LICENSE|run|\.[a-z]+rc|\.editorconfig|\.gitattributes|\.gitignore)$|\.(ts|mjs|js|cmd|css|html|json|yaml|yml|md|svg|csv|txt)$/;

/** All text files, in a fixed order. Read once in a test run. */
export const projectFiles: readonly ProjectFile[] = filesBelow('').map((path) => ({
  path,
  text: readFileSync(join(root, path), 'utf8'),
}));

/** TypeScript and JavaScript, declarations excluded. */
export function isSource({ path }: ProjectFile): boolean {
  return /\.(ts|mjs|js)$/.test(path) && !path.endsWith('.d.ts');
}

/** The house checks hold bad samples on purpose. */
export function isHouse({ path }: ProjectFile): boolean {
  return path.startsWith('test/house/');
}

/** For samples: a file that exists only in a test. */
export function sample(path: string, text: string): ProjectFile {
  return { path, text };
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (notOurs.has(entry.name) && (folder === '' || entry.name === 'node_modules')) return [];
      if (entry.isDirectory()) return filesBelow(path);
      return entry.isFile() && textual.test(path) ? [path] : [];
    })
    .sort();
}
