import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { installedPackages, isCompatible, verdictOf } from '#test/licences/installed.ts';

it('every package that the program runs with may stand beside Apache-2.0', () => {
  const packages = installedPackages(fileURLToPath(new URL('../..', import.meta.url)));
  expect(packages.length).toBeGreaterThan(100);
  expect(packages.filter((each) => verdictOf(each) !== null)).toEqual([]);
});

it.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-or-later)', true],
  ['MIT AND BSD-3-Clause', true],
  ['MIT AND GPL-3.0-only', false],
  ['GPL-3.0-only', false],
  ['AGPL-3.0-only', false],
  ['SEE LICENSE IN LICENSE', false],
  ['UNLICENSED', false],
])('%s: %s', (licence, may) => {
  expect(isCompatible(licence)).toBe(may);
});

it('one without a licence, or under copyleft, is a fault only where it is handed on', () => {
  const gpl = { name: 'x', version: '1', licence: 'GPL-3.0-only', isForDevelopment: false };
  expect(verdictOf(gpl)).toMatch(/GPL-3.0-only/);
  expect(verdictOf({ ...gpl, licence: 'none' })).toMatch(/no licence/);
  expect(verdictOf({ ...gpl, isForDevelopment: true })).toBeNull();
});
