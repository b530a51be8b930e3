import { fedSocket } from '#ui/hub/fed-socket.ts';
import { createHubClient, type OpenSocket, type SocketLike } from '#ui/hub/hub-client.ts';
import { isFed } from '#ui/hub/is-fed.ts';
import { openSocket } from '#ui/hub/open-socket.ts';
import { noViewMemory } from '#ui/hub/view-memory.ts';
import { holdFonts } from '#ui/hold-fonts.ts';
import { common } from '#ui/locale/index.ts';
import { words } from './locale.ts';

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
const openPaired: OpenSocket = (auth) => (auth.token === null ? unpaired : openSocket(auth));

/** The kiosk's one connection; `pairing` gives it its identity. */
export const hub = isFed()
  ? createHubClient(fedSocket, null, undefined, noViewMemory)
  : createHubClient(openPaired);

const stop = hub.connection.subscribe(({ state }) => {
  if (state !== 'live' || isFed()) return;
  setTimeout(() => void holdFonts(words, common), holdFontsAfterMs);
  // Once is enough, and nothing unsubscribes while it is being told.
  queueMicrotask(stop);
});
