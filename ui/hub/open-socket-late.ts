import type { OpenSocket, SocketLike } from './hub-client.ts';

type Listener = (...args: never[]) => void;

/**
 * The same as `openSocket`, but socket.io is loaded only when it is to connect: a page on a slow
 * network (the customer's phone) shows its last known state first.
 */
export const openSocketLate: OpenSocket = (auth) =>
  createLateSocket(async () => (await import('./open-socket.ts')).openSocket(auth));

/** Likewise `fedSocket`, which only a page in a frame of the manager's desk has any use for. */
export const openFedSocketLate: OpenSocket = (auth) =>
  createLateSocket(async () => (await import('./fed-socket.ts')).fedSocket(auth));

/** @param load what becomes the socket; where it cannot be loaded, the next `connect` tries again */
export function createLateSocket(load: () => Promise<SocketLike>): SocketLike {
  const listeners: [event: string, listener: Listener][] = [];
  let socket: SocketLike | null = null;
  let loading = false;
  let wanted = false;

  async function start(): Promise<void> {
    loading = true;
    try {
      const loaded = await load();
      for (const [event, listener] of listeners) loaded.on(event, listener);
      socket = loaded;
      if (wanted) loaded.connect();
    } catch {
      // No network yet: that is what `connect_error` means to the client, which tries again.
      for (const [event, listener] of listeners) if (event === 'connect_error') listener();
    } finally {
      loading = false;
    }
  }

  return {
    get connected() {
      return socket?.connected ?? false;
    },
    on(event, listener) {
      listeners.push([event, listener]);
      socket?.on(event, listener);
    },
    emit: (event, ...args) => socket?.emit(event, ...args),
    connect() {
      wanted = true;
      if (socket !== null) socket.connect();
      else if (!loading) void start();
    },
    disconnect() {
      wanted = false;
      socket?.disconnect();
    },
  };
}
