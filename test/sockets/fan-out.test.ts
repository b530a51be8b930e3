import { describe, expect, it } from 'vitest';
import { callsRoom, publicCallsRoom } from '#server/sockets/connection.ts';
import { createFanOut } from '#server/sockets/fan-out.ts';
import { textFrame } from '#server/sockets/text-frame.ts';
import type { CallMessage, ViewMessage } from '#protocol/socket-events.ts';

type Io = Parameters<typeof createFanOut>[0];

/** Sockets in rooms, each on a WebSocket of which it remembers the writes. */
function hallOf(sockets: Readonly<Record<string, readonly string[]>>) {
  const rooms = new Map<string, Set<string>>();
  const writes = new Map<string, Buffer[]>();
  const emitted: string[] = [];
  const made = new Map(
    Object.entries(sockets).map(([id, its]) => {
      for (const room of its) rooms.set(room, (rooms.get(room) ?? new Set()).add(id));
      writes.set(id, []);
      const webSocket = {
        readyState: 1,
        _sender: { sendFrame: (list: Buffer[]) => void writes.get(id)!.push(...list) },
      };
      const transport = { name: 'websocket', writable: true, socket: webSocket };
      return [
        id,
        {
          conn: { readyState: 'open', writeBuffer: [] as unknown[], transport },
          emit: (event: string) => emitted.push(`${id} ${event}`),
        },
      ];
    }),
  );
  const io = { of: () => ({ adapter: { rooms }, sockets: made }) } as unknown as Io;
  const slow = new Set<string>();
  const isSlow = (socket: unknown) =>
    [...made].some(([id, each]) => (each as unknown) === socket && slow.has(id));
  return { fanOut: createFanOut(io, isSlow), made, writes, emitted, slow };
}

const call = (callNo: number) =>
  ({ callNo, ticket: `${callNo}-secret`, number: 'A001', counter: '1' }) as CallMessage;
const lobby = (revision: number) => ({ view: 'lobby', revision, data: {} }) as ViewMessage;
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('the fan-out', () => {
  it('writes once a socket and turn: calls, then the views that show them', async () => {
    const { fanOut, writes } = hallOf({
      staff: [callsRoom, 'lobby'],
      wall: [publicCallsRoom, 'lobby'],
      other: [publicCallsRoom, 'lobby'],
      door: ['door'],
    });
    fanOut.call(call(1));
    fanOut.beforeNext(() => {
      fanOut.view('lobby', lobby(7));
    });
    await turn();
    const toStaff = Buffer.concat([
      textFrame(`42${JSON.stringify(['call', call(1)])}`),
      textFrame(`42${JSON.stringify(['view', lobby(7)])}`),
    ]);
    expect(writes.get('staff')).toHaveLength(1);
    expect(writes.get('staff')![0]!.equals(toStaff)).toBe(true);
    expect(writes.get('door')).toEqual([]);
    // The same buffer for all who get the same; passers-by do not learn whose ticket it is.
    expect(writes.get('wall')![0]).toBe(writes.get('other')![0]);
    expect(writes.get('wall')![0]!.toString()).not.toContain('secret');
  });

  it('sends the last of several views of a room, and every call', async () => {
    const { fanOut, writes } = hallOf({ wall: [callsRoom, 'lobby'] });
    fanOut.call(call(1));
    fanOut.view('lobby', lobby(1));
    fanOut.call(call(2));
    fanOut.view('lobby', lobby(2));
    await turn();
    const text = writes.get('wall')![0]!.toString();
    expect(text.match(/"callNo":\d/g)).toEqual(['"callNo":1', '"callNo":2']);
    expect(text.match(/"revision":\d/g)).toEqual(['"revision":2']);
  });

  it('keeps the order behind what socket.io still holds, and serves other transports', async () => {
    const { fanOut, made, writes, emitted } = hallOf({
      busy: [callsRoom, 'lobby'],
      polling: [callsRoom, 'lobby'],
      closing: [callsRoom],
    });
    made.get('busy')!.conn.writeBuffer.push('an answer');
    made.get('polling')!.conn.transport.name = 'polling';
    made.get('closing')!.conn.transport.socket.readyState = 2;
    fanOut.call(call(1));
    fanOut.view('lobby', lobby(1));
    await turn();
    expect(emitted).toEqual([
      'busy call',
      'busy view',
      'polling call',
      'polling view',
      'closing call',
    ]);
    expect([...writes.values()].flat()).toEqual([]);
  });

  it('writes nothing more to a reader that was let go', async () => {
    const { fanOut, writes, slow } = hallOf({ stuck: ['lobby'], wall: ['lobby'] });
    slow.add('stuck');
    fanOut.view('lobby', lobby(1));
    await turn();
    expect(writes.get('stuck')).toEqual([]);
    expect(writes.get('wall')).toHaveLength(1);
  });

  it('is emptied before a newcomer joins, and after it nothing is left', async () => {
    const { fanOut, writes } = hallOf({ wall: [callsRoom] });
    fanOut.call(call(1));
    fanOut.now();
    expect(writes.get('wall')).toHaveLength(1);
    await turn();
    fanOut.now();
    expect(writes.get('wall')).toHaveLength(1);
    fanOut.call(call(2));
    fanOut.stop();
    await turn();
    expect(writes.get('wall')).toHaveLength(1);
  });
});
