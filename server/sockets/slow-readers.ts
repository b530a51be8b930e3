import { limits } from '#server/limits.ts';
import type { HubSocket } from './connection.ts';

/** The parts of engine.io and ws that tell what a reader has left unread; none of it is promised. */
interface Line {
  readonly transport: {
    readonly socket?: { readonly bufferedAmount?: number; readonly terminate?: () => void };
  };
  readonly writeBuffer: readonly unknown[];
}

function lineOf(socket: HubSocket): Line {
  return socket.conn as unknown as Line;
}

/** A reader that takes nothing would hold its messages in the hub's memory. */
function isTooSlow(socket: HubSocket): boolean {
  const { transport, writeBuffer } = lineOf(socket);
  const unreadBytes = transport.socket?.bufferedAmount ?? 0;
  return unreadBytes > limits.unreadBytesMax || writeBuffer.length > limits.unreadMessagesMax;
}

/**
 * Lets go of a reader that has left too much unread: told `too-slow`, it comes back and gets the
 * whole view. One that does not even take this goodbye is cut off. Answers whether it was let go.
 */
export function dropIfSlow(socket: HubSocket): boolean {
  if (!isTooSlow(socket)) return false;
  const { transport } = lineOf(socket);
  socket.data.bye({ code: 'too-slow', retry: true });
  const cut = setTimeout(() => transport.socket?.terminate?.(), limits.slowGoodbyeMs);
  cut.unref();
  return true;
}
