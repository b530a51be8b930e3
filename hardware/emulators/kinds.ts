import { systemClock } from '../clock.ts';
import { deviceFaults, type DeviceEmulator, type DeviceFault } from './device-emulator.ts';
import { printerFaults, type PrinterFault } from './printer/faults.ts';
import { printerDialects, type PrinterDialectName } from './printer/tongue.ts';
import type { createOutFolder } from './write-out.ts';

export interface EmulatorOptions {
  /** One of the kind's faults, or null. */
  readonly fault: string | null;
  readonly widthMm: 58 | 80;
  readonly over: 'tcp' | 'serial';
  /** One of the kind's dialects, or null: as such devices speak over such a line. */
  readonly dialect: string | null;
}

/** A kind of device that `npm run emulate` can be. */
export interface EmulatedKind {
  /** Where such devices usually listen. */
  readonly port: number;
  readonly baudRate: number;
  readonly faults: readonly string[];
  /** Where a kind speaks several, and the line does not tell which. */
  readonly dialects?: readonly string[];
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
    dialects: printerDialects,
    async create({ fault, widthMm, dialect, over }) {
      const { createPrinter } = await import('./printer/printer.ts');
      return createPrinter({
        clock: systemClock,
        dialect: (dialect ?? 'escpos') as PrinterDialectName,
        isNetwork: over === 'tcp',
        widthMm,
        fault: fault as PrinterFault | null,
      });
    },
    show(device, write) {
      void import('./printer/show-tickets.ts').then(({ showTickets }) => {
        showTickets(device as Parameters<typeof showTickets>[0], write);
      });
    },
  },
  display: {
    port: 9101,
    baudRate: 9_600,
    faults: ['cut'],
    async create({ fault }) {
      const { createDisplay } = await import('./display/display.ts');
      return withFaults({ fault: faultOf(fault) }, createDisplay);
    },
    show: showGlass,
  },
  'modbus-board': {
    port: 502,
    baudRate: 9_600,
    faults: deviceFaults,
    dialects: ['tcp', 'rtu'],
    async create({ fault, over, dialect }) {
      const { createModbusBoard } = await import('./modbus-board/modbus-board.ts');
      const framing = framingOf(dialect, over);
      return withFaults({ fault: faultOf(fault), framing }, createModbusBoard);
    },
    show: showGlass,
  },
  onbon: {
    port: 5005,
    baudRate: 57_600,
    faults: deviceFaults,
    async create({ fault }) {
      const { createOnbon } = await import('./onbon/onbon.ts');
      return withFaults({ fault: faultOf(fault) }, createOnbon);
    },
    show: showGlass,
  },
  cpower: {
    port: 5200,
    baudRate: 115_200,
    faults: deviceFaults,
    dialects: ['tcp', 'serial'],
    async create({ fault, over, dialect }) {
      const { createCpower } = await import('./cpower/cpower.ts');
      const framing = (dialect ?? over) === 'tcp' ? 'tcp' : 'serial';
      return withFaults({ fault: faultOf(fault), framing }, createCpower);
    },
    show: showGlass,
  },
  'id-reader': {
    port: 9102,
    baudRate: 115_200,
    faults: deviceFaults,
    async create({ fault }) {
      const { createIdReader } = await import('./id-reader/id-reader.ts');
      return withFaults({ fault: faultOf(fault) }, createIdReader);
    },
  },
  pad: {
    port: 1502,
    baudRate: 9_600,
    faults: deviceFaults,
    dialects: ['modbus', 'rtu', 'frames'],
    async create({ fault, over, dialect }) {
      const pads = await import('./pad/pad.ts');
      const speaks = dialect ?? (over === 'tcp' ? 'modbus' : 'frames');
      if (speaks === 'frames') {
        const profile = pads.sampleProfile;
        return withFaults({ fault: faultOf(fault), profile }, pads.createFramePadEmulator);
      }
      const framing = framingOf(speaks === 'rtu' ? 'rtu' : null, over);
      return withFaults({ fault: faultOf(fault), framing }, pads.createModbusPadEmulator);
    },
  },
};

/** `fault NAME` and `fault none` as typed; a fault of a board begins and ends with a line. */
function withFaults<Options extends { fault: DeviceFault | null }>(
  options: Options,
  create: (options: Options) => DeviceEmulator,
): DeviceEmulator {
  const device = create(options);
  const others = device.act?.bind(device);
  return Object.assign(device, {
    act(words: string): void {
      const [what, name] = words.trim().split(/\s+/);
      if (what !== 'fault') others?.(words);
      else options.fault = deviceFaults.find((each) => each === name) ?? null;
    },
  });
}

/** The program has looked it up among the kind's faults. */
function faultOf(fault: string | null): DeviceFault | null {
  return fault as DeviceFault | null;
}

function framingOf(dialect: string | null, over: 'tcp' | 'serial'): 'tcp' | 'rtu' {
  return (dialect ?? (over === 'tcp' ? 'tcp' : 'rtu')) === 'tcp' ? 'tcp' : 'rtu';
}

function showGlass(device: DeviceEmulator, write: ReturnType<typeof createOutFolder>): void {
  void import('./show-board.ts').then(({ showBoard }) => {
    showBoard(device as Parameters<typeof showBoard>[0], write);
  });
}
