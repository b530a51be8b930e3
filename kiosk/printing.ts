import type { KioskPrinterView, KioskView } from '#protocol/views.ts';

/**
 * What becomes of the slip. `none`: no printer stands here; `on-paper`: it comes out; `no-paper` and
 * `not-printed`: it does not, or nobody knows, and the customer takes the number along another way.
 */
export type Printing = 'none' | 'on-paper' | 'no-paper' | 'not-printed';

export interface ThisKiosk {
  readonly device: string | null;
  readonly name: string;
}

/** The slip of a number just taken, as the printer and the paper of this very ticket stand. */
export function printingOf(
  view: Pick<KioskView, 'printers' | 'unprinted'>,
  number: string,
  kiosk: ThisKiosk,
): Printing {
  const printer = printerFor(view.printers, kiosk);
  if (printer === null) return 'none';
  if (printer.state === 'paper-out') return 'no-paper';
  if (view.unprinted.includes(number)) return 'not-printed';
  return isAble(printer) ? 'on-paper' : 'not-printed';
}

/** Its own printer before one for all, and one that works before one that does not: as the hub does. */
function printerFor(
  printers: readonly KioskPrinterView[],
  { device, name }: ThisKiosk,
): KioskPrinterView | null {
  const own = printers.filter(
    ({ kiosk }) => kiosk !== null && (kiosk === device || kiosk === name),
  );
  const able = own.length > 0 ? own : printers.filter(({ kiosk }) => kiosk === null);
  return able.find(isAble) ?? able[0] ?? null;
}

function isAble({ state }: KioskPrinterView): boolean {
  return state === 'ready' || state === 'paper-low';
}
