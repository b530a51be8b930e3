import { createHubClient } from '#ui/hub/hub-client.ts';
import { openSocket } from '#ui/hub/open-socket.ts';

/** The kiosk's one connection; `pairing` gives it its identity. */
export const hub = createHubClient(openSocket);
