/** Calls on the lobby screen: none lost, none over another, each for its time. */
import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { layCable } from '../support/cable.ts';
import { at } from '../support/hall-hands.ts';
import { eventually, hubIsAway, numbersIn, sees } from './look.ts';
import { onStage } from './stage.ts';

const stage = onStage({ at: at('08:31') }, async ({ hands }) => {
  for (const counter of [1, 2, 3, 4, 5, 6]) {
    await hands.seat(String(counter), `100${String(counter)}`);
  }
});

/**
 * The page's time where it decides how long a call stays; all else is as it is. Without sound: a
 * voice keeps its call in sight until it has ended.
 */
const steeredPage = `{
  delete window.AudioContext;
  let now = performance.now();
  const due = new Map();
  performance.now = () => now;
  const [wait, forget] = [window.setTimeout.bind(window), window.clearTimeout.bind(window)];
  let last = 1_000_000;
  window.setTimeout = (run, ms = 0, ...rest) => {
    if (ms > 6000) return wait(run, ms, ...rest);
    due.set((last += 1), { run: () => run(...rest), atMs: now + ms });
    return last;
  };
  window.clearTimeout = (id) => void (due.delete(id) || forget(id));
  window.letPass = (ms) => {
    now += ms;
    const ripe = [...due].filter(([, { atMs }]) => atMs <= now);
    for (const [id, { run }] of ripe) if (due.delete(id)) run();
  };
}`;

/** Page time passes, a step at once. */
function letPass(page: Page, ms: number): Promise<void> {
  return page.evaluate(
    (step) => (Reflect.get(window, 'letPass') as (ms: number) => void)(step),
    ms,
  );
}

/** Page time passes by itself, fifteen times as fast as elsewhere. */
function letRun(page: Page): Promise<void> {
  return page.evaluate(() => {
    const pass = Reflect.get(window, 'letPass') as (ms: number) => void;
    setInterval(pass, 10, 150);
  });
}

const stepMs = 100;

interface TakenOver {
  /** How many takeovers stood there at once. */
  readonly count: number;
  readonly number: string;
  readonly counter: string;
  readonly sentence: string;
  /** The sentence in the second language. */
  readonly second: string;
  /** Where it stands: x, y, width, height. */
  readonly box: readonly number[];
  readonly leaving: boolean;
  /** Page time. */
  readonly atMs: number;
}

/** From now on the page writes down every change of its takeover. */
async function watchTakeovers(page: Page): Promise<() => Promise<TakenOver[]>> {
  await page.locator('ph-lobby-page header').first().waitFor();
  await page.evaluate(() => {
    const root = document.querySelector('ph-lobby-page')!.shadowRoot!;
    const seen: TakenOver[] = [];
    Reflect.set(window, 'takenOver', seen);
    new MutationObserver(() => {
      const all = root.querySelectorAll('section.takeover');
      const [one] = all;
      const number = one?.querySelector<HTMLElement & { number: string }>('ph-ticket-number');
      const { x = 0, y = 0, width = 0, height = 0 } = one?.getBoundingClientRect() ?? {};
      seen.push({
        count: all.length,
        number: number?.number ?? '',
        counter: one?.querySelector('.big .plate')?.textContent.trim() ?? '',
        sentence: one?.querySelector('.zh')?.textContent.trim() ?? '',
        second: one?.querySelector('.en')?.textContent.trim() ?? '',
        box: [x, y, width, height],
        leaving: one?.classList.contains('off') ?? false,
        atMs: performance.now(),
      });
    }).observe(root, { childList: true, subtree: true, attributes: true, characterData: true });
  });
  return () => page.evaluate(() => Reflect.get(window, 'takenOver') as TakenOver[]);
}

/** The calls as they came up, each with how long it stood before it left or the next one came. */
function dwells(seen: readonly TakenOver[]) {
  const calls: { number: string; counter: string; sentence: string; fromMs: number; ms: number }[] =
    [];
  for (const { number, counter, sentence, leaving, atMs } of seen) {
    const last = calls.at(-1);
    const isSame = last?.sentence === sentence && last.number === number;
    if (number === '' || !isSame || leaving) {
      if (last?.ms === 0) last.ms = atMs - last.fromMs;
    }
    if (number !== '' && !isSame && !leaving) {
      calls.push({ number, counter, sentence, fromMs: atMs, ms: 0 });
    }
  }
  return calls;
}

