/** The hub is away: the kiosk goes on with numbers of its own, and hands them in afterwards. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { at } from '../support/hall-hands.ts';
import { signIn } from './desk.ts';
import { eventually, hubIsAway, sees, seesNoMore } from './look.ts';
import { onStage } from './stage.ts';

const stage = onStage({ at: at('09:00') }, async ({ hands }) => {
  await hands.seat('1', '1001');
});

/** Held back like a kiosk that has been standing there: it keeps its page. */
async function isKept(page: Page): Promise<boolean> {
  return page.evaluate(async () => (await caches.match('/kiosk')) !== undefined);
}

async function takes(page: Page, service: string): Promise<string> {
  await page.getByRole('button', { name: service }).click();
  const number = await page.locator('ph-kiosk-offline .num').innerText();
  await sees(page, /这个号有效/);
  return number;
}

describe('a kiosk whose hub is away', () => {
  it('[leased-number] gives numbers, keeps them over a reload, and hands each in once, in order', async () => {
    const { hub, hands, open } = stage();
    const kiosk = await open('kiosk', { keepsPage: true });
    const { page, tolerate } = kiosk;
    await sees(page, '缴费');
    const lease = () =>
      page.evaluate(() => Object.keys(localStorage).some((key) => key.includes('kiosk.numbers')));
    await eventually(lease).toBe(true);
    await eventually(() => isKept(page)).toBe(true);
    const lobby = await open('lobby');
    const before = await hands.ticket({ service: 'payment' });

    for (const each of [kiosk, lobby]) each.tolerate(...hubIsAway);
    tolerate(/service worker|Failed to fetch/i);
    await hub.kill();
    await sees(page, '照常取号，号都有效');
    await sees(page, /09:0\d 起网络不通/);
    const first = await takes(page, '缴费');
    expect(first).toBe('A801');
    await page.getByRole('button', { name: '好的' }).click();

    await page.reload();
    await sees(page, '照常取号，号都有效');
    await sees(page, /09:0\d 起网络不通/);
    const second = await takes(page, '缴费');
    expect(second).toBe('A802');

    await page.getByRole('button', { name: '好的' }).click();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Enquir' }).click();
    const third = await page.locator('ph-kiosk-offline .num').innerText();
    await sees(page, /This number is good/);
    await page.getByRole('button', { name: 'Done' }).click();
    await hub.restart();
    await seesNoMore(page, /起网络不通/);
    const waiting = async () => (await hands.lobby()).waitingCount;
    await eventually(waiting).toBe(4);
    const supervisor = await open('supervisor');
    await signIn(supervisor.page, hands, '9001');
    await sees(supervisor.page, /断网时取的 3 个号，已补登/);

    // Handed in once, and called in the order in which they were given.
    const called: string[] = [];
    for (let each = 0; each < 4; each += 1) {
      const number = (await hands.call('1')) ?? '';
      called.push(number);
      await sees(lobby.page, number);
      await hands.at('1', 'start');
      await hands.at('1', 'finish');
    }
    expect(called).toEqual([before.number, first, second, third]);
    expect(await waiting()).toBe(0);

    // And with the hub, numbers go on where they were.
    await page.getByRole('button', { name: '缴费' }).click();
    await page.locator('ph-kiosk-ticket').waitFor();
    expect(await page.locator('ph-slip .num').innerText()).toBe('A002');
  });
});
