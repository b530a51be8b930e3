/** The hub dies and comes back on the same data: every page says so, and goes on by itself. */
import { expect, describe, it } from 'vitest';
import { at } from '../support/hall-hands.ts';
import { signIn } from './desk.ts';
import { eventually, hubIsAway, numbersIn, sees, seesNoMore } from './look.ts';
import { onStage } from './stage.ts';

const stage = onStage({ at: at('09:00') }, async ({ hands }) => {
  await hands.seat('1', '1001');
  await hands.seat('3', '1003');
});

describe('a hub that is killed', () => {
  it('comes back with the same state, and every page recovers by itself', async () => {
    const { hub, hands, open } = stage();
    const first = await hands.ticket({ service: 'payment' });
    const second = await hands.ticket({ service: 'enquiry' });
    await hands.call('1');
    const pages = {
      kiosk: await open('kiosk'),
      lobby: await open('lobby'),
      window: await open('window'),
      door: await open('door'),
      console: await open('console'),
      supervisor: await open('supervisor'),
      phone: await open('phone', { path: `/t/${second.id}` }),
      start: await open('start'),
    };
    await signIn(pages.console.page, hands, '1001');
    await signIn(pages.supervisor.page, hands, '9001');
    await sees(pages.console.page, first.number);
    await sees(pages.supervisor.page, /大厅现在有 1 人在等/);
    await sees(pages.phone.page, second.number);
    await sees(pages.lobby.page, first.number);
    await sees(pages.kiosk.page, '缴费');
    await sees(pages.window.page, first.number);
    await sees(pages.door.page, '营业中');
    await sees(pages.start.page, /大厅平面图|让大厅动起来/);
    const supervisor = await hands.token('9001');
    const before = {
      hall: await hands.lobby(),
      counters: await hub.get('/api/counters', supervisor),
      journal: await hub.journal(supervisor),
    };

    for (const { tolerate } of Object.values(pages)) tolerate(...hubIsAway);
    await hub.kill();
    await sees(pages.lobby.page.locator('ph-lobby-foot'), '停在 09:00');
    expect(await numbersIn(pages.lobby.page.locator('.newest'))).toEqual([`~${first.number}`]);
    await sees(pages.window.page, /停在 09:00/);
    await sees(pages.kiosk.page, '照常取号，号都有效');
    await sees(pages.door.page, /停在 09:00/);
    await sees(pages.console.page, '连不上了');
    await sees(pages.supervisor.page, /停在 09:00/);
    await sees(pages.phone.page, /网络断了|停在 09:00/);
    await sees(pages.start.page, /09:00/);
    expect(
      await pages.console.page
        .locator('ph-pad button[data-key=next]')
        .getAttribute('aria-disabled'),
    ).toBe('true');

    await hub.restart();
    await seesNoMore(pages.lobby.page, /停在/);
    await seesNoMore(pages.window.page, /停在/);
    await seesNoMore(pages.door.page, /停在/);
    await seesNoMore(pages.supervisor.page, /停在/);
    await seesNoMore(pages.phone.page, /网络断了|停在/);
    await sees(pages.kiosk.page, '缴费');
    await pages.console.page
      .locator('ph-pad button[data-key=start]:not([aria-disabled])')
      .waitFor();
    expect(await numbersIn(pages.lobby.page.locator('.newest'))).toEqual([first.number]);

    const after = {
      hall: await hands.lobby(),
      counters: await hub.get('/api/counters', supervisor),
      journal: await hub.journal(supervisor),
    };
    expect(after.journal).toEqual(before.journal);
    expect({ ...after.hall, now: '' }).toEqual({ ...before.hall, now: '' });
    expect(after.counters).toEqual(before.counters);

    // Signed in, paired and seated as before: the day goes on.
    await pages.console.page.keyboard.press('Enter');
    await eventually(async () => (await hands.lobby()).counters[0]?.state).toBe('serving');
    await hands.call('3');
    await sees(pages.phone.page, '轮到您了，请到');
    await sees(pages.lobby.page.locator('section.takeover'), `请 ${second.number} 到 3 号窗口。`);
    await pages.kiosk.page.getByRole('button', { name: '缴费' }).click();
    await pages.kiosk.page.locator('ph-kiosk-ticket').waitFor();
  });

  it('keeps every number that it gave away, and announces what it called just before', async () => {
    const { hub, hands, open } = stage();
    const lobby = await open('lobby');
    await lobby.page.locator('ph-lobby-counters').waitFor();
    const kiosk = await hands.device('kiosk', 'hands');
    const given: string[] = [];
    const asking = Array.from({ length: 40 }, async () => {
      try {
        const answer = await hub.ask<{ id: string }>(
          'POST',
          '/api/tickets',
          { service: 'fault' },
          kiosk,
        );
        if (answer.status === 201) given.push(answer.body.id);
      } catch {
        // The hub died with this request under way: nothing was promised.
      }
    });
    lobby.tolerate(...hubIsAway);
    await eventually(() => given.length).toBeGreaterThan(5);
    await hub.kill();
    await Promise.all(asking);
    await hub.restart();
    const tickets = await Promise.all(
      given.map((id) => hub.get<{ number: string; state: string }>(`/api/tickets/${id}`)),
    );
    expect(tickets.every(({ state }) => state === 'waiting')).toBe(true);
    expect(new Set(tickets.map(({ number }) => number)).size).toBe(given.length);

    // Called while the screen may still be on its way back.
    await hands.at('3', 'start');
    await hands.at('3', 'finish');
    const number = await hands.call('3');
    await sees(lobby.page.locator('section.takeover'), `请 ${String(number)} 到 3 号窗口。`);
  });
});
