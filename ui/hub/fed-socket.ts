import type { OpenSocket, SocketLike } from './hub-client.ts';

/**
 * A page that is shown what once was: it stands in a frame of the manager's desk and gets its views
 * from there, not from the hub. It asks for nothing, pairs with nothing and stays silent.
 */
export interface FedView {
  readonly kind: 'paihao-view';
  readonly view: string;
  readonly data: unknown;
}

/** What the frame says when it is there. */
export interface FedReady {
  readonly kind: 'paihao-ready';
}

/** In the frame: hears views from the page around it, and from no other. */
export const fedSocket: OpenSocket = () => {
  const listeners = new Map<string, ((...args: never[]) => void)[]>();
  let connected = false;
  let revision = 0;
  const tell = (event: string, message?: unknown): void => {
    for (const listener of listeners.get(event) ?? []) {
      (listener as (told: unknown) => void)(message);
    }
  };
  const heard = ({ source, origin, data }: MessageEvent<Partial<FedView>>): void => {
    if (source !== parent || origin !== location.origin || data.kind !== 'paihao-view') return;
    // The slider goes both ways; what is shown last is always the newest.
    revision += 1;
    tell('view', { view: data.view, data: data.data, revision });
  };
  const socket: SocketLike = {
    get connected() {
      return connected;
    },
    on(event, listener) {
      listeners.set(event, [...(listeners.get(event) ?? []), listener]);
    },
    emit: () => {},
    connect() {
      connected = true;
      addEventListener('message', heard);
      tell('connect');
      parent.postMessage({ kind: 'paihao-ready' } satisfies FedReady, location.origin);
    },
    disconnect() {
      connected = false;
      removeEventListener('message', heard);
    },
  };
  return socket;
};

/** Whether this page stands in such a frame: its address says so (`?again`). */
export function isFed(): boolean {
  return parent !== window && new URLSearchParams(location.search).has('again');
}
