import { systemClock } from '../clock.ts';
import type { DeviceEmulator } from './device-emulator.ts';
import { printerFaults, type PrinterFault } from './printer/status.ts';
import type { createOutFolder } from './write-out.ts';

export interface EmulatorOptions {
  /** One of the kind's faults, or null. */
  readonly fault: string | null;
  readonly widthMm: 58 | 80;
}

/** A kind of device that `npm run emulate` can be. */
export interface EmulatedKind {
  /** Where such devices usually listen. */
  readonly port: number;
  readonly baudRate: number;
  readonly faults: readonly string[];
  /** `device` shows on `write` what it shows; without: `board.txt` at each change. */
  readonly create: (options: EmulatorOptions) => Promise<DeviceEmulator>;
  readonly show?: (device: DeviceEmulator, write: ReturnType<typeof createOutFolder>) => void;
}

/** Another kind is a file of its own and a line here. */
export const emulatedKinds: Readonly<Record<string, EmulatedKind>> = {
  printer: {
    port: 9100,
    baudRate: 9_600,
    faults: printerFaults,
    async create({ fault, widthMm }) {
      const { createPrinter } = await import('./printer/printer.ts');
      return createPrinter({ clock: systemClock, widthMm, fault: fault as PrinterFault | null });
    },
    show(device, write) {
      void import('./printer/show-tickets.ts').then(({ showTickets }) => {
        showTickets(device as Parameters<typeof showTickets>[0], write);
      });
    },
  },
};
