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
    'vite/preload-helper',
  ].join('|'),
);

/** What a page that speaks with the hub over a socket needs at once: one file, not six. */
const hubBase = new RegExp(
  [
    'ui/hub/(hub-client|call-stream|command-sender|connection|controllers|device|store-controller)',
    'ui/hub/(view-memory|is-fed|open-socket-late)',
    'ui/elements/(emit|set-style|ph-hall-status|ph-state-mark|state-marks)',
    'node_modules/(lit|lit-html)/.*(directives/ref|async-directive)',
    'ui/hold-fonts',
  ].join('|'),
);

/**
 * Files nearly all of whose functions run before the first touch. The comment asks V8 (Chromium 136)
 * to compile them while they arrive, beside the page's own thread; others do not read it. On a slow
 * kiosk that is a fifth of the way to its first screen.
 */
function isWantedWhole(name: string, entry: string | null): boolean {
  return ['base', 'hub', 'open-socket'].includes(name) || entry === `${root}kiosk/index.html`;
}

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
        postBanner: ({ name, facadeModuleId }) =>
          isWantedWhole(name, facadeModuleId) ? '//# allFunctionsCalledOnLoad' : '',
        codeSplitting: {
          groups: [
            { name: 'base', test: sharedBase },
            { name: 'hub', test: hubBase },
            // Otherwise three files.
            { name: 'qr', test: /ui\/elements\/(ph-qr|qr-path)|node_modules\/qrcode/ },
          ],
        },
      },
      input: [...pages, kioskWorker].map((page) => root + page).filter((page) => existsSync(page)),
    },
  },
});
