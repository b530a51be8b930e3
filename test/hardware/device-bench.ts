import { silentLog, type DevicePorts, type Log } from '#hardware/device.ts';
import type { DeviceEmulator } from '#hardware/emulators/device-emulator.ts';
import { createLink } from '#hardware/transports/link.ts';
import { memoryTransport, type MemoryLine } from '#hardware/transports/memory.ts';
import { steeredClock } from './steered-clock.ts';

/** One device on a line in memory, with a clock that is steered. */
export function deviceBench(device: DeviceEmulator, log: Log = silentLog) {
  const clock = steeredClock();
  const lines: MemoryLine[] = [];
  const transport = memoryTransport((line) => {
    lines.push(line);
    device.attach(line);
  });
  const ports: DevicePorts = {
    link: createLink(transport, { clock, random: () => 0.5 }),
    clock,
    log,
  };
  return {
    clock,
    ports,
    transport,
    /** The far end of the line in use: what is written there, the driver hears. */
    far: (): MemoryLine => lines.at(-1)!,
    async replug(): Promise<void> {
      transport.unplug();
      transport.plug();
      await clock.pass(3_000);
    },
  };
}
