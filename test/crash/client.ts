/** One client of a hub that may die: it asks with a key, and asks again until it is answered. */
import { io, type Socket } from 'socket.io-client';
import type { CommandAck } from '#protocol/socket-events.ts';
import type { Promised, Request } from './ledger.ts';

export type Answer =
  | { readonly kind: 'promised'; readonly promised: Promised }
  | { readonly kind: 'refused'; readonly code: string }
  /** Nobody knows whether it was done. */
  | { readonly kind: 'unknown' };

export interface Door {
  ask(request: Request): Promise<Answer>;
  close(): void;
}

/** Stands for the code of a refusal when a call finds an empty line. */
export const nobodyWaits = 'nobody-waits';

/** A dead hub closes its connections at once; this bounds what hangs all the same. */
const answerMs = 10_000;

interface Body {
  readonly revision: number;
  readonly id?: string;
  readonly number?: string;
  readonly ticket?: { readonly id: string; readonly number: string } | null;
  readonly code?: string;
}

function readSuccess(request: Request, body: Body): Answer {
  const ticket = body.id === undefined ? body.ticket : body;
  // "Nobody waits" is an answer of its own: nothing was done and nothing is promised.
  if (request.name === 'call' && body.ticket === null)
    return { kind: 'refused', code: nobodyWaits };
  return {
    kind: 'promised',
    promised: {
      request,
      revision: body.revision,
      ticket: ticket?.id ?? null,
      number: ticket?.number ?? null,
    },
  };
}

export function httpDoor(origin: string): Door {
  return {
    async ask(request) {
      const { key, path, args, token } = request;
      try {
        const response = await fetch(origin + path, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'idempotency-key': key,
            authorization: `Bearer ${token}`,
          },
          body: JSON.stringify(args),
          signal: AbortSignal.timeout(answerMs),
        });
        const body = (await response.json()) as Body;
        if (response.ok) return readSuccess(request, body);
        // 503 changes nothing, and the same key may be asked again.
        if (response.status === 503) return { kind: 'unknown' };
        return { kind: 'refused', code: String(body.code) };
      } catch {
        return { kind: 'unknown' };
      }
    },
    close() {},
  };
}

export function socketDoor(origin: string, token: string): Door {
  const socket: Socket = io(origin, {
    auth: { token, protocol: 1 },
    transports: ['websocket'],
    reconnectionDelay: 20,
    reconnectionDelayMax: 100,
    forceNew: true,
  });
  return {
    async ask(request) {
      if (!socket.connected) return { kind: 'unknown' };
      const { key: id, name, args, path } = request;
      const [, , , counter] = path.split('/');
      try {
        const message = { id, name, args: { ...args, counter } };
        const ack = (await Promise.race([
          socket.timeout(answerMs).emitWithAck('command', message),
          new Promise((_, reject) => socket.once('disconnect', reject)),
        ])) as CommandAck;
        if (ack.ok) {
          return readSuccess(request, { ...(ack.result as object), revision: ack.revision });
        }
        if (ack.problem.status === 503) return { kind: 'unknown' };
        return { kind: 'refused', code: ack.problem.code };
      } catch {
        return { kind: 'unknown' };
      }
    },
    close() {
      socket.disconnect();
    },
  };
}
