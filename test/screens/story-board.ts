/** The story's part of the live board: help cards, the overview of keys and acts, the wall. */
import type { Page } from 'playwright-core';
import { lookAt, openPair, signedIn, stands, type Studio } from './studio.ts';

const wallSize = { width: 1920, height: 1080 };

/** More come than the counters can serve in time; told in a busy morning. */
export async function tellBoard(studio: Studio): Promise<void> {
  const prepare = signedIn(studio, '9001');
  const desk = await openPair(studio, 'supervisor', { prepare });
  await desk.each((page) => stands(studio, page, 'ph-outlook .helps li'));
  await desk.each((page) => page.keyboard.press('?'));
  await desk.look('palette', 'ph-palette [role=option]');
  await desk.each((page) => page.keyboard.press('Escape'));
  await desk.close();
  await lookAt(studio, 'supervisor', 'help-phone', 'ph-outlook .helps li', {
    size: { width: 390, height: 844 },
    prepare,
  });
  const wall = { prepare: onTheWall(studio) };
  await lookAt(studio, 'supervisor', 'wall', 'ph-wall header', { ...wall, size: wallSize });
  await lookAt(studio, 'supervisor', 'wall-upright', 'ph-wall header', {
    ...wall,
    size: { width: wallSize.height, height: wallSize.width },
    languages: ['zh'],
  });
}

function onTheWall(studio: Studio): (page: Page) => Promise<void> {
  const signIn = signedIn(studio, '9001');
  return async (page) => {
    await signIn(page);
    await stands(studio, page, 'ph-supervisor');
    await page.evaluate(() => {
      location.hash = '#/board/wall';
    });
  };
}
