import { expect, it } from 'vitest';
import { lockGaps } from './lock-file.ts';
import { projectFiles, sample } from './project-files.ts';

const lock = (packages: object) => sample('package-lock.json', JSON.stringify({ packages }));

it('the lock file holds all that a clean install asks for, on every platform', () => {
  const file = projectFiles.find(({ path }) => path === 'package-lock.json');
  expect(file && lockGaps(file)).toEqual([]);
});

it('a package without its builds for other platforms is found', () => {
  const packages = {
    '': { dependencies: { canvas: '^1.0.0' } },
    'node_modules/canvas': { optionalDependencies: { 'canvas-linux': '1', 'canvas-mac': '1' } },
    'node_modules/canvas-linux': {},
  };
  expect(lockGaps(lock(packages))).toEqual(['node_modules/canvas: canvas-mac']);
});

it('a package is looked for in its own folder, then above', () => {
  const packages = {
    '': { devDependencies: { a: '1' }, dependencies: { gone: '1' } },
    'node_modules/a': { dependencies: { own: '1', shared: '1' } },
    'node_modules/a/node_modules/own': { dependencies: { shared: '1', a: '1' } },
    'node_modules/shared': {},
  };
  expect(lockGaps(lock(packages))).toEqual(['package.json: gone']);
});
