/** The reports by mouse, by keyboard and on a phone, in a hall that has some days behind it. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DayReport } from '#protocol/report.ts';
import { goTo, hubWithPast } from '../screens/story-reports.ts';
import { launchBrowser } from '../support/browser.ts';
import { handsOf, type HallHands } from '../support/hall-hands.ts';
import type { RunningHub } from '../support/running-hub.ts';
import { openTestPage } from '../support/test-page.ts';
import { signIn } from './desk.ts';
import { eventually, sees } from './look.ts';

let browser: Browser;
let hub: RunningHub;
let hands: HallHands;

beforeAll(async () => {
  [browser, hub] = await Promise.all([launchBrowser(), hubWithPast(3)]);
  hands = await handsOf(hub);
  return async () => {
    await Promise.all([browser.close(), hub.close()]);
  };
});

interface Wish {
  readonly hash: string;
  readonly width?: number;
  readonly height?: number;
  readonly locale?: string;
}

/** A supervisor who followed a link and signs in. */
async function opened({ hash, ...look }: Wish): Promise<Page> {
  const { page } = await openTestPage(browser, {
    origin: hub.origin,
    width: 1366,
    height: 768,
    locale: 'en-GB',
    ...look,
  });
  await page.goto(`/counter${hash}`);
  await signIn(page, hands, '9001');
  return page;
}

const day = '#/reports/day/2026-02-03';
const figure = 'ph-report ph-report-figure svg[role=img]';

describe('the reports', () => {
  it('[honest-statistics] a link opens the day that it names, with the figures of the door', async () => {
    const page = await opened({ hash: day });
    await page.locator(figure).first().waitFor();
    const token = await hands.token('9001');
    const report = await hub.get<DayReport>('/api/reports/day/2026-02-03', token);
    const shown = page.locator('ph-report dl dd');
    expect(await shown.first().textContent()).toBe(String(report.totals.issued));
    expect(report.totals.issued).toBeGreaterThan(300);
    await sees(page.locator('ph-report footer'), report.range.headHash);
    await expect.poll(() => page.title()).toContain('Reports');
    // A week before there was no hall yet: nothing to compare with.
    expect(await page.locator('ph-report .change').count()).toBe(0);
    await goTo(page, '#/reports/range/2026-02-03/2026-02-03');
    await sees(page.locator('ph-report'), /the change from Monday,? 2 February 2026/);
    const before = await hub.get<DayReport>('/api/reports/day/2026-02-02', token);
    const more = report.totals.issued - before.totals.issued;
    const said = `${more > 0 ? '+' : '−'}${String(Math.abs(more))}`;
    expect(await page.locator('ph-report dl .change').first().textContent()).toBe(said);
  });

  it('by keyboard: another day, the table behind a chart, what a figure means', async () => {
    const page = await opened({ hash: day });
    await page.locator(figure).first().waitFor();
    await page.getByRole('link', { name: 'Later' }).focus();
    await page.keyboard.press('Enter');
    await eventually(() => page.evaluate(() => location.hash)).toBe('#/reports/day/2026-02-04');
    await sees(page, /Wednesday,? 4 February 2026/);
    const first = page.locator('ph-report-figure').first();
    await first.getByRole('button', { name: 'Show table' }).focus();
    await page.keyboard.press('Enter');
    await first.getByRole('table').waitFor();
    await first.getByRole('button', { name: 'Show chart' }).waitFor();
    await page.locator('ph-figure-name button').first().focus();
    await sees(page, 'Tickets issued, one for each customer');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('ph-figure-name .shown').count()).toBe(0);
  });

  it('by mouse: a month, another grouping, the file, and the way back', async () => {
    const page = await opened({ hash: day });
    await page.getByRole('link', { name: 'Month', exact: true }).click();
    await page.locator('ph-report-figure').nth(3).locator('svg[role=img]').waitFor();
    await sees(page, 'February 2026');
    await page.getByRole('button', { name: 'By clerk' }).click();
    await sees(page.locator('ph-report-groups'), '李敏 1001');
    await page.getByRole('button', { name: 'Export' }).click();
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'CSV, by day' }).click();
    const file = await coming;
    expect(file.suggestedFilename()).toBe('paihao-2026-02-01_2026-02-28-days.csv');
    const text = readFileSync(await file.path(), 'utf8');
    expect(text.startsWith('\uFEFFDate,Arrivals,')).toBe(true);
    expect(text.trim().split('\r\n')).toHaveLength(1 + 4 + 1);
    await page.goBack();
    await sees(page, /Tuesday,? 3 February 2026/);
  });

  it('a day without a record says so and shows the way on', async () => {
    const { page, tolerate } = await openTestPage(browser, {
      origin: hub.origin,
      locale: 'zh-CN',
    });
    tolerate(/404/);
    await page.goto('/counter#/reports/day/2025-01-01');
    await signIn(page, hands, '9001');
    await sees(page, '这几天没有记录');
    await page.locator('ph-reports .said a').click();
    await eventually(() => page.evaluate(() => location.hash)).toBe('#/reports/day/2026-02-04');
  });

  it('on paper: white, without the shell, with lines to sign on', async () => {
    const page = await opened({ hash: day });
    await page.locator(figure).first().waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('ph-section-nav').isVisible()).toBe(false);
    expect(await page.locator('ph-report .sign').isVisible()).toBe(true);
    expect(await page.locator('ph-report-figure svg[role=img]').first().getAttribute('width')).toBe(
      '680',
    );
    const theme = await page.evaluate(() => document.documentElement.dataset['theme']);
    expect(theme).toBe('light');
  });

  it('fits a phone: nothing runs beyond its width but what scrolls within itself', async () => {
    const page = await opened({ hash: day, width: 390, height: 844 });
    for (const hash of [day, '#/reports/month/2026-02', '#/reports/glossary']) {
      await goTo(page, hash);
      const sign = hash.endsWith('glossary') ? 'ph-figure-glossary dl' : figure;
      await page.locator(sign).first().waitFor();
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wider, `${hash} fits the window`).toBe(0);
    }
  });
});
