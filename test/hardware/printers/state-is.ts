import { once } from 'node:events';
import type { Printer } from '#hardware/printers/open-printer.ts';

/** Waits, at most ten seconds, until a printer is in a state. */
export async function stateIs(printer: Printer, wanted: string): Promise<void> {
  const reached = new EventTarget();
  const event = once(reached, 'reached', { signal: AbortSignal.timeout(10_000) });
  const stop = printer.onState((state) => {
    if (state === wanted) queueMicrotask(() => reached.dispatchEvent(new Event('reached')));
  });
  await event;
  stop();
}
