/** A manager asks what would have been with another counter, by pointer and by keyboard. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { at } from '../support/hall-hands.ts';
import { signIn } from './desk.ts';
import { sees } from './look.ts';
import { onStage } from './stage.ts';

const stage = onStage({ at: at('09:00') }, async ({ hands }) => {
  await hands.seat('1', '1001');
  for (let round = 0; round < 8; round += 1) {
    await hands.ticket({ service: 'payment' });
    await hands.ticket({ service: 'enquiry' });
    await hands.serve('1', 240);
  }
  for (let round = 0; round < 8; round += 1) await hands.serve('1', 240);
});

describe('what if', () => {
  it('runs the day again with the counters that are painted', async () => {
    const { hands, open } = stage();
    const { page } = await open('supervisor');
    await signIn(page, hands, '9001');
    await page.locator('ph-section-nav a[href="#/what-if"]').first().click();
    const grid = page.locator('ph-staffing-grid');
    await grid.waitFor();
    expect(await grid.locator('[aria-pressed=true][data-row="0"]').count()).toBeGreaterThan(1);

    // By pointer: counter 3 from its first half hour on; by keyboard: the next one.
    const first = grid.locator('[data-row="2"][data-slot="0"]');
    await first.click();
    expect(await first.getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    const second = grid.locator('[data-row="2"][data-slot="1"]');
    expect(await second.getAttribute('aria-pressed')).toBe('true');

    await page.locator('ph-what-if .lamp').click();
    const rows = page.locator('ph-comparison .table tbody tr');
    await rows.first().waitFor();
    await sees(rows.first(), /守住承诺/);
    const shares = await rows.first().locator('td').allTextContents();
    const [was = 0, asked = 0] = shares.map((text) => Number.parseFloat(text));
    expect(asked).toBeGreaterThan(was);

    // What was found goes along, and services are a question as well.
    const coming = page.waitForEvent('download');
    await page.locator('ph-what-if .files .plain').first().click();
    const file = await coming;
    expect(file.suggestedFilename()).toBe('paihao-2026-03-02-change.csv');
    const text = readFileSync(await file.path(), 'utf8');
    expect(text.startsWith('\uFEFF指标,当天的安排,这样排\r\n守住承诺,')).toBe(true);
    await page.locator('ph-what-if summary').first().click();
    const box = page.locator('ph-service-grid input').first();
    expect(await box.isChecked()).toBe(true);
    await box.focus();
    await page.keyboard.press('Space');
    expect(await box.isChecked()).toBe(false);
    const sent = page.waitForRequest((request) => request.url().endsWith('/api/what-if'));
    await page.locator('ph-what-if .lamp').click();
    const body = (await sent).postDataJSON() as { readonly counterServices?: object };
    expect(Object.keys(body.counterServices ?? {})).toEqual(['1']);
    await rows.first().waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    // What is wider than a phone scrolls within itself.
    for (const part of ['ph-staffing-grid', 'ph-service-grid', 'ph-comparison']) {
      const box = await page.locator(part).boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? 999), part).toBeLessThanOrEqual(390);
    }
  });

  it('finds the least staffing and puts it into the grid', async () => {
    const { hands, open } = stage();
    const { page } = await open('supervisor');
    await signIn(page, hands, '9001');
    await page.goto(`${page.url().split('#')[0] ?? ''}#/what-if/2026-03-02`);
    await page.locator('ph-what-if .ask .plain').click();
    await sees(page.locator('ph-what-if .result'), /个窗口小时/);
    await page.locator('ph-what-if .result .plain').first().click();
    expect(await page.locator('ph-staffing-grid [aria-pressed=true]').count()).toBeGreaterThan(0);
  });
});
