import type { ViewData, ViewName } from '#protocol/views.ts';
import { forget, recollect, remember } from './memory.ts';

/**
 * The last known views, kept on the device so that a page that starts without its hub shows what it
 * last knew (hollow) instead of nothing. What only staff may see is not kept. Of tickets only the
 * last one is: a phone meets a new one at every visit.
 */
export interface ViewMemory {
  keep(view: ViewName, key: string, data: ViewData[ViewName]): void;
  kept(view: ViewName, key: string): ViewData[ViewName] | null;
  /** Writes what waits; at the end of a page. */
  flush(): void;
}

const keptViews: ReadonlySet<ViewName> = new Set(['lobby', 'window', 'door', 'kiosk', 'ticket']);
const lastTicket = 'view.last-ticket';
/** A busy hall changes several times a second; writing to the device is not free. */
const writeGapMs = 2_000;

/**
 * @param build names the page's build: what another build kept may have another shape, and is not
 * shown
 */
export function createViewMemory(build: string = runningBuild()): ViewMemory {
  const waiting = new Map<string, { view: ViewName; data: ViewData[ViewName] }>();
  let timer: ReturnType<typeof setTimeout> | null = null;

  function flush(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    for (const [key, { view, data }] of waiting) {
      if (view === 'ticket') forgetOtherTicket(key);
      remember(`view.${key}`, { build, data });
    }
    waiting.clear();
  }

  return {
    keep(view, key, data) {
      if (!keptViews.has(view)) return;
      waiting.set(key, { view, data });
      timer ??= setTimeout(flush, writeGapMs);
    },
    kept(view, key) {
      if (!keptViews.has(view)) return null;
      const kept = recollect(`view.${key}`);
      if (typeof kept !== 'object' || kept === null) return null;
      if (!('build' in kept) || kept.build !== build || !('data' in kept)) return null;
      return kept.data as ViewData[ViewName];
    },
    flush,
  };
}

/** For pages that show what is not the hall of now. */
export const noViewMemory: ViewMemory = {
  keep: () => {},
  kept: () => null,
  flush: () => {},
};

/** Calls at the end of the page; the answer calls it off. */
export function whenPageGoes(run: () => void): () => void {
  if (!('window' in globalThis)) return () => undefined;
  addEventListener('pagehide', run);
  return () => {
    removeEventListener('pagehide', run);
  };
}

function forgetOtherTicket(key: string): void {
  const before = recollect(lastTicket);
  if (before === key) return;
  if (typeof before === 'string') forget(`view.${before}`);
  remember(lastTicket, key);
}

/** The page's own script; its name holds a hash of everything it is made of. */
function runningBuild(): string {
  if (!('document' in globalThis)) return '';
  return document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src ?? '';
}
