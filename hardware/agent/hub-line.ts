import type { Agent } from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import {
  protocolVersion,
  type CommandAck,
  type HubToClient,
  type ClientToHub,
  type ViewMessage,
  type WatchAck,
  type WatchRequest,
} from '#protocol/socket-events.ts';
import type { Log } from '../device.ts';
import type { HubPort } from './hub-port.ts';
import type { Badge } from './pairing.ts';

const answerMs = 10_000;
/** How often a device that waits for its approval asks whether it has it. */
const approvalMs = 2_000;

export interface HubLineDeps {
  readonly url: string;
  /** How the hub is connected to, where that is not the usual way. */
  readonly connections?: Agent;
  readonly log: Log;
  /** The device's token, and a new one where the hub knows it no more. */
  readonly badge: Badge;
  /** For people, while it waits: the code that the supervisor compares. */
  readonly pending: (code: string) => void;
  readonly approved: () => void;
  /** The supervisor has put this device out of use. */
  readonly revoked: () => void;
}

interface Watch {
  readonly request: WatchRequest;
  readonly take: (message: ViewMessage) => void;
}

/** The hub over a socket: comes back by itself, watches again what was watched. */
export function connectHub(deps: HubLineDeps): HubPort {
  const { url, connections, log, badge } = deps;
  const watches = new Set<Watch>();
  const listeners = new Set<(isLive: boolean) => void>();
  let isLive = false;
  let isClosed = false;
  const closing = new AbortController();

  const socket: Socket<HubToClient, ClientToHub> = io(url, {
    auth: (send) => {
      send({ token: badge.token(), protocol: protocolVersion, language: 'en' });
    },
    transports: ['websocket'],
    // Node's own kind of agent, though the types know the browser's alone.
    ...(connections === undefined ? {} : { agent: connections as unknown as string }),
    forceNew: true,
    autoConnect: false,
    reconnectionDelay: 500,
    reconnectionDelayMax: 10_000,
    randomizationFactor: 0.5,
  });

  const setLive = (next: boolean): void => {
    if (isLive === next) return;
    isLive = next;
    if (next) for (const each of watches) ask(each);
    for (const told of [...listeners]) told(next);
  };
  const ask = ({ request }: Watch): void => {
    void emitWatch(request).then((answer) => {
      if (answer?.ok === false) {
        log.warn({ view: request.view, code: answer.problem.code }, 'the hub shows no such view');
      }
    });
  };
  const emitWatch = async (request: WatchRequest): Promise<WatchAck | null> => {
    try {
      return (await socket.timeout(answerMs).emitWithAck('watch', request)) as WatchAck;
    } catch {
      return null; // the connection went: asked again when it is back
    }
  };

  socket.on('connect', () => {
    void whenApproved();
  });
  socket.on('disconnect', () => {
    setLive(false);
  });
  socket.on('connect_error', (error) => {
    log.debug({ why: error.message }, 'the hub does not answer');
  });
  socket.on('view', (message) => {
    for (const { request, take } of [...watches]) {
      const isSame =
        request.view === message.view &&
        request.counter === message.counter &&
        request.ticket === message.ticket;
      if (isSame) take(message);
    }
  });
  socket.on('bye', ({ code, retry }) => {
    if (code === 'revoked') deps.revoked();
    else if (code === 'expired') void pairAgain();
    else if (code === 'protocol') log.warn({}, 'the hub speaks another version: update this agent');
    // The hub ended it on purpose; socket.io comes back by itself only from accidents.
    else if (retry && !isClosed) void comeBack();
  });

  /** Pending devices are let in when the supervisor approves them; the socket may stay. */
  async function whenApproved(): Promise<void> {
    let wasPending = false;
    while (!isClosed && socket.connected) {
      const state = await badge.state();
      if (state === 'approved') {
        if (wasPending) deps.approved();
        setLive(true);
        return;
      }
      if (state !== null && !wasPending) {
        wasPending = true;
        deps.pending(badge.code());
      }
      if (!(await pause(approvalMs))) return;
    }
  }

  async function pairAgain(): Promise<void> {
    for (;;) {
      try {
        await badge.renew();
        break;
      } catch (error) {
        log.warn({ why: String(error) }, 'pairing failed');
        if (!(await pause(approvalMs))) return;
      }
    }
    if (!isClosed) socket.connect();
  }

  async function comeBack(): Promise<void> {
    if (await pause(500 + Math.random() * 500)) socket.connect();
  }

  /** False where the agent has ended meanwhile. */
  async function pause(ms: number): Promise<boolean> {
    try {
      await wait(ms, undefined, { signal: closing.signal });
      return true;
    } catch {
      return false; // closed: nothing more to wait for
    }
  }

  if (badge.token() === '') void pairAgain();
  else socket.connect();

  return {
    url,
    watch(request, take) {
      const mine = { request, take };
      watches.add(mine);
      if (isLive) ask(mine);
      return () => {
        watches.delete(mine);
        const isShared = [...watches].some(
          (other) => JSON.stringify(other.request) === JSON.stringify(request),
        );
        if (isLive && !isShared) socket.emit('unwatch', request);
      };
    },
    async command(id, name, args) {
      if (!socket.connected) return null;
      try {
        const ack: unknown = await socket
          .timeout(answerMs)
          .emitWithAck('command', { id, name, args });
        return ack as CommandAck;
      } catch {
        return null; // no answer: whether it was done is not known
      }
    },
    async present(request) {
      if (!socket.connected) return;
      try {
        await socket.timeout(answerMs).emitWithAck('present', request);
      } catch {
        log.info({}, 'a card could not be told to the hub');
      }
    },
    onLive(told) {
      listeners.add(told);
      told(isLive);
      return () => void listeners.delete(told);
    },
    async close() {
      isClosed = true;
      closing.abort();
      socket.disconnect();
    },
  };
}
