/** A manager plans and publishes by mouse and keyboard; two clerks swap; somebody is late. */
import { describe, expect, it } from 'vitest';
import { at } from '../support/hall-hands.ts';
import { signIn } from './desk.ts';
import { sees } from './look.ts';
import { onStage } from './stage.ts';

const stage = onStage({ at: at('08:15') });

describe('the roster', () => {
  it('[swap-limits] [ten-minutes-early] is planned, published, swapped and held against', async () => {
    const { hands, open, hub } = stage();
    const { page } = await open('supervisor');
    await signIn(page, hands, '9001');
    await page.locator('ph-section-nav a[href="#/roster"]').first().click();
    await sees(page.locator('ph-roster-page .teach'), /还没有排班/);
    const grid = page.locator('ph-roster-grid');
    const cell = (row: number, column: number) =>
      grid.locator(`[data-row="${String(row)}"][data-column="${String(column)}"]`);

    // By mouse: an early shift for the first clerk today; by keys: a late one for the next on Wednesday.
    await cell(0, 0).click();
    await sees(cell(0, 0), /早班/);
    await cell(1, 1).click();
    await page.keyboard.press('0');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('2');
    await sees(cell(1, 2), /晚班/);
    await cell(0, 1).click();
    await sees(cell(0, 1), /早班/);
    await page.locator('ph-roster-page .publish').click();
    const dialog = page.locator('ph-roster-page ph-dialog[open]');
    await sees(dialog, /休息 → 晚班 13:30–18:30/);
    await dialog.locator('.lamp').click();
    await sees(page.locator('ph-roster-page .publish'), /没有要发布的改动/);

    // The clerk asks for a swap at the own sheet; the colleague agrees; the manager approves.
    const own = await open('supervisor');
    await signIn(own.page, hands, '1001');
    await own.page.locator('ph-desk-head .name').first().click();
    await own.page.locator('ph-desk-head .menu .item').first().click();
    const sheet = own.page.locator('ph-my-shifts');
    await sheet.locator('.days .button').first().click();
    await sheet.locator('textarea').fill('家长会');
    await sheet.locator('form .lamp').click();
    await sees(sheet, /已发给周倩/);
    await own.page.keyboard.press('Escape');
    const view = await hub.get<{ readonly swaps: readonly { readonly swap: string }[] }>(
      '/api/roster/mine?days=28',
      await hands.token('1002'),
    );
    const swap = view.swaps[0]?.swap ?? '';
    await hub.post(`/api/roster/swaps/${swap}/agree`, {}, await hands.token('1002'));
    await page.reload();
    const side = page.locator('ph-roster-side');
    await side.locator('.acts .button').first().click();
    await sees(cell(1, 0), /早班/);
    await sees(cell(0, 2), /晚班/);

    // A second swap onto the shift that came by one breaks a limit: a supervisor lets it pass there.
    await own.page.locator('ph-desk-head .name').first().click();
    await own.page.locator('ph-desk-head .menu .item').first().click();
    await sheet.locator('.days .button').first().click();
    await sheet.locator('textarea').fill('再换一次');
    await sheet.locator('form .lamp').click();
    await sheet.locator('ph-refusal .ways button').first().click();
    const pass = own.page.locator('ph-pass-dialog');
    await pass.locator('#reason').fill('两人都愿意');
    await pass.locator('#badge').fill('9001');
    await pass.locator('#pin').fill(hands.pin('9001'));
    await pass.locator('.lamp').click();
    await sees(sheet.locator('.said'), /主管已放行/);

    // On a phone the same page holds: nothing runs beyond its width but the grid itself.
    await page.setViewportSize({ width: 390, height: 844 });
    const wide = await page.locator('ph-roster-page main').evaluate((main) => main.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('ph-roster-side').isVisible()).toBe(false);
  });
});
