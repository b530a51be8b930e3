/** A code scanner that types, at the real kiosk: codes of customers and of tickets. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { at } from '../support/hall-hands.ts';
import { sees, seesNoMore } from './look.ts';
import { onStage } from './stage.ts';

/** On the sample hall's list of customers. */
const listedCustomer = '10000000001';

const stage = onStage({ at: at('09:30') });

/** As the device does it: the next key does not wait for what the page makes of the last one. */
async function scan({ keyboard }: Page, code: string): Promise<void> {
  await Promise.all([...Array.from(code), 'Enter'].map((key) => keyboard.press(key)));
}

describe('a code scanner at the kiosk', () => {
  it('[vip-first] fills in the class of a listed customer, masked, and presses no button', async () => {
    const { hands, open } = stage();
    const { page } = await open('kiosk');
    const tile = page.getByRole('button', { name: '咨询' });
    await tile.waitFor();
    // The focus stands on a button: the scan's Enter must not press it.
    await tile.focus();
    await scan(page, listedCustomer);
    await sees(page, '100****0001');
    await seesNoMore(page, listedCustomer);
    expect((await hands.lobby()).waitingCount).toBe(0);
    await page.getByRole('button', { name: '故障' }).click();
    await page.locator('ph-kiosk-ticket').waitFor();
    expect((await hands.lobby()).waitingCount).toBe(1);
  });

  it('shows the ticket of a code from paper', async () => {
    const { hub, hands, open } = stage();
    const ticket = await hands.ticket({ service: 'enquiry' });
    const { page } = await open('kiosk');
    await page.getByRole('button', { name: '咨询' }).waitFor();
    await scan(page, `${hub.origin}/t/${ticket.id}`);
    await page.locator('ph-kiosk-ticket').waitFor();
    await sees(page, ticket.number);
  });
});
