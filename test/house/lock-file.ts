import type { ProjectFile } from './project-files.ts';

interface Locked {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/**
 * What the lock file asks for and does not hold. `npm install` writes such a file without a word
 * where the registry could not name a build for some other platform; a clean install refuses it.
 */
export function lockGaps({ text }: ProjectFile): string[] {
  const { packages } = JSON.parse(text) as { packages: Readonly<Record<string, Locked>> };
  return Object.entries(packages).flatMap(([path, locked]) =>
    Object.keys({
      ...locked.dependencies,
      ...locked.devDependencies,
      ...locked.optionalDependencies,
    })
      .filter((name) => !reaches(packages, path, name))
      .map((name) => `${path === '' ? 'package.json' : path}: ${name}`),
  );
}

/** Node's own way: the package's folder, then every one above it. */
function reaches(packages: Readonly<Record<string, Locked>>, from: string, name: string): boolean {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    if (`${at === '' ? '' : `${at}/`}node_modules/${name}` in packages) return true;
    if (at === '') return false;
  }
}
