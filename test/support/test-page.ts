/** A page that belongs to the running vitest test. */
import type { Browser } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { openPage } from './browser.ts';
import type { OpenedPage, PageOptions } from './browser.ts';

/**
 * Opens a page and closes it with the test. The test fails if the page logged an error, threw one,
 * or sent a request to anybody but the hub.
 */
export async function openTestPage(browser: Browser, options: PageOptions): Promise<OpenedPage> {
  const opened = await openPage(browser, options);
  onTestFinished(opened.close);
  return opened;
}
