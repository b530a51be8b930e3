/** What a source file imports, and where that leads. */
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { root } from './project-files.ts';
import type { ProjectFile } from './project-files.ts';

export type Import =
  | { specifier: string; kind: 'file'; path: string; byUrl: boolean }
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
  const byUrl = matches(file.text, /new URL\(\s*'(\.[^']+\.\w+)',\s*import\.meta\.url/g);
  return [
    ...specifiersOf(file).map((specifier) => resolve(file.path, specifier)),
    ...byUrl.map((specifier) => fileImport(specifier, beside(file.path, specifier), true)),
  ];
}

function specifiersOf({ path, text }: ProjectFile): string[] {
  if (path.endsWith('.html')) {
    return matches(text, /<(?:script|link|img)\b[^>]*?\b(?:src|href)="([^"]+)"/g);
  }
  if (path.endsWith('.css')) return matches(text, /@import\s+(?:url\()?['"]([^'"]+)['"]/g);
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

function resolve(importer: string, written: string): Import {
  const specifier = written.replace(/\?.*$/, ''); // Vite's ?url and ?inline
  if (importer.endsWith('.html') && specifier.startsWith('/')) {
    return fileImport(specifier, specifier.slice(1));
  }
  if (specifier.startsWith('.')) return fileImport(specifier, beside(importer, specifier));
  const alias = aliases.find(([from]) => specifier.startsWith(from));
  if (alias) return fileImport(specifier, alias[1] + specifier.slice(alias[0].length));
  if (specifier.startsWith('node:')) return { specifier, kind: 'node' };
  const [scopeOrName = '', rest = ''] = specifier.split('/');
  const name = scopeOrName.startsWith('@') ? `${scopeOrName}/${rest}` : scopeOrName;
  return { specifier, kind: 'package', name };
}

function fileImport(specifier: string, path: string, byUrl = false): Import {
  return { specifier, kind: 'file', path, byUrl };
}

function beside(importer: string, specifier: string): string {
  return posix.join(posix.dirname(importer), specifier);
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}
