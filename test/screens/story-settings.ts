/** The story's part of the settings: each kind of part, a draft, its saving, and what was changed. */
import { goTo } from './story-reports.ts';
import { passTime, stands, type Pair, type Studio } from './studio.ts';

const typedMs = 500;
const sheet = 'ph-settings main';

export async function tellSettings(studio: Studio, desk: Pair): Promise<void> {
  await desk.each((page) => goTo(page, '#/settings/services'));
  await desk.each(async (page) => {
    await stands(studio, page, `${sheet} .title`);
    await page.locator('ph-settings .title').first().click();
  });
  await desk.look('settings-services', `${sheet} .fields`);

  await desk.each((page) => goTo(page, '#/settings/hours/2026-10-01'));
  await desk.each(async (page) => {
    await stands(studio, page, 'ph-hall-calendar table');
    await page.locator('ph-hall-calendar').evaluate((calendar) => {
      calendar.scrollIntoView({ block: 'center' });
    });
  });
  await desk.look('settings-hours', 'ph-hall-calendar table');

  await desk.each((page) => goTo(page, '#/settings/discipline'));
  await desk.each(async (page) => {
    await stands(studio, page, 'ph-order-preview table');
    await page.locator('ph-settings .kind').nth(1).click();
    await page.locator('ph-order-preview .choice').last().click();
    await passTime(studio, page, typedMs);
    await stands(studio, page, 'ph-order-preview tr.other');
    await page.locator('ph-order-preview').evaluate((preview) => {
      preview.scrollIntoView({ block: 'end' });
    });
  });
  await desk.look('settings-discipline', 'ph-order-preview tr.other');

  // One of the counters is in use: it can only go tomorrow.
  await desk.each((page) => goTo(page, '#/settings/counters'));
  await desk.each(async (page) => {
    await stands(studio, page, `${sheet} .item`);
    await page.locator('ph-settings .item').first().locator('.mini').last().click();
    await passTime(studio, page, typedMs);
    await page.locator('ph-settings .bar .lamp').click();
    await stands(studio, page, 'ph-save-settings .changes');
  });
  await desk.look('settings-save', 'ph-save-settings .changes');
  await desk.each(async (page) => {
    await page.keyboard.press('Escape');
    await page.locator('ph-settings .bar button.plain').click();
  });

  await desk.each((page) => goTo(page, '#/settings/history'));
  await desk.look('settings-history', 'ph-settings-history li');
}
