import { crc16Arc, low16 } from '../../frames/checksums.ts';
import { drop, more, type Cut } from '../../frames/frame-reader.ts';

/**
 * Frames of Onbon BX-5K and BX-6K font cards (user protocol of BX-5K/6K, doc.onbonbx.com; parser
 * strongercjd/Onbon-Protocol-Analysis): A5 eight times, header, data, CRC-16/ARC, 5A, with A5, A6, 5A
 * and 5B escaped between. Numbers are little-endian.
 */
const start = 0xa5;
const end = 0x5a;
const startCount = 8;
const headerBytes = 14;

/** What this side is called on the bus. */
export const hostAddress = 0x8000;
/** Every screen. */
export const broadcast = 0xfffe;
export const onbonBytesMax = 4_096;

const escapes: Readonly<Record<number, readonly [number, number]>> = {
  0xa5: [0xa6, 0x02],
  0xa6: [0xa6, 0x01],
  0x5a: [0x5b, 0x02],
  0x5b: [0x5b, 0x01],
};

export interface OnbonFrame {
  readonly to: number;
  readonly from: number;
  readonly deviceType: number;
  readonly version: number;
  /** Command group, command number, and what belongs to them. */
  readonly data: Buffer;
}

/** Device type and protocol version of generation 5, which generation 6 takes as well. */
export const anyDevice = 0xfe;
export const version5 = 0x02;

export function onbonBytes({ to, from, deviceType, version, data }: OnbonFrame): Buffer {
  const header = [...low16(to), ...low16(from), 0, 0, 0, 0, 0, 0, deviceType, version];
  const content = Buffer.from([...header, ...low16(data.length), ...data]);
  const checked = [...content, ...low16(crc16Arc(content))];
  const escaped = checked.flatMap((byte) => escapes[byte] ?? byte);
  return Buffer.from([...Array<number>(startCount).fill(start), ...escaped, end]);
}

export function cutOnbon(held: Buffer): Cut<OnbonFrame> {
  if (held[0] !== start) return drop(1);
  let begin = 0;
  while (held[begin] === start) begin += 1;
  const stop = held.indexOf(end, begin);
  const restart = held.indexOf(start, begin);
  // An A5 inside is never part of a frame: the one before it was cut off.
  if (restart !== -1 && (stop === -1 || restart < stop)) return drop(restart);
  if (stop === -1) return more;
  const content = unescaped(held.subarray(begin, stop));
  const frame = content === null ? null : contentOf(content);
  return frame === null ? drop(stop + 1) : { kind: 'frame', bytes: stop + 1, frame };
}

function contentOf(content: Buffer): OnbonFrame | null {
  if (content.length < headerBytes + 2) return null;
  const checked = content.subarray(0, -2);
  if (content.readUInt16LE(content.length - 2) !== crc16Arc(checked)) return null;
  // Bar-code option: 16 bytes more, of no use here.
  const extra = content[7] === 1 ? 16 : 0;
  const begin = headerBytes + extra;
  const data = checked.subarray(begin);
  if (checked.length < begin || checked.readUInt16LE(begin - 2) !== data.length) return null;
  return {
    to: checked.readUInt16LE(0),
    from: checked.readUInt16LE(2),
    deviceType: checked[10] ?? 0,
    version: checked[11] ?? 0,
    data,
  };
}

function unescaped(bytes: Buffer): Buffer | null {
  const plain: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte !== 0xa6 && byte !== 0x5b) {
      plain.push(byte);
      continue;
    }
    at += 1;
    const mark = bytes[at];
    if (mark === 0x02) plain.push(byte === 0xa6 ? 0xa5 : 0x5a);
    else if (mark === 0x01) plain.push(byte);
    else return null;
  }
  return Buffer.from(plain);
}

/** Group and number of the commands used or answered here. */
export const onbonCommands = {
  ack: [0xa0, 0x00],
  ping: [0xa2, 0x00],
  setClock: [0xa2, 0x03],
  readParameters: [0xa1, 0x02],
  power: [0xa3, 0x00],
  brightness: [0xa3, 0x02],
  dynamicAreas: [0xa3, 0x06],
} as const satisfies Record<string, readonly [number, number]>;

