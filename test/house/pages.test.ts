import { describe, expect, it } from 'vitest';
import { pages } from '../../vite.config.ts';
import { pageLacks, policyBreaches } from './pages.ts';
import { projectFiles, sample } from './project-files.ts';

describe('the pages', () => {
  it.each(pages)('%s is there and complete', (page) => {
    const file = projectFiles.find(({ path }) => path === page);
    expect(file, `${page} is named in vite.config.ts`).toBeDefined();
    expect(pageLacks(file!)).toEqual([]);
  });

  it('are all named in vite.config.ts', () => {
    const found = projectFiles.filter(({ path }) =>
      /^(ui|kiosk|display|counter)\/.*\.html$/.test(path),
    );
    expect(found.map(({ path }) => path).filter((path) => !pages.includes(path))).toEqual([]);
  });

  it('keep to the policy of the hub', () => {
    const ours = projectFiles.filter(({ path }) =>
      /^(ui|kiosk|display|counter)\/.*\.(html|css)$/.test(path),
    );
    expect(policyBreaches(ours)).toEqual([]);
  });

  it.each([
    ['<script>go()</script>', 'a script in the page'],
    ['<style>p { color: red }</style>', 'a style in the page'],
    ['<p style="color: red">', 'a style attribute'],
    ['<button onclick="go()">', 'an event attribute'],
    ['<img src="https://example.com/a.png">', 'an address outside'],
    ['@font-face { src: url(//example.com/a.woff2) }', 'an address outside'],
    ['<link rel="icon" href="data:,">', 'a data: address'],
  ])('with %s are found', (text, what) => {
    expect(policyBreaches([sample('ui/a.html', text)])).toEqual([expect.stringContaining(what)]);
  });

  it('that lack something are found', () => {
    const poor = '<html><title></title></html>';
    expect(pageLacks(sample('ui/a.html', poor))).toHaveLength(5);
    const page =
      '<!doctype html><html lang="zh"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Paihao</title>';
    expect(pageLacks(sample('ui/a.html', page))).toEqual([]);
  });
});
