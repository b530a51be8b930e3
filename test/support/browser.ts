/**
 * Real Chromium for end-to-end tests and pictures.
 *
 *     const browser = await launchBrowser();
 *     const kiosk = await openPage(browser, { origin, width: 1080, height: 1920, locale: 'zh-CN' });
 *     await kiosk.page.goto('/kiosk');
 *     …
 *     await kiosk.close(); // throws when the page complained or asked somebody else than the hub
 *
 * Inside a vitest test `openTestPage` (test-page.ts) closes by itself.
 */
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { findChromium } from './chromium.ts';

export type PageOptions = {
  /** The hub: `http://127.0.0.1:PORT`. Addresses in `goto` may be relative to it. */
  origin: string;
  width?: number;
  height?: number;
  /** Device pixels a CSS pixel; pictures of large screens take fewer than one. */
  scale?: number;
  locale?: string;
  reducedMotion?: boolean;
  darkScheme?: boolean;
  touch?: boolean;
  /** The page's worker may keep it, as on a kiosk. */
  readonly keepsPage?: boolean;
  /** Complaints that the test provokes on purpose. */
  tolerate?: RegExp[];
};

export type OpenedPage = {
  page: Page;
  context: BrowserContext;
  /** What went wrong so far, in the order it happened; empty is clean. */
  problems: () => string[];
  /** From now on such complaints are part of the test, e.g. while the hub is down. */
  tolerate: (...patterns: RegExp[]) => void;
  /** Closes the page and throws if there were problems. */
  close: () => Promise<void>;
};

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--no-pings',
  // Whatever a page may try, no name but the hub's is looked up.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
  // Pictures alike on every machine.
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
  // The announcer may sound without a touch, as on a hall's screen.
  '--autoplay-policy=no-user-gesture-required',
];

/** What a test of sound or of a microphone needs otherwise than all others. */
export interface BrowserOptions {
  /** Sound only after a touch, as on a machine nobody has set up. */
  readonly autoplayBlocked?: true;
  /** Sound leaves the browser; Playwright mutes it otherwise. */
  readonly heard?: true;
  /** A WAV file that is what the microphone hears, again and again. */
  readonly microphone?: string;
  /** Another Chromium, with its environment. */
  readonly executablePath?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts Chromium; throws a plain error where none can start. The caller closes it. */
export async function launchBrowser(options: BrowserOptions = {}): Promise<Browser> {
  const { executablePath, env } = findChromium(
    options.executablePath === undefined
      ? process.env
      : { ...process.env, CHROMIUM_PATH: options.executablePath },
  );
  const { microphone } = options;
  return chromium.launch({
    executablePath,
    args: [
      ...flags.filter((flag) => !(options.autoplayBlocked && flag.startsWith('--autoplay'))),
      ...(microphone === undefined
        ? []
        : [
            '--use-fake-ui-for-media-stream',
            '--use-fake-device-for-media-stream',
            `--use-file-for-fake-audio-capture=${microphone}`,
          ]),
    ],
    ...(options.heard ? { ignoreDefaultArgs: ['--mute-audio'] } : {}),
    env: { ...presentEnvironment(), ...env, ...options.env },
    timeout: 30_000,
  });
}

/** Opens a page of its own session that keeps account of everything it should not do. */
export async function openPage(browser: Browser, options: PageOptions): Promise<OpenedPage> {
  const context = await browser.newContext({
    baseURL: options.origin,
    viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
    deviceScaleFactor: options.scale ?? 1,
    locale: options.locale ?? 'zh-CN',
    reducedMotion: options.reducedMotion ? 'reduce' : 'no-preference',
    colorScheme: options.darkScheme ? 'dark' : 'light',
    hasTouch: options.touch ?? false,
    serviceWorkers: options.keepsPage === true ? 'allow' : 'block',
  });
  const page = await context.newPage();
  const tolerated = [...(options.tolerate ?? [])];
  const seen: string[] = [];
  const complain = (problem: string) => {
    if (!tolerated.some((pattern) => pattern.test(problem))) seen.push(problem);
  };
  // On the context, so that a second window opened by the page is watched too.
  context.on('console', (message) => {
    const at = message.location().url;
    if (message.type() === 'error') complain(`console: ${message.text()} (${at})`);
  });
  context.on('weberror', (error) => complain(`page error: ${String(error.error())}`));
  context.on('request', (request) => {
    if (!isOfHub(request.url(), options.origin)) complain(`asked elsewhere: ${request.url()}`);
  });
  const watchSockets = (opened: Page) =>
    opened.on('websocket', (socket) => {
      if (!isOfHub(socket.url(), options.origin)) complain(`asked elsewhere: ${socket.url()}`);
    });
  watchSockets(page);
  context.on('page', watchSockets);

  const close = async () => {
    await context.close();
    if (seen.length > 0) {
      throw new Error(`the page had ${seen.length} problem(s):\n${seen.join('\n')}`);
    }
  };
  return {
    page,
    context,
    problems: () => [...seen],
    tolerate: (...patterns) => void tolerated.push(...patterns),
    close,
  };
}

export type FontUse = { family: string; bundled: boolean; glyphs: number };

/**
 * Which fonts really draw an element's text. `bundled`: the page brought it along. Chinese that is
 * drawn by a font that is not bundled would be empty boxes on a machine without Chinese fonts.
 */
export async function fontsOf(locator: Locator): Promise<FontUse[]> {
  const page = locator.page();
  const mark = '__fontProbe';
  await locator.evaluate((element, name) => Reflect.set(window, name, element), mark);
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    await session.send('DOM.getDocument', { depth: 0 });
    const { result } = await session.send('Runtime.evaluate', { expression: `window.${mark}` });
    const { nodeId } = await session.send('DOM.requestNode', { objectId: result.objectId ?? '' });
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    return fonts.map((font) => ({
      family: font.familyName,
      bundled: font.isCustomFont,
      glyphs: font.glyphCount,
    }));
  } finally {
    await session.detach();
  }
}

function isOfHub(address: string, origin: string): boolean {
  const url = new URL(address);
  if (url.protocol === 'about:' || url.protocol === 'blob:') return true;
  return url.host === new URL(origin).host;
}

function presentEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}
