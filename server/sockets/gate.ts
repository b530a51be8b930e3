import type { IncomingMessage, ServerResponse } from 'node:http';
import { createAllowances } from '#server/desk/allowances.ts';
import { limits } from '#server/limits.ts';
import { isOtherOrigin } from '#server/plugins/origin.ts';
import type { Proxies } from '#server/plugins/proxies.ts';

type GateLimits = Readonly<
  Record<
    | 'socketsMax'
    | 'socketsPerAddressMax'
    | 'newSocketsPerSecond'
    | 'newSocketBurst'
    | 'rateLimitAddressesMax',
    number
  >
>;

/** Which connections come in at all: pages of the hub's own, and not too many from one place. */
export function createGate(proxies: Proxies, bounds: GateLimits = limits) {
  const byAddress = new Map<string, number>();
  const arrivals = createAllowances({
    perSecond: bounds.newSocketsPerSecond,
    burst: bounds.newSocketBurst,
    askersMax: bounds.rateLimitAddressesMax,
  });
  let count = 0;

  /** Full, full for this address, or too many newcomers of this address in a moment. */
  function isTooMany(address: string): boolean {
    return (
      count >= bounds.socketsMax ||
      (byAddress.get(address) ?? 0) >= bounds.socketsPerAddressMax ||
      arrivals.take(address) > 0
    );
  }

  return {
    /** For socket.io's `allowRequest`. */
    allow: (
      request: IncomingMessage,
      callback: (error: string | null | undefined, success: boolean) => void,
    ): void => {
      if (isOtherOrigin(request.headers)) callback('another origin', false);
      else if (isTooMany(proxies.addressOf(request))) answerTooMany(request);
      else callback(null, true);
    },
    /** Answers how to leave. */
    enter(request: IncomingMessage): () => void {
      const address = proxies.addressOf(request);
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

/** socket.io itself knows 400 and 403 only: here the line is answered and closed. */
function answerTooMany(request: IncomingMessage & { readonly res?: ServerResponse }): void {
  const retryAfter = String(limits.socketsRetryAfterSeconds);
  const { res, socket } = request;
  if (res instanceof Object && typeof res.end === 'function') {
    res.writeHead(429, { 'retry-after': retryAfter, connection: 'close' }).end();
    return;
  }
  socket.on('error', () => {
    // A newcomer who has left meanwhile need not be told.
  });
  socket.end(
    `HTTP/1.1 429 Too Many Requests\r\nRetry-After: ${retryAfter}\r\n` +
      'Content-Length: 0\r\nConnection: close\r\n\r\n',
  );
}
