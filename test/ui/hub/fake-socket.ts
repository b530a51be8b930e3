import type { CommandRequest, WatchRequest } from '#protocol/socket-events.ts';
import type { OpenSocket, SocketLike } from '#ui/hub/hub-client.ts';

type Listener = (...args: never[]) => void;

export interface FakeSocket extends SocketLike {
  connected: boolean;
  readonly auth: { readonly token: string | null; readonly protocol: number };
  /** Everything the client sent, acknowledgements aside. */
  readonly sent: { readonly word: string; readonly payload: unknown }[];
  readonly tries: () => number;
  /** The hub lets it in. */
  open(): void;
  /** The network or the hub is gone. */
  drop(): void;
  refuse(): void;
  hear(word: string, payload: unknown): void;
  commands(): readonly CommandRequest[];
  watches(): readonly WatchRequest[];
  /** Acknowledges the last one sent of a word. */
  answer(word: string, answer: unknown): void;
}

/** Sockets whose other end is the test. */
export function createFakeSockets() {
  const sockets: FakeSocket[] = [];
  const open: OpenSocket = (auth) => {
    const socket = createFakeSocket(auth);
    sockets.push(socket);
    return socket;
  };
  return {
    open,
    sockets,
    /** The present one. */
    last(): FakeSocket {
      const socket = sockets.at(-1);
      if (socket === undefined) throw new Error('no socket was opened');
      return socket;
    },
  };
}

function createFakeSocket(auth: FakeSocket['auth']): FakeSocket {
  const listeners = new Map<string, Listener[]>();
  const acks = new Map<string, (answer: unknown) => void>();
  const sent: { word: string; payload: unknown }[] = [];
  let tries = 0;

  function tell(word: string, ...args: unknown[]): void {
    for (const listener of listeners.get(word) ?? []) listener(...(args as never[]));
  }

  const socket: FakeSocket = {
    connected: false,
    auth,
    sent,
    tries: () => tries,
    on(word, listener) {
      listeners.set(word, [...(listeners.get(word) ?? []), listener]);
    },
    emit(word, payload, ack) {
      sent.push({ word, payload });
      if (typeof ack === 'function') acks.set(word, ack as (answer: unknown) => void);
    },
    connect() {
      tries += 1;
    },
    disconnect() {
      if (socket.connected) socket.drop();
    },
    open() {
      socket.connected = true;
      tell('connect');
    },
    drop() {
      socket.connected = false;
      tell('disconnect', 'transport close');
    },
    refuse() {
      tell('connect_error', new Error('refused'));
    },
    hear: tell,
    commands: () => payloads('command') as CommandRequest[],
    watches: () => payloads('watch') as WatchRequest[],
    answer(word, answer) {
      const ack = acks.get(word);
      acks.delete(word);
      ack?.(answer);
    },
  };

  function payloads(word: string): unknown[] {
    return sent.filter((each) => each.word === word).map(({ payload }) => payload);
  }
  return socket;
}
