import { api } from '#ui/hub/api.ts';
import { createHubClient, type OpenSocket, type SocketLike } from '#ui/hub/hub-client.ts';
import { openSocketLate } from '#ui/hub/open-socket-late.ts';
import { holdFonts } from '#ui/hold-fonts.ts';
import { common, language } from '#ui/locale/index.ts';
import { idleTiming } from './idle.ts';
import { words } from './locale.ts';
import { createOffline } from './offline.ts';
import { createPairing } from './pairing.ts';
import type { ListedCustomer, Surround } from './surroundings.ts';

/** The first screen is drawn, and its own signs have come, before those of all others are fetched. */
const holdFontsAfterMs = 1_500;

/** A passer-by is shown nothing that a kiosk needs: until it is paired it does not knock. */
const unpaired: SocketLike = {
  connected: false,
  on: () => unpaired,
  emit: () => unpaired,
  connect: () => unpaired,
  disconnect: () => unpaired,
};
const openPaired: OpenSocket = (auth) => (auth.token === null ? unpaired : openSocketLate(auth));

/** A kiosk in its hall. */
export const inHall: Surround = (name, changed) => {
  // On its way while the kiosk pairs; where it does not come, the socket asks for it again.
  void import('#ui/hub/open-socket.ts').catch(() => undefined);
  const hub = createHubClient(openPaired);
  const pairing = createPairing({
    hub,
    name,
    changed,
    reload: () => {
      location.reload();
    },
  });
  const stop = hub.connection.subscribe(({ state }) => {
    if (state !== 'live') return;
    setTimeout(() => void holdFonts(words, common), holdFontsAfterMs);
    // Once is enough, and nothing unsubscribes while it is being told.
    queueMicrotask(stop);
  });
  return {
    hub,
    name,
    pairing,
    offline: createOffline(hub, name),
    lookUp(key) {
      const options = { body: { key }, token: pairing.token(), language: language.get() };
      return api<ListedCustomer>('/api/customers/lookup', options);
    },
    idle: idleTiming,
  };
};
