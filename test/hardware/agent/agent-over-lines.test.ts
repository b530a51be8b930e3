import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SerialPort } from 'serialport';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startAgent, type Agent } from '#hardware/agent/agent.ts';
import { connectHub } from '#hardware/agent/hub-line.ts';
import { fileBadge, pairingOverHttp } from '#hardware/agent/pairing.ts';
import { systemClock } from '#hardware/clock.ts';
import type { DeviceSpec } from '#hardware/device-file/device-spec.ts';
import { silentLog } from '#hardware/device.ts';
import { createPrinter } from '#hardware/emulators/printer/printer.ts';
import { createLineEnd } from '#hardware/transports/line-end.ts';
import type { SupervisorView } from '#protocol/views.ts';
import { testConfig } from '../../support/hall-config.ts';
import { startHub, type TestHub } from '../../support/hub.ts';
import { ptyPair, type PtyPair } from '../pty-pair.ts';
import { until } from '../transports/byte-stream-contract.ts';

/** The real hub over sockets, the agent, a printer over TCP and a board on a pseudo-terminal. */
let hub: TestHub;
let pty: PtyPair;
let far: SerialPort;
let board = '';
let printer: ReturnType<typeof createPrinter>;
let server: Server;
const lines = new Set<Socket>();
let folder: string;
let agent: Agent | null = null;
const codes: string[] = [];

beforeEach(async () => {
  hub = await startHub({
    listen: true,
    config: { ...testConfig, training: false },
    at: '2026-03-02T09:00:00+08:00',
  });
  pty = await ptyPair();
  far = new SerialPort({ path: pty.far, baudRate: 9_600 });
  far.on('data', (bytes: Buffer) => (board += bytes.toString('latin1')));
  far.on('error', () => undefined);
  printer = createPrinter({ clock: systemClock });
  server = createServer((socket) => {
    lines.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => lines.delete(socket));
    const end = createLineEnd({
      push: (piece, done) => void socket.write(piece, done),
      shut: () => socket.destroy(),
    });
    socket.on('data', (bytes: Buffer) => {
      end.arrived(bytes);
    });
    socket.on('close', () => {
      end.end('gone');
    });
    printer.attach(end.stream);
  });
  await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
  folder = mkdtempSync(join(tmpdir(), 'paihao-agent-'));
});

afterEach(async () => {
  await agent?.close();
  agent = null;
  for (const line of lines) line.destroy();
  await new Promise((go) => server.close(go));
  await new Promise((go) => far.close(go));
  await pty.close();
  await hub.close();
  rmSync(folder, { recursive: true, force: true });
  codes.length = 0;
  board = '';
});

function devices(): readonly DeviceSpec[] {
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const common = { counter: null, kiosk: null, settings: {} };
  const tcp = { kind: 'tcp', host: '127.0.0.1', port } as const;
  const serial = { kind: 'serial', path: pty.near, baudRate: 9_600 } as const;
  return [
    { ...common, id: 'printer', kind: 'printer', dialect: 'escpos', transport: tcp },
    { ...common, id: 'board', kind: 'board', dialect: 'cd5220', transport: serial, counter: '1' },
  ];
}

function start(): void {
  const url = hub.url;
  const line = connectHub({
    url,
    log: silentLog,
    badge: fileBadge({
      hub: url,
      file: join(folder, 'devices.yaml.token'),
      name: 'kiosk corner',
      ...pairingOverHttp(url),
    }),
    pending: (code) => codes.push(code),
    approved: () => undefined,
    revoked: () => undefined,
  });
  agent = startAgent({ hub: line, devices: devices(), log: silentLog });
}

async function approve(token: string): Promise<void> {
  const { body } = await hub.request('GET', '/api/devices', { token });
  const list = (body as unknown as { devices: { device: string; name: string; code: string }[] })
    .devices;
  const mine = list.find(({ name }) => name === 'kiosk corner');
  expect(mine?.code).toBe(codes[0]);
  await hub.request('POST', `/api/devices/${mine?.device ?? ''}/approve`, { token, body: {} });
}

