/**
 * Pages for checks: one for both languages, spoken to in each in turn, and kept for the next scene
 * of its kind. A page that is opened anew costs a second, one that is led elsewhere a tenth of it.
 */
import type { Browser, Page } from 'playwright-core';
import { openPage, type OpenedPage, type PageOptions } from '../support/browser.ts';
import type { SceneLanguage } from './studio.ts';

export interface KeptPages {
  /** A page as new, at no address yet. */
  take(options: PageOptions): Promise<OpenedPage>;
  /** Throws where something went wrong on it; then, or where it may complain, it is not kept. */
  giveBack(opened: OpenedPage): Promise<void>;
}

export function createKeptPages(browser: Browser): KeptPages {
  const free = new Map<string, OpenedPage[]>();
  const kinds = new WeakMap<Page, string>();

  return {
    async take(options) {
      const { origin, darkScheme = false, tolerate = [], width = 1280, height = 800 } = options;
      const mayComplain = tolerate.length > 0;
      const kind = `${origin} ${String(darkScheme)}`;
      const kept = mayComplain ? undefined : free.get(kind)?.pop();
      if (kept !== undefined) {
        await kept.page.setViewportSize({ width, height });
        return kept;
      }
      const opened = await openPage(browser, options);
      if (!mayComplain) kinds.set(opened.page, kind);
      // What a tab keeps for itself; the rest is swept out when it is given back.
      await opened.page.addInitScript(
        "if (window === top && location.protocol === 'http:') sessionStorage.clear();",
      );
      const { tolerate: allow } = opened;
      opened.tolerate = (...patterns) => {
        kinds.delete(opened.page);
        allow(...patterns);
      };
      return opened;
    },
    async giveBack(opened) {
      const kind = kinds.get(opened.page);
      if (kind === undefined || opened.problems().length > 0) return opened.close();
      const [origin = ''] = kind.split(' ');
      await opened.page.goto('about:blank');
      const session = await opened.context.newCDPSession(opened.page);
      await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
      await session.detach();
      free.set(kind, [...(free.get(kind) ?? []), opened]);
    },
  };
}

/** Switches the language of a page as its own switch does, wherever that is. */
export async function speak(page: Page, language: SceneLanguage): Promise<void> {
  await page.evaluate(`(async () => {
    const [base] = performance
      .getEntriesByType('resource')
      .filter(({ name }) => /[/]assets[/]base-[^/]*[.]js$/.test(name));
    const shared = Object.values(await import(base.name));
    const store = shared.find((each) =>
      ['zh', 'en'].includes(typeof each?.get === 'function' && each.get.length === 0 && each.get()),
    );
    store.set('${language}');
  })()`);
}
