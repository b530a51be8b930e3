import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX as the package says it; `none` where it says nothing. */
  readonly licence: string;
  /** Only the tests and the build use it: nothing of it is handed on. */
  readonly isForDevelopment: boolean;
}

/** May stand in a program under Apache-2.0. MPL: used as it is, by import. */
const compatible = new Set([
  ...['MIT', 'MIT-0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'Unlicense'],
  ...['CC0-1.0', 'CC-BY-3.0', 'CC-BY-4.0', 'BlueOak-1.0.0', 'Python-2.0', 'Zlib', 'WTFPL'],
  ...['OFL-1.1', 'MPL-2.0', 'Unicode-3.0', 'BSL-1.0', 'Artistic-2.0'],
]);

/** Of the packages in package-lock.json those that are installed on this machine. */
export function installedPackages(root: string): readonly InstalledPackage[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<
      Record<string, { readonly dev?: boolean; readonly link?: boolean }>
    >;
  };
  return Object.entries(lock.packages).flatMap(([path, { dev = false, link = false }]) => {
    const file = join(root, path, 'package.json');
    if (path === '' || link || !existsSync(file)) return [];
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
    return [
      {
        name: manifest.name ?? path,
        version: manifest.version ?? '',
        licence: licenceOf(manifest),
        isForDevelopment: dev,
      },
    ];
  });
}

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string | { readonly type?: string };
  readonly licenses?: readonly { readonly type?: string }[];
}

function licenceOf({ license, licenses }: Manifest): string {
  if (typeof license === 'string') return license;
  return license?.type ?? licenses?.map(({ type }) => type ?? 'none').join(' OR ') ?? 'none';
}

/** Null when it may be used as it is used; else why not. */
export function verdictOf({ licence, isForDevelopment }: InstalledPackage): string | null {
  if (isForDevelopment) return null;
  if (licence === 'none') return 'names no licence';
  return isCompatible(licence) ? null : `${licence} may not stand beside Apache-2.0`;
}

/** An SPDX expression of the two usual words: one side of an OR is enough, AND needs all. */
export function isCompatible(expression: string): boolean {
  const plain = expression.replaceAll(/[()]/g, ' ');
  return plain
    .split(/\s+OR\s+|\//i)
    .some((choice) => choice.split(/\s+AND\s+/i).every((each) => compatible.has(each.trim())));
}