/** @param answer whether the card shall answer */
export function commandData(
  [group, number]: readonly [number, number],
  answer: boolean,
  rest: Uint8Array | readonly number[] = [],
): Buffer {
  return Buffer.from([group, number, answer ? 1 : 2, 0, 0, ...rest]);
}

/** One dynamic area with its text. */
export interface OnbonArea {
  readonly id: number;
  /** As on the wire: eight pixels a step, or pixels with the top bit set. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lineSpacing: number;
  /** 0 loop, 1 loop and keep, 2 clear after the time. */
  readonly runMode: number;
  readonly timeoutSeconds: number;
  readonly singleLine: boolean;
  readonly wraps: boolean;
  /** 1 static, 2 at once, 3 to the left. */
  readonly effect: number;
  readonly exit: number;
  readonly speed: number;
  readonly stayHalfSeconds: number;
  /** GB 2312 with switches. */
  readonly text: Uint8Array;
}

/** What follows the command A3 06: which areas go, which are new. */
export function areasData(deleted: 'all' | readonly number[], areas: readonly OnbonArea[]): Buffer {
  const gone = deleted === 'all' ? [0xff] : [deleted.length, ...deleted];
  const fresh = areas.map(areaBytes).flatMap((area) => [...low16(area.length), ...area]);
  return Buffer.from([...gone, areas.length, ...fresh]);
}

function areaBytes(area: OnbonArea): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(area.text.length);
  return Buffer.from([
    0,
    ...low16(area.x),
    ...low16(area.y),
    ...low16(area.width),
    ...low16(area.height),
    area.id,
    area.lineSpacing,
    area.runMode,
    ...low16(area.timeoutSeconds),
    0, // no speech
    0, // no extension
    0,
    area.singleLine ? 1 : 2,
    area.wraps ? 2 : 1,
    area.effect,
    area.exit,
    area.speed,
    area.stayHalfSeconds,
    ...length,
    ...area.text,
  ]);
}

const fixedAreaBytes = 27;

/** Reads what `areasData` writes; null where it makes no sense. For emulators and tests. */
export function readAreas(
  data: Buffer,
): { deleted: 'all' | readonly number[]; areas: readonly OnbonArea[] } | null {
  const goneCount = data[0] ?? -1;
  if (goneCount === -1) return null;
  const gone = goneCount === 0xff ? [] : [...data.subarray(1, 1 + goneCount)];
  let at = 1 + gone.length;
  const count = data[at];
  if (count === undefined) return null;
  at += 1;
  const areas: OnbonArea[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 2 > data.length) return null;
    const length = data.readUInt16LE(at);
    const area = areaOf(data.subarray(at + 2, at + 2 + length));
    if (area === null || at + 2 + length > data.length) return null;
    areas.push(area);
    at += 2 + length;
  }
  return at === data.length ? { deleted: goneCount === 0xff ? 'all' : gone, areas } : null;
}

/** Areas with speech have more fields; they are not written here and not read. */
function areaOf(bytes: Buffer): OnbonArea | null {
  if (bytes.length < fixedAreaBytes || bytes[14] !== 0) return null;
  if (bytes.readUInt32LE(23) !== bytes.length - fixedAreaBytes) return null;
  return {
    x: bytes.readUInt16LE(1),
    y: bytes.readUInt16LE(3),
    width: bytes.readUInt16LE(5),
    height: bytes.readUInt16LE(7),
    id: bytes[9] ?? 0,
    lineSpacing: bytes[10] ?? 0,
    runMode: bytes[11] ?? 0,
    timeoutSeconds: bytes.readUInt16LE(12),
    singleLine: bytes[17] === 1,
    wraps: bytes[18] === 2,
    effect: bytes[19] ?? 0,
    exit: bytes[20] ?? 0,
    speed: bytes[21] ?? 0,
    stayHalfSeconds: bytes[22] ?? 0,
    text: bytes.subarray(fixedAreaBytes),
  };
}
