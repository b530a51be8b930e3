import type { SocketLike } from '#ui/hub/hub-client.ts';
import { createOwner, type Owner, type VirtualTime } from './virtual-time.ts';
import type { Weather } from './faults.ts';

type Listener = (...args: never[]) => void;
type Ack = (answer: unknown) => void;

/** A socket as the hub's side sees it: what `serveConnection` uses of socket.io's. */
export interface ServerEnd {
  readonly id: string;
  readonly data: Record<string, unknown>;
  readonly rooms: Set<string>;
  readonly auth: Readonly<Record<string, unknown>>;
  /** No web socket of `ws`: nothing may go the short way past `emit`. */
  readonly conn: object;
  /** Told of every room joined and left, as socket.io's adapter is. */
  moves: { join(room: string): void; leave(room: string): void } | null;
  on(event: string, listener: Listener): void;
  onAny(): void;
  emit(event: string, payload: unknown): void;
  join(rooms: string | string[]): void;
  leave(room: string): void;
  disconnect(): void;
}

/** The hub's front door while a hub is there. */
export interface Door {
  readonly owner: Owner;
  enter(end: ServerEnd): void;
  /** What leaves the hub is looked at before it is on the wire. */
  sent(event: string, payload: unknown, question?: unknown): void;
}

export interface NetworkDeps {
  readonly time: VirtualTime;
  readonly weather: Weather;
  readonly door: () => Door | null;
}

/** One way of a wire: when its last message arrives, overtaken ones left out and included. */
interface Line {
  lastMs: number;
  latestMs: number;
}

interface Link {
  readonly client: { readonly owner: Owner; hear(event: string, payload: unknown): void };
  readonly token: unknown;
  alive: boolean;
  cut(code?: 'silently'): void;
}

const latencyMinMs = 1;
const latencyMaxMs = 6;
const lateMaxMs = 8_000;
const overtakenMaxMs = 4_000;
const repeatedMaxMs = 3_000;
/** How long a page takes to notice a connection that died without a word: socket.io's ping. */
const unnoticedMs = 20_000;

/** Others must keep their order: a page that asks for a view and lets it go says so in order. */
const mayOvertake = new Set(['view', 'call', 'command', 'command-answer']);

const rate = { lost: 0.01, late: 0.02, repeated: 0.04, reordered: 0.02 };

/**
 * Connections between pages and the hub. In good weather a wire: in order, nothing lost. In rough
 * weather messages are lost, late, repeated and reordered, and connections end unnoticed.
 */
