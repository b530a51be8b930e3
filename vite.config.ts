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
  'display/wall.html', // /display/wall
  'counter/index.html', // /counter
  'ui/gallery/index.html', // every element in every state, without a hub
];

/** Opens the kiosk's page while the hub is away; its address, /kiosk-worker.js, is its reach. */
const kioskWorker = 'kiosk/worker.ts';

/** Lit, texts, icons, base styles, and the elements of a ticket and its line. */
const sharedBase = new RegExp(
  [
    // What only the staff's pages use of it stays with them.
    'node_modules/(lit|lit-html|lit-element|@lit)/(?!.*(?:directives/ref|async-directive))',
    'ui/(locale/|base-styles|themes|icons|phrased)',
    'ui/hub/(api|memory|store|hub-clock|fresh-id)',
    'ui/elements/(ph-plate|ph-queue-line|ph-ticket-number|ph-training-tag|queue-dots)',
    'kiosk/figures',
    'server/core/vocabulary',
  ].join('|'),
);

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
      output: {
        // What the customer's phone needs first travels in one file: many small ones compress
        // worse, and its first view is to stay under 30 KB. Every page uses nearly all of it.
        entryFileNames: ({ name }) =>
          name === 'worker' ? 'kiosk/worker.js' : 'assets/[name]-[hash].js',
        codeSplitting: { groups: [{ name: 'base', test: sharedBase }] },
      },
      input: [...pages, kioskWorker].map((page) => root + page).filter((page) => existsSync(page)),
    },
  },
});
