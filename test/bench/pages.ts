import { launchBrowser } from '#test/support/browser.ts';
import { pageAddresses, pageSizes, type PageName } from '#test/support/page-sizes.ts';
import { pairKiosk, post, startHub } from './program.ts';
import { medianOf } from './spread.ts';

export interface PageFigures {
  readonly throttling: number;
  /** From the address to the first button that answers a finger, with the CPU slowed. */
  readonly kioskInteractiveMs: number;
  readonly kioskRoundsMs: readonly number[];
  /** An empty page of the same hub under the same throttling: what Chromium itself takes. */
  readonly emptyPageMs: number;
  readonly weights: readonly PageWeight[];
}

/** Kilobytes on the wire of a page's first visit. */
export interface PageWeight {
  readonly page: string;
  readonly codeKb: number;
  readonly fontsKb: number;
  readonly othersKb: number;
}

const throttling = 6;
const pages: readonly PageName[] = [
  'start',
  'kiosk',
  'phone',
  'lobby',
  'window',
  'door',
  'console',
];

/** Page weights, and the kiosk on a machine a sixth as fast. Needs the built pages. */
export async function measurePages(short: boolean): Promise<PageFigures> {
  const hub = await startHub();
  const browser = await launchBrowser();
  try {
    const token = await pairKiosk(hub.url);
    const ticket = await post<{ readonly id: string }>(
      hub.url,
      '/api/tickets',
      { service: 'payment' },
      token,
    );

    async function visit(page: PageName, rate: number, address = pageAddresses[page]) {
      const context = await browser.newContext({ viewport: pageSizes[page], locale: 'zh-CN' });
      const tab = await context.newPage();
      const session = await context.newCDPSession(tab);
      await session.send('Network.enable');
      await session.send('Emulation.setCPUThrottlingRate', { rate });
      const kinds = new Map<string, string>();
      const bytes = { code: 0, fonts: 0, others: 0 };
      session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
      session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
        const kind = kinds.get(requestId) ?? '';
        if (['Document', 'Script', 'Stylesheet'].includes(kind)) bytes.code += encodedDataLength;
        else if (kind === 'Font') bytes.fonts += encodedDataLength;
        else bytes.others += encodedDataLength;
      });
      // Told by the page itself: whatever is put into it to ask would be part of what is measured.
      const interactiveMs = new Promise<number>((resolve) => {
        tab.on('console', (message) => {
          const told = /^interactive (\d+)/.exec(message.text())?.[1];
          if (told !== undefined) resolve(Number(told));
        });
      });
      await tab.addInitScript(watchForButton);
      await tab.goto(new URL(address, hub.url).href, { waitUntil: 'load' });
      return { tab, bytes, interactiveMs, close: () => context.close() };
    }

    const rounds: number[] = [];
    const empty: number[] = [];
    for (let round = 0; round < (short ? 3 : 9); round += 1) {
      const bare = await visit('kiosk', throttling, '/healthz');
      empty.push(await bare.tab.evaluate(() => performance.now()));
      await bare.close();
      const kiosk = await visit('kiosk', throttling);
      rounds.push(await kiosk.interactiveMs);
      await kiosk.close();
    }

    const weights: PageWeight[] = [];
    for (const page of pages) {
      const address = page === 'phone' ? `/t/${ticket.id}` : pageAddresses[page];
      const seen = await visit(page, 1, address);
      await seen.tab.waitForLoadState('networkidle');
      const kb = (count: number): number => count / 1_024;
      weights.push({
        page,
        codeKb: kb(seen.bytes.code),
        fontsKb: kb(seen.bytes.fonts),
        othersKb: kb(seen.bytes.others),
      });
      await seen.close();
    }
    return {
      throttling,
      kioskInteractiveMs: medianOf(rounds),
      kioskRoundsMs: rounds,
      emptyPageMs: medianOf(empty),
      weights,
    };
  } finally {
    await browser.close();
    await hub.stop();
  }
}

/** Runs in the page: notes when a visible, enabled button stands there and the thread is free. */
function watchForButton(): void {
  const buttonIn = (root: ParentNode): boolean => {
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      if (element.matches('button:enabled') && element.getBoundingClientRect().width >= 44) {
        return true;
      }
      if (element.shadowRoot !== null && buttonIn(element.shadowRoot)) return true;
    }
    return false;
  };
  const look = (): void => {
    if (!buttonIn(document)) {
      requestAnimationFrame(look);
      return;
    }
    // Painted, and what follows in the queue has run: a touch would be answered now.
    setTimeout(() => {
      console.log(`interactive ${performance.now()}`);
    }, 0);
  };
  requestAnimationFrame(look);
}
