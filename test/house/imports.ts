/** What a source file imports, and where that leads. */
import { posix } from 'node:path';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from './project-files.ts';
import type { ProjectFile } from './project-files.ts';

export type Import =
  | { specifier: string; kind: 'file'; path: string }
  | { specifier: string; kind: 'node' }
  | { specifier: string; kind: 'package'; name: string };

const aliases = Object.entries(
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as PackageFile).imports,
).map(([from, to]) => [from.replace('*', ''), to.replace('./', '').replace('*', '')] as const);

type PackageFile = { imports: Record<string, string> };

/**
 * Static and dynamic imports, re-exports, and files named by `new URL('…', import.meta.url)`
 * (worker threads). For HTML and CSS: scripts, links and @import.
 */
export function importsOf(file: ProjectFile): Import[] {
  return specifiersOf(file).map((specifier) => resolve(file.path, specifier));
}

function specifiersOf({ path, text }: ProjectFile): string[] {
  if (path.endsWith('.html')) {
    return matches(text, /<(?:script|link|img)\b[^>]*?\b(?:src|href)="([^"]+)"/g);
  }
  if (path.endsWith('.css')) return matches(text, /@import\s+(?:url\()?['"]([^'"]+)['"]/g);
  const found = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  return [...found, ...matches(text, /new URL\(\s*'(\.[^']+\.\w+)',\s*import\.meta\.url/g)];
}

function resolve(importer: string, written: string): Import {
  const specifier = written.replace(/\?.*$/, ''); // Vite's ?url and ?inline
  const isPage = importer.endsWith('.html');
  if (isPage && specifier.startsWith('/')) {
    return { specifier, kind: 'file', path: specifier.slice(1) };
  }
  if (specifier.startsWith('.')) {
    return { specifier, kind: 'file', path: posix.join(posix.dirname(importer), specifier) };
  }
  const alias = aliases.find(([from]) => specifier.startsWith(from));
  if (alias) {
    return { specifier, kind: 'file', path: alias[1] + specifier.slice(alias[0].length) };
  }
  if (specifier.startsWith('node:')) return { specifier, kind: 'node' };
  const [scopeOrName = '', rest = ''] = specifier.split('/');
  const name = scopeOrName.startsWith('@') ? `${scopeOrName}/${rest}` : scopeOrName;
  return { specifier, kind: 'package', name };
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}
