/** The settings by mouse and keyboard: two managers, a hall that runs, a plan, a way back. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SettingsView } from '#server/settings/answers.ts';
import { goTo } from '../screens/story-reports.ts';
import { launchBrowser } from '../support/browser.ts';
import { at, handsOf, type HallHands } from '../support/hall-hands.ts';
import { runHub, type RunningHub } from '../support/running-hub.ts';
import { openTestPage } from '../support/test-page.ts';
import { checkPage } from './axe.ts';
import { signIn } from './desk.ts';
import { eventually, sees } from './look.ts';

let browser: Browser;
let hub: RunningHub;
let hands: HallHands;

beforeAll(async () => {
  [browser, hub] = await Promise.all([launchBrowser(), runHub({ at: at('08:31') })]);
  hands = await handsOf(hub);
  await hands.seat('1', '1001');
  await hands.ticket({ service: 'payment' });
  return async () => {
    await Promise.all([browser.close(), hub.close()]);
  };
});

async function opened(hash: string, tolerate: RegExp[] = []): Promise<Page> {
  const { page } = await openTestPage(browser, {
    origin: hub.origin,
    width: 1280,
    height: 800,
    locale: 'en-GB',
    tolerate,
  });
  await page.goto(`/counter${hash}`);
  await signIn(page, hands, '9001');
  await page.locator('ph-settings .sheet main h1').waitFor();
  return page;
}

const bar = 'ph-settings .bar';
const present = async () => hub.get<SettingsView>('/api/settings', await hands.token('9001'));

async function save(page: Page, why: string): Promise<void> {
  await page.locator(`${bar} .lamp`).click();
  await page.locator('ph-save-settings #why').fill(why);
  await page.locator('ph-save-settings .lamp').click();
  await page.locator('ph-save-settings').waitFor({ state: 'detached' });
}

describe('the settings', () => {
  it('a change is checked while it is typed, outlives a reload, says when it takes effect, and is undone', async () => {
    const page = await opened('#/settings/services');
    await page.locator('ph-settings .title').first().click();
    const prefix = page.locator('#at-services-0-prefix');
    await prefix.fill('Q');
    await sees(page.locator(bar), '1 place needs mending');
    expect(await prefix.getAttribute('aria-invalid')).toBe('true');
    await page.locator(`${bar} .lamp`).click();
    expect(await page.locator('ph-save-settings').count()).toBe(0);

    await prefix.fill('K');
    await page.reload();
    await sees(page.locator(bar), '1 change');
    await page.locator(`${bar} .lamp`).click();
    const dialog = page.locator('ph-save-settings');
    await sees(dialog, 'Services Payments · Prefix of numbers');
    await sees(dialog, 'A → K');
    await sees(dialog, 'from the next number on');
    await dialog.locator('.lamp').click();
    await sees(dialog, 'Please write a sentence why.');
    await dialog.locator('#why').fill('A is for adverts');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await sees(page.locator(bar), 'Saved; it takes effect at once');
    expect((await hands.ticket({ service: 'payment' })).number).toBe('K001');

    await goTo(page, '#/settings/history');
    const newest = page.locator('ph-settings-history ol > li').first();
    await sees(newest, 'A is for adverts');
    await sees(newest, '王芳');
    await newest.getByRole('button', { name: 'Undo this change' }).click();
    await sees(page.locator(bar), '1 change');
    await save(page, 'back again');
    expect((await present()).settings.services[0]?.prefix).toBe('A');
  });

  it('[settings-in-use] a counter in use is planned away for the next day, and the plan is taken back', async () => {
    const page = await opened('#/settings/counters');
    await page
      .locator('ph-settings .item')
      .first()
      .getByRole('button', { name: 'Take out' })
      .press('Enter');
    // Keys go on where they were: at what took its place.
    await page.locator('ph-settings .item').first().locator('.mini:focus').waitFor();
    await page.locator(`${bar} .lamp`).press('Enter');
    const dialog = page.locator('ph-save-settings');
    await sees(dialog, 'Today stays as it is.');
    await page.keyboard.press('Escape');
    await page.locator(`${bar} .lamp:focus`).waitFor();
    await page.keyboard.press('Enter');
    await sees(dialog, '李敏 is at counter 1.');
    expect(await dialog.locator('input[type=radio]').first().isDisabled()).toBe(true);
    await dialog.locator('#why').fill('counter 1 is rebuilt');
    await dialog.locator('.lamp').click();
    const band = page.locator('ph-planned-band');
    await sees(band, 'counter 1 is rebuilt');
    expect((await present()).settings.counters[0]?.id).toBe('1');
    expect((await present()).planned?.settings.counters[0]?.id).toBe('2');
    await band.getByRole('button', { name: 'Take back' }).click();
    await band.waitFor({ state: 'detached' });
    expect((await present()).planned).toBeNull();
  });

  it('[newer-settings] two managers’ changes of the same are shown side by side', async () => {
    const page = await opened('#/settings/hall');
    const { settings, revision } = await present();
    await page.locator('#at-hall-hotline').fill('10086');
    const theirs = { ...settings, hall: { ...settings.hall, hotline: '10000' } };
    await hub.post(
      '/api/settings',
      { settings: theirs, base: revision, from: 'now', why: 'new contract' },
      await hands.token('9002'),
    );
    await page.locator(`${bar} .lamp`).click();
    const newer = page.locator('ph-newer-settings');
    await sees(newer, '刘建平');
    await sees(newer, 'new contract');
    await newer.getByRole('button', { name: /Mine/ }).click();
    await newer.locator('.lamp').click();
    await page.locator('ph-save-settings #why').fill('ours it is');
    await page.locator('ph-save-settings .lamp').click();
    await eventually(async () => (await present()).settings.hall.hotline).toBe('10086');
  });

  it('leaving with changes asks; the order of another discipline is seen before it is saved', async () => {
    const page = await opened('#/settings/discipline');
    const preview = page.locator('ph-order-preview table');
    await preview.first().waitFor();
    await page.getByRole('radio', { name: /^first come/ }).check();
    await page.getByRole('button', { name: 'An example' }).click();
    await sees(page.locator('ph-order-preview'), 'With your changes');
    const moved = preview.nth(1).locator('tr.other');
    await eventually(() => moved.count()).toBeGreaterThan(0);
    await page.locator('ph-section-nav a').nth(1).click();
    await sees(page.locator('ph-leave-guard'), 'There are changes that are not saved');
    await page.getByRole('button', { name: 'Stay here' }).click();
    expect(page.url()).toContain('#/settings/discipline');
    await page.getByRole('button', { name: 'Discard changes' }).click();
    await page.locator('ph-section-nav a').nth(1).click();
    await page.locator('ph-report').waitFor();
  });

  it('the whole draft is seen on a kiosk that can be touched, on paper and on the lobby screen', async () => {
    const page = await opened('#/settings/services');
    await page.locator('ph-settings .title').first().click();
    await page.locator('#at-services-0-name-en').fill('Bills');
    await page.locator(`${bar} a.plain`).click();
    const kiosk = page.frameLocator('ph-fed-screen iframe');
    await kiosk.getByRole('button', { name: 'English' }).click();
    await kiosk.getByRole('radio', { name: /VIP/ }).click();
    for (const key of '138000') await kiosk.getByRole('button', { name: key, exact: true }).click();
    await kiosk.getByRole('button', { name: 'Done' }).click();
    await kiosk.getByRole('button', { name: /Bills/ }).click();
    await kiosk.locator('ph-kiosk-ticket').getByText('Bills').first().waitFor();
    // The glass is not the manager's device: nothing of it is kept there.
    const kept = await page.evaluate(() => Object.keys(localStorage));
    expect(kept.filter((key) => /kiosk|language/.test(key))).toEqual([]);

    await page.getByRole('button', { name: 'Numbers have ended' }).click();
    await page.getByRole('link', { name: 'Ticket', exact: true }).last().click();
    await sees(page.locator('ph-draft-preview'), 'No numbers are given then');
    await page.getByRole('button', { name: 'Numbers are given' }).click();
    await sees(page.locator('ph-draft-preview ph-paper'), '缴费');
    await page.getByRole('link', { name: 'Lobby screen' }).click();
    await sees(kiosk.locator('body'), 'Bills');
    expect((await present()).settings.services[0]?.name.en).toBe('Payments');
    await page.getByRole('button', { name: 'Discard changes' }).press('Enter');
    await page.locator('ph-settings main h1:focus').waitFor();
  });

  it('[open-every-day] the calendar knows holidays, moves by keys, and a short day is named', async () => {
    const page = await opened('#/settings/hours/2026-10-10');
    const calendar = page.locator('ph-hall-calendar');
    await sees(calendar.locator('[data-day="2026-10-10"]'), 'work');
    await sees(calendar.locator('[data-day="2026-10-01"]'), 'off');
    await calendar.locator('[data-day="2026-10-10"]').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Add a day' }).click();
    await page.getByLabel('Hours Opens').fill('1000');
    await page.getByLabel('Hours Numbers until').fill('16:00');
    await page.keyboard.press('Tab');
    await sees(page.locator(bar), '1 place needs mending');
    await page.getByRole('button', { name: 'As in the week' }).click();
    await page.getByRole('button', { name: 'Month after' }).click();
    await sees(calendar, 'November 2026');

    // The whole year: a day is found and opened by keys, and focus stays on it.
    await calendar.getByRole('link', { name: 'Year', exact: true }).click();
    await sees(calendar, 'Special days of 2026');
    await calendar.locator('[tabindex="0"][data-day]').focus();
    for (const key of ['PageDown', 'Home', 'ArrowRight']) await page.keyboard.press(key);
    const day = await page.evaluate(() => {
      const focused = (root: Document | ShadowRoot): string | undefined =>
        root.activeElement?.shadowRoot == null
          ? (root.activeElement as HTMLElement | null)?.dataset['day']
          : focused(root.activeElement.shadowRoot);
      return focused(document);
    });
    expect(day).toMatch(/^2026-\d\d-\d\d$/);
    await page.keyboard.press('Enter');
    await calendar.locator(`[data-day="${String(day)}"][aria-current="date"]:focus`).waitFor();
  });

  it('a hall file goes out and comes in again; its mistakes have line and column', async () => {
    const page = await opened('#/settings/files');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download the hall file' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('tongtai.yaml');
    const text = await readFile(await download.path(), 'utf8');
    const file = (name: string, content: string) => ({
      name,
      mimeType: 'application/yaml',
      buffer: Buffer.from(content),
    });
    const input = page.locator('ph-hall-files input[type=file]');
    const told = page.locator('ph-hall-files [role=status]');
    await input.setInputFiles(file('same.yaml', text));
    await sees(told, 'The file says what holds already.');
    await input.setInputFiles(file('wrong.yaml', text.replace('prefix: B', 'prefix: 7')));
    await sees(told, /line \d+, column \d+/);
    await input.setInputFiles(file('other.yaml', text.replace('prefix: B', 'prefix: K')));
    await sees(page.locator(bar), '1 change');
    await page.getByRole('button', { name: 'Discard changes' }).click();
  });

  it('what no picture shows is without serious findings of axe, too', async () => {
    const page = await opened('#/settings/hall');
    const found = [...(await checkPage(page, 'hall')).found];
    await goTo(page, '#/settings/policy');
    await page.locator('ph-settings nav [href="#/settings/policy"][aria-current]').waitFor();
    found.push(...(await checkPage(page, 'policy')).found);
    await page.setViewportSize({ width: 390, height: 844 });
    for (const part of ['hours/2026-10-01', 'files']) {
      await goTo(page, `#/settings/${part}`);
      await page.locator('ph-hall-calendar, ph-hall-files').waitFor();
      found.push(...(await checkPage(page, part)).found);
    }
    expect(found).toEqual([]);
  });
});
