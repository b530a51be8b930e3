import type { OpenSocket, SocketLike } from './hub-client.ts';

/**
 * A page that is shown what once was, or what would be: it stands in a frame of the manager's desk
 * and gets its views from there, not from the hub. It pairs with nothing and stays silent; what it
 * asks for is asked of the page around it, which may answer.
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

/** What the frame would ask of a hub. */
export interface FedAsked {
  readonly kind: 'paihao-asked';
  readonly no: number;
  /** As on a socket: `command`, or a word of the page's own. */
  readonly word: string;
  readonly payload: unknown;
}

export interface FedAnswer {
  readonly kind: 'paihao-answer';
  readonly no: number;
  readonly answer: unknown;
}

/** In the frame: hears views from the page around it, and from no other. */
export const fedSocket: OpenSocket = () => {
  const listeners = new Map<string, ((...args: never[]) => void)[]>();
  let connected = false;
  let revision = 0;
  let lastNo = 0;
  const asked = new Map<number, (answer: unknown) => void>();
  const tell = (event: string, message?: unknown): void => {
    for (const listener of listeners.get(event) ?? []) {
      (listener as (told: unknown) => void)(message);
    }
  };
  const heard = ({ source, origin, data }: MessageEvent<FedView | FedAnswer>): void => {
    if (source !== parent || origin !== location.origin) return;
    if (data.kind === 'paihao-answer') {
      asked.get(data.no)?.(data.answer);
      asked.delete(data.no);
    }
    if (data.kind !== 'paihao-view') return;
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
    emit(word, payload, answered) {
      if (typeof answered !== 'function') return;
      lastNo += 1;
      asked.set(lastNo, answered as (answer: unknown) => void);
      const told: FedAsked = { kind: 'paihao-asked', no: lastNo, word, payload };
      parent.postMessage(told, location.origin);
    },
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
