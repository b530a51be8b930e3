import type { Server } from 'socket.io';
import type { CallMessage, ViewMessage } from '#protocol/socket-events.ts';
import { callsRoom, publicCallsRoom, type HubSocket } from './connection.ts';
import { publicCall } from './public-call.ts';
import { dropIfSlow } from './slow-readers.ts';
import { textFrame } from './text-frame.ts';

/** One event on its way to many sockets; encoded when the first of them needs it. */
interface Packet {
  readonly event: 'call' | 'view';
  readonly message: CallMessage | ViewMessage;
  frame: Buffer | null;
}

/** What one socket gets in this turn, in order. Sockets that get the same share one parcel. */
interface Parcel {
  readonly packets: readonly Packet[];
  readonly longer: Map<Packet, Parcel>;
  bytes: Buffer | null;
}

/**
 * Carries calls and views to their rooms. What a turn of the event loop has for a socket goes out in
 * one write: a thousand screens cost a thousand writes of one and the same buffer, not two thousand
 * encoded anew. Calls go before the views that show them, and behind the answers of their batch.
 */
export function createFanOut(
  io: Pick<Server, 'of'>,
  isSlow: (socket: HubSocket) => boolean = dropIfSlow,
) {
  const { adapter, sockets } = io.of('/');
  let calls: CallMessage[] = [];
  let views = new Map<string, ViewMessage>();
  let before: (() => void)[] = [];
  let immediate: NodeJS.Immediate | null = null;

  function schedule(): void {
    immediate ??= setImmediate(deliver);
  }

  function deliver(): void {
    immediate = null;
    const due = before;
    before = [];
    for (const act of due) act();
    if (calls.length === 0 && views.size === 0) return;
    const parcels = new Map<string, Parcel>();
    const empty: Parcel = { packets: [], longer: new Map(), bytes: null };
    const add = (room: string, packet: Packet): void => {
      for (const id of adapter.rooms.get(room) ?? []) {
        parcels.set(id, longerBy(parcels.get(id) ?? empty, packet));
      }
    };
    for (const call of calls) {
      add(callsRoom, { event: 'call', message: call, frame: null });
      if (!adapter.rooms.has(publicCallsRoom)) continue;
      add(publicCallsRoom, { event: 'call', message: publicCall(call), frame: null });
    }
    for (const [room, message] of views) add(room, { event: 'view', message, frame: null });
    calls = [];
    views = new Map();
    for (const [id, parcel] of parcels) {
      const socket = sockets.get(id);
      if (socket !== undefined) hand(socket as unknown as HubSocket, parcel, isSlow);
    }
  }

  return {
    call(call: CallMessage): void {
      calls.push(call);
      schedule();
    },
    /** Of several views of one room in a turn only the last is sent: it is whole. */
    view: (room: string, message: ViewMessage): void => {
      views.set(room, message);
      schedule();
    },
    /** Runs at the next turn, before what has gathered goes out. */
    beforeNext: (act: () => void): void => {
      before.push(act);
      schedule();
    },
    /** Sends what has gathered without waiting for the turn's end. */
    now: (): void => {
      if (immediate === null) return;
      clearImmediate(immediate);
      deliver();
    },
    stop(): void {
      if (immediate !== null) clearImmediate(immediate);
    },
  };
}

export type FanOut = ReturnType<typeof createFanOut>;

function longerBy(parcel: Parcel, packet: Packet): Parcel {
  const known = parcel.longer.get(packet);
  if (known !== undefined) return known;
  const made = { packets: [...parcel.packets, packet], longer: new Map(), bytes: null };
  parcel.longer.set(packet, made);
  return made;
}

/** The parts of engine.io and ws behind a socket that the short way needs; none of it is promised. */
interface Connection {
  readonly readyState: string;
  readonly writeBuffer: readonly unknown[];
  readonly transport: {
    readonly name: string;
    readonly writable: boolean;
    readonly perMessageDeflate?: unknown;
    readonly socket?: {
      readonly readyState?: number;
      readonly _sender?: { readonly sendFrame?: (list: readonly Buffer[]) => void };
    };
  };
}

const webSocketOpen = 1;

/**
 * Straight to the WebSocket where nothing waits before it (socket.io's own adapter hands frames over
 * in the same manner); else, and on any other transport, as socket.io sends it.
 */
function hand(socket: HubSocket, parcel: Parcel, isSlow: (socket: HubSocket) => boolean): void {
  if (isSlow(socket)) return;
  const { readyState, writeBuffer, transport } = socket.conn as unknown as Connection;
  const webSocket = transport.socket;
  const isClear =
    transport.name === 'websocket' &&
    readyState === 'open' &&
    transport.writable &&
    writeBuffer.length === 0 &&
    (transport.perMessageDeflate ?? null) === null &&
    webSocket?.readyState === webSocketOpen &&
    typeof webSocket._sender?.sendFrame === 'function';
  if (isClear) {
    parcel.bytes ??= Buffer.concat(parcel.packets.map(frameOf));
    webSocket._sender.sendFrame([parcel.bytes]);
    return;
  }
  for (const { event, message } of parcel.packets) {
    if (event === 'call') socket.emit('call', message as CallMessage);
    else socket.emit('view', message as ViewMessage);
  }
}

/** engine.io 4 (`4`, message) around socket.io 5 (`2`, event). */
function frameOf(packet: Packet): Buffer {
  packet.frame ??= textFrame(`42${JSON.stringify([packet.event, packet.message])}`);
  return packet.frame;
}
