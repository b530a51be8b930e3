import type { ModbusFraming } from '../../modbus/frames.ts';
import { createBell, type DeviceEmulator, type DeviceFault } from '../device-emulator.ts';
import { glassText, type Glass } from '../glass.ts';
import { serveModbusUnit, type ModbusMemory } from '../modbus-unit.ts';

/** A board of LED digits with the register map of the Armfly LED-485 family, and a lamp on coil 0. */
export interface ModbusBoardOptions {
  readonly fault: DeviceFault | null;
  readonly framing: ModbusFraming;
  readonly unit?: number;
  readonly digits?: number;
}

const numberRegister = 0;
const textRegister = 0x70;
const registers = 0x100;

export function createModbusBoard(
  options: ModbusBoardOptions,
): DeviceEmulator & { glass(): Glass } {
  const { framing, unit = 1, digits = 5 } = options;
  const bell = createBell();
  const memory: ModbusMemory = {
    coils: Array<boolean>(8).fill(false),
    discrete: [],
    holding: Array<number>(registers).fill(0),
    input: [],
  };
  /** What was written last is shown: a number or a text. */
  let shows: 'text' | 'number' = 'text';
  let shown = '';

  const text = (): string => {
    if (shows === 'number') return String(((memory.holding[numberRegister] ?? 0) << 16) >> 16);
    const words = Array.from({ length: Math.ceil(digits / 2) }, (_, at) => at + textRegister);
    const bytes = words.flatMap((at) => [
      (memory.holding[at] ?? 0) >> 8,
      (memory.holding[at] ?? 0) & 0xff,
    ]);
    return Buffer.from(bytes.map((byte) => (byte === 0 ? 0x20 : byte))).toString('latin1');
  };
  const glass = (): Glass => ({
    kind: 'digits',
    columns: digits,
    rows: [{ text: text().slice(-digits).padStart(digits), colour: 'red' }],
    flashing: false,
    lamp: memory.coils[0] === true,
  });

  return {
    glass,
    text: () => glassText(glass()),
    onChange: bell.onChange,
    attach(stream) {
      const { fault } = options;
      serveModbusUnit(stream, {
        framing,
        unit,
        fault,
        memory,
        written: (table, address) => {
          if (table === 'holding' && address === numberRegister) shows = 'number';
          if (table === 'holding' && address >= textRegister) shows = 'text';
          const now = glassText(glass());
          if (now === shown) return;
          shown = now;
          bell.ring();
        },
      });
    },
  };
}
