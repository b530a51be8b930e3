/** A customer's visit from the kiosk to the rating, on every page it touches. */
import { describe, expect, it } from 'vitest';
import { at } from '../support/hall-hands.ts';
import { padKey, ready, signIn, takeSeat } from './desk.ts';
import { eventually, sees } from './look.ts';
import { onStage } from './stage.ts';

const stage = onStage({ at: at('09:00') });

const said = {
  zh: {
    payment: '缴费',
    issued: '取好了，请拿好小票',
    waiting: /叫到您时，这一页会亮起来/,
    call: (number: string) => `请 ${number} 到 1 号窗口。`,
    come: (number: string) => `请 ${number} 到这里来`,
    go: '轮到您了，请到',
    serving: '正在为您办理',
    done: /办完了，谢谢您来/,
    satisfied: '满意',
    thanks: '谢谢您，记下了。',
  },
  en: {
    payment: 'Payments',
    issued: 'Here is your number. Please take the slip.',
    waiting: /This page lights up when it is your turn/,
    call: (number: string) => `${number}, please come to counter 1.`,
    come: (number: string) => `${number}, please come here`,
    go: 'It is your turn. Come to counter',
    serving: 'You are being served',
    done: /All done, thank you for coming/,
    satisfied: 'Satisfied',
    thanks: 'Thank you, noted.',
  },
} as const;

describe('a visit', () => {
  it.each(['zh', 'en'] as const)(
    'in %s: number, call on every screen, service, rating, and the phone knows',
    async (language) => {
      const { hub, hands, open } = stage();
      const words = said[language];
      const [kiosk, lobby, window, counter] = await Promise.all([
        open('kiosk', { language }),
        open('lobby', { language }),
        open('window', { language }),
        open('console', { language }),
      ]);
      await signIn(counter.page, hands, language === 'zh' ? '1001' : '1003');
      await takeSeat(counter.page, '1');

      // The kiosk shows the hall's first language to everybody; one touch changes it.
      if (language === 'en') await kiosk.page.getByRole('button', { name: 'English' }).click();
      await kiosk.page.getByRole('button', { name: words.payment }).click();
      const slip = kiosk.page.locator('ph-kiosk-ticket');
      await slip.waitFor();
      const number = await slip.locator('ph-slip .num').innerText();
      expect(number).toMatch(/^A00[12]$/);
      const address = await slip
        .locator('ph-qr')
        .evaluate((code: HTMLElement & { value: string }) => code.value);
      expect(address).toMatch(new RegExp(`^${hub.origin}/t/[\\w-]{20,}$`));
      const phone = await open('phone', { language, path: new URL(address).pathname });
      await sees(phone.page, number);
      await sees(phone.page, words.waiting);

      await ready(counter.page, 'next');
      await counter.page.keyboard.press('n');
      await sees(lobby.page.locator('section.takeover'), words.call(number));
      await sees(window.page, words.come(number));
      await sees(phone.page, words.go);
      await eventually(() => hands.lobby().then(({ counters }) => counters[0])).toMatchObject({
        state: 'calling',
        number,
      });

      await ready(counter.page, 'start');
      await counter.page.keyboard.press('s');
      await eventually(async () => (await hands.lobby()).counters[0]?.state).toBe('serving');
      await sees(phone.page, words.serving);
      await hands.later(120);
      await ready(counter.page, 'finish');
      await counter.page.keyboard.press('Enter');
      await window.page.getByRole('button', { name: words.satisfied, exact: true }).click();
      await sees(window.page, words.thanks);
      await sees(phone.page, words.done);
      await eventually(async () => {
        const ticket = await hub.get<{ state: string; rating: string }>(
          `/api/tickets/${address.split('/').pop() ?? ''}`,
        );
        return { state: ticket.state, rating: ticket.rating };
      }).toEqual({ state: 'done', rating: 'satisfied' });
      await ready(counter.page, 'close');
      await padKey(counter.page, 'close').click();
      await counter.page.keyboard.press('Enter');
      await counter.page.locator('ph-floor').waitFor();
    },
  );
});
