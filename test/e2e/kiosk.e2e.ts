/** The kiosk by touch, the devices of a working hall, and the phone's odd cases. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { at } from '../support/hall-hands.ts';
import { runHub } from '../support/running-hub.ts';
import { layCable } from '../support/cable.ts';
import { signIn } from './desk.ts';
import { eventually, hubIsAway, open, sees, seesNoMore } from './look.ts';
import { onStage } from './stage.ts';

/** People keep their names in every language, and a language its own. */
const ownNames = /中文|李敏|周倩|赵静|陈刚|孙伟|何洁|吴磊|郑雪|王芳|刘建平/g;

/** On the sample hall's list of customers. */
const listedCustomer = '10000000001';

const stage = onStage({ at: at('09:30') });

describe('the kiosk', () => {
  it('issues one ticket for a double tap, also where the answer is slow', async () => {
    const { hub, hands, open: openPage } = stage();
    const cable = await layCable(hub.port);
    onTestFinished(() => cable.close());
    const { page, tolerate } = await openPage('kiosk', { origin: cable.origin });
    const tile = page.getByRole('button', { name: '咨询' });
    await tile.dblclick();
    await page.locator('ph-kiosk-ticket').waitFor();
    expect((await hands.lobby()).waitingCount).toBe(1);
    await page.getByRole('button', { name: '好的' }).click();

    // Tapped in the moment in which the cable goes: asked again with the same key.
    tolerate(...hubIsAway);
    await tile.waitFor();
    await Promise.all([tile.dblclick(), new Promise(setImmediate).then(() => cable.pull())]);
    cable.plug();
    await page.locator('ph-kiosk-ticket').waitFor();
    expect((await hands.lobby()).waitingCount).toBe(2);
  });

  it('asks for the number of a VIP, and takes the class from the hall’s list alone', async () => {
    const { hands, open: openPage } = stage();
    const { page, tolerate } = await openPage('kiosk');
    tolerate(/404 .*\/api\/customers\/lookup/);
    await page.getByRole('radio', { name: /贵宾/ }).click();
    const type = async (digits: string) => {
      for (const name of digits) await page.getByRole('button', { name, exact: true }).click();
      await page.getByRole('button', { name: '好了' }).click();
    };
    await type('1000000');
    await sees(page, /还没查到这个号码/);
    for (let each = 0; each < 7; each += 1) {
      await page.getByRole('button', { name: '退一格' }).click();
    }
    await type(listedCustomer);
    // Masked: who stands behind sees no number.
    await sees(page, '100****0001');
    await seesNoMore(page, listedCustomer);
    await page.getByRole('button', { name: '故障' }).click();
    await page.locator('ph-kiosk-ticket').waitFor();
    expect(await page.locator('ph-slip .num').innerText()).toMatch(/^V001$/);
    const { waiting } = await hands.lobby();
    expect(waiting.find(({ service }) => service === 'fault')?.count).toBe(1);
  });

  it('is one question a screen in large text, and comes home by itself', async () => {
    const { open: openPage } = stage();
    const { page } = await openPage('kiosk');
    await page.getByRole('button', { name: '大字版' }).click();
    await sees(page, '您想办什么？');
    await page.getByRole('button', { name: '还有 3 项业务' }).click();
    await page.getByRole('button', { name: /投诉/ }).click();
    await sees(page, '您是哪一位？');
    await page.getByRole('button', { name: /普通 依次叫号/ }).click();
    await page.getByRole('button', { name: '取号' }).click();
    await page.locator('ph-kiosk-ticket').waitFor();
    await page.getByRole('button', { name: '好的' }).click();
    await sees(page, '您好，今天办什么？');
  });
});

