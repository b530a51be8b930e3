/** Looking at a page as a person does: texts that can be seen, numbers that stand there. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import type { OpenedPage } from '../support/browser.ts';
import { pageAddresses, pageSizes, type PageName } from '../support/page-sizes.ts';
import type { RunningHub } from '../support/running-hub.ts';
import { root } from '../house/project-files.ts';
import { openTestPage } from '../support/test-page.ts';

export type { PageName };

export interface Asked {
  readonly path?: string;
  readonly language?: 'zh' | 'en';
  /** Another way to the hub, e.g. a cable that can be pulled. */
  readonly origin?: string;
  /** Runs before the page's own scripts. */
  readonly before?: string;
  readonly reducedMotion?: boolean;
  readonly darkScheme?: boolean;
  readonly keepsPage?: boolean;
}

/** What a browser says by itself while the hub is away; nothing else is forgiven. */
export const hubIsAway = [
  /ERR_(CONNECTION_(REFUSED|RESET|CLOSED)|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED)/,
  /WebSocket connection to 'ws:\/\/127\.0\.0\.1:\d+\/socket\.io\//,
];

/** Opens one of the pages at its size; it is closed, and its complaints judged, with the test. */
export async function open(
  browser: Browser,
  hub: Pick<RunningHub, 'origin'>,
  name: PageName,
  asked: Asked = {},
): Promise<OpenedPage> {
  const language = asked.language ?? 'zh';
  const opened = await openTestPage(browser, {
    origin: asked.origin ?? hub.origin,
    ...pageSizes[name],
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    reducedMotion: asked.reducedMotion ?? false,
    darkScheme: asked.darkScheme ?? false,
    keepsPage: asked.keepsPage ?? false,
  });
  opened.context.setDefaultTimeout(30_000);
  keepPictureOfFailure(opened.page, name);
  if (asked.before !== undefined) await opened.page.addInitScript({ content: asked.before });
  await opened.page.goto(asked.path ?? pageAddresses[name]);
  return opened;
}

let pictures = 0;

/** What a page showed when its test failed: `.cache/e2e/TEST-PAGE.png`. */
function keepPictureOfFailure(page: Page, name: string): void {
  onTestFinished(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    const folder = join(root, '.cache', 'e2e');
    mkdirSync(folder, { recursive: true });
    const test = task.name.match(/\w+/g)?.slice(0, 8).join('-') ?? '';
    const path = join(folder, `${test}--${name}-${String((pictures += 1))}.png`);
    await page.screenshot({ path }).catch(() => undefined); // The page may be gone.
  });
}

/** Waits until a text can be seen. */
export async function sees(where: Page | Locator, text: string | RegExp): Promise<void> {
  const found = where.getByText(spaced(text)).filter({ visible: true }).first();
  await found.waitFor({ timeout: 30_000 });
}

/** Waits until a text can be seen no more. */
export async function seesNoMore(where: Page | Locator, text: string | RegExp): Promise<void> {
  await expect
    .poll(() => where.getByText(spaced(text)).filter({ visible: true }).count(), {
      timeout: 30_000,
    })
    .toBe(0);
}

/** A space in a text may be one that holds a line together. */
function spaced(text: string | RegExp): RegExp {
  const source =
    typeof text === 'string' ? text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : text.source;
  return new RegExp(source.replaceAll(' ', '\\s'), 'u');
}

/** Waits until something holds of what a page shows. */
export function eventually<T>(look: () => Promise<T> | T) {
  return expect.poll(look, { timeout: 30_000, interval: 50 });
}

/** The numbers that stand in a place, in order; hollow ones marked with a `~`. */
export function numbersIn(where: Locator): Promise<string[]> {
  return where
    .locator('ph-ticket-number')
    .evaluateAll((all) =>
      (all as (HTMLElement & { number: string; look: string })[]).map(
        ({ number, look }) => (look === 'hollow' ? '~' : '') + number,
      ),
    );
}
