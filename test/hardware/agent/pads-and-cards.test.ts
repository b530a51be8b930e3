import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HallEvent } from '#core/events.ts';
import { startAgent, type Agent } from '#hardware/agent/agent.ts';
import { connectHub } from '#hardware/agent/hub-line.ts';
import { fileBadge, pairingOverHttp } from '#hardware/agent/pairing.ts';
import type { DeviceSpec } from '#hardware/device-file/device-spec.ts';
import type { Log } from '#hardware/device.ts';
import { createIdReader, sampleCard } from '#hardware/emulators/id-reader/id-reader.ts';
import { createFramePadEmulator, sampleProfile } from '#hardware/emulators/pad/pad.ts';
import { createPrinter } from '#hardware/emulators/printer/printer.ts';
import { systemClock } from '#hardware/clock.ts';
import { memoryTransport } from '#hardware/transports/memory.ts';
import type { PresentedMessage } from '#protocol/socket-events.ts';
import { testConfig } from '../../support/hall-config.ts';
import { startHub, type TestHub } from '../../support/hub.ts';
import { until } from '../transports/byte-stream-contract.ts';

/** The real hub over sockets and an agent with a pad, a card reader and a printer in memory. */
const publicUrl = 'https://hall.example/queue';
const hubLog: string[] = [];
const agentLog: string[] = [];
let hub: TestHub;
let folder: string;
let agent: Agent;
let pad: ReturnType<typeof createFramePadEmulator>;
let reader: ReturnType<typeof createIdReader>;
let printer: ReturnType<typeof createPrinter>;

beforeEach(async () => {
  hubLog.length = 0;
  agentLog.length = 0;
  folder = mkdtempSync(join(tmpdir(), 'paihao-agent-'));
  hub = await startHub({
    listen: true,
    baseUrl: publicUrl,
    at: '2026-03-02T09:00:00+08:00',
    logTo: (line) => hubLog.push(line),
    customers: [{ key: sampleCard.number, class: 'vip', note: '' }],
  });
  pad = createFramePadEmulator({ fault: null, profile: sampleProfile });
  reader = createIdReader({ fault: null });
  printer = createPrinter({ clock: systemClock });
  const kinds = { pad, reader, printer, board: null };
  const { url } = hub;
  agent = startAgent({
    hub: connectHub({
      url,
      log: noted,
      badge: fileBadge({
        hub: url,
        file: join(folder, 'token'),
        name: 'door computer',
        ...pairingOverHttp(url),
      }),
      pending: () => undefined,
      approved: () => undefined,
      revoked: () => undefined,
    }),
    devices,
    log: noted,
    transport: ({ kind }) => memoryTransport((far) => kinds[kind]?.attach(far)),
  });
  const isReady = () => agent.devices.every(({ device }) => device.state === 'ready');
  const isKnown = () => Object.keys(hub.hall.dispatch.state().attached).length === devices.length;
  await until(() => isReady() && isKnown());
});

afterEach(async () => {
  await agent.close();
  await hub.close();
  rmSync(folder, { recursive: true, force: true });
});

const serial = (path: string) => ({ kind: 'serial', path, baudRate: 9_600 }) as const;
const devices: readonly DeviceSpec[] = [
  {
    id: 'pad-1',
    kind: 'pad',
    dialect: 'frames',
    transport: serial('/dev/memory-pad'),
    counter: '1',
    kiosk: null,
    settings: { ...sampleProfile },
  },
  {
    id: 'card',
    kind: 'reader',
    dialect: 'id-card',
    transport: serial('/dev/memory-card'),
    counter: null,
    kiosk: 'door',
    settings: { pollMs: 50 },
  },
  {
    id: 'kiosk-printer',
    kind: 'printer',
    dialect: 'escpos',
    transport: serial('/dev/memory-printer'),
    counter: null,
    kiosk: null,
    settings: {},
  },
];

/** Everything that the agent says, its fields as a careless logger would write them. */
const note = (fields: object, message: string): void => {
  agentLog.push(`${inspect(fields, { depth: 9 })} ${JSON.stringify(fields)} ${message}`);
};
const noted: Log = { debug: note, info: note, warn: note };

