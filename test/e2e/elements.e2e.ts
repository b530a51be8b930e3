/** The elements themselves in a real browser, on the gallery that shows each in every state. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { fontsOf } from '../support/browser.ts';
import type { Asked } from './look.ts';
import { eventually } from './look.ts';
import { onStage } from './stage.ts';

const stage = onStage({});
const axeSource = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
/** Desk targets (visual direction, section 6); kiosk and window set larger ones themselves. */
const targetPx = 44;

/** The gallery as the hub serves it: with its policy, and with nothing from elsewhere. */
async function gallery(lang: 'zh' | 'en' | null = 'zh', asked: Asked = {}): Promise<Page> {
  const path = lang === null ? '/gallery' : `/gallery?lang=${lang}`;
  const { page } = await stage().open('start', { ...asked, path });
  await page.locator('ph-qr').first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  return page;
}

/** What an element tells from now on, by the names of its events. */
async function listen(element: Locator, name: string): Promise<() => Promise<unknown[]>> {
  await element.evaluate((target, event) => {
    const told: unknown[] = [];
    Reflect.set(target, `told-${event}`, told);
    target.addEventListener(event, (each) => told.push((each as CustomEvent).detail));
  }, name);
  return () =>
    element.evaluate((target, event) => Reflect.get(target, `told-${event}`) as unknown[], name);
}

describe.each(['zh', 'en'] as const)('every element in every state, %s', (lang) => {
  it('is accessible, with 7:1 on both grounds', async () => {
    const page = await gallery(lang);
    await page.evaluate(axeSource);
    const found = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(o: object): Promise<AxeResults> } };
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'wcag2aaa'];
      const { violations, passes } = await axe.run({ runOnly: tags });
      return {
        violations: violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`),
        passed: passes.length,
      };
    });
    expect(found.violations).toEqual([]);
    expect(found.passed).toBeGreaterThan(15);
  });

  it('has targets large enough for a desk', async () => {
    const page = await gallery(lang);
    const sizes = await page.locator('button:not(.link)').evaluateAll((all) =>
      all
        .map((button) => ({
          is: button.getAttribute('class'),
          box: button.getBoundingClientRect(),
        }))
        .filter(({ box }) => box.width > 0)
        .map(({ is, box }) => ({ is, least: Math.round(Math.min(box.width, box.height)) })),
    );
    expect(sizes.length).toBeGreaterThan(10);
    expect(sizes.filter(({ least }) => least < targetPx)).toEqual([]);
  });
});

describe('type', () => {
  it('is drawn by the fonts that the hub brings along', async () => {
    const page = await gallery('zh');
    const number = await fontsOf(page.locator('ph-ticket-number .num').first());
    expect(number.map(({ bundled }) => bundled)).toEqual([true]);
    expect(number[0]!.family).toContain('Archivo');
    const sign = await fontsOf(page.locator('ph-sign h2 > span').first());
    expect(sign.map(({ bundled }) => bundled)).toEqual([true]);
    expect(sign[0]!.family).toContain('Noto Sans SC');
  });

  it('has numbers in their own cut, all figures equally wide', async () => {
    const page = await gallery('zh');
    const cut = await page
      .locator('ph-ticket-number .num')
      .first()
      .evaluate((number) => {
        const { fontWeight, fontStretch, fontVariantNumeric } = getComputedStyle(number);
        return { fontWeight, fontStretch, fontVariantNumeric };
      });
    expect(cut).toEqual({
      fontWeight: '680',
      fontStretch: '102%',
      fontVariantNumeric: 'tabular-nums',
    });
    const number = page.locator('ph-ticket-number').first();
    const widthOf = (text: string) =>
      number.evaluate(async (element, said) => {
        Object.assign(element, { number: said });
        await (element as HTMLElement & { updateComplete: Promise<boolean> }).updateComplete;
        return element.getBoundingClientRect().width;
      }, text);
    expect(await widthOf('A111')).toBe(await widthOf('A888'));
  });
});

describe('language', () => {
  it('switches at one touch, live, and is kept on the device', async () => {
    const page = await gallery(null);
    const word = page.locator('ph-sign h2').first();
    expect(await word.textContent()).toContain('暂停服务');
    await page.locator('ph-lang-switch button').first().click();
    await eventually(() => word.textContent()).toContain('Paused');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en-GB');
    await page.reload();
    await eventually(() => word.textContent()).toContain('Paused');
  });
});

describe('by keyboard', () => {
  it('a dialog opens with its heading, Escape closes it, focus goes back', async () => {
    const page = await gallery();
    const samples = page.locator('ph-button-samples').first();
    const focused = () =>
      samples.evaluate((host) => {
        const inner = host.shadowRoot?.activeElement;
        return (inner?.shadowRoot?.activeElement ?? inner)?.id || inner?.className;
      });
    await samples.locator('.lamp').focus();
    await page.keyboard.press('Enter');
    await eventually(() => samples.locator('dialog').getAttribute('open')).toBe('');
    expect(await focused()).toBe('heading');
    await page.keyboard.press('Escape');
    await eventually(() => samples.locator('dialog').getAttribute('open')).toBeNull();
    expect(await focused()).toBe('button lamp');
  });

  it('classes are one stop; arrows go round', async () => {
    const page = await gallery('en');
    const classes = page.locator('ph-class-switch').first();
    const told = await listen(classes, 'choose');
    expect(await classes.locator('[tabindex="0"]').count()).toBe(1);
    await classes.locator('[tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    expect(await told()).toMatchObject([{ id: 'special' }, { id: 'vip' }]);
  });

  it('a rating is told once it is chosen, and not while it is on its way', async () => {
    const page = await gallery('en');
    const rating = page.locator('ph-rating').first();
    const told = await listen(rating, 'rate');
    await rating.locator('button').last().press('Enter');
    await rating.evaluate((element) => Object.assign(element, { busy: true }));
    await rating.locator('button[aria-disabled="true"]').first().press('Enter');
    expect(await told()).toEqual([{ rating: 'dissatisfied' }]);
  });
});

describe('time', () => {
  it('a time-out ends once, and starts anew when it is extended', async () => {
    const page = await gallery('en');
    await page.clock.install();
    const timeOut = await page.evaluateHandle(() => {
      const element = document.createElement('ph-time-out');
      element.seconds = 20;
      document.body.append(element);
      return element;
    });
    const elapsed = await listen(timeOut as unknown as Locator, 'elapsed');
    const note = () => timeOut.evaluate((element) => element.shadowRoot?.textContent ?? '');
    await page.clock.runFor(15_000);
    expect(await note()).toMatch(/\b5 s/);
    await timeOut.evaluate((element) => element.extend());
    await page.clock.runFor(19_000);
    expect(await elapsed()).toHaveLength(0);
    await page.clock.runFor(5_000);
    expect(await elapsed()).toHaveLength(1);
  });

  it.each([
    [false, 1],
    [true, 0],
  ])('a line steps forward one place; with reduced motion %s', async (reducedMotion, moves) => {
    const page = await gallery('en', { reducedMotion });
    const stepped = await page
      .locator('ph-queue-line')
      .nth(2)
      .evaluate(async (element) => {
        const line = element as HTMLElementTagNameMap['ph-queue-line'];
        line.ahead -= 1;
        await line.updateComplete;
        return {
          dots: line.shadowRoot?.querySelectorAll('.dot').length,
          moves: line.shadowRoot?.querySelector('.people')?.getAnimations().length,
        };
      });
    expect(stepped).toEqual({ dots: 5, moves });
  });
});
