import { createHubClient } from '#ui/hub/hub-client.ts';
import { openSocket } from '#ui/hub/open-socket.ts';
import { holdFonts } from '#ui/hold-fonts.ts';
import { common } from '#ui/locale/index.ts';
import { words } from './locale.ts';

/** The kiosk's one connection; `pairing` gives it its identity. */
export const hub = createHubClient(openSocket);

const stop = hub.connection.subscribe(({ state }) => {
  if (state !== 'live') return;
  void holdFonts(words, common);
  // Once is enough, and nothing unsubscribes while it is being told.
  queueMicrotask(stop);
});
