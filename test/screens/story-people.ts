/** The story's part of the settings: people, devices, notices, what customers would see, the year. */
import type { Page } from 'playwright-core';
import { goTo } from './story-reports.ts';
import { passTime, stands, type Pair, type Studio } from './studio.ts';

const list =
  '手机号,类别,备注\n13900001111,贵宾,老客户\n13900002222,钻石,\n13900001111,贵宾,\n,贵宾,\n';
const typedMs = 500;
const fixedTime = '2026-03-02T01:40:00.000Z';

export async function tellPeople(studio: Studio, desk: Pair): Promise<void> {
  // Codes are drawn by lot, and what is seen is seen by the machine's own clock.
  await desk.each(async (page) => {
    await steady(page, '**/api/devices', { code: '407218', lastSeenAt: fixedTime });
    await steady(page, '**/api/customers/imports/*', { expiresAt: fixedTime });
    await steady(page, '**/api/sessions', { beganAt: fixedTime, seenAt: fixedTime });
  });
  await bringList(studio);
  await desk.each((page) => goTo(page, '#/settings/customers'));
  await desk.each(async (page) => {
    await stands(studio, page, 'ph-import-report table');
    await page.locator('ph-import-report').evaluate((report) => {
      report.scrollIntoView({ block: 'start' });
    });
  });
  await desk.look('settings-customers', 'ph-import-report table');

  await desk.each((page) => goTo(page, '#/settings/staff'));
  await desk.each(async (page) => {
    await stands(studio, page, 'ph-settings .title');
    await page.locator('ph-settings .title').nth(1).click();
  });
  await desk.look('settings-staff', 'ph-staff-secrets .button');

  await desk.each((page) => goTo(page, '#/settings/devices'));
  await desk.look('settings-devices', 'ph-devices-part .rows li');

  await desk.each((page) => goTo(page, '#/settings/notices'));
  await desk.each(async (page) => {
    await stands(studio, page, 'ph-timed-notices .acts .button');
    await page.locator('ph-timed-notices .acts .button').first().click();
    await page.locator('ph-notice-form #zh').fill('系统维修，请勿排队！');
    await page.locator('ph-notice-form #en').fill('The ticket printer is being repaired.');
    await passTime(studio, page, typedMs);
  });
  await desk.look('settings-notice', 'ph-notice-form ph-courteous-note button');
  await desk.each((page) => page.keyboard.press('Escape'));

  await desk.each((page) => goTo(page, '#/settings/hours/2026'));
  await desk.each(async (page) => {
    await stands(studio, page, 'ph-hall-calendar table.small');
    await page.locator('ph-hall-calendar').evaluate((calendar) => {
      calendar.scrollIntoView({ block: 'start' });
    });
  });
  await desk.look('settings-year', 'ph-hall-calendar table.small');

  await desk.each((page) => goTo(page, '#/settings/preview'));
  await desk.each(async (page) => {
    await stands(studio, page, 'ph-draft-preview ph-fed-screen');
    const kiosk = page.frameLocator('ph-fed-screen iframe');
    await kiosk.locator('ph-service-tile').first().waitFor();
    await passTime(studio, page, typedMs);
  });
  await desk.look('settings-preview', 'ph-draft-preview ph-fed-screen');

  await desk.each(async (page) => {
    await page.locator('ph-desk-head .person .name').click();
    await page
      .locator('ph-desk-head .menu .item')
      .filter({ has: page.locator('small') })
      .nth(2)
      .click();
  });
  await desk.look('own-sign-in', 'ph-own-sign-in li');
  await desk.each((page) => page.keyboard.press('Escape'));
}

/** A file with one good row; both pages see what came of it. */
async function bringList({ hub, hands }: Studio): Promise<void> {
  await fetch(`${hub.origin}/api/customers/imports`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await hands.token('9001')}`, 'content-type': 'text/csv' },
    body: list,
  });
}

/** What the hub tells, with some of its fields as on every other day. */
async function steady(
  page: Page,
  address: string,
  fixed: Readonly<Record<string, string>>,
): Promise<void> {
  await page.route(address, async (route) => {
    if (route.request().method() !== 'GET') return route.continue();
    const response = await route.fetch();
    const text = await response.text();
    const body = Object.entries(fixed).reduce(
      (told, [field, value]) =>
        told.replace(new RegExp(`"${field}":"[^"]*"`, 'g'), `"${field}":${JSON.stringify(value)}`),
      text,
    );
    return route.fulfill({ response, body });
  });
}
