/** Shifts, swaps and leave, told in a hall of their own: it is Monday, a quarter past eight. */
import type { Page } from 'playwright-core';
import { at, handsOf, type HallHands } from '../support/hall-hands.ts';
import { runHub, type RunningHub } from '../support/running-hub.ts';
import { storyHall } from './story.ts';
import { lookAt, openPair, signedIn, stands, type Studio } from './studio.ts';

const kinds = ['early', 'late', 'full', null, 'early', 'late'] as const;
const clerks = ['1001', '1002', '1003', '1004', '1005', '1006'];
const early = 'early';

export function rosterPoster(hub: RunningHub, hands: HallHands) {
  return async <T = unknown>(badge: string, path: string, body: object): Promise<T> =>
    hub.post<T>(`/api/roster/${path}`, body, await hands.token(badge));
}

/** A published week with two weeks behind it in plan, a swap, leave, and changes to publish. */
export async function planWeeks(hub: RunningHub, hands: HallHands): Promise<void> {
  const post = rosterPoster(hub, hands);
  const days = Array.from({ length: 21 }, (_, index) =>
    new Date(Date.parse('2026-03-02T00:00:00Z') + index * 86_400_000).toISOString().slice(0, 10),
  );
  const changes = days.flatMap((day, column) =>
    clerks.map((badge, row) => {
      const kind = kinds[(row + column) % kinds.length] ?? null;
      const counter = kind === early && row < 3 ? String(row + 1) : null;
      return { day, badge, kind, counter };
    }),
  );
  await post('9001', 'shifts', { changes: changes.filter(({ kind }) => kind !== null) });
  await post('9001', 'publish', { from: '2026-03-02', to: '2026-03-22' });
  const swap = await post<{ readonly id: string }>('1001', 'swaps', {
    with: '1002',
    day: '2026-03-04',
    returnDay: '2026-03-11',
    note: '周三下午家长会，交代过月结的事',
  });
  await post('1002', `swaps/${swap.id}/agree`, {});
  await post('1004', 'swaps', {
    with: '1001',
    day: '2026-03-17',
    returnDay: '2026-03-14',
    note: '看牙医，上午的班都一样',
  });
  await post('1003', 'leave', { from: '2026-03-07', to: '2026-03-08', note: '搬家' });
  await post('9001', 'shifts', {
    changes: [
      { day: '2026-03-05', badge: '1005', kind: 'full', counter: null },
      { day: '2026-03-06', badge: '1006', kind: null },
    ],
  });
}

export async function tellRoster(without: Omit<Studio, 'hub' | 'hands'>): Promise<void> {
  const hub = await runHub({ at: at('08:15'), hallFile: storyHall() });
  try {
    const studio: Studio = { ...without, hub, hands: await handsOf(hub) };
    const to = (hash: string) => async (page: Page) => {
      await signedIn(studio, '9001')(page);
      await stands(studio, page, 'ph-supervisor');
      await page.evaluate((place) => {
        location.hash = place;
      }, hash);
    };
    const cell = 'ph-roster-grid .cell';
    await lookAt(studio, 'supervisor', 'roster-empty', '.teach', { prepare: to('#/roster') });
    await planWeeks(hub, studio.hands);
    await studio.hands.token('1001');
    await studio.hands.until('08:40');
    const size = { width: 1440, height: 1500 };
    await lookAt(studio, 'supervisor', 'roster-week', cell, { size, prepare: to('#/roster') });
    await lookAt(studio, 'supervisor', 'roster-month', cell, {
      prepare: to('#/roster/month/2026-03-02'),
    });
    await lookAt(studio, 'supervisor', 'roster-phone', cell, {
      size: { width: 390, height: 844 },
      prepare: to('#/roster'),
    });
    const own = await openPair(studio, 'supervisor', { prepare: signedIn(studio, '1001') });
    await own.each(async (page) => {
      await stands(studio, page, 'ph-floor');
      await page.locator('ph-desk-head .name').first().click();
      await page.locator('ph-desk-head .menu .item').first().click();
    });
    await own.look('roster-own', 'ph-my-shifts .days');
    await own.close();
  } finally {
    await hub.close();
  }
}
