import type { ModbusFraming } from '../../modbus/frames.ts';
import { checkBytes, type FrameProfile } from '../../pads/frame-profile.ts';
import { hexBytes, padFaces, type PadAct, type PadFace } from '../../pads/pad.ts';
import type { ByteStream } from '../../transports/byte-stream.ts';
import {
  answering,
  createBell,
  type DeviceEmulator,
  type DeviceFault,
} from '../device-emulator.ts';
import { serveModbusUnit } from '../modbus-unit.ts';

/** A pad whose keys are pressed with `press ACT`. */
export interface PadEmulator extends DeviceEmulator {
  press(act: PadAct): void;
}

/**
 * A profile to try things with; no maker's. AA 55, address, key, sum; it shows four things.
 */
export const sampleProfile: FrameProfile = {
  start: 'AA 55',
  end: { length: 5 },
  addressAt: 2,
  address: 1,
  keyAt: 3,
  check: { kind: 'sum8' },
  keys: {
    '01': 'satisfied',
    '02': 'fair',
    '03': 'dissatisfied',
    '11': 'call',
    '12': 'recall',
    '13': 'start',
    '14': 'finish',
    '15': 'no-show',
    '16': 'pause',
    '17': 'resume',
  },
  shows: {
    welcome: 'AA 55 01 81 81',
    'please-rate': 'AA 55 01 82 82',
    thanks: 'AA 55 01 83 83',
    reset: 'AA 55 01 80 80',
  },
};

/** A pad on a serial line by a profile of one frame length. */
export function createFramePadEmulator(options: {
  readonly fault: DeviceFault | null;
  readonly profile: FrameProfile;
}): PadEmulator {
  const { profile } = options;
  const bell = createBell();
  const lines = new Set<ByteStream>();
  let shown: PadFace = 'reset';

  const press = (act: PadAct): void => {
    const key = Object.entries(profile.keys).find(([, meant]) => meant === act)?.[0];
    if (key === undefined) return;
    const frame = keyFrame(Number.parseInt(key, 16), profile);
    for (const line of lines) answering(line, options.fault)(frame);
  };
  return {
    press,
    act: (words) => {
      const [what, act] = words.trim().split(/\s+/);
      if (what === 'press') press(act as PadAct);
    },
    text: () => `${shown}\n`,
    onChange: bell.onChange,
    attach(stream) {
      lines.add(stream);
      stream.onClose(() => void lines.delete(stream));
      stream.onBytes((bytes) => {
        const asked = padFaces.find((face) => {
          const said = profile.shows?.[face];
          return said !== undefined && hexBytes(said).equals(bytes);
        });
        if (asked === undefined || asked === shown) return;
        shown = asked;
        bell.ring();
      });
    },
  };
}

/** The frame of a key by a profile with a fixed length. */
export function keyFrame(key: number, profile: FrameProfile): Buffer {
  const { start = '', end, keyAt = 0, addressAt, address, check = { kind: 'none' } } = profile;
  const length = end !== undefined && 'length' in end ? end.length : 1;
  const size = checkBytes(new Uint8Array(), check).length;
  const frame = Buffer.alloc(length);
  hexBytes(start).copy(frame);
  if (addressAt !== undefined) frame[addressAt] = address ?? 0;
  frame[keyAt] = key;
  const at = length - (check.behind ?? 0) - size;
  frame.set(checkBytes(frame.subarray(check.from ?? 0, at), check), at);
  return frame;
}

const bitsOfKeys: Readonly<Partial<Record<PadAct, number>>> = {
  satisfied: 0,
  fair: 1,
  dissatisfied: 2,
  call: 3,
  recall: 4,
  start: 5,
  finish: 6,
  'no-show': 7,
};

/** A pad as a Modbus device: discrete inputs, one a key; a key stays down until the next look. */
export function createModbusPadEmulator(options: {
  readonly fault: DeviceFault | null;
  readonly framing: ModbusFraming;
  readonly unit?: number;
}): PadEmulator & { hold(act: PadAct): void; release(): void } {
  const bell = createBell();
  const discrete = Array<boolean>(16).fill(false);
  /** Looks that a pressed key still stays down for. */
  let looks = 0;
  const memory = {
    coils: [],
    holding: [],
    input: [0],
    get discrete() {
      const seen = [...discrete];
      if (looks > 0) {
        looks -= 1;
        if (looks === 0) discrete.fill(false);
      }
      return seen;
    },
  };
  const hold = (act: PadAct): void => {
    const bit = bitsOfKeys[act];
    if (bit !== undefined) discrete[bit] = true;
  };
  const press = (act: PadAct): void => {
    hold(act);
    looks = 2;
  };
  return {
    press,
    hold,
    release: () => void discrete.fill(false),
    act: (words) => {
      const [what, act] = words.trim().split(/\s+/);
      if (what === 'press') press(act as PadAct);
    },
    text: () => `${discrete.map((bit) => (bit ? '1' : '0')).join('')}\n`,
    onChange: bell.onChange,
    attach(stream) {
      const { fault, framing, unit = 1 } = options;
      serveModbusUnit(stream, { framing, unit, fault, memory, written: () => undefined });
    },
  };
}
