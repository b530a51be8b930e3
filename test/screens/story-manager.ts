/** The story's part of the manager's desk: how good the waits were that the told day was told. */
import type { Page } from 'playwright-core';
import { openPair, signedIn, stands, type Studio } from './studio.ts';

export async function tellManager(studio: Studio): Promise<void> {
  const desk = await openPair(studio, 'supervisor', { prepare: signedIn(studio, '9001') });
  await desk.each((page) => stands(studio, page, 'ph-supervisor'));
  await desk.each(goTo('#/estimates'));
  await desk.look('estimates', 'ph-estimates ph-coverage-chart');
  await desk.close();
}

function goTo(hash: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
  };
}
