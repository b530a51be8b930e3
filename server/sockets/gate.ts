import type { IncomingMessage } from 'node:http';
import { limits } from '#server/limits.ts';
import { isOtherOrigin } from '#server/plugins/origin.ts';

/** Which connections come in at all: pages of the hub's own, and not too many from one place. */
export function createGate() {
  const byAddress = new Map<string, number>();
  let count = 0;

  return {
    /** For socket.io's `allowRequest`. */
    allow: (
      request: IncomingMessage,
      callback: (error: string | null | undefined, success: boolean) => void,
    ): void => {
      const address = request.socket.remoteAddress ?? '';
      if (isOtherOrigin(request.headers)) callback('another origin', false);
      else if (count >= limits.socketsMax) callback('too many connections', false);
      else if ((byAddress.get(address) ?? 0) >= limits.socketsPerAddressMax) {
        callback('too many connections from this address', false);
      } else callback(null, true);
    },
    /** Answers how to leave. */
    enter(address: string): () => void {
      count += 1;
      byAddress.set(address, (byAddress.get(address) ?? 0) + 1);
      return () => {
        count -= 1;
        const rest = (byAddress.get(address) ?? 1) - 1;
        if (rest > 0) byAddress.set(address, rest);
        else byAddress.delete(address);
      };
    },
  };
}
