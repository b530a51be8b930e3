/** Clerks at their consoles: pausing, absence, override, handover, all by keyboard and touch. */
import { describe, expect, it } from 'vitest';
import { at } from '../support/hall-hands.ts';
import { padKey, ready, signIn, takeSeat } from './desk.ts';
import { eventually, sees, seesNoMore } from './look.ts';
import { onStage } from './stage.ts';

const stage = onStage({ at: at('10:00') });

async function counterState(counter: string) {
  const { counters } = await stage().hands.lobby();
  return counters.find((each) => each.counter === counter)?.state;
}

describe('a pause', () => {
  it('[no-pause-while-waiting] is refused before it is pressed, with reason, ways out and pass', async () => {
    const { hub, hands, open } = stage();
    const [{ page }, lobby, window] = await Promise.all([
      open('console'),
      open('lobby'),
      open('window'),
    ]);
    await signIn(page, hands, '1001');
    await takeSeat(page, '1');
    await ready(page, 'pause');
    const { number } = await hands.ticket({ service: 'payment' });

    // Flat, with its reason in a few characters, before anybody presses it.
    await sees(padKey(page, 'pause'), '1 人在等');
    expect(await padKey(page, 'pause').getAttribute('aria-disabled')).toBe('true');
    const why = await padKey(page, 'pause').locator('.why').innerText();
    expect(Array.from(why).length).toBeLessThanOrEqual(6);

    await page.keyboard.press('1');
    const refusal = page.locator('ph-console ph-refusal');
    await sees(refusal, /有 1 位能在您这儿办/);
    await sees(page.locator('ph-console .refusal'), number);
    expect(await counterState('1')).toBe('idle');
    expect(await refusal.locator('.ways button').count()).toBeGreaterThanOrEqual(2);

    // A supervisor lets it pass, in writing.
    await refusal.getByRole('button', { name: /请主管放行/ }).click();
    await page
      .locator('ph-pause-dialog')
      .getByRole('button', { name: /休息一会儿/ })
      .click();
    await page.locator('ph-pause-dialog').getByRole('button', { name: '挂牌，停一停' }).click();
    const pass = page.locator('ph-pass-dialog');
    await pass.locator('#reason').fill('空调漏水，先擦干');
    await pass.locator('#badge').fill('9001');
    await pass.locator('#pin').fill(hands.pin('9001'));
    await pass.getByRole('button', { name: '放行' }).click();
    await eventually(() => counterState('1')).toBe('paused');
    await sees(lobby.page, '暂停服务');
    await sees(window.page, /对不起/);
    const journal = await hub.journal(await hands.token('9001'));
    const paused = journal.findLast(({ type }) => type === 'CounterPaused');
    expect(JSON.stringify(paused)).toContain('空调漏水，先擦干');
    expect(JSON.stringify(paused)).toContain('no-pause-while-waiting');
    expect(JSON.stringify(paused)).not.toContain(hands.pin('9001'));

    await page.keyboard.press('Enter');
    await eventually(() => counterState('1')).toBe('idle');
    await seesNoMore(lobby.page, '暂停服务');
  });

  it('[apologise-when-away] may be an absence at any time, by keyboard from the refusal', async () => {
    const { hands, open } = stage();
    const [{ page }, window] = await Promise.all([open('console'), open('window')]);
    await signIn(page, hands, '1001');
    await sees(padKey(page, 'pause'), '1 人在等');
    await page.keyboard.press('1');
    await sees(page.locator('ph-console ph-refusal'), /能在您这儿办/);
    await page.keyboard.press('-');
    const dialog = page.locator('ph-pause-dialog');
    await dialog.locator('h2').waitFor();
    await dialog.getByRole('button', { name: /家里急事/ }).click();
    await dialog.getByRole('button', { name: '挂牌，离开一下' }).click();
    await eventually(() => counterState('1')).toBe('absent');
    await sees(window.page, '暂时离开');
    await sees(window.page, /10:10 前回来.*对不起/);
    // The reason is for the report, not for the public.
    await seesNoMore(window.page, /家里急事/);
    await page.keyboard.press('Enter');
    await eventually(() => counterState('1')).toBe('idle');
    await hands.seat('5', '1005');
    await hands.serve('5', 60);
    await ready(page, 'close');
    await page.keyboard.press('3');
    await page.locator('ph-close-dialog h2').waitFor();
    await page.keyboard.press('Enter');
    await eventually(() => counterState('1')).toBe('closed');
  });
});

describe('a handover', () => {
  it('[sign-before-handover] [stay-until-relieved] [handover-record] takes two clerks', async () => {
    const { hub, hands, open } = stage();
    const [outgoing, incoming, lobby, window] = await Promise.all([
      open('console'),
      open('console'),
      open('lobby'),
      open('window', { path: '/display/window/3' }),
    ]);
    await signIn(outgoing.page, hands, '1002');
    await takeSeat(outgoing.page, '3');

    // First things first: whoever is at the desk.
    await hands.ticket({ service: 'payment' });
    await ready(outgoing.page, 'next');
    await outgoing.page.keyboard.press('Enter');
    await ready(outgoing.page, 'start');
    await outgoing.page.keyboard.press('Enter');
    await ready(outgoing.page, 'finish');
    await outgoing.page.keyboard.press('2');
    await sees(outgoing.page.locator('ph-console ph-refusal'), /办完|办好/);
    await outgoing.page.keyboard.press('Escape');
    await outgoing.page.keyboard.press('Enter');
    await ready(outgoing.page, 'handover');

    await outgoing.page.keyboard.press('2');
    const asked = outgoing.page.locator('ph-handover-dialog');
    await asked.getByRole('button', { name: /吴磊/ }).click();
    await asked.locator('#equipment').fill('打印机缺纸，已报修');
    await asked.locator('#hardCases').fill('宽带投诉一件，明天回电');
    await asked.getByRole('button', { name: '人员变动: 没有' }).click();
    await asked.getByRole('button', { name: '签字，开始交接' }).click();

    await eventually(() => counterState('3')).toBe('handover');
    await sees(lobby.page, '交接中');
    await sees(window.page, /正在换班/);

    await signIn(incoming.page, hands, '1007');
    await incoming.page
      .locator('ph-floor')
      .getByRole('button', { name: /等您接班/ })
      .click();
    const sheet = incoming.page.locator('ph-handover-sheet');
    await sheet.locator('h2').waitFor();
    expect(await sheet.locator('#equipment').inputValue()).toBe('打印机缺纸，已报修');
    await sheet.getByRole('button', { name: '我到岗了，先核对再接班' }).click();
    await sees(outgoing.page.locator('ph-handover-sheet'), '已到岗');
    await ready(incoming.page, 'next');
    await incoming.page.keyboard.press('Enter');
    await sheet.locator('h2').waitFor();
    await sheet.locator('#note').fill('钥匙在左边抽屉');
    await sheet.getByRole('button', { name: '接班，开始叫号' }).click();
    await eventually(() => counterState('3')).toBe('idle');
    await sees(outgoing.page, '3 号窗口已经交给接班的同事，辛苦了。');
    await seesNoMore(lobby.page, '交接中');
    await sees(window.page, '吴磊');
    const done = (await hub.journal(await hands.token('9001'))).findLast(({ type }) =>
      type.startsWith('Handover'),
    );
    expect(JSON.stringify(done)).toContain('宽带投诉一件，明天回电');
    expect(JSON.stringify(done)).toContain('钥匙在左边抽屉');
  });
});
