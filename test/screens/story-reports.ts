/** The reports, told in a hall of their own that has three weeks behind it. */
import type { Page } from 'playwright-core';
import { addDays } from '#core/calendar/business-day.ts';
import { sampleHall } from '#server/hall-source.ts';
import { handsOf } from '../support/hall-hands.ts';
import { writePastDays } from '../support/past-days.ts';
import { runHub, type RunningHub } from '../support/running-hub.ts';
import { storyHall } from './story.ts';
import { tellQuality } from './story-quality.ts';
import { lookAt, openPair, signedIn, stands, type Studio } from './studio.ts';

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

export async function tellReports(without: Omit<Studio, 'hub' | 'hands'>): Promise<void> {
  const hub = await hubWithPast();
  try {
    const studio = { ...without, hub, hands: await handsOf(hub) };
    await tellIn(studio);
    await tellQuality(studio, addDays(from, dayCount - 1));
  } finally {
    await hub.close();
  }
}

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
}

export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}