describe('the lobby screen', () => {
  it('shows thirty calls at once one after the other, each for five seconds', async () => {
    const { hands, open } = stage();
    for (let each = 0; each < 30; each += 1) await hands.ticket({ service: 'payment' });
    const { page } = await open('lobby', { before: steeredPage });
    const takeovers = await watchTakeovers(page);
    const called: { number: string; counter: string }[] = [];
    while (called.length < 30) {
      for (const counter of ['1', '2', '3', '5']) {
        const number = await hands.call(counter);
        if (number === null) break;
        called.push({ number, counter });
        await hands.at(counter, 'start');
        await hands.at(counter, 'finish');
      }
    }

    const last = called.at(-1)!;
    await eventually(async () => {
      for (let step = 0; step < 100; step += 1) await letPass(page, stepMs);
      const seen = await takeovers();
      return { number: dwells(seen).at(-1)?.number, count: seen.at(-1)?.count };
    }).toEqual({ number: last.number, count: 0 });
    const seen = await takeovers();
    expect(Math.max(...seen.map(({ count }) => count))).toBe(1);
    const shown = dwells(seen);
    expect(shown.map(({ number, counter }) => ({ number, counter }))).toEqual(called);
    for (const { number, counter, sentence, ms } of shown) {
      expect(sentence).toBe(`请 ${number} 到 ${counter} 号窗口。`);
      expect(ms).toBeGreaterThanOrEqual(5_000);
      expect(ms).toBeLessThanOrEqual(5_000 + 2 * stepMs);
    }
    const listed = [...called].reverse().map(({ number }) => number);
    expect(await numbersIn(page.locator('.calls'))).toEqual(listed.slice(0, 5));
  });

  it('says a call to screen readers, and shows a recall as such', async () => {
    const { hands, open } = stage();
    const { number } = await hands.ticket({ service: 'complaint' });
    const { page } = await open('lobby', { before: steeredPage });
    const takeovers = await watchTakeovers(page);
    await letRun(page);
    await hands.call('6');
    await sees(page.locator('[aria-live=assertive]'), `请 ${number} 到 6 号窗口。`);
    // Half a second of this page's time is soon over: what stood there is read from the notes.
    const boxes = (await takeovers()).filter(({ count }) => count > 0).map(({ box }) => box);
    expect(new Set(boxes.map(String))).toEqual(new Set(['0,0,1920,1080']));
    await hands.later(31);
    await hands.at('6', 'recall');
    const noted = async () => (await takeovers()).map(({ sentence }) => sentence);
    await eventually(noted).toContain(`再请 ${number} 到 6 号窗口。`);
    const seconds = (await takeovers()).map(({ second }) => second);
    expect(seconds).toContain(`Once more, ${number}, counter 6 please.`);
    expect((await takeovers()).every(({ count }) => count <= 1)).toBe(true);
    await hands.at('6', 'start');
    await hands.at('6', 'finish');
  });

  it('announces what was called while its cable was out, and only lists what is old', async () => {
    const { hub, hands, open } = stage();
    const cable = await layCable(hub.port);
    onTestFinished(() => cable.close());
    const { page, tolerate } = await open('lobby', {
      origin: cable.origin,
      before: steeredPage,
    });
    const takeovers = await watchTakeovers(page);
    await letRun(page);
    tolerate(...hubIsAway);
    cable.pull();
    await sees(page, /^停在 08:\d\d$/);
    expect((await numbersIn(page.locator('.calls'))).every((each) => each.startsWith('~'))).toBe(
      true,
    );

    const [old, young, youngest] = [
      await hands.ticket({ service: 'payment' }),
      await hands.ticket({ service: 'payment' }),
      await hands.ticket({ service: 'payment' }),
    ];
    await hands.call('1');
    await hands.later(31);
    await hands.call('2');
    await hands.later(20);
    await hands.call('3');
    cable.plug();
    await eventually(async () => dwells(await takeovers()).map(({ number }) => number)).toEqual([
      young.number,
      youngest.number,
    ]);
    await eventually(() => page.locator('section.takeover').count()).toBe(0);
    expect((await numbersIn(page.locator('.calls'))).slice(0, 3)).toEqual([
      youngest.number,
      young.number,
      old.number,
    ]);
    expect(dwells(await takeovers())).toHaveLength(2);
  });
});