describe('every page', () => {
  it.each(['kiosk', 'console', 'start', 'phone'] as const)(
    '%s switches its language live, without losing its place',
    async (name) => {
      const { hands, open: openPage } = stage();
      const { id } = await hands.ticket({ service: 'move' });
      const { page } = await openPage(name, name === 'phone' ? { path: `/t/${id}` } : {});
      await page
        .getByRole('button', { name: /^(English|EN)$/ })
        .first()
        .click();
      await eventually(() => page.locator('html').getAttribute('lang')).toBe('en-GB');
      await page
        .getByRole('button', { name: /^(中文|中)$/ })
        .first()
        .waitFor();
      await eventually(async () => {
        const read = (await page.locator('body').ariaSnapshot()).replace(ownNames, '');
        return read.split('\n').filter((line) => /\p{Script=Han}/u.test(line));
      }).toEqual([]);
      await page
        .getByRole('button', { name: /^(中文|中)$/ })
        .first()
        .click();
      await eventually(() => page.locator('html').getAttribute('lang')).toBe('zh-CN');
    },
  );

  it('says kindly that a ticket is not known', async () => {
    const { open: openPage } = stage();
    const { page, tolerate } = await openPage('phone', { path: '/t/nobodys-000000000000000000' });
    tolerate(/404 .*\/api\/tickets\/nobodys/);
    await sees(page, '没有找到这个号');
    await sees(page, /号只在取号当天有效/);
  });

  it('shows the phone’s last view again while nothing is answered yet', async () => {
    const { hands, open: openPage } = stage();
    const { id, number } = await hands.ticket({ service: 'broadband' });
    const { page, tolerate } = await openPage('phone', { path: `/t/${id}` });
    await sees(page, number);
    await page.waitForFunction(() => localStorage.getItem('paihao.phone.ticket') !== null);
    await page.route('**/api/tickets/**', (route) => route.abort());
    tolerate(/ERR_FAILED/);
    await page.reload();
    await sees(page, number);
  });

  it('lets a ticket be cancelled from the phone, and not by a slip of the finger', async () => {
    const { hub, hands, open: openPage } = stage();
    const { id, number } = await hands.ticket({ service: 'broadband' });
    const { page } = await openPage('phone', { path: `/t/${id}` });
    await page.getByRole('button', { name: '不等了，取消这个号' }).click();
    await page.getByRole('button', { name: '再等等' }).click();
    await sees(page, number);
    await page.getByRole('button', { name: '不等了，取消这个号' }).click();
    await page.getByRole('button', { name: '是的，取消' }).click();
    await sees(page, '这个号已取消');
    expect((await hub.get<{ state: string }>(`/api/tickets/${id}`)).state).toBe('cancelled');
  });
});

describe('a working hall', () => {
  it('[privacy] gives a device nothing to do before a supervisor has approved it', async () => {
    const { browser } = stage();
    const sample = readFileSync(
      fileURLToPath(new URL('../../server/hall-file/sample-hall.yaml', import.meta.url)),
      'utf8',
    );
    const hub = await runHub({
      training: false,
      hallFile: sample
        .replace(/^(customers:.*|    needsCustomer: true)$/gm, '')
        .replace(/08:30-18:30/g, '00:00-23:59'),
    });
    onTestFinished(() => hub.close());
    const [kiosk, window, counter, start] = await Promise.all([
      open(browser, hub, 'kiosk'),
      open(browser, hub, 'window'),
      open(browser, hub, 'supervisor'),
      open(browser, hub, 'start'),
    ]);
    await sees(kiosk.page, '这台取号机等主管批准');
    await sees(window.page, '这块屏幕等主管批准');
    await sees(start.page, '请选这台设备要做的事。');
    await seesNoMore(start.page, /密码/);
    const noted = kiosk.page
      .locator('ph-kiosk-note')
      .getByText(/\d{3}\s?\d{3}/)
      .last();
    const code = (await noted.innerText()).replaceAll(/\D/g, '');

    await signIn(counter.page, { pin: () => '7350' }, '9001');
    const card = counter.page.locator('ph-alerts li').filter({ hasText: code });
    // The quiet button beside it, which only notes the alert, names what it notes.
    await card.getByRole('button', { name: '认可' }).first().click();
    await seesNoMore(kiosk.page, '这台取号机等主管批准');
    await kiosk.page.locator('ph-service-tile, ph-kiosk-note').first().waitFor();
    await sees(window.page, '这块屏幕等主管批准');
  });
});
