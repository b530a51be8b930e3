import type { KioskView } from '#protocol/views.ts';
import { recollect, remember } from '#ui/hub/memory.ts';
import type { HubClient } from '#ui/hub/hub-client.ts';
import { createHandIn } from './hand-in.ts';
import { createOfflineNumbers } from './offline-numbers.ts';
import { awayAfterMs } from './phase.ts';
import { takeNumber } from './taking.ts';
import type { Visit } from './visit.ts';

/** Where a kiosk keeps its numbers on the device. */
export const offlineBookKey = (name: string): string => `kiosk.numbers.${name}`;

/** The kiosk's own numbers, bound to its hub and to this device's storage. */
export function createOffline(hub: HubClient, name: string) {
  const key = offlineBookKey(name);
  const numbers = createOfflineNumbers({
    recollect: () => recollect(key),
    keep(book) {
      remember(key, book);
      return JSON.stringify(recollect(key)) === JSON.stringify(book);
    },
    hallNowMs: () => hub.clock.now(),
  });
  const handIn = createHandIn({ command: hub.command, numbers });
  const { aheadMs } = numbers.book();
  // A page that starts without its hub still shows the hall's time.
  if (aheadMs !== 0) {
    const now = new Date(Date.now() + aheadMs).toISOString();
    hub.clock.adjust({ now, clockSpeed: 1 });
  }

  function isAway(): boolean {
    const { state, sinceMs } = hub.connection.get();
    return state !== 'live' && Date.now() - sinceMs > awayAfterMs && numbers.canGive();
  }

  return {
    numbers,
    isAway,
    /** Tells once a second, and whenever something changes, how the hub is. */
    look(isLive: boolean): void {
      if (isLive) {
        numbers.heard(Date.now());
        handIn.live();
      } else handIn.away();
    },
    take: (
      service: string,
      visit: Visit,
      view: KioskView | null,
      command: HubClient['command'] = hub.command,
    ): Promise<Visit> =>
      takeNumber(service, visit, view, {
        command,
        numbers,
        settled: handIn.settled,
        isAway,
      }),
  };
}

export type Offline = ReturnType<typeof createOffline>;
