/**
 * The pages: one HTML file each, built into dist/pages and served by the hub. The hub's policy is
 * `default-src 'self'`, so nothing may be inlined: no script, no style, no data: address.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Page files; dist/pages holds each under the same path. The hub maps its addresses to them. */
export const pages = [
  'ui/start/index.html', // /
  'kiosk/index.html', // /kiosk
  'kiosk/phone.html', // /t/{ticket}
  'display/lobby.html', // /display
  'display/window.html', // /display/window/{counter}
  'display/door.html', // /display/door
  'counter/index.html', // /counter
  'ui/gallery/index.html', // every element in every state, without a hub
];

export default defineConfig({
  root,
  base: '/',
  publicDir: false,
  build: {
    outDir: 'dist/pages',
    emptyOutDir: true,
    // Kiosk PCs and screens live long: Chromium 100.
    target: ['es2022', 'chrome100'],
    cssTarget: 'chrome100',
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: false,
    rolldownOptions: {
      input: pages.map((page) => root + page).filter((page) => existsSync(page)),
    },
  },
});