describe('an agent beside a kiosk', () => {
  it(
    'pairs by its code, prints, shows calls, and tells every fault and its end',
    { timeout: 60_000 },
    async () => {
      const chief = await hub.signIn('9001');
      start();
      await until(() => codes.length > 0);
      await approve(chief);

      let view: SupervisorView | null = null;
      const socket = hub.socket({ token: chief });
      socket.on('view', ({ data }: { data: SupervisorView }) => (view = data));
      await socket.emitWithAck('watch', { view: 'supervisor' });
      const stateOf = (name: string) => view?.devices.find((each) => each.name === name)?.state;
      await until(() => stateOf('printer') === 'ready' && stateOf('board') === 'ready');

      // A ticket of a kiosk is printed, and the journal keeps its steps apart.
      const kiosk = await hub.device('kiosk', 'door');
      if (hub.hall.vault.devices.get(kiosk.device)?.state !== 'approved') {
        await hub.request('POST', `/api/devices/${kiosk.device}/approve`, {
          token: chief,
          body: {},
        });
      }
      const take = async () => {
        const body = { service: 'payment' };
        return (await hub.request('POST', '/api/tickets', { token: kiosk.token, body })).body;
      };
      const first = await take();
      await until(() => hub.hall.dispatch.state().printing.length === 0);
      expect(printer.tickets.map(({ text }) => text.includes(first.number))).toEqual([true]);

      // A call reaches the glass.
      const clerk = await hub.signIn('1001');
      await hub.request('POST', '/api/counters/1/open', { token: clerk, body: {} });
      board = '';
      await hub.request('POST', '/api/counters/1/call', { token: clerk, body: {} });
      await until(() => board.includes(first.number));

      // Out of paper: the ticket waits, staff see it, and printing goes on by itself.
      printer.fault = 'paper-out';
      await until(() => stateOf('printer') === 'paper-out');
      const second = await take();
      expect(hub.hall.dispatch.state().printing).toHaveLength(1);
      printer.fault = null;
      await until(() => hub.hall.dispatch.state().printing.length === 0);
      expect(printer.tickets.filter(({ text }) => text.includes(second.number))).toHaveLength(1);

      // The board's adapter is pulled out and plugged in again: the truth is on it at once.
      await pty.unplug();
      await until(() => stateOf('board') === 'offline');
      await hub.request('POST', '/api/counters/1/start', { token: clerk, body: {} });
      await new Promise((go) => far.close(go));
      await pty.plug();
      board = '';
      far = new SerialPort({ path: pty.far, baudRate: 9_600 });
      far.on('data', (bytes: Buffer) => (board += bytes.toString('latin1')));
      await until(() => stateOf('board') === 'ready' && board.includes(first.number));
      socket.disconnect();
    },
  );

  it('does only what it is for', async () => {
    const token = (await hub.device('hardware', 'agent')).token;
    const chief = await hub.signIn('9001');
    const pending = hub.hall.vault.devices.list().find(({ name }) => name === 'agent');
    await hub.request('POST', `/api/devices/${pending?.device ?? ''}/approve`, {
      token: chief,
      body: {},
    });
    const ask = async (method: string, path: string, body: unknown = {}) =>
      (await hub.request(method, path, { token, body })).status;
    expect(await ask('POST', '/api/tickets', { service: 'payment' })).toBe(403);
    expect(await ask('POST', '/api/counters/1/transfer', { service: 'enquiry', reason: 'x' })).toBe(
      403,
    );
    expect(await ask('POST', '/api/hall/intake', { state: 'closed', reason: 'x' })).toBe(403);
    expect(await ask('POST', '/api/counters/1/call')).toBe(409);
    const report = { devices: [{ id: 'p', kind: 'printer', state: 'ready' }] };
    expect(await ask('POST', '/api/devices/attached', report)).toBe(200);
    expect(await ask('POST', '/api/prints', { job: '0-nothing.0', outcome: 'printed' })).toBe(404);
  });
});
