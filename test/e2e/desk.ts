/** A clerk at the keyboard of `/counter`. */
import type { Page } from 'playwright-core';
import type { HallHands } from '../support/hall-hands.ts';

/** Signs in with badge and pin, by keyboard alone. */
export async function signIn(page: Page, hands: Pick<HallHands, 'pin'>, badge: string) {
  await page.locator('ph-sign-in #badge').waitFor();
  await page.keyboard.type(badge);
  await page.keyboard.press('Enter');
  await page.keyboard.type(hands.pin(badge));
  await page.keyboard.press('Enter');
}

/** Takes a free counter on the floor plan and waits for its console. */
export async function takeSeat(page: Page, counter: string) {
  await page
    .locator('ph-floor .place')
    .filter({ has: page.locator(`ph-plate:has-text("${counter}")`) })
    .first()
    .click();
  await page.locator('ph-console ph-pad').waitFor();
}

export type PadKeyName =
  | 'next'
  | 'transfer'
  | 'park'
  | 'no-show'
  | 'recall'
  | 'start'
  | 'finish'
  | 'pause'
  | 'handover'
  | 'close';

/** A key of the pad. */
export function padKey(page: Page, name: PadKeyName) {
  return page.locator(`ph-pad button[data-key=${name}]`);
}

/** Waits until a key may be pressed; the wide one rests, unlit, while nobody waits. */
export async function ready(page: Page, name: PadKeyName) {
  const look = name === 'next' ? '.lit' : ':not([aria-disabled])';
  await page.locator(`ph-pad button[data-key=${name}]${look}`).waitFor();
}
