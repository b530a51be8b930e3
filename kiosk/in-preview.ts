import { fedSocket } from '#ui/hub/fed-socket.ts';
import { createHubClient } from '#ui/hub/hub-client.ts';
import { createOffline } from './offline.ts';
import { createPairing } from './pairing.ts';
import type { ListedCustomer, Surround } from './surroundings.ts';

/**
 * A kiosk that the manager's desk shows: what it asks, it asks of the page around it. It pairs with
 * nothing, borrows no numbers and hands none in, and whoever looks at it takes their time.
 */
export const inPreview: Surround = (name, changed) => {
  const hub = createHubClient(fedSocket);
  const nothing = (): undefined => undefined;
  return {
    hub,
    name,
    pairing: {
      ...createPairing({ hub, name, changed, reload: nothing }),
      start: () => Promise.resolve(),
    },
    offline: { ...createOffline(hub, name), look: nothing },
    async lookUp(key) {
      const data = await hub.ask<ListedCustomer>('look-up', { key });
      return data === null ? { ok: false, problem: null } : { ok: true, data };
    },
    idle: null,
  };
};
