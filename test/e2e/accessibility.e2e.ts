/** axe on every page and main state, in each language, while the days of the pictures are told. */
import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createKeptPages } from '../screens/kept-pages.ts';
import { tellReports } from '../screens/story-reports.ts';
import { tellRoster } from '../screens/story-roster.ts';
import { storyHall, storyStart, tellStory } from '../screens/story.ts';
import type { Scene, Studio } from '../screens/studio.ts';
import { launchBrowser } from '../support/browser.ts';
import { handsOf } from '../support/hall-hands.ts';
import { pageNames, type PageName } from '../support/page-sizes.ts';
import { runHub } from '../support/running-hub.ts';
import { checkPage, type Checked } from './axe.ts';

/** Seen from afar and by everybody: 7:1 there, not only 4.5:1. */
const publicPages: ReadonlySet<PageName> = new Set(['kiosk', 'lobby', 'window', 'door', 'phone']);
const shortPastDays = 8;

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
  return () => browser.close();
});

interface Watched {
  readonly studio: Omit<Studio, 'hub' | 'hands'>;
  readonly looked: Scene[];
  readonly found: string[];
}

function watched(): Watched {
  const looked: Scene[] = [];
  const found: string[] = [];
  return {
    looked,
    found,
    studio: {
      browser,
      languages: ['zh', 'en'],
      still: false,
      scale: () => 1,
      pages: createKeptPages(browser),
      async look(scene, page) {
        const { page: name, state, language } = scene;
        const where = `${name}-${state}.${language}`;
        const enhanced = publicPages.has(name);
        const checked = await checkPage(page, where, { enhanced, spokenOnly: language === 'en' });
        looked.push(scene);
        found.push(...checked.found);
        if (!checked.looked) found.push(`${where}: nothing was measured`);
      },
    },
  };
}

/** Scenes of the pictures that are told in one language only. */
function inOneLanguage(looked: readonly Scene[]): readonly string[] {
  const told = looked.map(({ page, state }) => `${page}-${state}`);
  return told.filter((each) => told.indexOf(each) === told.lastIndexOf(each));
}

describe('every page in its main states, in Chinese and English', () => {
  it('hinders nobody seriously through a day of the hall', async () => {
    const { studio, looked, found } = watched();
    const hub = await runHub({ at: storyStart, hallFile: storyHall() });
    try {
      await tellStory({ ...studio, hub, hands: await handsOf(hub) });
    } finally {
      await hub.close();
    }
    expect(found).toEqual([]);
    expect(new Set(looked.map(({ page }) => page))).toEqual(new Set(pageNames));
    expect(inOneLanguage(looked)).toEqual([
      'lobby-portrait',
      'supervisor-wall-upright',
      'console-serving-dark',
    ]);
    expect(looked.length).toBeGreaterThan(135);
  }, 240_000);

  it('nor in reports, quality sheets and past days', async () => {
    const { studio, looked, found } = watched();
    await tellReports(studio, shortPastDays);
    expect(found).toEqual([]);
    expect(inOneLanguage(looked)).toEqual([]);
    expect(looked.length).toBeGreaterThan(30);
  }, 180_000);

  it('nor in the roster', async () => {
    const { studio, looked, found } = watched();
    await tellRoster(studio);
    expect(found).toEqual([]);
    expect(inOneLanguage(looked)).toEqual([]);
    expect(looked.length).toBeGreaterThan(8);
  }, 90_000);

  it('what hinders is found, also by the shorter look at another language', async () => {
    const page = await browser.newPage();
    await page.setContent(
      '<title>x</title><html lang="en"><main><button></button><p style="color:#888">Grey</p>Black</main>',
    );
    const rulesOf = ({ found }: Checked) => found.map((each) => each.split(' ')[1]).toSorted();
    const whole = await checkPage(page, 'planted');
    expect(rulesOf(whole)).toEqual(['button-name:', 'color-contrast:']);
    const spoken = await checkPage(page, 'planted', { spokenOnly: true });
    expect(rulesOf(spoken)).toEqual(['button-name:']);
    expect([whole.looked, spoken.looked]).toEqual([true, true]);
    // 5:1 is enough at a desk, not on glass that is read from afar.
    await page.setContent(
      '<html lang="en"><title>x</title><main><p style="color:#707070">Grey</p>',
    );
    expect((await checkPage(page, 'near')).found).toEqual([]);
    expect((await checkPage(page, 'far', { enhanced: true })).found).toHaveLength(1);
    await page.close();
  });
});
