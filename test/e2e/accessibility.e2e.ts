/** axe on every page and main state, while the day of the pictures is told. */
import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { handsOf } from '../support/hall-hands.ts';
import { runHub, type RunningHub } from '../support/running-hub.ts';
import { pageNames, type PageName } from '../support/page-sizes.ts';
import { storyHall, storyStart, tellStory } from '../screens/story.ts';
import type { Scene } from '../screens/studio.ts';
import { checkPage, type Checked } from './axe.ts';

/** English is checked where its longer words meet the layout; the marks are those of the Chinese. */
const alsoInEnglish = new Set([
  'start-training',
  'kiosk-home',
  'kiosk-large',
  'kiosk-ticket',
  'lobby-calm',
  'window-serving',
  'window-away',
  'door-open',
  'console-idle',
  'console-serving',
  'supervisor-board',
  'phone-waiting',
  'phone-called',
]);

/** Seen from afar and by everybody: 7:1 there, not only 4.5:1. */
const publicPages: ReadonlySet<PageName> = new Set(['kiosk', 'lobby', 'window', 'door', 'phone']);

let browser: Browser;
let hub: RunningHub;

beforeAll(async () => {
  [browser, hub] = await Promise.all([
    launchBrowser(),
    runHub({ at: storyStart, hallFile: storyHall() }),
  ]);
  return async () => {
    await Promise.all([browser.close(), hub.close()]);
  };
});

function check({ page: name, state, language }: Scene, page: Page): Promise<Checked> {
  return checkPage(page, `${name}-${state}.${language}`, publicPages.has(name));
}

describe('every page in its main states', () => {
  it('has nothing that hinders anybody seriously', async () => {
    const found: string[] = [];
    const looked: Scene[] = [];
    await tellStory({
      browser,
      hub,
      hands: await handsOf(hub),
      languages: ['zh', 'en'],
      still: false,
      scale: () => 1,
      async look(scene, page) {
        const { page: name, state, language } = scene;
        if (language === 'en' && !alsoInEnglish.has(`${name}-${state}`)) return;
        looked.push(scene);
        const checked = await check(scene, page);
        found.push(...checked.found);
        if (checked.textsMeasured < 2) found.push(`${name}-${state}: nothing was measured`);
      },
    });
    expect(found).toEqual([]);
    expect(new Set(looked.map(({ page }) => page))).toEqual(new Set(pageNames));
    expect(looked.filter(({ language }) => language === 'en')).toHaveLength(alsoInEnglish.size);
    expect(looked.length).toBeGreaterThan(60);
  }, 180_000);
});
