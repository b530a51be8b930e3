/** The parts of the settings that are about people: customers, staff, devices, and what they read. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asGb18030 } from '../customers/customer-files.ts';
import { launchBrowser } from '../support/browser.ts';
import { at, handsOf, type HallHands } from '../support/hall-hands.ts';
import { runHub, type RunningHub } from '../support/running-hub.ts';
import { checkPage } from './axe.ts';
import { signIn } from './desk.ts';
import { eventually, open, sees, seesNoMore } from './look.ts';

let browser: Browser;
let hub: RunningHub;
let hands: HallHands;

beforeAll(async () => {
  [browser, hub] = await Promise.all([launchBrowser(), runHub({ at: at('08:31') })]);
  hands = await handsOf(hub);
});
afterAll(async () => {
  await Promise.all([browser.close(), hub.close()]);
});

async function settings(part: string, language: 'zh' | 'en' = 'zh'): Promise<Page> {
  const { page } = await open(browser, hub, 'supervisor', { language });
  await signIn(page, hands, '9001');
  await page.locator('ph-supervisor').waitFor();
  await page.evaluate((to) => {
    location.hash = `#/settings/${to}`;
  }, part);
  await page.locator('ph-settings h1').waitFor();
  return page;
}

const fine = async (page: Page, where: string): Promise<void> => {
  expect((await checkPage(page, where)).found).toEqual([]);
};

describe('settings of people and of what they read', () => {
  it('a list of customers is brought in GB18030, looked through, taken in, and one erased', async () => {
    const page = await settings('customers');
    const before = await hub.get<{ count: number }>('/api/customers', await hands.token('9001'));
    await page.getByLabel('选择文件').setInputFiles({
      name: '名单.csv',
      mimeType: 'text/csv',
      buffer: asGb18030(
        '手机号,类别,备注\n13900001111,贵宾,老客户\n13900002222,钻石,\n13900001111,贵宾,\n,贵宾,\n',
      ),
    });
    await sees(page, '检查结果');
    await sees(page, '没有“钻石”这个类别。');
    await sees(page, '139****1111');
    await page.getByLabel('加到现有名单').check();
    await page.getByRole('button', { name: '导入 1 位' }).click();
    await sees(page, '导入好了：1 位，马上生效。');
    const token = await hands.token('9001');
    const after = await hub.get<{ count: number }>('/api/customers', token);
    expect(after.count).toBe(before.count + 1);

    await page.getByLabel('电话或卡号').fill('139 0000 1111');
    await page.keyboard.press('Enter');
    await sees(page, '139****1111：贵宾');
    await page.getByRole('button', { name: '从名单里删除' }).click();
    await page.getByRole('button', { name: '删除', exact: true }).click();
    await sees(page, '已经删除。');
    expect((await hub.get<{ count: number }>('/api/customers', token)).count).toBe(before.count);
  });

  it('a clerk gets a pin that is good once, and chooses another at the first sign-in', async () => {
    const page = await settings('staff');
    await page.getByRole('button', { name: /1002/ }).first().click();
    await sees(page, '已设密码。');
    await page.getByRole('button', { name: '给一次性密码' }).click();
    await page.getByRole('button', { name: '生成密码' }).click();
    const pin = (await page.locator('ph-staff-secrets output').textContent()) ?? '';
    expect(pin).toMatch(/^\d{6}$/);
    await page.getByRole('button', { name: '我记下了' }).click();
    await sees(page, /已给一次性密码/);

    const { page: counter, tolerate } = await open(browser, hub, 'console');
    // A pin that is good once is no pin yet.
    tolerate(/api\/sessions/);
    await signIn(counter, { pin: () => pin }, '1002');
    await sees(counter, '请设一个只有您知道的新密码');
    await fine(counter, 'new pin');
    await counter.keyboard.type('my-own-pin');
    await counter.keyboard.press('Tab');
    await counter.keyboard.type('my-other-pin');
    await counter.keyboard.press('Enter');
    await sees(counter, '两遍不一样');
    await counter.keyboard.press('Control+a');
    await counter.keyboard.type('my-own-pin');
    await counter.keyboard.press('Enter');
    await counter.locator('ph-floor').waitFor();
  });

  it('[privacy] a clerk changes their own pin at the counter and signs out elsewhere, by keyboard', async () => {
    const elsewhere = await hands.token('1003');
    const { page, tolerate } = await open(browser, hub, 'console', { language: 'en' });
    tolerate(/api\/sessions/);
    await signIn(page, hands, '1003');
    await page.locator('ph-floor').waitFor();
    await page.getByRole('button', { name: /Badge 1003/ }).press('Enter');
    await page.getByRole('button', { name: /My sign-in/ }).press('Enter');
    await sees(page, 'Elsewhere');
    const present = page.getByLabel('Present pin');
    const change = async (pin: string, newPin: string): Promise<void> => {
      await present.fill(pin);
      await page.getByLabel('New pin').fill(newPin);
      await page.getByLabel('Once more').fill(newPin);
      await page.keyboard.press('Enter');
    };
    await change(hands.pin('1003'), '12345');
    await sees(page, 'needs 6 characters');
    await change(hands.pin('1003'), '123456');
    await sees(page, 'easily guessed');
    await change('not-it', 'my-own-pin');
    await sees(page, 'Please check badge and pin');
    await present.fill(hands.pin('1003'));
    await page.getByRole('button', { name: 'Sign out elsewhere' }).press('Enter');
    await sees(page, 'Signed out elsewhere: 1.');
    const gone = await fetch(`${hub.origin}/api/sessions/current`, {
      headers: { authorization: `Bearer ${elsewhere}` },
    });
    expect(gone.status).toBe(401);
    await change(hands.pin('1003'), 'my-own-pin');
    await sees(page, 'The new pin is in force.');
    await page.keyboard.press('Escape');
    await seesNoMore(page, 'Choose another pin');
    await page.locator('ph-floor').waitFor();
  });

  it('[courteous-words] [posted-notices] a notice is put in better words, previewed, posted', async () => {
    const page = await settings('texts');
    await page.evaluate(() => {
      location.hash = '#/settings/notices';
    });
    await page.getByRole('button', { name: '发公告', exact: true }).click();
    await page.getByLabel('中文', { exact: true }).fill('系统维修，请勿排队！');
    await page.getByLabel('英文', { exact: true }).fill('The printer is being repaired.');
    const frame = page.frameLocator('ph-fed-screen iframe');
    await frame.getByText('系统维修，请勿排队！').first().waitFor();
    for (const better of ['机器', '请您不要', '。']) {
      await page.getByRole('button', { name: new RegExp(`换成“${better}”`) }).click();
    }
    await frame.getByText('机器维修，请您不要排队。').first().waitFor();
    await page.getByRole('button', { name: '发出' }).click();
    await sees(page, '机器维修，请您不要排队。');
    await sees(page, '正在显示');
    const shown = await hub.get<{ notices: readonly { text: { zh: string } }[] }>('/api/hall');
    expect(shown.notices.map(({ text }) => text.zh)).toContain('机器维修，请您不要排队。');
    await page.getByRole('button', { name: /^撤下/ }).first().click();
    await seesNoMore(page, '机器维修，请您不要排队。');

    // Whoever goes on without a press on the page begins at the head of the next part.
    await page.getByRole('button', { name: '发公告', exact: true }).focus();
    await page.goBack();
    await eventually(() =>
      page.locator('ph-settings').evaluate(({ shadowRoot }) => shadowRoot?.activeElement?.tagName),
    ).toBe('H1');
  });

  it('what is spoken is seen as it is typed', async () => {
    const page = await settings('texts', 'en');
    const zh = page.getByRole('group', { name: 'Call', exact: true }).getByLabel('中文');
    await sees(page, 'A zero one two, please come to counter three.');
    await zh.fill('你的 {number} 号 请到 {counter} 号窗口。');
    const spoken = page.locator('ph-spoken-preview').first();
    await sees(spoken, /你的.*请到.*号窗口/);
    await page.getByRole('button', { name: '“您” for “你”' }).click();
    await sees(spoken, /您的/);
    await fine(page, 'texts');
  });

  it('a device is renamed and taken out of use', async () => {
    await hub.post('/api/devices', { kind: 'display', name: 'old-name' });
    const page = await settings('devices', 'en');
    await page.getByRole('button', { name: 'Rename old-name' }).click();
    await page.getByLabel('New name').fill('Lobby, east side');
    await page.keyboard.press('Enter');
    await sees(page, 'Lobby, east side');
    await page.getByRole('button', { name: 'Take out of use Lobby, east side' }).click();
    await page.getByRole('button', { name: 'Take out of use', exact: true }).click();
    await sees(page, 'Taken out of use');
    const list = await hub.get<{ devices: readonly { name: string; state: string }[] }>(
      '/api/devices',
      await hands.token('9001'),
    );
    await eventually(() => Promise.resolve(list.devices.length)).toBeGreaterThan(0);
    expect(list.devices.find(({ name }) => name === 'Lobby, east side')?.state).toBe('revoked');
  });
});
