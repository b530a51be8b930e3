import type { Server } from 'socket.io';
import type { Identity } from '#protocol/identity.ts';
import { anonymous } from '#protocol/identity.ts';
import type { HallConfig } from '#core/hall-config.ts';
import type { Journal } from '#journal/journal.ts';
import { createSystemClock } from '#server/clock/clock.ts';
import { createDesk } from '#server/desk/desk.ts';
import type { Hall } from '#server/desk/hall-port.ts';
import { openHall } from '#server/hall.ts';
import { limits } from '#server/limits.ts';
import { serveConnection, type HubSocket } from '#server/sockets/connection.ts';
import { createFanOut } from '#server/sockets/fan-out.ts';
import { createViewFeed } from '#server/sockets/view-feed.ts';
import type { Vault } from '#server/vault/vault.ts';
import type { Door, ServerEnd } from './network.ts';
import { listeningLogger, noMetrics } from './stand-ins.ts';
import type { Owner } from './virtual-time.ts';

export interface HubProcessDeps {
  readonly owner: Owner;
  readonly journal: Journal;
  readonly vault: Vault;
  readonly config: HallConfig;
  readonly freshId: () => string;
  /** How often quiet screens are told the time. */
  readonly refreshMs: number;
  /** What must never happen, with what was said of it. */
  readonly bug: (said: string) => void;
  /** Everything that leaves the hub is looked at first. */
  readonly sent: Door['sent'];
}

export interface HubProcess extends Door {
  readonly hall: Hall;
  /** Asked to stop: what is accepted is finished first. */
  stop(): Promise<void>;
}

/**
 * The hub's program without its web server: the real hall, desk, loop, projections, view feed and
 * connections, put together as `start-hub.ts` and `sockets.ts` do it.
 */
export async function startHubProcess(deps: HubProcessDeps): Promise<HubProcess> {
  const hall = await openHall({
    journal: deps.journal,
    vault: deps.vault,
    clock: createSystemClock(),
    logger: listeningLogger(deps.bug),
    baseUrl: '',
    metrics: noMetrics,
    freshId: deps.freshId,
  });
  if (hall.dispatch.state().config === null) {
    const { config } = deps;
    const outcome = await hall.dispatch.submit({
      command: { name: 'configure', args: { config, why: 'simulation' } },
      actor: { kind: 'hub' },
    });
    // As the program does: it ends, and whoever started it tries again.
    if (outcome.kind !== 'done') throw new Error(`not configured: ${outcome.kind}`);
  }
  await hall.dispatch.settle();
  return { ...openSockets(hall, deps), owner: deps.owner, hall };
}

function openSockets(hall: Hall, { sent, bug, refreshMs }: HubProcessDeps) {
  const desk = createDesk(hall);
  const ends = new Map<string, ServerEnd>();
  const watched = new Set<string>();
  // What the fan-out and the feed use of socket.io: who stands in which room.
  const rooms = new Map<string, Set<string>>();
  const io = { of: () => ({ adapter: { rooms }, sockets: ends }) } as unknown as Pick<Server, 'of'>;
  const fanOut = createFanOut(io);
  const feed = createViewFeed({
    hall,
    rooms: () => watched,
    hasReaders: (room) => rooms.has(room),
    send: fanOut.view,
    soon: fanOut.beforeNext,
    refreshMs,
  });
  const unsubscribe = hall.subscribe((change) => {
    for (const call of change.calls) fanOut.call(call);
    const { own, places } = hall.views.affected(change, watched);
    for (const room of own) feed.changed(room);
    for (const room of places) feed.changed(room, limits.placeGapMs);
  });
  hall.presence.onChange(() => feed.changed('supervisor'));

  return {
    sent,
    enter(end: ServerEnd): void {
      const { token } = end.auth;
      const identity: Identity =
        (typeof token === 'string' ? desk.identify(token) : null) ?? anonymous;
      ends.set(end.id, end);
      end.moves = { join: (room) => join(end, room), leave: (room) => leaveRoom(end, room) };
      const leave = identity.kind === 'device' ? hall.presence.join(identity.device) : null;
      end.on('disconnect', () => {
        ends.delete(end.id);
        for (const room of [...end.rooms]) end.leave(room);
        leave?.();
      });
      const log = listeningLogger(bug);
      const socket = end as unknown as HubSocket;
      serveConnection(socket, {
        desk,
        feed,
        sendWaiting: fanOut.now,
        present: () => {},
        log,
        identity,
        language: 'zh',
        address: 'lan',
      });
    },
    async stop(): Promise<void> {
      await hall.dispatch.stop();
      unsubscribe();
      feed.stop();
      fanOut.stop();
      for (const end of [...ends.values()]) {
        end.emit('bye', { code: 'stopping', retry: true });
        end.disconnect();
      }
    },
  };

  function join(end: ServerEnd, room: string): void {
    rooms.set(room, (rooms.get(room) ?? new Set()).add(end.id));
    if (isViewRoom(room)) watched.add(room);
  }

  function leaveRoom(end: ServerEnd, room: string): void {
    const left = rooms.get(room);
    left?.delete(end.id);
    if (left === undefined || left.size > 0) return;
    rooms.delete(room);
    watched.delete(room);
  }
}

function isViewRoom(room: string): boolean {
  return /^(?:lobby|door|kiosk|supervisor|(?:window|console|ticket):.*)$/.test(room);
}
