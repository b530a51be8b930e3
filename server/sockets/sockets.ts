import type { IncomingMessage } from 'node:http';
import fp from 'fastify-plugin';
import { Server } from 'socket.io';
import { fastifyCookie } from '@fastify/cookie';
import { anonymous, type Identity } from '#protocol/identity.ts';
import { protocolVersion, type ClientToHub, type HubToClient } from '#protocol/socket-events.ts';
import type { Desk } from '#server/desk/desk.ts';
import { preferredLanguage } from '#server/desk/language.ts';
import { limits } from '#server/limits.ts';
import type { HallVoice } from '#server/voice/hall-voice.ts';
import { sessionCookieOf } from '#server/plugins/identity.ts';
import { serveConnection, type HubSocket, type SocketData } from './connection.ts';
import type { Proxies } from '#server/plugins/proxies.ts';
import { createFanOut } from './fan-out.ts';
import { createGate } from './gate.ts';
import { createPresenting } from './presenting.ts';
import { dropIfSlow } from './slow-readers.ts';
import { createViewFeed } from './view-feed.ts';

type HubServer = Server<ClientToHub, HubToClient, Record<string, never>, SocketData>;

export interface SocketsOptions {
  readonly desk: Desk;
  /** Null where the hub has no voice. */
  readonly voice: HallVoice | null;
  readonly path: string;
  readonly proxies: Proxies;
}

/** The sockets of one hall (contract, section 4) on the hub's own port. */
export const socketsPlugin = fp<SocketsOptions>(
  async (app, { desk, voice, path, proxies }) => {
    const { dispatch, presence, metrics, views, vault } = desk.hall;
    const gate = createGate(proxies);
    const io: HubServer = new Server(app.server, {
      path,
      serveClient: false,
      maxHttpBufferSize: limits.bodyBytesMax,
      pingInterval: 10_000,
      pingTimeout: 10_000,
      connectTimeout: 10_000,
      allowRequest: gate.allow,
    });
    io.engine.on(
      'connection',
      (connection: {
        request: IncomingMessage;
        once: (event: string, listener: () => void) => void;
      }) => {
        connection.once('close', gate.enter(connection.request));
      },
    );

    const { adapter } = io.of('/');
    const { rooms } = adapter;
    /** Rooms of views that have readers: a socket's own room is none. */
    const watched = new Set<string>();
    adapter.on('create-room', (room: string) => {
      if (isViewRoom(room)) watched.add(room);
    });
    adapter.on('delete-room', (room: string) => {
      watched.delete(room);
    });
    const fanOut = createFanOut(io);
    const feed = createViewFeed({
      hall: desk.hall,
      rooms: () => watched,
      hasReaders: (room) => rooms.has(room),
      send: fanOut.view,
      soon: fanOut.beforeNext,
    });

    let strangers = 0;
    const present = createPresenting(desk.hall, () => io.of('/').sockets.values());
    io.on('connection', (socket) => {
      const identity = welcome(socket);
      if (identity === null) return;
      if (identity.kind === 'anonymous') {
        // The last places are for staff and devices: a crowd of passers-by comes back later.
        if (strangers >= limits.socketsMax - limits.socketsKeptForKnown) {
          socket.disconnect(true);
          return;
        }
        strangers += 1;
        socket.on('disconnect', () => {
          strangers -= 1;
        });
      }
      metrics.sockets.inc({ identity: identity.kind });
      const leave = identity.kind === 'device' ? presence.join(identity.device) : null;
      socket.on('disconnect', () => {
        metrics.sockets.dec({ identity: identity.kind });
        leave?.();
      });
      const { headers } = socket.handshake;
      const asked = socket.handshake.auth.language as unknown;
      const hallLanguage = dispatch.state().config?.hall.languages[0] ?? 'zh';
      serveConnection(socket, {
        desk,
        voice,
        feed,
        sendWaiting: fanOut.now,
        log: app.log,
        identity,
        language:
          asked === 'zh' || asked === 'en'
            ? asked
            : preferredLanguage(headers['accept-language'], hallLanguage),
        address: proxies.addressOf(socket.request),
        present,
      });
    });

    /** The identity of a newcomer; null when it was told goodbye at once. */
    function welcome(socket: HubSocket): Identity | null {
      const auth = socket.handshake.auth as Readonly<Record<string, unknown>>;
      const say = (code: 'protocol' | 'expired' | 'revoked'): null => {
        socket.emit('bye', { code, retry: false });
        socket.disconnect(true);
        return null;
      };
      if (auth.protocol !== protocolVersion) return say('protocol');
      const { token } = auth;
      if (typeof token === 'string' && token !== '') {
        const identity = desk.identify(token);
        if (identity !== null) return identity;
        return say(vault.devices.findByToken(token)?.state === 'revoked' ? 'revoked' : 'expired');
      }
      // A signed-in page brings its cookie; a stale one leaves a passer-by.
      const cookie = socket.handshake.headers.cookie;
      const fromCookie =
        cookie === undefined
          ? undefined
          : fastifyCookie.parse(cookie)[sessionCookieOf(proxies.isSecure(socket.request))];
      return (fromCookie === undefined ? null : desk.identify(fromCookie)) ?? anonymous;
    }

    const unsubscribe = desk.hall.subscribe((change) => {
      for (const call of change.calls) {
        metrics.calls.inc();
        fanOut.call(call);
      }
      const { own, places } = views.affected(change, watched);
      for (const room of own) feed.changed(room);
      for (const room of places) feed.changed(room, limits.placeGapMs);
    });

    presence.onChange(() => {
      lookAtIdentities();
      feed.changed('supervisor');
      feed.changed('wall');
    });
    const sweep = setInterval(() => {
      lookAtIdentities();
      for (const socket of io.of('/').sockets.values()) {
        dropIfSlow(socket);
      }
    }, limits.socketSweepMs);
    sweep.unref();

    /** Sessions end and devices are revoked or approved while their sockets are open. */
    function lookAtIdentities(): void {
      for (const socket of io.of('/').sockets.values()) {
        const identity = (socket.data as Partial<SocketData>).identity;
        if (identity?.kind === 'staff' && !vault.sessions.isAlive(identity.session)) {
          socket.data.bye({ code: 'expired', retry: false });
        } else if (identity?.kind === 'device') {
          const state = vault.devices.get(identity.device)?.state ?? 'revoked';
          if (state === 'revoked') socket.data.bye({ code: 'revoked', retry: false });
          else if (state === 'approved' && !identity.approved) socket.data.approved();
        }
      }
    }

    // Fastify's close waits for every connection; sockets leave first.
    app.addHook('preClose', async () => {
      // What is accepted is finished, and its answers are on their way, before anybody leaves.
      await dispatch.stop();
      await new Promise(setImmediate);
      unsubscribe();
      clearInterval(sweep);
      feed.stop();
      fanOut.stop();
      io.emit('bye', { code: 'stopping', retry: true });
      io.local.disconnectSockets(true);
      io.engine.close();
    });
  },
  { name: 'hub-sockets', dependencies: ['hub-identity'] },
);

function isViewRoom(room: string): boolean {
  return /^(?:lobby|door|kiosk|supervisor|wall|(?:window|console|ticket|agent):.*)$/.test(room);
}
