import { describe, expect, it } from 'vitest';
import { fileLinesMax, leftMarks, longFiles, machinePlaces, oddNames } from './habits.ts';
import { projectFiles, sample } from './project-files.ts';

describe('marks that should not stay', () => {
  it('are nowhere', () => {
    expect(leftMarks(projectFiles)).toEqual([]);
  });

  it.each([
    ['server/a.ts', '// FIXME later'],
    ['server/a.ts', '// @ts-ignore'],
    ['test/a.test.ts', `it.only('x', () => {});`],
    ['test/a.test.ts', `describe.skip('x', () => {});`],
    ['test/a.test.ts', `it.skipIf(true)('x', () => {});`],
    ['test/a.test.ts', `it.concurrent.todo('x');`],
    ['test/e2e/a.e2e.ts', 'await page.waitForTimeout(500);'],
    ['ui/a.ts', `@customElement('my-clock')`],
  ])('%s: %s is found', (path, text) => {
    expect(leftMarks([sample(path, text)])).toHaveLength(1);
  });

  it('may skip where the recorded days are absent, and only there', () => {
    const text = `describe.skip(title, tests);`;
    expect(leftMarks([sample('test/support/recorded-days.ts', text)])).toEqual([]);
    expect(leftMarks([sample('test/support/other.ts', text)])).toHaveLength(1);
  });
});

describe('places of one machine', () => {
  it('are nowhere, nor does the lock file say where packages came from', () => {
    expect(machinePlaces(projectFiles)).toEqual([]);
  });

  it.each([
    ['docs/a.md', 'see /home/anna/paihao'],
    ['server/a.ts', `const path = '/work/main';`],
    ['package-lock.json', '      "resolved": "somewhere",'],
  ])('%s: %s is found', (path, text) => {
    expect(machinePlaces([sample(path, text)])).toHaveLength(1);
  });

  it('are not the addresses of pages', () => {
    expect(machinePlaces([sample('docs/a.md', 'GET /display/work/1, ./root/a')])).toEqual([]);
  });
});

describe('files', () => {
  it('are not too long', () => {
    expect(longFiles(projectFiles)).toEqual([]);
    const long = 'a\n'.repeat(fileLinesMax + 1);
    expect(longFiles([sample('server/a.ts', long)])).toHaveLength(1);
  });

  it('are named in kebab-case', () => {
    expect(oddNames(projectFiles)).toEqual([]);
    expect(oddNames([sample('server/TicketStore.ts', '')])).toHaveLength(1);
    expect(oddNames([sample('server/Core/a.ts', '')])).toHaveLength(1);
  });
});
