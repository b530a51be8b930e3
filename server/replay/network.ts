import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { protocolVersion, type CommandAck } from '#protocol/socket-events.ts';
import type { Answer, Doors, HeldTicket } from '#server/people/doors.ts';
import { createHttpDoors, must, type Ask, type SignIn } from '#server/people/http-doors.ts';

const answerMs = 30_000;

/** Requests over the network, as any client makes them. */
export function askOver(hub: string): Ask {
  return async ({ method, path, token, body }) => {
    const response = await fetch(new URL(path, hub), {
      method,
      signal: AbortSignal.timeout(answerMs),
      headers: {
        accept: 'application/json, application/problem+json',
        'accept-language': 'en',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
  };
}

/** The kiosk takes numbers over HTTP; every clerk has a console of their own on a socket. */
export async function createNetworkDoors(hub: string, signIns: readonly SignIn[]): Promise<Doors> {
  const ask = askOver(hub);
  const kiosk = await createHttpDoors(ask, { kiosk: 'replay', signIns: [] });
  const consoles = new Map<string, Socket>();
  for (const signIn of signIns) {
    const { token } = await must<{ readonly token: string }>(
      ask({ method: 'POST', path: '/api/sessions', body: signIn }),
    );
    consoles.set(signIn.badge, await connect(hub, token));
  }

  async function command<T>(
    badge: string,
    name: string,
    args: Readonly<Record<string, unknown>>,
  ): Promise<Answer<T>> {
    const socket = consoles.get(badge);
    if (socket === undefined) throw new Error(`nobody signed in with badge ${badge}`);
    const request = { id: randomUUID(), name, args };
    const ack = (await socket.timeout(answerMs).emitWithAck('command', request)) as CommandAck;
    return ack.ok ? { ok: true, data: ack.result as T } : { ok: false, problem: ack.problem };
  }

  return {
    issue: (service, className) => kiosk.issue(service, className),
    cancel: (ticket) => kiosk.cancel(ticket),
    clerk: (badge, counter, name, body = {}) => {
      // A transfer's body names the target; the clerk's own counter is the one that is held.
      const args = name === 'transfer' ? body : { counter, ...body };
      return command(badge, name, args);
    },
    call: (badge, counter) =>
      command<{ readonly ticket: HeldTicket | null }>(badge, 'call', { counter }),
    async close() {
      for (const socket of consoles.values()) socket.disconnect();
      await kiosk.close();
    },
  };
}

function connect(hub: string, token: string): Promise<Socket> {
  const socket = io(hub, {
    auth: { token, protocol: protocolVersion },
    transports: ['websocket'],
    forceNew: true,
  });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error('the hub accepts no console'));
    }, answerMs);
    socket.once('connect', () => {
      clearTimeout(timer);
      resolve(socket);
    });
  });
}
