import { pairDevice, unpairDevice, type PairedDevice } from '#ui/hub/device.ts';
import { createHubClient, type HubClient } from '#ui/hub/hub-client.ts';
import { isFed } from '#ui/hub/is-fed.ts';
import { openFedSocketLate } from '#ui/hub/open-socket-late.ts';
import { openSocket } from '#ui/hub/open-socket.ts';
import { createStore, type Store } from '#ui/hub/store.ts';
import { holdFonts } from '#ui/hold-fonts.ts';
import { common } from '#ui/locale/index.ts';
import { words } from './locale.ts';

/** How a public screen stands with the hub's list of devices. */
export type Pairing =
  | { readonly state: 'unknown' }
  | { readonly state: 'pending' | 'approved' | 'revoked'; readonly device: PairedDevice };

export interface ScreenHub {
  readonly hub: HubClient;
  readonly pairing: Store<Pairing>;
}

const pairAgainMs = 10_000;

/**
 * A screen's own connection: shown to passers-by at once, and paired as a device beside, so that
 * the supervisor sees it and approves what only a screen may do.
 *
 * @param name how the supervisor's list calls it, e.g. `window-3`
 */
export function connectScreen(name: string): ScreenHub {
  if (isFed()) {
    const hub = createHubClient(openFedSocketLate);
    return { hub, pairing: createStore<Pairing>({ state: 'unknown' }) };
  }
  const hub = createHubClient(openSocket);
  const pairing = createStore<Pairing>({ state: 'unknown' });

  async function pair(): Promise<void> {
    const device = await pairDevice('display', name);
    if (device === null) {
      setTimeout(() => void pair(), pairAgainMs);
      return;
    }
    pairing.set({ state: device.state, device });
    hub.signIn(device.token);
  }

  let hasFonts = false;
  hub.connection.subscribe(({ state, bye }) => {
    if (state === 'live' && !hasFonts) {
      hasFonts = true;
      void holdFonts(words, common);
    }
    if (state !== 'ended') return;
    // A newer hub speaks another protocol: its own pages do too.
    if (bye?.code === 'protocol') {
      setTimeout(() => {
        location.reload();
      }, pairAgainMs);
    }
    if (bye?.code !== 'revoked' && bye?.code !== 'expired') return;
    // The hub knows this device no more (a new data folder, or put out of use): it pairs anew.
    unpairDevice('display', name);
    hub.signIn(null);
    setTimeout(() => void pair(), pairAgainMs);
  });
  void pair();
  return { hub, pairing };
}