export function createNetwork({ time, weather, door }: NetworkDeps) {
  const links = new Set<Link>();
  /** Until when the wire of one device leads nowhere. */
  const cutOffUntilMs = new Map<unknown, number>();
  let lastId = 0;

  /** A page's socket, as the hub client opens it. */
  function socket(owner: Owner, auth: Readonly<Record<string, unknown>>): SocketLike {
    const listeners = new Map<string, Listener[]>();
    let link: (Link & { readonly toHub: (event: string, parts: unknown[]) => void }) | null = null;

    const hear = (event: string, payload?: unknown): void => {
      for (const listener of listeners.get(event) ?? []) listener(payload as never);
    };
    const later = (ms: number, label: string, act: () => void): void => {
      time.at(time.now() + ms, owner, label, act);
    };

    function connect(): void {
      later(delayMs(), 'connect', () => {
        if (link?.alive === true) return;
        const isCutOff = time.now() < (cutOffUntilMs.get(auth['token']) ?? 0);
        const there = isCutOff ? null : door();
        if (there === null) {
          later(delayMs(), 'connect_error', () => hear('connect_error'));
          return;
        }
        link = join(there, owner, auth, (event, payload) => {
          if (event === 'disconnect') link = null;
          hear(event, payload);
        });
        const mine = link;
        later(delayMs(), 'connected', () => {
          if (mine.alive) hear('connect');
        });
      });
    }

    return {
      get connected() {
        return link !== null;
      },
      on(event, listener) {
        listeners.set(event, [...(listeners.get(event) ?? []), listener]);
      },
      emit(event, ...parts) {
        link?.toHub(event, parts);
      },
      connect,
      disconnect() {
        link?.cut();
      },
    };
  }

  function join(
    there: Door,
    owner: Owner,
    auth: Readonly<Record<string, unknown>>,
    hear: (event: string, payload?: unknown) => void,
  ) {
    lastId += 1;
    const listeners = new Map<string, Listener[]>();
    const toHubAt: Line = { lastMs: 0, latestMs: 0 };
    const toClientAt: Line = { lastMs: 0, latestMs: 0 };
    const end: ServerEnd = {
      id: String(lastId),
      data: {},
      rooms: new Set([String(lastId)]),
      auth,
      conn: { readyState: 'open', writeBuffer: [], transport: { name: 'simulated' } },
      moves: null,
      on(event, listener) {
        listeners.set(event, [...(listeners.get(event) ?? []), listener]);
      },
      // Whoever is connected here knows the hub's words.
      onAny: () => {},
      emit(event, payload) {
        there.sent(event, payload);
        toClient(event, () => hear(event, payload));
      },
      join(rooms) {
        for (const room of [rooms].flat()) {
          end.rooms.add(room);
          end.moves?.join(room);
        }
      },
      leave(room) {
        end.rooms.delete(room);
        end.moves?.leave(room);
      },
      disconnect: () => link.cut(),
    };

    const link = {
      client: { owner, hear },
      token: auth['token'],
      alive: true,
      cut(how?: 'silently') {
        if (!link.alive) return;
        link.alive = false;
        links.delete(link);
        const noticedMs = how === 'silently' ? unnoticedMs : delayMs();
        time.at(time.now() + noticedMs, owner, 'disconnect', () => hear('disconnect'));
        time.at(time.now() + noticedMs, there.owner, 'client-gone', () => {
          for (const listener of listeners.get('disconnect') ?? []) listener();
        });
      },
      toHub(event: string, parts: unknown[]) {
        const ack = parts.find((part): part is Ack => typeof part === 'function');
        let isAnswered = false;
        const answer: Ack = (payload) => {
          there.sent(`${event}-answer`, payload, parts[0]);
          toClient(`${event}-answer`, () => {
            // A page's socket takes the first answer to a question and knows no second.
            if (isAnswered) return;
            isAnswered = true;
            ack?.(payload);
          });
        };
        carry(there.owner, toHubAt, event, () => {
          // Written and read again, as a wire does it.
          const payload = JSON.parse(
            JSON.stringify(parts.filter((part) => typeof part !== 'function')),
          ) as unknown[];
          const whole = ack === undefined ? payload : [...payload, answer];
          for (const listener of listeners.get(event) ?? []) listener(...(whole as never[]));
        });
      },
    };

    function toClient(label: string, act: () => void): void {
      carry(owner, toClientAt, label, act);
    }

    /** One message, or none, or two, at its time. */
    function carry(to: Owner, line: Line, label: string, act: () => void): void {
      if (!link.alive) return;
      const deliver = (): void => {
        if (link.alive) act();
      };
      if (weather.strikes('message-lost', rate.lost)) {
        // A wire loses nothing in between: it is dead, and nobody knows yet.
        link.cut('silently');
        return;
      }
      const late = weather.strikes('message-late', rate.late)
        ? Math.floor(weather.random.next() * lateMaxMs)
        : 0;
      // Others overtake it.
      const isOvertaken =
        mayOvertake.has(label) && weather.strikes('message-reordered', rate.reordered);
      const slower = isOvertaken ? Math.floor(weather.random.next() * overtakenMaxMs) : 0;
      // The end of an answer is behind all of it, on any wire.
      const behindMs = label === 'watch-answer' ? line.latestMs : line.lastMs;
      const atMs = Math.max(time.now() + delayMs() + late, behindMs) + slower;
      if (!isOvertaken) line.lastMs = atMs;
      line.latestMs = Math.max(line.latestMs, atMs);
      time.at(atMs, to, label, deliver);
      if (weather.strikes('message-repeated', rate.repeated)) {
        const againMs = Math.floor(weather.random.next() ** 2 * repeatedMaxMs);
        time.at(atMs + delayMs() + againMs, to, `${label}, again`, deliver);
      }
    }

    links.add(link);
    time.at(time.now(), there.owner, 'enter', () => there.enter(end));
    return link;
  }

  function delayMs(): number {
    return latencyMinMs + Math.floor(weather.random.next() * (latencyMaxMs - latencyMinMs));
  }

  return {
    socket,
    /** A connection ends: at once, or without a word. */
    cutOne(how?: 'silently'): boolean {
      const all = [...links];
      const link = all[Math.floor(weather.random.next() * all.length)];
      link?.cut(how);
      return link !== undefined;
    },
    /** The cable of one device is out for so long. */
    cutOff(token: string, ms: number, how?: 'silently'): void {
      cutOffUntilMs.set(token, time.now() + ms);
      for (const link of [...links]) if (link.token === token) link.cut(how);
    },
    /** Somebody has put all cables back. */
    mend(): void {
      cutOffUntilMs.clear();
    },
    /** The hub is gone: pages are told by their machines, or notice by and by. */
    cutAll(how?: 'silently'): void {
      for (const link of [...links]) link.cut(how);
    },
    page: (name: string) => createOwner(name),
  };
}

export type Network = ReturnType<typeof createNetwork>;
