import { launchBrowser } from '#test/support/browser.ts';
import { pageAddresses, pageSizes, type PageName } from '#test/support/page-sizes.ts';
import { pairKiosk, post, startHub } from './program.ts';
import { medianOf } from './spread.ts';

export interface PageFigures {
  readonly throttling: number;
  /** From the address to the first service that answers a finger, with the CPU slowed. */
  readonly kioskInteractiveMs: number;
  readonly kioskRoundsMs: readonly number[];
  /** A service is touched at that very moment: until its number stands on the glass. */
  readonly numberAfterMs: number;
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
/** Services that give a number at one touch, in the sample hall: nobody waits long for one of them. */
const servicesTouched = 3;
const numberWithinMs = 30_000;
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

    /** @param touched the service, by its place, that is touched as soon as there are any */
    async function visit(
      page: PageName,
      rate: number,
      address = pageAddresses[page],
      touched: number | null = null,
    ) {
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
      const told = (word: string) =>
        new Promise<number>((resolve) => {
          tab.on('console', (message) => {
            const [first, ms] = message.text().split(' ');
            if (first === word) resolve(Number(ms));
          });
        });
      const interactiveMs = told('interactive');
      const numberedMs = told('numbered');
      if (touched !== null) await tab.addInitScript(touchService, touched);
      await tab.goto(new URL(address, hub.url).href, { waitUntil: 'load' });
      return { tab, bytes, interactiveMs, numberedMs, close: () => context.close() };
    }

    const rounds: number[] = [];
    const numbered: number[] = [];
    const empty: number[] = [];
    for (let round = 0; round < (short ? 3 : 9); round += 1) {
      const bare = await visit('kiosk', throttling, '/healthz');
      empty.push(await bare.tab.evaluate(() => performance.now()));
      await bare.close();
      const kiosk = await visit('kiosk', throttling, pageAddresses.kiosk, round % servicesTouched);
      rounds.push(await kiosk.interactiveMs);
      numbered.push(await inTime(kiosk.numberedMs));
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
      numberAfterMs: medianOf(numbered),
      emptyPageMs: medianOf(empty),
      weights,
    };
  } finally {
    await browser.close();
    await hub.stop();
  }
}

function inTime(told: Promise<number>): Promise<number> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => {
      reject(new Error('the kiosk was touched, and no number came'));
    }, numberWithinMs).unref();
  });
  return Promise.race([told, late]);
}

/**
 * Runs in the page: notes when a visible, enabled button of a service stands there and the thread is
 * free, touches it, and notes when the number is on the glass.
 */
function touchService(place: number): void {
  const within = (root: ParentNode, name: string): HTMLElement[] =>
    [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
      ...(element.localName === name ? [element] : []),
      ...(element.shadowRoot === null ? [] : within(element.shadowRoot, name)),
    ]);
  const button = (): HTMLElement | null => {
    const [tile] = within(document, 'ph-service-tile').slice(place);
    const found = tile?.shadowRoot?.querySelector<HTMLElement>('button:enabled') ?? null;
    return found !== null && found.getBoundingClientRect().width >= 44 ? found : null;
  };
  const when = <T>(seen: () => T | null, then: (found: T) => void): void => {
    const found = seen();
    if (found === null) requestAnimationFrame(() => when(seen, then));
    // Painted, and what follows in the queue has run: a touch would be answered now.
    else setTimeout(() => then(found), 0);
  };
  when(button, (found) => {
    const fromMs = performance.now();
    console.log(`interactive ${String(fromMs)}`);
    found.click();
    when(
      () => within(document, 'ph-slip').find((slip) => slip.clientHeight > 0) ?? null,
      () => {
        console.log(`numbered ${String(performance.now() - fromMs)}`);
      },
    );
  });
}
