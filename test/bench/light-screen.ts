import { WebSocket } from 'ws';

/**
 * A screen that costs next to nothing, so that a thousand of them in one process measure the hub and
 * not themselves. It speaks just enough of engine.io 4 and socket.io 5 (packet types: engine 0 open,
 * 2 ping, 3 pong, 4 message; socket 0 connect, 2 event, 3 ack), or nothing at all beside a bare ws.
 */
export interface LightScreen {
  /** The next message of this kind, when it has arrived: its text and the instant. */
  next(prefix: string): Promise<{ readonly text: string; readonly atMs: number }>;
  send(text: string): void;
  /** A socket.io event with acknowledgement. */
  ask(event: string, payload: unknown): Promise<unknown>;
  /** From here on it takes nothing more, and does not say so. */
  stopReading(): void;
  close(): void;
}

interface Waiting {
  readonly prefix: string;
  readonly tell: (found: { readonly text: string; readonly atMs: number }) => void;
}

/** @param auth of socket.io's handshake; null: a bare ws */
export async function connectScreen(
  url: string,
  auth: Readonly<Record<string, unknown>> | null,
): Promise<LightScreen> {
  const address = new URL(auth === null ? '/' : '/socket.io/?EIO=4&transport=websocket', url);
  address.protocol = 'ws:';
  const socket = new WebSocket(address, { perMessageDeflate: false });
  let waiting: Waiting[] = [];
  let lastAck = 0;
  socket.on('message', (data: Buffer) => {
    const atMs = performance.now();
    if (data.length === 1 && data[0] === pingByte) {
      socket.send('3');
      return;
    }
    if (waiting.length === 0) return;
    const text = data.toString();
    const told = waiting.filter(({ prefix }) => text.startsWith(prefix));
    if (told.length === 0) return;
    waiting = waiting.filter((each) => !told.includes(each));
    for (const { tell } of told) tell({ text, atMs });
  });

  const screen: LightScreen = {
    next: (prefix) => new Promise((tell) => waiting.push({ prefix, tell })),
    send: (text) => {
      socket.send(text);
    },
    async ask(event, payload) {
      lastAck += 1;
      const id = String(lastAck);
      const answer = screen.next(`43${id}[`);
      socket.send(`42${id}${JSON.stringify([event, payload])}`);
      const { text } = await answer;
      return (JSON.parse(text.slice(2 + id.length)) as unknown[])[0];
    },
    stopReading: () => {
      socket.pause();
    },
    close: () => {
      socket.terminate();
    },
  };
  const opened = auth === null ? null : screen.next('0');
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  if (auth !== null) {
    await opened;
    const connected = screen.next('40');
    socket.send(`40${JSON.stringify(auth)}`);
    await connected;
  }
  return screen;
}

const pingByte = '2'.charCodeAt(0);
