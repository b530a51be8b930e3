import { connect } from 'node:net';
import type { Transport } from './byte-stream.ts';
import { createLineEnd } from './line-end.ts';

export interface TcpAddress {
  readonly host: string;
  readonly port: number;
}

/** A device on the network, or a serial server. @param writeWithinMs bound of a standstill */
export function tcpTransport({ host, port }: TcpAddress, writeWithinMs?: number): Transport {
  return {
    address: `tcp ${host.includes(':') ? `[${host}]` : host}:${String(port)}`,
    open: (limit) =>
      new Promise((resolve, reject) => {
        const socket = connect({ host, port, noDelay: true, keepAlive: true });
        socket.setKeepAlive(true, 10_000);
        const line = createLineEnd({
          push: (piece, done) => void socket.write(piece, done),
          shut: () => socket.destroy(),
          ...(writeWithinMs === undefined ? {} : { writeWithinMs }),
        });
        const give = (): void => {
          socket.destroy();
          reject(new Error('no connection in time'));
        };
        limit.addEventListener('abort', give);
        socket.on('connect', () => {
          limit.removeEventListener('abort', give);
          resolve(line.stream);
        });
        socket.on('data', (bytes: Buffer) => {
          line.arrived(bytes);
        });
        socket.on('error', (error: NodeJS.ErrnoException) => {
          const why = tcpReasons[error.code ?? ''] ?? error.message;
          reject(new Error(why));
          line.end(why);
        });
        // A device that closes its half wants no more: a ticket half sent would hang for ever.
        socket.on('end', () => {
          line.end('closed by the device');
        });
        socket.on('close', () => {
          reject(new Error('closed by the device'));
          line.end('closed by the device');
        });
        if (limit.aborted) give();
      }),
  };
}

const tcpReasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody answers at this address',
  ECONNRESET: 'the device broke the connection off',
  EHOSTUNREACH: 'the device is not reachable',
  ENETUNREACH: 'the network is not reachable',
  ENOTFOUND: 'no device of this name',
  ETIMEDOUT: 'the device does not answer',
  EPIPE: 'the device broke the connection off',
};
