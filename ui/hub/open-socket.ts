import { io } from 'socket.io-client';
import type { OpenSocket } from './hub-client.ts';

/** socket.io on the page's own origin. Reconnecting is the hub client's: it shows when. */
export const openSocket: OpenSocket = (auth) =>
  io({ auth, autoConnect: false, reconnection: false, transports: ['websocket', 'polling'] });
