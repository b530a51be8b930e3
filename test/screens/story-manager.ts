/** The story's part of the manager's desk: the day that was told is looked at again. */
import type { Page } from 'playwright-core';
import { testDay } from '../support/hall-hands.ts';
import { openPair, passTime, signedIn, stands, type Studio } from './studio.ts';

const frameSteps = 200;

export async function tellManager(studio: Studio): Promise<void> {
  const desk = await openPair(studio, 'supervisor', { prepare: signedIn(studio, '9001') });
  await desk.each((page) => stands(studio, page, 'ph-supervisor'));
  await desk.each(goTo(`#/day-again/${testDay}?at=08:40`));
  await desk.each(async (page) => {
    await stands(studio, page, 'ph-past-screen');
    // The frame's page has a clock of its own that stands still as well.
    const call = page.frameLocator('ph-past-screen iframe').locator('.newest').first();
    for (let step = 0; step < frameSteps && !(await call.isVisible()); step += 1) {
      await passTime(studio, page, 250);
    }
    await page.locator('ph-story-card input').fill('A001');
    await page.locator('ph-story-card button[type=submit]').click();
    await stands(studio, page, 'ph-story-card ol');
    await page.locator('ph-day-again').evaluate((section) => {
      section.scrollTop = 0;
    });
  });
  await desk.look('day-again', 'ph-story-card ol');

  await desk.each(goTo('#/estimates'));
  await desk.look('estimates', 'ph-estimates ph-coverage-chart');

  await desk.each(goTo(`#/what-if/${testDay}`));
  await desk.each(async (page) => {
    await stands(studio, page, 'ph-staffing-grid');
    // The sixth counter for the whole morning.
    const sixth = page.locator('ph-staffing-grid [data-row="5"]');
    for (let slot = 0; slot < 4; slot += 1) {
      const cell = sixth.nth(slot);
      if ((await cell.getAttribute('aria-pressed')) === 'false') await cell.click();
    }
  });
  await desk.look('what-if', 'ph-staffing-grid');
  await desk.each((page) => page.locator('ph-what-if .lamp').click());
  await desk.each(async (page) => {
    await stands(studio, page, 'ph-comparison table');
    await page.locator('ph-what-if .result').evaluate((section) => {
      section.scrollIntoView({ block: 'end' });
    });
  });
  await desk.look('what-if-result', 'ph-comparison table');
  await desk.close();
}

function goTo(hash: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
  };
}
