/** The end of a day: reminder, no more numbers, everyone served, and the hall closes by itself. */
import { describe, expect, it } from 'vitest';
import { at } from '../support/hall-hands.ts';
import { eventually, sees, seesNoMore } from './look.ts';
import { onStage } from './stage.ts';

const stage = onStage({ at: at('18:05') }, async ({ hands }) => {
  await hands.seat('1', '1001');
  await hands.seat('3', '1003');
});

describe('the end of a day', () => {
  it('[closing-reminder] [never-close-early] [serve-everyone-queued] goes as the house says', async () => {
    const { hub, hands, open } = stage();
    const [kiosk, lobby, door, english] = await Promise.all([
      open('kiosk'),
      open('lobby'),
      open('door'),
      open('lobby', { language: 'en' }),
    ]);
    for (let each = 0; each < 3; each += 1) await hands.ticket({ service: 'payment' });
    await sees(lobby.page, '营业至 18:30');

    await hands.until('18:15');
    await sees(lobby.page.locator('ph-lobby-foot'), '18:30 停止取号');
    await sees(lobby.page.locator('ph-lobby-foot'), /已经取号的 3 位请安心坐等，今天一定都办完。/);
    await sees(english.page.locator('ph-lobby-foot'), 'Numbers stop at 18:30');
    await sees(kiosk.page, '还能取号 15 分钟');
    await sees(door.page, '快停号了');

    // To the last second a number is given.
    await hands.until('18:29:59');
    await sees(kiosk.page, '缴费');
    await kiosk.page.getByRole('button', { name: '缴费' }).click();
    await kiosk.page.locator('ph-kiosk-ticket').waitFor();
    await kiosk.page.getByRole('button', { name: '好的' }).click();

    await hands.until('18:30');
    await sees(kiosk.page, '今天已停止取号');
    await sees(kiosk.page, /手里有号的，今天一定办完。/);
    await seesNoMore(kiosk.page, '缴费');
    await sees(lobby.page.locator('ph-lobby-foot'), '已停止取号');
    await sees(lobby.page.locator('ph-lobby-foot'), /还有 4 位，请安心坐等。/);
    await sees(english.page.locator('ph-lobby-foot'), /4 people left; please stay/);
    await sees(door.page, '不再取号');
    const late = await hub.ask<{ rule: string; detail: string }>(
      'POST',
      '/api/tickets',
      { service: 'payment' },
      await hands.device('kiosk', 'hands'),
    );
    expect(late).toMatchObject({ status: 409, body: { rule: 'intake-closed' } });

    for (const counter of ['1', '3', '1']) await hands.serve(counter, 120);
    expect((await hands.lobby()).hall.state).toBe('serving-out');
    await hands.call('3');
    await hands.at('3', 'start');
    await hands.later(90);
    expect((await hands.lobby()).hall.state).toBe('serving-out');
    await hands.at('3', 'finish');
    await eventually(async () => (await hands.lobby()).hall.state).toBe('closed');
    await sees(lobby.page.locator('ph-lobby-foot'), '今天办完了');
    await sees(door.page, '休息中');
    await sees(door.page, /明天 08:30 开门/);
    const journal = await hub.journal(await hands.token('9001'));
    expect(journal.filter(({ type }) => type === 'ClosingReminded')).toHaveLength(1);
    const closed = journal.find(({ type }) => type === 'HallClosed');
    expect(closed?.at).toBe(new Date(at('18:37:30')).toISOString());

    // The next business day begins by itself, with numbers from 001 and a clean screen.
    await hub.post('/api/clock', { to: at('08:30', '2026-03-03') });
    await sees(door.page, '营业中');
    await sees(kiosk.page, '缴费');
    expect((await hands.ticket({ service: 'payment' })).number).toBe('A001');
    expect((await hands.lobby()).lastCallNo).toBe(0);
    await seesNoMore(lobby.page, '今天办完了');
  });
});
