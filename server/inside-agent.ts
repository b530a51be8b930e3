import { Agent as HttpsAgent } from 'node:https';
import { join, resolve } from 'node:path';
import { connect } from 'node:tls';
import type { FastifyBaseLogger } from 'fastify';
import type { Language } from '#core/vocabulary.ts';
import { startAgent, type Agent } from '#hardware/agent/agent.ts';
import { readDevicesAt } from '#hardware/agent/device-source.ts';
import { connectHub } from '#hardware/agent/hub-line.ts';
import { fileBadge } from '#hardware/agent/pairing.ts';
import { thisMachine } from '#hardware/agent/words.ts';
import type { DeviceSpec } from '#hardware/device-file/device-spec.ts';
import type { Hall } from './desk/hall-port.ts';
import { stopReason } from './stop-reason.ts';

/** @throws StopReason with exit code 2 and a line for every mistake in the device file */
export function readInsideDevices(path: string, language: Language): readonly DeviceSpec[] {
  const read = readDevicesAt(resolve(path), language);
  if (!read.ok) throw stopReason(2, read.lines);
  return read.devices;
}

export interface InsideAgentDeps {
  readonly hall: Hall;
  readonly devices: readonly DeviceSpec[];
  readonly dataDir: string;
  /** Where this hub listens. */
  readonly url: string;
  /** The certificate in use, PEM; null: plain HTTP. */
  readonly certificate: (() => Buffer) | null;
  readonly logger: FastifyBaseLogger;
}

/**
 * The agent for devices attached to the hub's own machine. It is a device client like any other, by
 * the same sockets; only its approval is given by whoever started the hub with a device file.
 */
export function startInsideAgent(deps: InsideAgentDeps): Agent {
  const { hall, devices, dataDir, url, certificate, logger } = deps;
  const log = logger.child({ part: 'agent' });
  const badge = fileBadge({
    hub: 'inside',
    file: join(dataDir, 'agent.token'),
    name: thisMachine,
    register: (name) => registerInside(hall, name),
    lookUp: async (token) => hall.vault.devices.findByToken(token)?.state ?? null,
  });
  const line = connectHub({
    url: ownAddress(url),
    ...(certificate === null ? {} : { connections: toOneself(certificate) }),
    log,
    badge,
    pending: () => {
      log.warn({}, 'the agent of this machine waits for a supervisor’s approval');
    },
    approved: () => undefined,
    revoked: () => {
      log.warn({}, 'a supervisor has put the devices of this machine out of use');
      void agent.close();
    },
  });
  const agent = startAgent({ hub: line, devices, log });
  return agent;
}

async function registerInside(hall: Hall, name: string) {
  const { vault, dispatch, presence } = hall;
  const registered = vault.devices.register('hardware', name);
  if (registered === null) throw new Error('the list of devices is full');
  const { device, token, code } = registered;
  const outcome = await dispatch.submit({
    command: { name: 'pair-device', args: { device, kind: 'hardware', name } },
    actor: { kind: 'hub' },
  });
  if (outcome.kind !== 'done') throw new Error('the pairing could not be written down');
  vault.devices.setState(device, 'approved');
  presence.changed();
  return { device, token, code };
}

/** An address that listens everywhere is reached here. */
function ownAddress(url: string): string {
  const address = new URL(url);
  if (address.hostname === '0.0.0.0' || address.hostname === '[::]') address.hostname = '127.0.0.1';
  return address.origin;
}

/**
 * Connections to this very hub: whoever shows its own certificate, at this moment, is it. What name
 * the certificate is for, and who signed it, does not matter here.
 */
function toOneself(certificate: () => Buffer): HttpsAgent {
  const agent = new HttpsAgent();
  agent.createConnection = ({ host, port }) =>
    connect({
      host: host ?? '127.0.0.1',
      port: Number(port),
      ca: [certificate()],
      allowPartialTrustChain: true,
      checkServerIdentity: () => undefined,
      ALPNProtocols: ['http/1.1'],
    });
  return agent;
}
