/** A past day by link, keyboard and mouse, in a hall that has two days behind it. */
import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PastMoment } from '#protocol/history.ts';
import { goTo, hubWithPast } from '../screens/story-reports.ts';
import { launchBrowser, type OpenedPage } from '../support/browser.ts';
import { handsOf } from '../support/hall-hands.ts';
import type { RunningHub } from '../support/running-hub.ts';
import { openTestPage } from '../support/test-page.ts';
import { signIn } from './desk.ts';
import { eventually, sees } from './look.ts';

const day = '2026-02-02';
let browser: Browser;
let hub: RunningHub;
let page: Page;
let moment: PastMoment;

beforeAll(async () => {
  [browser, hub] = await Promise.all([launchBrowser(), hubWithPast(2)]);
  const hands = await handsOf(hub);
  const token = await hands.token('9001');
  moment = await hub.get<PastMoment>(
    `/api/history/days/${day}/at/${encodeURIComponent(`${day}T10:42:07+08:00`)}`,
    token,
  );
  return async () => {
    await Promise.all([browser.close(), hub.close()]);
  };
});

/** A supervisor who followed a link and signs in. */
async function opened(hash: string): Promise<OpenedPage> {
  const found = await openTestPage(browser, { origin: hub.origin, locale: 'zh-CN' });
  ({ page } = found);
  await page.goto(`/counter${hash}`);
  await signIn(page, await handsOf(hub), '9001');
  return found;
}

const time = () => page.locator('ph-time-slider output').textContent();
const hash = () => page.evaluate(() => decodeURIComponent(location.hash));

describe('a past day', () => {
  it('opens at the second and with the ticket that a link names, and is gone through by keyboard', async () => {
    const number = moment.calls[0]!.number;
    await opened(`#/day-again/${day}?at=10:42:07&ticket=${number}`);
    await eventually(time).toBe('10:42:07');
    await sees(page.locator('ph-story-card ol'), '取号');
    // The hall's own screen, fed with that moment.
    const screen = page.frameLocator('ph-fed-screen iframe');
    await sees(screen.locator('body'), number);

    const slider = page.getByRole('slider', { name: '时间' });
    await slider.focus();
    for (const [key, now] of [
      ['ArrowRight', '10:42:08'],
      ['Shift+ArrowRight', '10:43:08'],
      ['PageUp', '10:53:08'],
      ['Shift+ArrowLeft', '10:52:08'],
    ] as const) {
      await page.keyboard.press(key);
      await eventually(time).toBe(now);
    }
    await eventually(hash).toBe(`#/day-again/${day}?at=10:52:08&ticket=${number}`);

    await page.getByRole('button', { name: '后一次叫号' }).focus();
    await page.keyboard.press('Enter');
    await eventually(time).not.toBe('10:52:08');
    const called = (await time())!.slice(0, 5);
    const newest = page.locator('ph-past-lists section').first().locator('tbody tr').first();
    await sees(newest, called);
    const other = newest.getByRole('button');
    const itsNumber = (await other.textContent())!.trim();
    await other.focus();
    await page.keyboard.press('Enter');
    await sees(page.locator('ph-story-card .head'), itsNumber);
    await page.locator('ph-story-card ol button').first().click();
    await eventually(async () => (await time())!.slice(0, 5) <= called).toBe(true);

    await page.locator('ph-go-to li button').filter({ hasText: '开门' }).click();
    await eventually(time).toBe('08:30:00');
    await sees(page.locator('ph-past-lists'), '还没叫过号');
  });

  it('says so where there is no such day, and fits a phone', async () => {
    (await opened('#/day-again/2025-01-01')).tolerate(/404/);
    await sees(page, '2025-01-01 没有记录');
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 844 });
      await goTo(page, `#/day-again/${day}?at=11:00`);
      await eventually(time).toBe('11:00:00');
      await page.locator('ph-past-lists table').first().waitFor();
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wider, `${String(width)} px`).toBe(0);
    }
  });
});
