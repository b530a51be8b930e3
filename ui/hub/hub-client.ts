import type { Language } from '#core/vocabulary.ts';
import type { Problem } from '#protocol/problem.ts';
import {
  protocolVersion,
  type ByeMessage,
  type CallMessage,
  type ViewMessage,
  type WatchAck,
  type WatchRequest,
} from '#protocol/socket-events.ts';
import type { ViewData, ViewName } from '#protocol/views.ts';
import { createCallStream, type AnnouncedCall } from './call-stream.ts';
import { createCommandSender, type CommandAnswer } from './command-sender.ts';
import { retryDelayMs, type Connection } from './connection.ts';
import { createHubClock, type HubClock } from './hub-clock.ts';
import { createStore, type Store } from './store.ts';
import { createViewMemory, whenPageGoes, type ViewMemory } from './view-memory.ts';

export type { CommandAnswer } from './command-sender.ts';
export type { Connection } from './connection.ts';

export interface Target {
  readonly counter?: string;
  readonly ticket?: string;
}

/** A view as a page has it: from the hub, or remembered from before. */
export interface Seen<V extends ViewName> {
  readonly data: ViewData[V];
  readonly revision: number;
  /** False while it is only what the device remembers or the hub is away. */
  readonly live: boolean;
}

export interface HubClient {
  readonly connection: Store<Connection>;
  readonly clock: HubClock;
  watch<V extends ViewName>(
    view: V,
    target: Target,
    listener: (seen: Seen<V>) => void,
    refused?: (problem: Problem) => void,
  ): () => void;
  calls(listener: (call: AnnouncedCall) => void): () => void;
  command(name: string, args: Readonly<Record<string, unknown>>): Promise<CommandAnswer>;
  /** Told again after every reconnection. */
  health(sound: 'ready' | 'blocked' | 'unavailable'): void;
  /** A word of its own, with its answer; null where there is none (away, refused, too late). */
  ask<T>(word: string, payload: object): Promise<T | null>;
  /** Messages of a word of its own, from whichever connection. */
  hear(word: HeardWord, listener: (message: never) => void): () => void;
  /** Connects anew as somebody else; null is a passer-by. */
  signIn(token: string | null): void;
  close(): void;
}

/** What the hub tells besides views and calls. */
export const heardWords = ['speech', 'standing', 'presented'] as const;
export type HeardWord = (typeof heardWords)[number];

const askedWithinMs = 5_000;

/** The part of a socket.io client that is used; tests bring their own. */
export interface SocketLike {
  readonly connected: boolean;
  on(event: string, listener: (...args: never[]) => void): unknown;
  emit(event: string, ...args: unknown[]): unknown;
  connect(): unknown;
  disconnect(): unknown;
}
export type OpenSocket = (auth: {
  readonly token: string | null;
  readonly protocol: number;
}) => SocketLike;

interface Watching {
  readonly request: WatchRequest;
  readonly listeners: Set<(seen: Seen<ViewName>) => void>;
  readonly refused: Set<(problem: Problem) => void>;
  seen: Seen<ViewName> | null;
}

/** Watching one of these brings the announcements. */
const hearCalls: ReadonlySet<ViewName> = new Set(['lobby', 'window', 'ticket', 'supervisor']);

/**
 * @param speaking the page's language now: of the texts in a command's answer
 * @param memory of views; tests bring their own
 */
