/** Quality sheets and records of staff: by a supervisor, by a clerk, by keyboard, on a phone and on paper. */
import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { QualityMonth } from '#protocol/quality.ts';
import { hubWithPast } from '../screens/story-reports.ts';
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
  [browser, hub] = await Promise.all([launchBrowser(), hubWithPast(2)]);
  hands = await handsOf(hub);
  return async () => {
    await Promise.all([browser.close(), hub.close()]);
  };
});

async function opened(badge: string, hash: string, width = 1366): Promise<Page> {
  const { page } = await openTestPage(browser, {
    origin: hub.origin,
    width,
    height: 844,
    locale: 'en-GB',
  });
  await page.goto(`/counter${hash}`);
  await signIn(page, hands, badge);
  return page;
}

const sheet = 'ph-quality-sheet';

describe('quality and records', () => {
  it('[quality-score] a supervisor reads the sheets, sees the evidence, notes an inspection', async () => {
    // Signing in is an event as well: the page is asked last.
    const token = await hands.token('9001');
    const page = await opened('9001', '#/quality/2026-02');
    await page.locator(`${sheet} .score`).waitFor();
    const month = await hub.get<QualityMonth>('/api/quality/2026-02', token);
    const [ofHall] = month.sheets;
    if (ofHall === undefined) throw new Error('no sheet of the hall');
    await sees(page.locator(`${sheet} .score b`), String(ofHall.score));
    await sees(page.locator(`${sheet} footer`), month.range.headHash);
    expect(await page.locator(`${sheet} ol > li`).count()).toBe(ofHall.lines.length);

    await page.getByRole('button', { name: 'Add an inspection note' }).last().click();
    await page.getByLabel('Your words').fill('The line was calm all morning.');
    await page.getByRole('button', { name: 'Write it down' }).click();
    await sees(page.locator(sheet), 'The line was calm all morning.');
    const after = await hub.get<QualityMonth>('/api/quality/2026-02', token);
    expect(after.sheets[0]?.score).toBe(ofHall.score);
    expect(after.sheets[0]?.remarks).toHaveLength(1);

    await page.locator(`${sheet} ol a`).first().click();
    await eventually(() => page.evaluate(() => location.hash)).toContain('#/day-again/2026-02-0');
  });

  it('[first-asked] writes down by keyboard, passes on, answers', async () => {
    const page = await opened('9001', '#/quality/open');
    await page.getByRole('heading', { name: 'Nobody is owed an answer' }).waitFor();
    await page.getByRole('button', { name: 'Add one' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('What about').fill('Which of the two bills is right?');
    await page.getByRole('button', { name: 'Write it down' }).focus();
    await page.keyboard.press('Enter');
    await sees(page.locator('ph-open-answers'), 'Which of the two bills is right?');
    await page.getByRole('button', { name: 'Pass on' }).click();
    await page.getByLabel('Colleague', { exact: true }).selectOption('1001');
    await page.getByRole('button', { name: 'Pass it on', exact: true }).click();
    await sees(page.locator('ph-open-answers li'), '李敏');
    await page.getByRole('button', { name: /^Answered/ }).click();
    await page.getByLabel('How it was answered').fill('Called: the second one.');
    await page.getByRole('button', { name: 'Mark as answered' }).click();
    await page.getByRole('heading', { name: 'Nobody is owed an answer' }).waitFor();
    await sees(page.locator('ph-open-answers'), 'Called: the second one.');
  });

  it('[pre-shift-meeting] is recorded at the desk and signed by a clerk on a phone, who reads only their own sheet', async () => {
    const page = await opened('9001', '#/quality/meeting');
    await page.getByLabel('李敏').check();
    await page.getByLabel('Point 1').fill('New tariffs from today');
    await page.getByRole('button', { name: 'Write it down' }).click();
    await sees(page.locator('ph-meetings article'), 'New tariffs from today');

    const phone = await opened('1001', '#/quality/meeting', 390);
    await phone.getByRole('button', { name: 'I was there: sign' }).click();
    // Who has signed in today is ticked from the start.
    await sees(phone.locator('ph-meetings article'), /Signed by 1 of \d/);
    await phone.getByRole('link', { name: 'Score sheets' }).click();
    await sees(phone.locator('ph-quality-sheet h2').first(), '李敏 1001');
    expect(await phone.locator('ph-quality-sheets nav').count()).toBe(0);
    expect(
      await phone.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
    ).toBe(true);
    const token = await hands.token('1001');
    const asked = await hub.ask('GET', '/api/quality/2026-02?badge=1002', undefined, token);
    expect(asked.status).toBe(403);
    await phone.getByRole('button', { name: 'Back to the counter' }).click();
    await phone.locator('ph-floor').waitFor();
  });

  it('[handover-record] the list of some days is found by counter, and prints without the desk', async () => {
    const page = await opened('9001', '#/quality/handovers/2026-02-02/2026-02-03');
    await page.locator('ph-handover-records ul, ph-handover-records .said').first().waitFor();
    await page.getByLabel('Find a counter or a clerk').fill('nobody at all');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'No handover record in these days' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('ph-section-nav').isVisible()).toBe(false);
  });
});
