/** Answers that come late: the page was left, somebody else is meant by now, or the view was first. */
import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { at } from '../support/hall-hands.ts';
import { signIn, takeSeat } from './desk.ts';
import { eventually, sees, seesNoMore } from './look.ts';
import { onStage } from './stage.ts';

const stage = onStage({ at: at('08:31') });

interface Held {
  /** The hub has answered; the page has not heard of it. */
  readonly answered: Promise<unknown>;
  /** The page hears it, and has had the time to follow. */
  readonly release: () => Promise<void>;
}

/** Keeps back the answer to the next question of this kind. */
async function hold(page: Page, pattern: string): Promise<Held> {
  const answered = Promise.withResolvers<null>();
  const released = Promise.withResolvers<null>();
  const told = Promise.withResolvers<null>();
  await page.route(
    pattern,
    async (route) => {
      const response = await route.fetch();
      answered.resolve(null);
      await released.promise;
      await route.fulfill({ response });
      told.resolve(null);
    },
    { times: 1 },
  );
  return {
    answered: answered.promise,
    async release() {
      released.resolve(null);
      await told.promise;
      await page.evaluate(async () => {
        for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
      });
    },
  };
}

async function desk(): Promise<Page> {
  const { page } = await stage().open('supervisor');
  await signIn(page, stage().hands, '9001');
  await page.locator('ph-supervisor').waitFor();
  return page;
}

const goTo = (page: Page, hash: string): Promise<void> =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

describe('at a counter', () => {
  it('who gave way to somebody else is not signed in again', async () => {
    const { open, hands } = stage();
    const { page } = await open('console');
    await signIn(page, hands, '1004');
    await page.locator('ph-floor').waitFor();
    await page.locator('ph-desk-head').evaluate((head) => {
      head.dispatchEvent(new CustomEvent('lock', { bubbles: true, composed: true }));
    });
    await sees(page, '换人登录');
    const opened = await hold(page, '**/api/sessions');
    await page.keyboard.type(hands.pin('1004'));
    await page.keyboard.press('Enter');
    await opened.answered;
    await page.getByRole('button', { name: '换人登录' }).click();
    await opened.release();
    await page.locator('ph-sign-in #badge').waitFor();
    await signIn(page, hands, '1006');
    await page.getByRole('button', { name: /1006/ }).waitFor();
  });

  it('[stay-until-relieved] who takes over by signing there stays, though the view was first', async () => {
    const { open, hub, hands } = stage();
    const { page } = await open('console');
    await signIn(page, hands, '1002');
    await takeSeat(page, '3');
    const record = {
      equipment: '打印机缺纸',
      hardCases: '没有',
      staffChanges: '没有',
      followUps: [],
    };
    const outgoing = await hands.token('1002');
    await hub.post('/api/counters/3/handover', { to: '1007', record }, outgoing);
    const sheet = page.locator('ph-handover-sheet');
    await sheet.locator('#pin').fill(hands.pin('1007'));
    const signed = await hold(page, '**/api/counters/3/handover/complete');
    await sheet.locator('#pin').press('Enter');
    await signed.answered;
    await sheet.waitFor({ state: 'detached' });
    await signed.release();
    await page.locator('ph-console ph-pad').waitFor();
    await page.getByRole('button', { name: /1007/ }).waitFor();
    await seesNoMore(page, '已经交给接班的同事');
  });
});

describe('an answer that comes late', () => {
  it('opens nothing at a desk whose reader has gone on', async () => {
    const { hands } = stage();
    const { number } = await hands.ticket({ service: 'payment' });
    const page = await desk();
    await page.keyboard.press('f');
    const search = page.locator('ph-find-sheet #number');
    await search.fill(number);
    const found = await hold(page, '**/api/tickets?*');
    await search.press('Enter');
    await found.answered;
    await page.keyboard.press('Escape');
    await page.locator('ph-find-sheet').waitFor({ state: 'detached' });
    await found.release();
    expect(await page.evaluate(() => location.hash)).not.toContain('ticket');
  });

  it('[privacy] tells of nobody but whom it is about, and erases nobody else', async () => {
    const page = await desk();
    await goTo(page, '#/settings/customers');
    const key = page.getByLabel('电话或卡号');
    await key.fill('100 0000 0001');
    const found = await hold(page, '**/api/customers/lookup');
    await key.press('Enter');
    await found.answered;
    await key.fill('13800000002');
    await found.release();
    expect(await page.getByRole('button', { name: '从名单里删除' }).count()).toBe(0);

    await goTo(page, '#/settings/staff');
    await page.getByRole('button', { name: /1003/ }).first().click();
    await page.getByRole('button', { name: '给一次性密码' }).click();
    const given = await hold(page, '**/api/staff/1003/pin');
    await page.getByRole('button', { name: '生成密码' }).click();
    await given.answered;
    // The pin that is made up is not lost to a dialogue that was closed too soon.
    await page.keyboard.press('Escape');
    await given.release();
    expect(await page.locator('ph-staff-secrets output').textContent()).toMatch(/^\d{6}$/);
    await page.getByRole('button', { name: '我记下了' }).click();
  });

  it('[posted-notices] takes no press back: a notice goes up as often as it was moved', async () => {
    const { hub, hands } = stage();
    const token = await hands.token('9001');
    for (const zh of ['第一条。', '第二条。', '第三条。']) {
      const text = { zh, en: zh };
      const posted = await hub.post<{ readonly notice: string }>(
        '/api/notices',
        { kind: 'notice', text },
        token,
      );
      onTestFinished(async () => {
        await hub.ask('DELETE', `/api/notices/${posted.notice}`, undefined, token);
      });
    }
    const page = await desk();
    await goTo(page, '#/settings/notices');
    const rows = page.locator('ph-timed-notices .rows > li');
    const texts = () =>
      rows.evaluateAll((all) => all.map((row) => /第.条/.exec(row.textContent)?.[0]));
    await eventually(texts).toEqual(['第三条', '第二条', '第一条']);
    const ordered = await hold(page, '**/api/notices/order');
    // Not by the pointer: under it stands another row once this one has gone up.
    const up = () =>
      rows
        .filter({ hasText: '第一条' })
        .locator('.mini')
        .first()
        .evaluate((button: HTMLElement) => button.click());
    await up();
    await ordered.answered;
    await up();
    await eventually(texts).toEqual(['第一条', '第三条', '第二条']);
    await ordered.release();
    const standing = async () => {
      const { notices } = await hub.get<{
        readonly notices: readonly { readonly text: { readonly zh: string } }[];
      }>('/api/notices', token);
      return notices.map(({ text }) => text.zh).filter((zh) => /^第.条/.test(zh));
    };
    await eventually(standing).toEqual(['第一条。', '第三条。', '第二条。']);
    await eventually(texts).toEqual(['第一条', '第三条', '第二条']);
  });
});
