/** The browser support itself: it starts here, and it does see what a page should not do. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fontsOf, launchBrowser, openPage } from '../support/browser.ts';
import { findChromium } from '../support/chromium.ts';

// The slice of Noto Sans SC that holds U+6392, found in the package's own list.
const fontFile = (name: string) =>
  fileURLToPath(import.meta.resolve(`@fontsource-variable/noto-sans-sc/files/${name}`));
const slices = JSON.parse(
  readFileSync(
    fileURLToPath(import.meta.resolve('@fontsource-variable/noto-sans-sc/unicode.json')),
    'utf8',
  ),
) as Record<string, string>;
const slice = Object.entries(slices).find(([, range]) => range.includes('U+6392'))?.[0] ?? '';

const documents: Record<string, string> = {
  '/clean': '<p>fine</p>',
  '/console': '<script>console.error("a complaint")</script>',
  '/throws': '<script>throw new Error("broken page")</script>',
  '/elsewhere': '<img src="http://example.com/pixel.png" alt="">',
  '/socket': '<script>new WebSocket("ws://example.com/")</script>',
  '/missing': '<script src="/nothing.js"></script>',
  '/fonts': `<style>
    @font-face { font-family: "Own"; src: url(/slice.woff2) format("woff2"); }
    #own { font-family: Own; }
    </style><p id="own">排</p><p id="none">排</p>`,
};

let server: Server;
let origin: string;
let browser: Browser;

beforeAll(async () => {
  server = createServer((request, response) => {
    const body = documents[request.url ?? ''];
    if (request.url === '/slice.woff2') {
      response.setHeader('content-type', 'font/woff2');
      response.end(
        readFileSync(fontFile(`noto-sans-sc-${slice.replace(/[[\]]/g, '')}-wght-normal.woff2`)),
      );
    } else if (body === undefined) {
      response.writeHead(request.url === '/favicon.ico' ? 204 : 404).end();
    } else {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(`<!doctype html><title>t</title>${body}`);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => server.close(resolve));
});

async function problemsOf(path: string): Promise<string> {
  const opened = await openPage(browser, { origin });
  await opened.page.goto(path, { waitUntil: 'networkidle' });
  const problems = opened.problems().join('\n');
  if (problems === '') await opened.close();
  else await expect(opened.close()).rejects.toThrow(/problem/);
  return problems;
}

describe('a watched page', () => {
  it('is content with a clean page', async () => {
    expect(await problemsOf('/clean')).toBe('');
  });

  it.each([
    ['/console', 'a complaint'],
    ['/throws', 'broken page'],
    ['/elsewhere', 'asked elsewhere: http://example.com/pixel.png'],
    ['/socket', 'asked elsewhere: ws://example.com/'],
    ['/missing', '404'],
  ])('%s is reported: %s', async (path, problem) => {
    expect(await problemsOf(path)).toContain(problem);
  });

  it('lets pass what a test provokes on purpose', async () => {
    const opened = await openPage(browser, { origin, tolerate: [/a complaint/] });
    await opened.page.goto('/console');
    await opened.close();
  });

  it('has the size, the language and the motion that were asked for', async () => {
    const opened = await openPage(browser, {
      origin,
      width: 540,
      height: 960,
      locale: 'en-GB',
      reducedMotion: true,
    });
    await opened.page.goto('/clean');
    const facts = await opened.page.evaluate(() => ({
      size: [innerWidth, innerHeight],
      language: navigator.language,
      still: matchMedia('(prefers-reduced-motion: reduce)').matches,
    }));
    await opened.close();
    expect(facts).toEqual({ size: [540, 960], language: 'en-GB', still: true });
  });

  it('shows Chinese by the fonts of the page and by no other', async () => {
    const opened = await openPage(browser, { origin });
    await opened.page.goto('/fonts');
    await opened.page.evaluate(() => document.fonts.ready);
    const own = await fontsOf(opened.page.locator('#own'));
    const none = await fontsOf(opened.page.locator('#none'));
    await opened.close();
    expect(own).toMatchObject([{ bundled: true, glyphs: 1 }]);
    expect(none.some(({ bundled }) => bundled)).toBe(false);
  });
});

describe('where no browser can start', () => {
  it('says which file CHROMIUM_PATH names in vain', () => {
    expect(() => findChromium({ CHROMIUM_PATH: '/nonexistent/chromium' })).toThrow(
      'CHROMIUM_PATH names /nonexistent/chromium, which does not start: there is no such file',
    );
  });
});
