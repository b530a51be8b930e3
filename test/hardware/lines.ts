import { systemClock } from '#hardware/clock.ts';
import { silentLog, type DevicePorts } from '#hardware/device.ts';
import type { DeviceEmulator } from '#hardware/emulators/device-emulator.ts';
import { serveSerial, serveTcp, type Served } from '#hardware/emulators/serve.ts';
import { createLink } from '#hardware/transports/link.ts';
import { serialTransport } from '#hardware/transports/serial.ts';
import { tcpTransport } from '#hardware/transports/tcp.ts';
import { ptyPair } from './pty-pair.ts';

/** A real line between a driver and an emulator, which can be pulled out and put in again. */
export interface RealLine {
  readonly ports: DevicePorts;
  unplug(): Promise<void>;
  plug(): Promise<void>;
  close(): Promise<void>;
}

export const lineKinds = ['tcp', 'serial'] as const;
export type LineKind = (typeof lineKinds)[number];

const waits = { clock: systemClock, random: () => 0, firstWaitMs: 20, waitMaxMs: 100 };

export function realLine(kind: LineKind, device: DeviceEmulator): Promise<RealLine> {
  return kind === 'tcp' ? tcpLine(device) : serialLine(device);
}

async function tcpLine(device: DeviceEmulator): Promise<RealLine> {
  let served: Served = await serveTcp(device, 0);
  const port = Number(served.address.split(':').at(-1));
  const link = createLink(tcpTransport({ host: '127.0.0.1', port }), waits);
  return {
    ports: { link, clock: systemClock, log: silentLog },
    unplug: () => served.close(),
    async plug() {
      served = await serveTcp(device, port);
    },
    close: () => served.close(),
  };
}

async function serialLine(device: DeviceEmulator): Promise<RealLine> {
  const pair = await ptyPair();
  let served = await serveSerial(device, pair.far);
  const transport = serialTransport({ path: pair.near, baudRate: 9_600 });
  const link = createLink(transport, waits);
  return {
    ports: { link, clock: systemClock, log: silentLog },
    async unplug() {
      await pair.unplug();
      await served.close();
    },
    async plug() {
      await pair.plug();
      served = await serveSerial(device, pair.far);
    },
    async close() {
      await served.close();
      await pair.close();
    },
  };
}

/** Resolves when a device shows what is asked for. */
export function showing(device: DeviceEmulator, text: string): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (device.text().includes(text)) resolve();
    };
    device.onChange(look);
    look();
  });
}
