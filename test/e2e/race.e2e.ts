/** Sixty-four clerks press “call” at once, over real sockets, on one long queue of a real hub. */
import { io, type Socket } from 'socket.io-client';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CommandAck } from '#protocol/socket-events.ts';
import { at } from '../support/hall-hands.ts';
import { runHub, type RunningHub } from '../support/running-hub.ts';

const clerkCount = 64;
const ticketCount = 2_000;
const issuedAtOnce = 200;

const numbers = Array.from({ length: clerkCount }, (_, index) => index + 1);
const badgeOf = (number: number) => String(1000 + number);
const pinOf = (number: number) => String(7000 + number);

/** One service, sixty-four counters; a call is the start of a service. */
const hallFile = `hall:
  id: race
  name: { zh: 长队厅, en: Long Queue Hall }
  timezone: Asia/Shanghai
  languages: [zh, en]
hours:
  weekly: { ${['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => `${day}: "08:30-18:30"`).join(', ')} }
classes:
  - { id: ordinary, rank: 0, name: { zh: 普通, en: Ordinary } }
services:
  - { id: payment, name: { zh: 缴费, en: Payments }, prefix: A, promiseMinutes: 10, expectedMinutes: 3 }
counters:
${numbers.map((number) => `  - { id: "${number}", services: [payment] }`).join('\n')}
staff:
${numbers.map((number) => `  - { badge: "${badgeOf(number)}", name: 柜员${number}, role: clerk, pin: "${pinOf(number)}" }`).join('\n')}
  - { badge: "9001", name: 王芳, role: supervisor, pin: "9350" }
discipline: { kind: fifo }
policy: { startOnCall: true }
`;

let hub: RunningHub;
const sockets: Socket[] = [];

beforeAll(async () => {
  hub = await runHub({ at: at('08:40'), hallFile });
  return async () => {
    for (const socket of sockets) socket.disconnect();
    await hub.close();
  };
}, 120_000);

interface Client {
  command(name: string, args: object): Promise<CommandAck>;
  must<T>(name: string, args: object): Promise<T>;
}

let commands = 0;

async function client(token: string): Promise<Client> {
  const socket = io(hub.origin, {
    auth: { token, protocol: 1 },
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
  });
  sockets.push(socket);
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  async function command(name: string, args: object): Promise<CommandAck> {
    commands += 1;
    const request = { id: `race-${String(commands)}`, name, args };
    return (await socket.timeout(20_000).emitWithAck('command', request)) as CommandAck;
  }
  return {
    command,
    async must<T>(name: string, args: object) {
      const ack = await command(name, args);
      if (!ack.ok) throw new Error(`${name}: ${JSON.stringify(ack.problem)}`);
      return ack.result as T;
    },
  };
}

describe('64 clients at one queue', () => {
  it('[one-customer-at-a-time] call each of 2,000 tickets exactly once', async () => {
    const kiosk = await hub.post<{ token: string }>('/api/devices', { kind: 'kiosk', name: 'k' });
    const taker = await client(kiosk.token);
    const issued: string[] = [];
    while (issued.length < ticketCount) {
      const batch = Array.from({ length: issuedAtOnce }, () =>
        taker.must<{ id: string; number: string }>('issue-ticket', { service: 'payment' }),
      );
      issued.push(...(await Promise.all(batch)).map(({ id }) => id));
    }
    expect(new Set(issued).size).toBe(ticketCount);

    const clerks = await Promise.all(
      numbers.map(async (number) => {
        const session = { badge: badgeOf(number), pin: pinOf(number) };
        const { token } = await hub.post<{ token: string }>('/api/sessions', session);
        const clerk = await client(token);
        await clerk.must('open', { counter: String(number) });
        return { counter: String(number), ...clerk };
      }),
    );

    // All counters call at the first instant, and again as soon as they are free.
    const called: string[] = [];
    await Promise.all(
      clerks.map(async ({ counter, must }) => {
        for (;;) {
          const { ticket } = await must<{ ticket: { id: string } | null }>('call', { counter });
          if (ticket === null) return;
          called.push(ticket.id);
          await must('finish', { counter });
        }
      }),
    );
    expect(called).toHaveLength(ticketCount);
    expect(new Set(called)).toEqual(new Set(issued));

    // Nobody was called while somebody older waited: the journal has the order of the queue.
    const supervisor = { badge: '9001', pin: '9350' };
    const { token } = await hub.post<{ token: string }>('/api/sessions', supervisor);
    const calls = (await hub.journal(token)).filter(({ type }) => type === 'TicketCalled');
    expect(calls.map(({ data }) => data['ticket'])).toEqual(issued);
    expect(new Set(calls.map(({ data }) => data['counter'])).size).toBe(clerkCount);
    const { body } = await hub.ask<{ waitingCount: number; lastCallNo: number }>(
      'GET',
      '/api/hall',
    );
    expect(body).toMatchObject({ waitingCount: 0, lastCallNo: ticketCount });
  }, 120_000);
});
