import type { PresentedMessage, PresentRequest } from '#protocol/socket-events.ts';
import type { Hall } from '#server/desk/hall-port.ts';
import { maskedKey } from '#server/vault/customers.ts';
import type { HubSocket, SocketData } from './connection.ts';

/**
 * A card was shown at a reader: its kiosk is told who the hall's list says it is (rule `vip-first`).
 * The number is looked up and forgotten: nothing is kept, journalled or logged (rule `privacy`).
 */
export function createPresenting(
  hall: Pick<Hall, 'vault'>,
  sockets: () => Iterable<HubSocket>,
): (request: PresentRequest) => void {
  return ({ kiosk, key }) => {
    const kiosks = [...sockets()].filter((socket) => isKiosk(socket, hall));
    const asked =
      kiosk === null
        ? kiosks
        : kiosks.filter((socket) => {
            const device = deviceOf(socket);
            return device === kiosk || hall.vault.devices.get(device)?.name === kiosk;
          });
    // Without a name it is clear only where there is one kiosk: nobody else's screen may change.
    if (kiosk === null && new Set(asked.map(deviceOf)).size !== 1) return;
    const found = hall.vault.customers.find(key);
    const message: PresentedMessage = {
      customer: found?.customer ?? null,
      class: found?.class ?? null,
      masked: maskedKey(key),
    };
    for (const socket of asked) socket.emit('presented', message);
  };
}

function isKiosk(socket: HubSocket, hall: Pick<Hall, 'vault'>): boolean {
  const identity = (socket.data as Partial<SocketData>).identity;
  return (
    identity?.kind === 'device' &&
    identity.deviceKind === 'kiosk' &&
    hall.vault.devices.get(identity.device)?.state === 'approved'
  );
}

function deviceOf(socket: HubSocket): string {
  const { identity } = socket.data;
  return identity.kind === 'device' ? identity.device : '';
}
