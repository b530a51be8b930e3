import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { ByteStream } from '../transports/byte-stream.ts';
import { serialTransport } from '../transports/serial.ts';
import type { DeviceEmulator } from './device-emulator.ts';

export interface Served {
  /** For people: `tcp 127.0.0.1:9100`. */
  readonly address: string;
  /** Told when a serial line has gone; a listening port does not end by itself. */
  readonly ended: Promise<string>;
  close(): Promise<void>;
}

/** @param port 0: one that is free. Rejects when it cannot listen there. */
export function serveTcp(
  device: DeviceEmulator,
  port: number,
  host = '127.0.0.1',
): Promise<Served> {
  const sockets = new Set<Socket>();
  const server: Server = createServer({ noDelay: true, allowHalfOpen: false }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    device.attach(farEnd(socket));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, () => {
      server.off('error', reject);
      const { address, port: given } = server.address() as AddressInfo;
      resolve({
        address: `tcp ${address.includes(':') ? `[${address}]` : address}:${String(given)}`,
        ended: new Promise(() => undefined),
        close: () =>
          new Promise((done) => {
            for (const socket of sockets) socket.destroy();
            server.close(() => {
              done();
            });
          }),
      });
    });
  });
}

/** Speaks on a serial line or one end of a pseudo-terminal. */
export async function serveSerial(
  device: DeviceEmulator,
  path: string,
  baudRate = 9_600,
): Promise<Served> {
  const stream = await serialTransport({ path, baudRate }).open(AbortSignal.timeout(5_000));
  const ended = new Promise<string>((resolve) => {
    stream.onClose(resolve);
  });
  device.attach(stream);
  return {
    address: `serial ${path}`,
    ended,
    close: async () => {
      stream.close();
    },
  };
}

/** What a device may do with a socket beyond bytes: stop reading, and break it off. */
function farEnd(socket: Socket): ByteStream & { pause(): void; resume(): void; reset(): void } {
  let why: string | null = null;
  const closers = new Set<(why: string) => void>();
  const end = (reason: string): void => {
    if (why !== null) return;
    why = reason;
    for (const told of [...closers]) told(reason);
  };
  // A reader that came late hears everything: nothing flows before somebody listens.
  socket.pause();
  socket.on('error', (error) => {
    end(error.message);
  });
  socket.on('close', () => {
    end('closed by the other side');
  });
  return {
    write: (bytes) =>
      new Promise((resolve, reject) => {
        if (why !== null || socket.destroyed) {
          reject(new Error(why ?? 'closed'));
          return;
        }
        socket.write(Uint8Array.from(bytes), (error) => {
          if (error == null) resolve();
          else reject(error);
        });
      }),
    onBytes(take) {
      const hear = (bytes: Buffer): void => {
        take(bytes);
      };
      socket.on('data', hear);
      socket.resume();
      return () => void socket.off('data', hear);
    },
    onClose(told) {
      if (why === null) closers.add(told);
      else told(why);
      return () => void closers.delete(told);
    },
    close() {
      end('closed here');
      socket.end();
      socket.destroySoon();
    },
    pause() {
      socket.pause();
    },
    resume() {
      socket.resume();
    },
    reset() {
      end('broken off here');
      socket.resetAndDestroy();
    },
  };
}
