import { close, constants, open, read, stat, write } from 'node:fs';
import type { Transport } from './byte-stream.ts';
import { createLineEnd } from './line-end.ts';
import { lineLimits } from './transport-limits.ts';

/**
 * A device file such as `/dev/usb/lp0`, opened without blocking: neither a full printer nor a silent
 * one may hold a thread. A missing file is told at once, and nothing is printed later.
 */
export function deviceFileTransport(path: string, writeWithinMs?: number): Transport {
  return {
    address: `file ${path}`,
    open: (limit) =>
      new Promise((resolve, reject) => {
        open(path, constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY, (error, fd) => {
          if (error !== null) {
            reject(new Error(fileReasons[error.code ?? ''] ?? error.message));
            return;
          }
          if (limit.aborted) {
            close(fd);
            reject(new Error('opened too late'));
            return;
          }
          resolve(serve(fd, path, writeWithinMs).stream);
        });
      }),
  };
}

function serve(fd: number, path: string, writeWithinMs: number | undefined) {
  let isShut = false;
  let poll: NodeJS.Timeout | null = null;
  const buffer = Buffer.alloc(4_096);

  const push = (piece: Uint8Array, done: (error?: Error | null) => void): void => {
    if (isShut) return;
    write(fd, piece, 0, piece.length, null, (error, count) => {
      if (isShut) return;
      if (error !== null && error.code !== 'EAGAIN') {
        done(new Error(fileReasons[error.code ?? ''] ?? error.message));
        return;
      }
      const rest = piece.subarray(error === null ? count : 0);
      if (rest.length === 0) done(null);
      else setTimeout(push, lineLimits.pollMs, rest, done);
    });
  };
  const end = createLineEnd({
    push,
    shut() {
      isShut = true;
      if (poll !== null) clearTimeout(poll);
      close(fd, () => undefined); // gone already: nothing to close
    },
    ...(writeWithinMs === undefined ? {} : { writeWithinMs }),
  });
  const look = (): void => {
    if (isShut) return;
    read(fd, buffer, 0, buffer.length, null, (error, count) => {
      if (isShut) return;
      // Write-only devices refuse to be read: they never answer, which is not a fault of the line.
      if (error !== null && error.code === 'EBADF') return;
      if (error !== null && error.code !== 'EAGAIN') {
        end.end(fileReasons[error.code ?? ''] ?? error.message);
        return;
      }
      if (error === null && count > 0) end.arrived(Uint8Array.from(buffer.subarray(0, count)));
      if (error !== null || count > 0) lookAgain(count > 0 ? 0 : lineLimits.pollMs);
      else lookWhetherItIsThere();
    });
  };
  const lookAgain = (afterMs: number): void => {
    poll = setTimeout(look, afterMs);
  };
  /** An empty answer: a printer has nothing to say, or a line was hung up. */
  const lookWhetherItIsThere = (): void => {
    stat(path, (gone) => {
      if (isShut) return;
      if (gone === null) lookAgain(lineLimits.pollMs);
      else end.end('unplugged');
    });
  };
  look();
  return end;
}

const fileReasons: Readonly<Record<string, string>> = {
  ENOENT: 'not plugged in',
  ENODEV: 'unplugged',
  ENXIO: 'not plugged in',
  EIO: 'unplugged',
  EACCES: 'no rights to open it: is the user in the group lp?',
  EBUSY: 'another program holds it',
};
