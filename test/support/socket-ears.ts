import type { Socket } from 'socket.io-client';
import type { CallMessage, ViewMessage } from '#protocol/socket-events.ts';
import type { Problem } from '#protocol/problem.ts';

export type Ack = { ok: true; revision: number; result: never } | { ok: false; problem: Problem };

/** Everything that a socket heard, in order, and a way to wait for more. */
export function listen(socket: Socket) {
  const views: ViewMessage[] = [];
  const calls: CallMessage[] = [];
  const heard: string[] = [];
  let check: (() => void) | null = null;
  socket.onAny((event: string, message: unknown) => {
    heard.push(event);
    if (event === 'view') views.push(message as ViewMessage);
    if (event === 'call') calls.push(message as CallMessage);
    check?.();
  });
  const until = <T>(find: () => T | undefined | false): Promise<T> =>
    new Promise((resolve) => {
      check = () => {
        const found = find();
        if (found === undefined || found === false) return;
        check = null;
        resolve(found);
      };
      check();
    });
  return { views, calls, heard, until };
}

export const watch = (socket: Socket, request: object): Promise<Ack> =>
  socket.emitWithAck('watch', request) as Promise<Ack>;

export const command = (
  socket: Socket,
  name: string,
  args: object,
  id: string = crypto.randomUUID(),
) =>
  socket.emitWithAck('command', { id, name, args }) as Promise<
    | { ok: true; revision: number; result: Record<string, never> & { [field: string]: never } }
    | { ok: false; problem: Problem }
  >;

export const byeOf = (socket: Socket): Promise<object> =>
  new Promise((resolve) => socket.once('bye', resolve));

export const gone = (socket: Socket): Promise<string> =>
  new Promise((resolve) => socket.once('disconnect', resolve));
