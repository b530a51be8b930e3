import type { Language } from '#core/vocabulary.ts';
import type { Problem } from '#protocol/problem.ts';
import {
  protocolVersion,
  type ByeMessage,
  type CallMessage,
  type CommandAck,
  type ViewMessage,
  type WatchAck,
  type WatchRequest,
} from '#protocol/socket-events.ts';
import type { ViewData, ViewName } from '#protocol/views.ts';
import { createCallStream, type AnnouncedCall } from './call-stream.ts';
import { freshId } from './fresh-id.ts';
import { createHubClock, type HubClock } from './hub-clock.ts';
import { recollect, remember } from './memory.ts';
import { createStore, type Store } from './store.ts';

/** `ended`: the hub said goodbye for good (`bye` without retry); only a new token helps. */
export interface Connection {
  readonly state: 'connecting' | 'live' | 'offline' | 'ended';
  /** Page time (ms since 1970) since when it has been so. */
  readonly sinceMs: number;
  /** Page time of the next try, while offline. */
  readonly nextTryMs: number | null;
  readonly bye: ByeMessage | null;
}

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

/** `problem` null: the hub could not be reached; nothing is known of the command. */
export type CommandAnswer =
  | { readonly ok: true; readonly revision: number; readonly result: unknown }
  | { readonly ok: false; readonly problem: Problem | null };

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
  health(sound: 'ready' | 'blocked' | 'unavailable'): void;
  /** Connects anew as somebody else; null is a passer-by. */
  signIn(token: string | null): void;
  close(): void;
}

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

export const clientLimits = {
  /** Wait for one acknowledgement, and for a command altogether with its repetitions. */
  ackMs: 5_000,
  commandMs: 20_000,
  retryFirstMs: 500,
  retryMaxMs: 5_000,
} as const;

interface Watching {
  readonly request: WatchRequest;
  readonly listeners: Set<(seen: Seen<ViewName>) => void>;
  readonly refused: Set<(problem: Problem) => void>;
  seen: Seen<ViewName> | null;
}

/** @param speaking the page's language now: of the texts in a command's answer */
export function createHubClient(
  open: OpenSocket,
  firstToken: string | null = null,
  speaking?: () => Language,
): HubClient {
  const clock = createHubClock();
  const connection = createStore<Connection>(since('connecting'));
  const watching = new Map<string, Watching>();
  const callListeners = new Set<(call: AnnouncedCall) => void>();
  const inFlight = new Map<string, Promise<CommandAnswer>>();
  let token = firstToken;
  let attempts = 0;
  let retry: ReturnType<typeof setTimeout> | null = null;
  let closed = false;
  let socket = start();

  const stream = createCallStream({
    now: () => clock.now(),
    announce(call) {
      for (const listener of callListeners) listener(call);
    },
    ask() {
      // Any watch brings the missed calls: the stream is one for the hall.
      const first = watching.values().next();
      if (first.done !== true) sendWatch(first.value);
    },
  });

  function start(): SocketLike {
    const next = open({ token, protocol: protocolVersion });
    const current = (): boolean => socket === next;
    next.on('connect', () => {
      if (!current()) return;
      attempts = 0;
      connection.set(since('live'));
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
      if (current()) stream.receive(call);
    });
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
    for (const each of watching.values()) stale(each);
    if (state === 'ended') return;
    const delayMs = Math.min(
      clientLimits.retryMaxMs,
      clientLimits.retryFirstMs * 2 ** Math.min(attempts, 10),
    );
    // Screens of one hall must not all knock at the same moment.
    const jitteredMs = delayMs * (0.75 + Math.random() / 2);
    attempts += 1;
    connection.set({
      state: 'offline',
      sinceMs: state === 'offline' ? sinceMs : Date.now(),
      nextTryMs: Date.now() + jitteredMs,
      bye,
    });
    if (retry !== null) clearTimeout(retry);
    retry = setTimeout(() => {
      socket.connect();
    }, jitteredMs);
  }

  function sendWatch(each: Watching): void {
    const sinceCall = stream.last();
    const request = sinceCall === null ? each.request : { ...each.request, sinceCall };
    socket.emit('watch', request, (answer: WatchAck) => {
      if (answer.ok) return;
      for (const listener of each.refused) listener(answer.problem);
    });
  }

  function receiveView(message: ViewMessage): void {
    const each = watching.get(keyOf(message));
    if (each === undefined) return;
    if (each.seen?.live === true && each.seen.revision > message.revision) return;
    clock.adjust(message.data);
    tell(each, { data: message.data, revision: message.revision, live: true });
    remember(`view.${keyOf(message)}`, message.data);
    if ('lastCallNo' in message.data) stream.reached(message.data.lastCallNo);
  }

  async function send(
    name: string,
    args: Readonly<Record<string, unknown>>,
  ): Promise<CommandAnswer> {
    const id = freshId();
    const untilMs = Date.now() + clientLimits.commandMs;
    while (!closed && Date.now() < untilMs && connection.get().state !== 'ended') {
      // The same id again: the hub answers it, and does not do it twice.
      const language = speaking === undefined ? {} : { language: speaking() };
      const ack = socket.connected ? await ask({ id, name, args, ...language }) : null;
      if (ack !== null) return ack;
      await connectedOr(Math.min(1_000, untilMs - Date.now()));
    }
    return { ok: false, problem: null };
  }

  function ask(request: unknown): Promise<CommandAck | null> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        resolve(null);
      }, clientLimits.ackMs);
      const stop = connection.subscribe(({ state }) => {
        if (state === 'live') return;
        done(null);
      });
      const done = (ack: CommandAck | null): void => {
        clearTimeout(timer);
        stop();
        resolve(ack);
      };
      socket.emit('command', request, done);
    });
  }

  function connectedOr(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        stop();
        resolve();
      };
      const timer = setTimeout(done, Math.max(delayMs, 0));
      const stop = connection.subscribe(({ state }) => {
        if (state === 'live') done();
      });
    });
  }

  return {
    connection,
    clock,
    watch(view, target, listener, refused) {
      const request: WatchRequest = { view, ...target };
      const key = keyOf(request);
      const known = watching.get(key);
      const each = known ?? startWatching(request, key);
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
    command(name, args) {
      // A double tap is one wish.
      const wish = `${name} ${JSON.stringify(args)}`;
      const running = inFlight.get(wish);
      if (running !== undefined) return running;
      const answer = send(name, args).finally(() => inFlight.delete(wish));
      inFlight.set(wish, answer);
      return answer;
    },
    health(sound) {
      if (socket.connected) socket.emit('health', { sound });
    },
    signIn(next) {
      if (next === token && connection.get().state !== 'ended') return;
      token = next;
      if (retry !== null) clearTimeout(retry);
      const old = socket;
      connection.set(since('connecting'));
      socket = start();
      old.disconnect();
    },
    close() {
      closed = true;
      if (retry !== null) clearTimeout(retry);
      socket.disconnect();
    },
  };
}

function startWatching(request: WatchRequest, key: string): Watching {
  const kept = recollect(`view.${key}`) as ViewData[ViewName] | null;
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
