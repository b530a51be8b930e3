/** The live board: what would help, seen alerts, undo, keys, addresses and the wall. */
import { expect, it } from 'vitest';
import { signIn } from './desk.ts';
import { eventually, sees } from './look.ts';
import { onStage } from './stage.ts';

const stage = onStage({ at: '2026-03-02T08:20:00+08:00' }, async ({ hands }) => {
  await hands.until('08:31');
  for (const counter of ['1', '4']) await hands.seat(counter, `100${counter}`);
  for (let each = 0; each < 10; each += 1) await hands.ticket({ service: 'broadband' });
  await hands.call('4');
  await hands.at('4', 'start');
});

it('[disperse-the-crowd] says who will be late and what would help; one touch, and undo by key', async () => {
  const { open, hands } = stage();
  const { page } = await open('supervisor', { language: 'en' });
  await signIn(page, hands, '9001');
  await sees(page, /more people will wait past the promise/);
  const lend = page.locator('ph-outlook .helps li', { hasText: 'Let counter 1 take' }).first();
  await lend.getByRole('button').click();
  await sees(page.locator('ph-undo-bar'), /Let counter 1 take/);
  await page.keyboard.press('u');
  await sees(page.locator('ph-undo-bar, ph-supervisor'), /Undone: Let counter 1/);

  const first = page.locator('ph-alerts li').first();
  const title = (await first.locator('h3').textContent()) ?? '';
  await first.getByRole('button', { name: /^Seen/ }).click();
  await sees(page.locator('ph-alerts li.seen'), /Seen by 王芳/);
  expect(title).not.toBe('');

  await page.keyboard.press('?');
  await page.locator('ph-palette input').fill('4');
  await page.keyboard.press('Enter');
  await eventually(() => page.evaluate(() => location.hash)).toBe('#/board/counter/4');
  await sees(page.locator('ph-counter-sheet'), 'Today it also takes');
  await page.keyboard.press('Escape');
  await eventually(() => page.evaluate(() => location.hash)).toBe('#/board');

  await page.keyboard.press('w');
  await sees(page.locator('ph-wall'), 'Broadband');
  expect(await page.locator('ph-wall button, ph-wall a').count()).toBe(0);
});
