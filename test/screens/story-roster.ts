/**
 * Shifts, swaps and leave, told in a hall of their own, some of whose staff have long names: it is
 * Monday, a quarter past eight.
 */
import type { Page } from 'playwright-core';
import { at, handsOf, type HallHands } from '../support/hall-hands.ts';
import { runHub, type RunningHub } from '../support/running-hub.ts';
import { storyHall } from './story.ts';
import { lookAt, openPair, signedIn, stands, type Studio } from './studio.ts';

const kinds = ['early', 'late', 'full', null, 'early', 'late'] as const;
const clerks = ['1001', '1002', '1003', '1004', '1005', '1006'];
const early = 'early';

function longNames(hallFile: string): string {
  return hallFile
    .replace("badge: '1002', name: 周倩", "badge: '1002', name: 阿不都热西提·买买提吐尔逊")
    .replace(
      "badge: '1004', name: 陈刚",
      "badge: '1004', name: Alexandra Konstantinopoulou-Weatherby",
    );
}

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
  const hub = await runHub({ at: at('08:15'), hallFile: longNames(storyHall()) });
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
    await twoManagers(studio, to('#/roster'));
    await atTheirPlaces(studio, to('#/settings/staff'));
  } finally {
    await hub.close();
  }
}

type Prepare = (page: Page) => Promise<void>;

/** Both have opened the week; one has changed a shift that the other paints over. */
async function twoManagers(studio: Studio, prepare: Prepare): Promise<void> {
  const desk = await openPair(studio, 'supervisor', { prepare });
  await desk.each((page) => stands(studio, page, 'ph-roster-grid .cell'));
  const theirs = { day: '2026-03-05', badge: '1001', kind: 'late', counter: null };
  await rosterPoster(studio.hub, studio.hands)('9001', 'shifts', { changes: [theirs] });
  await desk.each((page) => page.locator('[data-row="0"][data-column="3"]').click());
  await desk.look('roster-conflict', 'ph-roster-overtaken .choice');
  await desk.close();
}

/** Long names at a counter, on the floor and in the list of the staff. */
async function atTheirPlaces(studio: Studio, staff: Prepare): Promise<void> {
  const { hands } = studio;
  await hands.seat('2', '1002');
  await hands.seat('4', '1004');
  await hands.ticket({ service: 'payment' });
  const people = signedIn(studio, '1008');
  await lookAt(studio, 'console', 'floor-names', 'ph-floor .place', { prepare: people });
  await lookAt(studio, 'console', 'names', 'ph-pad button.lit', {
    prepare: signedIn(studio, '1002'),
  });
  const desk = await openPair(studio, 'supervisor', { prepare: staff });
  await desk.each(async (page) => {
    await stands(studio, page, 'ph-settings .title');
    await page.locator('ph-settings .title').nth(3).click();
  });
  await desk.look('settings-names', 'ph-staff-secrets .button');
  await desk.close();
}
