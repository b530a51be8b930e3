import { join, resolve } from 'node:path';
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
  readonly logger: FastifyBaseLogger;
}

/**
 * The agent for devices attached to the hub's own machine. It is a device client like any other, by
 * the same sockets; only its approval is given by whoever started the hub with a device file.
 */
export function startInsideAgent({ hall, devices, dataDir, url, logger }: InsideAgentDeps): Agent {
  const log = logger.child({ part: 'agent' });
  const hub = ownAddress(url);
  const badge = fileBadge({
    hub: 'inside',
    file: join(dataDir, 'agent.token'),
    name: thisMachine,
    register: (name) => registerInside(hall, name),
    address: hub,
  });
  const line = connectHub({
    url: hub,
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
