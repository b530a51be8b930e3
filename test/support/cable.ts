/**
 * The cable between one screen and the hub, to be pulled and plugged in again: a plain TCP relay.
 * The hub itself never notices more than a client that is gone.
 */
import { connect, createServer, type Socket } from 'node:net';

export interface Cable {
  /** The hub as this screen knows it. */
  readonly origin: string;
  pull(): void;
  plug(): void;
  close(): Promise<void>;
}

export async function layCable(hubPort: number): Promise<Cable> {
  const ends = new Set<Socket>();
  let plugged = true;
  const server = createServer((screen) => {
    if (!plugged) {
      screen.destroy();
      return;
    }
    const hub = connect(hubPort, '127.0.0.1');
    for (const [end, other] of [
      [screen, hub],
      [hub, screen],
    ] as const) {
      ends.add(end);
      end.pipe(other);
      end.on('error', () => other.destroy());
      end.on('close', () => {
        ends.delete(end);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the cable has no port');
  return {
    origin: `http://127.0.0.1:${String(address.port)}`,
    pull() {
      plugged = false;
      for (const end of ends) end.destroy();
    },
    plug() {
      plugged = true;
    },
    close: () =>
      new Promise((resolve) => {
        for (const end of ends) end.destroy();
        server.close(() => resolve());
      }),
  };
}
