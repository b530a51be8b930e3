import { high16, xor8 } from '../frames/checksums.ts';
import { drop, more, type Cut } from '../frames/frame-reader.ts';

/**
 * Frames of readers with a SAM_V module, both ways: AA AA AA 96 69, length (high byte first, of all
 * that follows), body, exclusive or of length and body (softs.im; CSDN 85242964).
 */
const preamble = Buffer.from('aaaaaa9669', 'hex');
const lengthBytes = 2;

/** The longest answer: text, photo and two fingerprints. */
export const idFrameBytesMax = 2_321 + 16;

export function idFrame(body: Uint8Array): Buffer {
  const checked = Buffer.from([...high16(body.length + 1), ...body]);
  return Buffer.concat([preamble, checked, Buffer.of(xor8(checked))]);
}

/** The body of the frame at the front. */
export function cutIdFrame(held: Buffer): Cut<Buffer> {
  const known = Math.min(held.length, preamble.length);
  if (!held.subarray(0, known).equals(preamble.subarray(0, known))) return drop(1);
  const begin = preamble.length + lengthBytes;
  if (held.length < begin) return more;
  const length = held.readUInt16BE(preamble.length);
  const bytes = begin + length;
  if (length < 3 || bytes > idFrameBytesMax) return drop(1);
  if (held.length < bytes) return more;
  const isRight = xor8(held.subarray(preamble.length, bytes - 1)) === held[bytes - 1];
  if (!isRight) return drop(1);
  return { kind: 'frame', bytes, frame: held.subarray(begin, bytes - 1) };
}

/** Command and parameter. */
export const idCommands = {
  status: [0x11, 0xff],
  samNumber: [0x12, 0xff],
  findCard: [0x20, 0x01],
  selectCard: [0x20, 0x02],
  readTextAndPhoto: [0x30, 0x01],
} as const satisfies Record<string, readonly [number, number]>;

/** SW3 of an answer. */
export const idResults = {
  ok: 0x90,
  found: 0x9f,
  checksumWrong: 0x10,
  badCommand: 0x21,
  readFailed: 0x41,
  notLicensed: 0x66,
  noCard: 0x80,
  selectFailed: 0x81,
} as const;

export interface IdAnswer {
  readonly result: number;
  readonly data: Buffer;
}

/** SW1, SW2, SW3 and data, or null for what is no answer (a command that an adapter echoes). */
export function answerOf(body: Buffer): IdAnswer | null {
  if (body.length < 3 || body[0] !== 0 || body[1] !== 0) return null;
  return { result: body[2] ?? 0, data: body.subarray(3) };
}

/** Text block of a read answer: lengths of text and photo, then the text; the rest stays unread. */
export function textBlockOf({ data }: IdAnswer): Buffer | null {
  if (data.length < 4) return null;
  const length = data.readUInt16BE(0);
  const block = data.subarray(4, 4 + length);
  return block.length === length ? block : null;
}
