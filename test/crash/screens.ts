/** Lobby screens that lose the hub and come back by themselves. */
import { io } from 'socket.io-client';
import type { CallMessage, ViewMessage } from '#protocol/socket-events.ts';

export interface Screen {
  /** Resolves when a view of that revision or a later one has come; rejects after the limit. */
  reaches(revision: number, limitMs: number): Promise<void>;
  /** Announcements that it never got, and those it got twice. */
  gaps(): readonly string[];
  view(): ViewMessage<'lobby'> | null;
  close(): void;
}

export function lobbyScreen(origin: string, token: string): Screen {
  let view: ViewMessage<'lobby'> | null = null;
  let lastCall: number | null = null;
  const wrong: string[] = [];
  let check: (() => void) | null = null;
  const socket = io(origin, {
    auth: { token, protocol: 1 },
    transports: ['websocket'],
    reconnectionDelay: 20,
    reconnectionDelayMax: 100,
    forceNew: true,
  });
  socket.on('connect', () => {
    socket.emit('watch', {
      view: 'lobby',
      ...(lastCall === null ? {} : { sinceCall: lastCall }),
    });
  });
  socket.on('view', (message: ViewMessage<'lobby'>) => {
    view = message;
    lastCall ??= message.data.lastCallNo;
    check?.();
  });
  socket.on('call', ({ callNo }: CallMessage) => {
    if (lastCall !== null && callNo !== lastCall + 1) {
      wrong.push(`call ${String(callNo)} after ${String(lastCall)}`);
    }
    lastCall = callNo;
  });
  return {
    reaches: (revision, limitMs) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => {
          reject(new Error(`no view of revision ${String(revision)} within ${String(limitMs)} ms`));
        }, limitMs);
        check = () => {
          if (view === null || view.revision < revision) return;
          clearTimeout(late);
          check = null;
          resolve();
        };
        check();
      }),
    gaps: () => wrong,
    view: () => view,
    close() {
      socket.disconnect();
    },
  };
}
