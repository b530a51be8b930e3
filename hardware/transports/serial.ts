import type { EventEmitter } from 'node:events';
import { stat } from 'node:fs/promises';
import { SerialPort } from 'serialport';
import type { Transport } from './byte-stream.ts';
import { createLineEnd } from './line-end.ts';

export interface SerialLine {
  readonly path: string;
  readonly baudRate: number;
  readonly dataBits?: 5 | 6 | 7 | 8;
  readonly parity?: 'none' | 'even' | 'odd';
  readonly stopBits?: 1 | 2;
  readonly rtscts?: boolean;
}

const lookMs = 1_000;

/**
 * A serial line, a USB adapter or a pseudo-terminal. Plugged in again, it is found under its path at
 * the link's next try: `/dev/serial/by-id/…` names an adapter wherever it is plugged.
 *
 * Never drained: `tcdrain` on a device that takes nothing would hold a thread of the pool for ever.
 */
export function serialTransport(line: SerialLine, writeWithinMs?: number): Transport {
  const { path, baudRate } = line;
  return {
    address: `serial ${path} ${String(baudRate)}`,
    open: (limit) =>
      new Promise((resolve, reject) => {
        const port = new SerialPort({
          path,
          baudRate,
          dataBits: line.dataBits ?? 8,
          parity: line.parity ?? 'none',
          stopBits: line.stopBits ?? 1,
          rtscts: line.rtscts ?? false,
          autoOpen: false,
        });
        let isOpen = false;
        let stopLooking = (): void => undefined;
        const end = createLineEnd({
          push(piece, done) {
            port.write(Buffer.from(piece), (error) => {
              done(error ?? null);
            });
          },
          shut() {
            stopLooking();
            if (port.isOpen) port.close(() => undefined); // gone already: nothing to close
          },
          ...(writeWithinMs === undefined ? {} : { writeWithinMs }),
        });
        port.on('data', (bytes: Buffer) => {
          end.arrived(bytes);
        });
        port.on('error', (error) => {
          end.end(plainReason(error));
        });
        port.on('close', () => {
          end.end('unplugged');
        });
        port.open((error) => {
          if (error !== null) {
            reject(new Error(plainReason(error)));
            return;
          }
          isOpen = true;
          wakeAfterPolls(port);
          stopLooking = whenGone(path, () => {
            end.end('unplugged');
          });
          if (limit.aborted) end.end('opened too late');
          else resolve(end.stream);
        });
        limit.addEventListener('abort', () => {
          if (!isOpen) reject(new Error('no answer to the attempt to open'));
        });
      }),
  };
}

/**
 * serialport's poller calls back without letting promises go on (`Function.Call` on a bare uv
 * callback): since Node 26 a read then rests until something else wakes the program, measured 1.5 s
 * and more. An empty immediate wakes it at once.
 */
function wakeAfterPolls(port: SerialPort): void {
  const { poller } = (port.port ?? {}) as { readonly poller?: EventEmitter };
  for (const event of ['readable', 'writable', 'disconnect']) {
    poller?.on(event, () => setImmediate(() => undefined));
  }
}

/**
 * Under load a hang-up now and then never reaches serialport's poller (seen in one of twenty tries on a
 * pseudo-terminal): a line on which nothing is said would seem to be there for ever. What is pulled
 * out has no path any more.
 */
function whenGone(path: string, gone: () => void): () => void {
  // `COM3` of Windows is no file.
  if (!path.startsWith('/')) return () => undefined;
  const looking = setInterval(() => {
    stat(path).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') gone();
    });
  }, lookMs);
  looking.unref();
  return () => {
    clearInterval(looking);
  };
}

function plainReason({ message }: Error): string {
  if (/No such file/.test(message)) return 'not plugged in';
  if (/Permission denied/.test(message)) return 'no rights to open it: is the user in dialout?';
  if (/Cannot lock port|Resource temporarily unavailable/.test(message)) {
    return 'another program holds it';
  }
  return message;
}
