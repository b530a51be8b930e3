import {
  answerType,
  commandType,
  cpowerBytes,
  cpowerBytesMax,
  cutCpower,
  type CpowerFraming,
  type CpowerPacket,
} from '../../boards/wire/cpower-frames.ts';
import { createFrameReader } from '../../frames/frame-reader.ts';
import { cellsOf, gb2312Text } from '../../frames/gb-text.ts';
import {
  answering,
  createBell,
  type DeviceEmulator,
  type DeviceFault,
} from '../device-emulator.ts';
import { glassText, type Glass, type GlassColour } from '../glass.ts';

/** A C-Power card: windows (01), text (02), leave (06), save (07). */
export interface CpowerOptions {
  readonly fault: DeviceFault | null;
  readonly framing: CpowerFraming;
  readonly card?: number;
  readonly widthPixels?: number;
}

interface Window {
  readonly y: number;
  readonly height: number;
  readonly text: string;
  readonly align: number;
  readonly colour: GlassColour;
}

const everyCard = 0xff;
const windowBytes = 8;
const colours: readonly GlassColour[] = ['red', 'red', 'green', 'yellow', 'blue'];

export function createCpower(options: CpowerOptions): DeviceEmulator & { glass(): Glass } {
  const { framing, card = 1, widthPixels = 128 } = options;
  const bell = createBell();
  const columns = widthPixels / 8;
  let windows: Window[] = [];
  let shown = '';

  const glass = (): Glass => ({
    kind: 'dots',
    columns,
    rows: windows
      .toSorted((one, other) => one.y - other.y)
      .map(({ text, align, colour }) => ({ text: aligned(text, align, columns), colour })),
    flashing: false,
    lamp: false,
  });

  /** The result byte of the answer, or null for what is not known. */
  const obey = ({ data }: CpowerPacket): boolean => {
    const [command, count = 0] = data;
    switch (command) {
      case 0x01: {
        if (count < 1 || count > 8 || data.length !== 2 + count * windowBytes) return false;
        windows = Array.from({ length: count }, (_, index) => {
          const at = 2 + index * windowBytes;
          const [y, height] = [data.readUInt16BE(at + 2), data.readUInt16BE(at + 6)];
          return { y, height, text: '', align: 0, colour: 'red' };
        });
        return true;
      }
      case 0x02: {
        const window = windows[count];
        if (window === undefined || (data.length - 7) % 3 !== 0) return false;
        const { text, colour } = charsOf(data.subarray(7));
        windows[count] = { ...window, text, colour, align: data[3] ?? 0 };
        return true;
      }
      case 0x06:
      case 0x07:
        return true;
      default:
        return false;
    }
  };

  return {
    glass,
    text: () => glassText(glass()),
    onChange: bell.onChange,
    attach(stream) {
      const { fault } = options;
      const answer = answering(stream, fault);
      const reader = createFrameReader({
        cut: (held) => cutCpower(held, framing),
        take: (packet) => {
          if (packet.type !== commandType) return;
          if (packet.card !== card && packet.card !== everyCard) return;
          const isDone = fault !== 'refuses' && obey(packet);
          if (packet.card === card && packet.confirm === 1) {
            const data = packet.data.subarray(0, 1);
            const confirm = isDone ? 0 : 2;
            answer(cpowerBytes({ type: answerType, card, confirm, data }, framing));
          }
          const now = glassText(glass());
          if (now === shown) return;
          shown = now;
          bell.ring();
        },
        heldBytesMax: cpowerBytesMax,
      });
      stream.onBytes((bytes) => {
        reader.push(bytes);
      });
    },
  };
}

function charsOf(bytes: Buffer): { text: string; colour: GlassColour } {
  const codes: number[] = [];
  let look = 0x10;
  for (let at = 0; at + 2 < bytes.length; at += 3) {
    const [colour = 0, high = 0, low = 0] = bytes.subarray(at, at + 3);
    if (colour === 0 && high === 0 && low === 0) break;
    look = colour;
    if (high !== 0) codes.push(high);
    codes.push(low);
  }
  return { text: gb2312Text(Buffer.from(codes)), colour: colours[look >> 4] ?? 'white' };
}

/** Bits 0 and 1: left, centre, right. */
function aligned(text: string, align: number, columns: number): string {
  const free = Math.max(0, columns - cellsOf(text));
  const before = (align & 0b11) === 1 ? Math.floor(free / 2) : (align & 0b11) === 2 ? free : 0;
  return ' '.repeat(before) + text;
}
