/** What the build leaves in dist/pages may be served under `default-src 'self'` as it is. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pages } from '../../vite.config.ts';
import { policyBreaches } from '../house/pages.ts';
import { root } from '../house/project-files.ts';

const dist = join(root, 'dist', 'pages');
const built = (readdirSync(dist, { recursive: true }) as string[]).map((path) =>
  path.replaceAll('\\', '/'),
);

describe('the built pages', () => {
  it.each(pages)('%s stands where the hub looks for it', (page) => {
    expect(existsSync(join(dist, page))).toBe(true);
  });

  it('keep to the policy of the hub', () => {
    const texts = built
      .filter((path) => /\.(html|css)$/.test(path))
      .map((path) => ({ path, text: readFileSync(join(dist, path), 'utf8') }));
    expect(texts.length).toBeGreaterThanOrEqual(pages.length);
    expect(policyBreaches(texts)).toEqual([]);
  });

  it('refer to assets by addresses that hold for every page', () => {
    for (const page of pages) {
      const text = readFileSync(join(dist, page), 'utf8');
      const addresses = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]);
      expect(addresses.length).toBeGreaterThan(0);
      for (const address of addresses) expect(address).toMatch(/^\/assets\/.+-[\w-]{8}\.\w+$/);
    }
  });

  it('bring their fonts along as files', () => {
    const fonts = built.filter((path) => /^assets\/.+\.woff2$/.test(path));
    expect(fonts.some((path) => path.includes('archivo'))).toBe(true);
    // Noto Sans SC comes in about a hundred slices; a page loads those it needs.
    expect(fonts.filter((path) => path.includes('noto-sans-sc')).length).toBeGreaterThan(50);
  });

  it('hold no syntax that a browser of es2022 would not read', () => {
    const scripts = built.filter((path) => path.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) {
      // A decorator that was not lowered is the trap: it is neither in es2022 nor in any browser.
      expect(readFileSync(join(dist, script), 'utf8')).not.toMatch(
        /^\s*@(customElement|property)\b/m,
      );
    }
  });
});
