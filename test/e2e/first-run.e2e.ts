/** What a newcomer sees: started on an empty folder, the hall is open, and one button lets it live. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import type { LobbyView } from '#protocol/views.ts';
import { launchBrowser } from '../support/browser.ts';
import { runHub, type RunningHub } from '../support/running-hub.ts';
import { eventually, open, sees } from './look.ts';

let hub: RunningHub;
let browser: Browser;

beforeAll(async () => {
  [hub, browser] = await Promise.all([runHub({ firstRun: true }), launchBrowser()]);
  return async () => {
    await Promise.all([hub.close(), browser.close()]);
  };
});

describe('a hub started with nothing', () => {
  it('opens the sample hall and prints where everything is, with the sign-ins', async () => {
    const { page } = await open(browser, hub, 'start');
    await sees(page, '走进通泰街营业厅');
    await sees(page, '训练');
    await sees(page, '1001');
    for (const path of [
      '/',
      '/kiosk',
      '/display',
      '/display/window/1',
      '/display/door',
      '/counter',
    ]) {
      expect(hub.greeting()).toContain(`${hub.origin}${path}`);
    }
    expect(hub.greeting()).toMatch(/9001\s+\d{4}/);
    const { hall } = await hub.get<LobbyView>('/api/hall');
    expect(['open', 'closing']).toContain(hall.state);
    // Every place on the plan leads somewhere.
    const links = await page
      .locator('a[href^="/"]')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    for (const path of ['/kiosk', '/display', '/display/door', '/counter', '/display/window/6']) {
      expect(links).toContain(path);
    }
    for (const path of new Set(links)) {
      expect({ path, status: (await hub.ask('GET', path)).status }).toEqual({ path, status: 200 });
    }
  });

  it('lives a day at one touch: every screen moves', async () => {
    const [start, lobby, kiosk, door, window] = await Promise.all([
      open(browser, hub, 'start'),
      open(browser, hub, 'lobby'),
      open(browser, hub, 'kiosk'),
      open(browser, hub, 'door'),
      open(browser, hub, 'window', { path: '/display/window/3' }),
    ]);
    await start.page.locator('ph-run-card input[value="60"]').check();
    await start.page.getByRole('button', { name: '开始这一天' }).click();
    await start.page.getByRole('button', { name: '停下来' }).waitFor();
    await lobby.page.locator('section.takeover').waitFor();
    await window.page.locator('ph-ticket-number').first().waitFor();
    await sees(door.page, /人在等|不用等/);
    await eventually(async () =>
      kiosk.page.locator('ph-service-tile .dots').count(),
    ).toBeGreaterThan(0);
    const { calls } = await hub.get<LobbyView>('/api/hall');
    expect(calls.length).toBeGreaterThan(0);
    await start.page.getByRole('button', { name: '停下来' }).click();
    await start.page.getByRole('button', { name: '开始这一天' }).waitFor();
    const { simulation } = await hub.get<{ simulation: { state: string } }>('/api/training');
    expect(simulation.state).toBe('stopped');
  });
});
