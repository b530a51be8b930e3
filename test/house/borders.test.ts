import { describe, expect, it } from 'vitest';
import { borderBreaches } from './borders.ts';
import { projectFiles, sample } from './project-files.ts';

describe('the borders between the rooms', () => {
  it('are kept by every file', () => {
    expect(borderBreaches(projectFiles)).toEqual([]);
  });

  it.each([
    ['server/core/a.ts', `import { join } from 'node:path';`, 'does without Node'],
    ['server/core/a.ts', `import { x } from '#protocol/views.ts';`, 'may not import'],
    ['server/core/a.ts', `const x = await import('yaml');`, 'not a package'],
    ['server/core/a.ts', `export { x } from '#core/b.ts';`, 'steps are relative'],
    ['server/protocol/a.ts', `import { decide } from '#core/decide.ts';`, 'may not import'],
    ['server/dispatch/a.ts', `import { x } from '#journal/sqlite.ts';`, 'may not import'],
    ['server/dispatch/a.ts', `import { x } from '../core/decide.ts';`, 'crossed by #room'],
    ['server/replay/a.ts', `import type { X } from '#dispatch/loop.ts';`, 'may not import'],
    ['server/people/a.ts', `import { decide } from '#core/decide.ts';`, 'may not import'],
    ['server/cellar/a.ts', ``, 'has no line'],
    ['ui/a.ts', `import { readFile } from 'node:fs';`, 'does without Node'],
    ['ui/a.ts', `import express from 'express';`, 'not a package'],
    ['kiosk/a.ts', `import { x } from '../display/b.ts';`, 'may not import display'],
    ['server/app.ts', `import { x } from '#test/support/browser.ts';`, 'nothing imports test'],
    ['server/journal/a.ts', `new Worker(new URL('../routes/b.ts', import.meta.url))`, 'may not'],
  ])('%s may not say %s', (path, text, reason) => {
    expect(borderBreaches([sample(path, text)])).toEqual([expect.stringContaining(reason)]);
  });

  it.each([
    ['server/dispatch/a.ts', `import { decide } from '#core/decide.ts';`],
    ['server/dispatch/a.ts', `import type { Journal } from '#journal/journal.ts';`],
    ['server/core/rules/a.ts', `import { b } from '../state.ts';`],
    ['server/replay/a.ts', `spawn(new URL('../main.ts', import.meta.url))`],
    ['server/app.ts', `import { routes } from './routes/tickets.ts';`],
    ['ui/gallery/a.ts', `import '#kiosk/ticket.ts';`],
    ['kiosk/a.ts', `import { html } from 'lit';\nimport { x } from '#ui/tokens.ts';`],
    ['test/core/a.test.ts', `import { decide } from '#core/decide.ts';\nimport '../support/x.ts';`],
  ])('%s may say %s', (path, text) => {
    expect(borderBreaches([sample(path, text)])).toEqual([]);
  });
});
