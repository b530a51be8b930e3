/** Where pages are looked at: each in Chinese and English, side by side, in one and the same hall. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { root } from '../house/project-files.ts';
import { openPage, type OpenedPage } from '../support/browser.ts';
import type { HallHands } from '../support/hall-hands.ts';
import { pageAddresses, pageSizes, type PageName } from '../support/page-sizes.ts';
import type { RunningHub } from '../support/running-hub.ts';
import { speak, type KeptPages } from './kept-pages.ts';

export type SceneLanguage = 'zh' | 'en';

/** What is looked at: one page in one state and language. */
export interface Scene {
  readonly page: PageName;
  /** e.g. `calm`; with the page and the language the picture's name. */
  readonly state: string;
  readonly language: SceneLanguage;
}

export interface SceneOptions {
  readonly path?: string;
  readonly size?: { readonly width: number; readonly height: number };
  readonly languages?: readonly SceneLanguage[];
  readonly dark?: boolean;
  /** Complaints that belong to the state. */
  readonly tolerate?: readonly RegExp[];
  /** Brings each page where it shall be, before anything is looked at. */
  readonly prepare?: (page: Page, language: SceneLanguage) => Promise<void>;
}

export interface Studio {
  readonly browser: Browser;
  readonly hub: RunningHub;
  readonly hands: HallHands;
  readonly languages: readonly SceneLanguage[];
  /** Pages whose time stands still: pictures alike at every run. */
  readonly still: boolean;
  readonly scale: (page: PageName) => number;
  /** One page for all languages, kept for the next scene; without them each has a page of its own. */
  readonly pages?: KeptPages;
  readonly look: (scene: Scene, page: Page) => Promise<void>;
}

/** One page, open in each language. */
export interface Pair {
  /** Waits for a sign of the state, then looks at each page. */
  look(state: string, sign: string): Promise<void>;
  /** Does the same on each page. */
  each(act: (page: Page, language: SceneLanguage) => Promise<void>): Promise<void>;
  tolerate(...patterns: RegExp[]): void;
  close(): Promise<void>;
}

/** Chance, fixed: the delay to the next try is on the picture of a console without its hub. */
const fixedChance = 'Math.random = () => 0.5;';
/** The page's own clock, when it stands still. */
const pageTime = new Date('2026-03-02T00:00:00Z');
const patienceMs = 15_000;
const failurePicture = join(root, '.cache', 'no-such-scene.png');
/** Real time between two steps of a page's time, and the step. */
const stepWaitMs = 1_500;
const stepMs = 250;

export async function openPair(
  studio: Studio,
  name: PageName,
  options: SceneOptions = {},
): Promise<Pair> {
  const languages = (options.languages ?? studio.languages).filter((each) =>
    studio.languages.includes(each),
  );
  const { pages } = studio;
  const opened = await Promise.all(
    (pages === undefined ? languages : languages.slice(0, 1)).map(async (language) => ({
      language,
      ...(await openOne(studio, name, language, options)),
    })),
  );
  const each: Pair['each'] = async (act) => {
    await Promise.all(opened.map(({ page, language }) => act(page, language)));
  };
  try {
    if (options.prepare !== undefined) await each(options.prepare);
  } catch (error) {
    for (const { context } of opened) await context.close();
    throw new Error(`${name} could not be prepared`, { cause: error });
  }
  return {
    each,
    async look(state, sign) {
      // One after the other: pictures and checks want the machine for themselves.
      for (const { page, language } of opened) {
        await stands(studio, page, sign);
        await drawn(studio, page, language);
        await studio.look({ page: name, state, language }, page);
        for (const other of pages === undefined ? [] : languages.slice(1)) {
          await speak(page, other);
          await drawn(studio, page, other);
          await studio.look({ page: name, state, language: other }, page);
          await speak(page, language);
        }
      }
    },
    tolerate(...patterns) {
      for (const { tolerate } of opened) tolerate(...patterns);
    },
    async close() {
      for (const each of opened) await (pages?.giveBack(each) ?? each.close());
    },
  };
}

/** Opens, looks once, closes. */
export async function lookAt(
  studio: Studio,
  name: PageName,
  state: string,
  sign: string,
  options: SceneOptions = {},
): Promise<void> {
  const pair = await openPair(studio, name, options);
  await pair.look(state, sign);
  await pair.close();
}

/**
 * Waits until something can be seen. Where the page's time stands still, it goes on meanwhile in
 * small steps: desk pages ask again for what they do not know yet.
 */
export async function stands(studio: Studio, page: Page, sign: string): Promise<void> {
  const seen = page.locator(sign).filter({ visible: true }).first();
  const untilMs = performance.now() + patienceMs;
  for (;;) {
    try {
      await seen.waitFor({ timeout: studio.still ? stepWaitMs : patienceMs });
      return;
    } catch (error) {
      if (performance.now() > untilMs) {
        await page.screenshot({ path: failurePicture, animations: 'disabled' });
        throw new Error(`no ${sign} at ${page.url()}: see ${failurePicture}`, { cause: error });
      }
      await passTime(studio, page, stepMs);
    }
  }
}

/** Lets time pass on a page whose clock stands still; elsewhere it passes by itself. */
export async function passTime(studio: Studio, page: Page, ms: number): Promise<void> {
  if (studio.still) await page.clock.runFor(ms);
}

/** Signs in by the fields; whoever holds a counter comes to its console. */
export function signedIn(studio: Studio, badge: string): (page: Page) => Promise<void> {
  return async (page) => {
    await stands(studio, page, 'ph-sign-in #badge');
    await page.locator('#badge').fill(badge);
    await page.locator('#pin').fill(studio.hands.pin(badge));
    await page.keyboard.press('Enter');
  };
}

async function openOne(
  studio: Studio,
  name: PageName,
  language: SceneLanguage,
  options: SceneOptions,
): Promise<OpenedPage> {
  const asked = {
    origin: studio.hub.origin,
    ...(options.size ?? pageSizes[name]),
    scale: studio.scale(name),
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    darkScheme: options.dark ?? false,
    tolerate: [...(options.tolerate ?? [])],
  };
  const opened = await (studio.pages?.take(asked) ?? openPage(studio.browser, asked));
  const { page, context } = opened;
  context.setDefaultTimeout(patienceMs);
  await page.addInitScript({ content: fixedChance });
  if (studio.still) {
    await page.clock.install({ time: pageTime });
    await page.clock.pauseAt(pageTime.getTime() + 1_000);
  }
  await page.goto(`${options.path ?? pageAddresses[name]}?lang=${language}`);
  return opened;
}

/** Fonts come by slices, as the texts ask for them; the phone's come after its first view. */
async function drawn(studio: Studio, page: Page, language: SceneLanguage): Promise<void> {
  const families = language === 'zh' ? ['Archivo', 'Noto Sans SC'] : ['Archivo'];
  const untilMs = performance.now() + patienceMs;
  while (!(await page.evaluate(fontsAreThere, families))) {
    if (performance.now() > untilMs) throw new Error(`the fonts of ${page.url()} do not come`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    // What the first view can do without is asked for a moment after it.
    await passTime(studio, page, 50);
  }
}

/** Runs in the page. */
function fontsAreThere(families: string[]): boolean {
  // A layout asks for the slices that it lacks.
  void document.body.getBoundingClientRect();
  const faces = [...document.fonts];
  return (
    document.fonts.status === 'loaded' &&
    families.every((family) =>
      faces.some((face) => face.family.includes(family) && face.status === 'loaded'),
    )
  );
}
