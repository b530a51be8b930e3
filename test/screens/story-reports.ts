/** The reports, told in a hall of their own that has three weeks behind it. */
import type { Page } from 'playwright-core';
import { addDays } from '#core/calendar/business-day.ts';
import { sampleHall } from '#server/hall-source.ts';
import { handsOf } from '../support/hall-hands.ts';
import { writePastDays } from '../support/past-days.ts';
import { runHub, type RunningHub } from '../support/running-hub.ts';
import { storyHall } from './story.ts';
import { tellQuality } from './story-quality.ts';
import { lookAt, openPair, passTime, signedIn, stands, type Studio } from './studio.ts';

export const reportDay = '2026-02-09';
const from = '2026-02-02';
const dayCount = 21;

/** A hall whose journal holds three weeks, drawn by chance and always alike; it is evening. */
export async function hubWithPast(days = dayCount): Promise<RunningHub> {
  const hub = await runHub({ at: '2026-02-01T18:40:00+08:00', hallFile: storyHall() });
  try {
    await hub.stop();
    await writePastDays(hub.dataDir, { ...sampleHall().config, training: true }, from, days);
    await hub.restart();
    return hub;
  } catch (error) {
    await hub.close();
    throw error;
  }
}

/** @param days at least eight: the day that is told of, and as much before it to compare with */
export async function tellReports(
  without: Omit<Studio, 'hub' | 'hands'>,
  days = dayCount,
): Promise<void> {
  const hub = await hubWithPast(days);
  try {
    const studio = { ...without, hub, hands: await handsOf(hub) };
    await tellIn(studio);
    await tellQuality(studio, addDays(from, days - 1));
  } finally {
    await hub.close();
  }
}

type At = (hash: string) => (page: Page) => Promise<void>;
const frameSteps = 200;

async function tellIn(studio: Studio): Promise<void> {
  const at = (hash: string) => async (page: Page) => {
    await signedIn(studio, '9001')(page);
    await stands(studio, page, 'ph-supervisor');
    await goTo(page, hash);
  };
  const tall = (height: number) => ({ width: 1440, height });
  const report = 'ph-report ph-report-figure svg';
  const day = await openPair(studio, 'supervisor', {
    size: tall(1900),
    prepare: at(`#/reports/day/${reportDay}`),
  });
  await day.look('reports-day', report);
  await day.each(async (page) => {
    await page.locator('ph-report-figure').first().getByRole('button').click();
    await page.locator('ph-report-groups').getByRole('button').nth(3).click();
  });
  await day.look('reports-tables', 'ph-report-figure table');
  await day.close();
  await lookAt(studio, 'supervisor', 'reports-month', report, {
    size: tall(2300),
    prepare: at('#/reports/month/2026-02'),
  });
  await lookAt(studio, 'supervisor', 'reports-phone', report, {
    size: { width: 390, height: 844 },
    prepare: at(`#/reports/day/${reportDay}`),
  });
  await lookAt(studio, 'supervisor', 'reports-figures', 'ph-figure-glossary dl', {
    prepare: at('#/reports/glossary'),
  });
  await lookAt(studio, 'supervisor', 'reports-empty', '.said h1', {
    prepare: at('#/reports/day/2025-01-01'),
    tolerate: [/404/],
  });
  await tellPastDay(studio, at);
}

/** The same busy day at a second of it, and with other staffing. */
async function tellPastDay(studio: Studio, at: At): Promise<void> {
  const moment = `#/day-again/${reportDay}?at=10:42:07&ticket=A012`;
  const again = async (page: Page): Promise<void> => {
    await at(moment)(page);
    // The frame's page has a clock of its own that stands still as well.
    const call = page.frameLocator('ph-fed-screen iframe').locator('.newest').first();
    for (let step = 0; step < frameSteps && !(await call.isVisible()); step += 1) {
      await passTime(studio, page, 250);
    }
  };
  const size = { width: 1440, height: 1700 };
  await lookAt(studio, 'supervisor', 'day-again', 'ph-past-lists table', { size, prepare: again });
  await lookAt(studio, 'supervisor', 'day-again-phone', 'ph-past-lists table', {
    size: { width: 390, height: 1400 },
    prepare: again,
  });
  const desk = await openPair(studio, 'supervisor', {
    size: { width: 1440, height: 1150 },
    prepare: at(`#/what-if/${reportDay}`),
  });
  await desk.each(async (page) => {
    await stands(studio, page, 'ph-staffing-grid');
    await page.locator('ph-what-if summary').first().click();
    // The sixth counter not in the morning.
    const sixth = page.locator('ph-staffing-grid [data-row="5"]');
    for (let slot = 1; slot < 6; slot += 1) await sixth.nth(slot).click();
  });
  await desk.look('what-if', 'ph-service-grid table');
  await desk.each(async (page) => {
    await page.locator('ph-what-if .lamp').click();
    await stands(studio, page, 'ph-comparison table');
    await page.locator('ph-what-if .result').evaluate((section) => {
      section.scrollIntoView({ block: 'end' });
    });
  });
  await desk.look('what-if-result', 'ph-comparison table');
  await desk.close();
}

export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}
