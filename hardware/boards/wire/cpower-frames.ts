import { high16, low16, sum16 } from '../../frames/checksums.ts';
import { drop, more, type Cut } from '../../frames/frame-reader.ts';

/**
 * Packets of C-Power cards (Lumen and kin, "CP5200"): vendor manual V1.9 (2012) in
 * charlesEdx/cp5200_ledScrollBoard, doc/; the network's prefix after sendcp5200.
 *
 * `68 32 card 7B confirm LL LH PO TP data SL SH`; the card answers with E8 for 68 and its result in
 * place of `confirm`. Serial wraps it in A5 … AE with escapes, TCP (port 5200) in a prefix.
 */
export type CpowerFraming = 'serial' | 'tcp';

export const cpowerBytesMax = 2_048;

/** The ID code of a card that has none set. */
const anyIdCode = [0xff, 0xff, 0xff, 0xff] as const;
const prefixBytes = 8;
const headBytes = 9;

/** Packet without its wrapping. */
export interface CpowerPacket {
  /** 68 a command, E8 an answer. */
  readonly type: number;
  readonly card: number;
  /** Of a command 1: please confirm. Of an answer 0 ok, 1 checksum, 2 order of packets. */
  readonly confirm: number;
  readonly data: Buffer;
}

export const commandType = 0x68;
export const answerType = 0xe8;

export function cpowerBytes(packet: CpowerPacket, framing: CpowerFraming): Buffer {
  const { type, card, confirm, data } = packet;
  const head = [type, 0x32, card, 0x7b, confirm, ...low16(data.length), 0, 0];
  const summed = Buffer.from([...head, ...data]);
  const whole = Buffer.from([...summed, ...low16(sum16(summed))]);
  if (framing === 'tcp') {
    return Buffer.from([...anyIdCode, ...low16(whole.length), 0, 0, ...whole]);
  }
  return Buffer.from([0xa5, ...whole.reduce<number[]>(escape, []), 0xae]);
}

function escape(out: number[], byte: number): number[] {
  if (byte === 0xa5 || byte === 0xae || byte === 0xaa) out.push(0xaa, byte & 0x0f);
  else out.push(byte);
  return out;
}

export function cutCpower(held: Buffer, framing: CpowerFraming): Cut<CpowerPacket> {
  return framing === 'tcp' ? cutTcp(held) : cutSerial(held);
}

function cutSerial(held: Buffer): Cut<CpowerPacket> {
  if (held[0] !== 0xa5) return drop(1);
  const stop = held.indexOf(0xae, 1);
  const restart = held.indexOf(0xa5, 1);
  // Neither stands inside a packet: the one that began was cut off.
  if (restart !== -1 && (stop === -1 || restart < stop)) return drop(restart);
  if (stop === -1) return more;
  const whole = unescaped(held.subarray(1, stop));
  const packet = whole === null ? null : packetOf(whole);
  return packet === null ? drop(stop + 1) : { kind: 'frame', bytes: stop + 1, frame: packet };
}

function unescaped(bytes: Buffer): Buffer | null {
  const plain: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte !== 0xaa) {
      plain.push(byte);
      continue;
    }
    at += 1;
    const low = bytes[at];
    if (low !== 0x05 && low !== 0x0e && low !== 0x0a) return null;
    plain.push(0xa0 | low);
  }
  return Buffer.from(plain);
}

/** The ID code may be any; the length and two zeros after it are what a packet is known by. */
function cutTcp(held: Buffer): Cut<CpowerPacket> {
  if (held.length < prefixBytes + 2) return more;
  const length = held.readUInt16LE(4);
  const isPrefix =
    held.readUInt16LE(6) === 0 && length >= headBytes + 2 && length <= cpowerBytesMax;
  const type = held[prefixBytes];
  if (!isPrefix || (type !== commandType && type !== answerType)) return drop(1);
  if (held.length < prefixBytes + length) return more;
  const packet = packetOf(held.subarray(prefixBytes, prefixBytes + length));
  return packet === null ? drop(1) : { kind: 'frame', bytes: prefixBytes + length, frame: packet };
}

function packetOf(whole: Buffer): CpowerPacket | null {
  if (whole.length < headBytes + 2) return null;
  const summed = whole.subarray(0, -2);
  const [type = 0, kind, card = 0, protocol, confirm = 0] = summed;
  if ((type !== commandType && type !== answerType) || kind !== 0x32 || protocol !== 0x7b)
    return null;
  if (whole.readUInt16LE(whole.length - 2) !== sum16(summed)) return null;
  const data = summed.subarray(headBytes);
  if (summed.readUInt16LE(5) !== data.length) return null;
  return { type, card, confirm, data };
}

/** A window of the screen, pixels. */
export interface CpowerWindow {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Command 01: splits the screen into up to eight windows. */
export function splitData(windows: readonly CpowerWindow[]): Buffer {
  const each = windows.flatMap(({ x, y, width, height }) => [x, y, width, height].flatMap(high16));
  return Buffer.from([0x01, windows.length, ...each]);
}

export interface CpowerText {
  readonly window: number;
  readonly effect: number;
  /** Bits 0 and 1: left, centre, right; bits 2 and 3: top, middle, bottom. */
  readonly align: number;
  /** 1 fast to 100 slow. */
  readonly speed: number;
  readonly staySeconds: number;
  /** 1 to 7: red, green, yellow, blue, violet, cyan, white. */
  readonly colour: number;
  /** 0, 2 to 7: 8, 16, 24, 32, 40, 48, 56 pixels. */
  readonly size: number;
  /** GB 2312. */
  readonly text: Uint8Array;
}

/** Command 02: text in a window, three bytes a character and three zeros at the end. */
export function textData(text: CpowerText): Buffer {
  const look = (text.colour << 4) | text.size;
  const stay = high16(text.staySeconds);
  const head = [0x02, text.window, text.effect, text.align, text.speed, ...stay];
  const chars: number[] = [];
  for (let at = 0; at < text.text.length; at += 1) {
    const lead = text.text[at] ?? 0;
    if (lead < 0x80) chars.push(look, 0, lead);
    else {
      at += 1;
      chars.push(look, lead, text.text[at] ?? 0);
    }
  }
  return Buffer.from([...head, ...chars, 0, 0, 0]);
}