export function createHubClient(
  open: OpenSocket,
  firstToken: string | null = null,
  speaking?: () => Language,
  memory: ViewMemory = createViewMemory(),
): HubClient {
  const clock = createHubClock();
  const connection = createStore<Connection>(since('connecting'));
  const watching = new Map<string, Watching>();
  const callListeners = new Set<(call: AnnouncedCall) => void>();
  const hearers = new Map<HeardWord, Set<(message: never) => void>>();
  let token = firstToken;
  let attempts = 0;
  let retry: ReturnType<typeof setTimeout> | null = null;
  let closed = false;
  /** Calls before a connection's first view: only that tells the hall's time, and so their age. */
  let early: CallMessage[] | null = [];
  let sound: 'ready' | 'blocked' | 'unavailable' | null = null;
  let socket = start();

  const stream = createCallStream({
    now: () => clock.now(),
    announce(call) {
      for (const listener of callListeners) listener(call);
    },
    ask(sinceCall, answered) {
      // Any of these watches brings the missed calls: the stream is one for the hall.
      const each = [...watching.values()].find(({ request }) => hearCalls.has(request.view));
      if (each === undefined || !socket.connected) answered(false);
      else sendWatch(each, sinceCall, answered);
    },
  });

  const stopFlushing = whenPageGoes(() => {
    memory.flush();
  });

  function start(): SocketLike {
    const next = open({ token, protocol: protocolVersion });
    const current = (): boolean => socket === next;
    next.on('connect', () => {
      if (!current()) return;
      attempts = 0;
      early = [];
      connection.set(since('live'));
      if (sound !== null) next.emit('health', { sound });
      for (const each of watching.values()) sendWatch(each);
    });
    next.on('disconnect', () => {
      if (current()) lost();
    });
    next.on('connect_error', () => {
      if (current()) lost();
    });
    next.on('view', (message: ViewMessage) => {
      if (current()) receiveView(message);
    });
    next.on('call', (call: CallMessage) => {
      if (!current()) return;
      if (early === null) stream.receive(call);
      else early.push(call);
    });
    for (const word of heardWords) {
      next.on(word, (message: never) => {
        if (current()) for (const listener of hearers.get(word) ?? []) listener(message);
      });
    }
    next.on('bye', (bye: ByeMessage) => {
      if (current()) connection.set({ ...since(bye.retry ? 'offline' : 'ended'), bye });
    });
    // The listeners above must be able to see which socket is the present one.
    queueMicrotask(() => {
      next.connect();
    });
    return next;
  }

  function lost(): void {
    if (closed) return;
    const { state, bye, sinceMs } = connection.get();
    stream.lost();
    for (const each of watching.values()) stale(each);
    if (state === 'ended') return;
    const delayMs = retryDelayMs(attempts, Math.random());
    attempts += 1;
    connection.set({
      state: 'offline',
      sinceMs: state === 'offline' ? sinceMs : Date.now(),
      nextTryMs: Date.now() + delayMs,
      bye,
    });
    if (retry !== null) clearTimeout(retry);
    retry = setTimeout(() => {
      socket.connect();
    }, delayMs);
  }

  function sendWatch(
    each: Watching,
    sinceCall: number | null = stream.last(),
    answered?: (ok: boolean) => void,
  ): void {
    const request = sinceCall === null ? each.request : { ...each.request, sinceCall };
    socket.emit('watch', request, (answer: WatchAck) => {
      answered?.(answer.ok);
      if (answer.ok) return;
      for (const listener of each.refused) listener(answer.problem);
    });
  }

  function receiveView(message: ViewMessage): void {
    const each = watching.get(keyOf(message));
    if (each === undefined) return;
    if (each.seen?.live === true && each.seen.revision > message.revision) return;
    clock.adjust(message.data);
    for (const call of early ?? []) stream.receive(call);
    early = null;
    tell(each, { data: message.data, revision: message.revision, live: true });
    memory.keep(message.view, keyOf(message), message.data);
    if ('lastCallNo' in message.data) stream.reached(message.data.lastCallNo);
  }

  const commands = createCommandSender({
    connection,
    isConnected: () => socket.connected,
    emit: (request, ack) => socket.emit('command', request, ack),
    asker: () => (closed ? null : socket),
    speaking,
  });

  return {
    connection,
    clock,
    watch(view, target, listener, refused) {
      const request: WatchRequest = { view, ...target };
      const key = keyOf(request);
      const known = watching.get(key);
      const each = known ?? startWatching(request, key, memory);
      const heard = listener as (seen: Seen<ViewName>) => void;
      each.listeners.add(heard);
      if (refused !== undefined) each.refused.add(refused);
      watching.set(key, each);
      if (each.seen !== null) heard(each.seen);
      if (known === undefined && socket.connected) sendWatch(each);
      return () => {
        each.listeners.delete(heard);
        if (refused !== undefined) each.refused.delete(refused);
        if (each.listeners.size > 0) return;
        watching.delete(key);
        if (socket.connected) socket.emit('unwatch', each.request);
      };
    },
    calls(listener) {
      callListeners.add(listener);
      return () => {
        callListeners.delete(listener);
      };
    },
    command: (name, args) => commands.command(name, args),
    health(now) {
      if (now === sound) return;
      sound = now;
      if (socket.connected) socket.emit('health', { sound });
    },
    ask<T>(word: string, payload: object) {
      return new Promise<T | null>((answered) => {
        if (!socket.connected) {
          answered(null);
          return;
        }
        const timer = setTimeout(() => {
          answered(null);
        }, askedWithinMs);
        socket.emit(word, payload, (answer: { readonly ok: boolean } & T) => {
          clearTimeout(timer);
          answered(answer.ok ? answer : null);
        });
      });
    },
    hear(word, listener) {
      const all = hearers.get(word) ?? new Set();
      hearers.set(word, all);
      all.add(listener);
      return () => {
        all.delete(listener);
      };
    },
    signIn(next) {
      if (next === token && connection.get().state !== 'ended') return;
      token = next;
      if (retry !== null) clearTimeout(retry);
      const old = socket;
      stream.lost();
      for (const each of watching.values()) stale(each);
      connection.set(since('connecting'));
      socket = start();
      old.disconnect();
    },
    close() {
      closed = true;
      stopFlushing();
      memory.flush();
      if (retry !== null) clearTimeout(retry);
      socket.disconnect();
    },
  };
}

function startWatching(request: WatchRequest, key: string, memory: ViewMemory): Watching {
  const kept = memory.kept(request.view, key);
  const seen = kept === null ? null : { data: kept, revision: 0, live: false };
  return { request, listeners: new Set(), refused: new Set(), seen };
}

function stale(each: Watching): void {
  if (each.seen !== null) tell(each, { ...each.seen, live: false });
}

function tell(each: Watching, seen: Seen<ViewName>): void {
  each.seen = seen;
  for (const listener of each.listeners) listener(seen);
}

function keyOf(request: { view: ViewName; counter?: string; ticket?: string }): string {
  return [request.view, request.counter ?? '', request.ticket ?? ''].join(':');
}

function since(state: Connection['state']): Connection {
  return { state, sinceMs: Date.now(), nextTryMs: null, bye: null };
}