async function events(): Promise<readonly HallEvent[]> {
  const records = await hub.journal.read(1, 10_000);
  return records.map(({ body }) => JSON.parse(body) as HallEvent);
}
const happened = async (type: HallEvent['type']): Promise<boolean> =>
  (await events()).some((event) => event.type === type);
const eventually = async (type: HallEvent['type']): Promise<void> => {
  await expect.poll(() => happened(type)).toBe(true);
};

async function ticketAt(kiosk: string): Promise<{ readonly id: string; readonly number: string }> {
  const body = { service: 'payment' };
  return (await hub.request('POST', '/api/tickets', { token: kiosk, body })).body;
}

describe('an agent with pads and readers, over a real hub', () => {
  it('[satisfaction] calls, starts and finishes by its keys, and rates what was finished', async () => {
    const kiosk = await hub.device('kiosk', 'door');
    const clerk = await hub.signIn('1001');
    await hub.request('POST', '/api/counters/1/open', { token: clerk, body: {} });
    const { id } = await ticketAt(kiosk.token);
    pad.press('call');
    await eventually('TicketCalled');
    hub.clock.moveTo(hub.clock.now() + 30_000);
    pad.press('start');
    await eventually('ServiceStarted');
    hub.clock.moveTo(hub.clock.now() + 60_000);
    pad.press('finish');
    await eventually('ServiceFinished');
    // It asks by itself as soon as its window view says that somebody may rate.
    await until(() => pad.text() === 'please-rate\n');
    pad.press('satisfied');
    await eventually('ServiceRated');
    const rated = (await events()).find((event) => event.type === 'ServiceRated');
    expect(rated).toMatchObject({ data: { ticket: id, rating: 'satisfied' } });
    await until(() => pad.text() === 'thanks\n');
  });

  it('[vip-first] [privacy] a card fills in the class at its kiosk; number and name stay nowhere', async () => {
    const kiosk = await hub.device('kiosk', 'door');
    const other = await hub.device('kiosk', 'elsewhere');
    const told: PresentedMessage[] = [];
    const toldElsewhere: PresentedMessage[] = [];
    const socket = hub.socket({ token: kiosk.token });
    socket.on('presented', (message: PresentedMessage) => told.push(message));
    const far = hub.socket({ token: other.token });
    far.on('presented', (message: PresentedMessage) => toldElsewhere.push(message));
    await socket.emitWithAck('watch', { view: 'kiosk' });
    await far.emitWithAck('watch', { view: 'kiosk' });
    reader.lay(sampleCard);
    await until(() => told.length > 0);
    expect(told[0]?.class).toBe('vip');
    expect(told[0]?.customer).not.toBeNull();
    expect(told[0]?.masked).not.toContain(sampleCard.number.slice(4, -4));
    expect(toldElsewhere).toEqual([]);
    const everything = JSON.stringify([await events(), hubLog, agentLog, told]);
    for (const secret of [sampleCard.number, sampleCard.name]) {
      expect(everything).not.toContain(secret);
    }
    expect(hubLog.length + agentLog.length).toBeGreaterThan(0);
  });

  it('the code on paper leads to the public address', async () => {
    const kiosk = await hub.device('kiosk', 'door');
    const { id } = await ticketAt(kiosk.token);
    await until(() => printer.tickets.length === 1);
    expect(printer.tickets[0]?.text).toContain(`[QR ${publicUrl}/t/${id}]`);
    await eventually('Printed');
  });

  it('only supervisors try out a ticket’s template', async () => {
    const ask = async (token?: string) =>
      (
        await hub.request('POST', '/api/ticket-preview', {
          body: {},
          ...(token === undefined ? {} : { token }),
        })
      ).status;
    expect(await ask()).toBe(401);
    expect(await ask((await hub.device('kiosk', 'door')).token)).toBe(403);
    expect(await ask((await hub.device('hardware', 'other')).token)).toBe(403);
    expect(await ask(await hub.signIn('1001'))).toBe(403);
    expect(await ask(await hub.signIn('9001'))).toBe(200);
    expect(testConfig.training).toBe(true);
  });
});
