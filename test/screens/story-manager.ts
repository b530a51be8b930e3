/** The story's part of the manager's desk: waits as they were told, and the settings. */
import type { Page } from 'playwright-core';
import { tellPeople } from './story-people.ts';
import { tellSettings } from './story-settings.ts';
import { openPair, signedIn, stands, type Studio } from './studio.ts';

export async function tellManager(studio: Studio): Promise<void> {
  const desk = await openPair(studio, 'supervisor', { prepare: signedIn(studio, '9001') });
  await desk.each((page) => stands(studio, page, 'ph-supervisor'));
  await desk.each(goTo('#/estimates'));
  await desk.look('estimates', 'ph-estimates ph-coverage-chart');
  await tellSettings(studio, desk);
  await tellPeople(studio, desk);
  await desk.close();
}

function goTo(hash: string): (page: Page) => Promise<void> {
  return async (page) => {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
  };
}
