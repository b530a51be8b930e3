import { Type, type Static } from '@sinclair/typebox';
import { crc16Arc, crc16Modbus, high16, low16, sum16, sum8, xor8 } from '../frames/checksums.ts';
import { drop, more, type Cut } from '../frames/frame-reader.ts';
import { actSetting, hexBytes, hexSetting } from './pad.ts';

/**
 * How a pad on a serial line speaks. No wire format of call pads or satisfaction pads is public, and
 * each maker ships another: this profile takes the maker's sheet, byte for byte.
 */
const checks = ['none', 'sum8', 'sum16', 'xor8', 'crc16-modbus', 'crc16-arc'] as const;
const bytesMax = 64;
const place = Type.Integer({ minimum: 0, maximum: bytesMax - 1 });

export const frameProfile = Type.Object(
  {
    /** Bytes that begin each frame; none: each byte may begin one. */
    start: Type.Optional(hexSetting),
    /** How a frame ends; one of the four. Default: a length of one byte after `start`. */
    end: Type.Optional(
      Type.Union([
        /** All bytes of a frame, `start` and check value included. */
        Type.Object(
          { length: Type.Integer({ minimum: 1, maximum: bytesMax }) },
          { additionalProperties: false },
        ),
        /** Offset of a byte that holds a length, and how many bytes more the frame has. */
        Type.Object(
          { lengthAt: place, adds: Type.Integer({ minimum: -bytesMax, maximum: bytesMax }) },
          { additionalProperties: false },
        ),
        /** Bytes that end a frame and do not stand inside. */
        Type.Object({ terminator: hexSetting }, { additionalProperties: false }),
        /** Silence. */
        Type.Object(
          { gapMs: Type.Integer({ minimum: 2, maximum: 1_000 }) },
          { additionalProperties: false },
        ),
      ]),
    ),
    /** Offset of the key's byte from the frame's first. */
    keyAt: Type.Optional(place),
    /** Offset of the pad's address, where several share a line, and the address of this one. */
    addressAt: Type.Optional(place),
    address: Type.Optional(Type.Integer({ minimum: 0, maximum: 255 })),
    check: Type.Optional(
      Type.Object(
        {
          kind: Type.Union(checks.map((kind) => Type.Literal(kind))),
          /** First byte that counts. Default 0. */
          from: Type.Optional(place),
          /** Bytes behind the check value, such as an end mark. Default 0. */
          behind: Type.Optional(Type.Integer({ minimum: 0, maximum: 8 })),
          /** Of 16 bits: which byte stands first. Default `low`. */
          first: Type.Optional(Type.Union([Type.Literal('low'), Type.Literal('high')])),
        },
        { additionalProperties: false },
      ),
    ),
    /** The key's byte, two hexadecimal digits, and what it means. */
    keys: Type.Record(Type.String({ pattern: '^[0-9A-Fa-f]{2}$' }), actSetting),
    /** Bytes that make the pad show or say something. */
    shows: Type.Optional(
      Type.Object(
        {
          welcome: Type.Optional(hexSetting),
          'please-rate': Type.Optional(hexSetting),
          thanks: Type.Optional(hexSetting),
          reset: Type.Optional(hexSetting),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);
export type FrameProfile = Static<typeof frameProfile>;

type Check = NonNullable<FrameProfile['check']>;

export const frameBytesMax = bytesMax * 2;

/** Silence that ends a frame that has begun, where the profile has another end. */
export const staleMs = 200;

/** The gap that ends a frame, or null where something else does. */
export function gapOf({ end }: FrameProfile): number | null {
  return end !== undefined && 'gapMs' in end ? end.gapMs : null;
}

/** Cuts frames as the profile says; a wrong check value drops the first byte and looks again. */
export function cutByProfile(profile: FrameProfile): (held: Buffer) => Cut<Buffer> {
  const start = hexBytes(profile.start ?? '');
  return (held) => {
    const begins = beginning(held, start);
    if (begins !== null) return begins;
    const bytes = frameBytes(held, start, profile);
    if (bytes === 'more') return more;
    if (bytes === null || bytes > frameBytesMax) return drop(1);
    if (held.length < bytes) return more;
    const frame = held.subarray(0, bytes);
    return isChecked(frame, profile.check) ? { kind: 'frame', bytes, frame } : drop(1);
  };
}

/** What a gap has ended: a frame if it begins and checks as one. */
export function frameAtGap(profile: FrameProfile): (held: Buffer) => Buffer | null {
  const start = hexBytes(profile.start ?? '');
  return (held) =>
    held.subarray(0, start.length).equals(start) && isChecked(held, profile.check) ? held : null;
}

/** The key's byte as the profile writes it, or null: another pad's frame, or one too short. */
export function keyOf(frame: Buffer, profile: FrameProfile): string | null {
  const { addressAt, address, start } = profile;
  const isOurs = addressAt === undefined || address === undefined || frame[addressAt] === address;
  const key = frame[profile.keyAt ?? hexBytes(start ?? '').length];
  return isOurs && key !== undefined ? key.toString(16).padStart(2, '0') : null;
}

function beginning(held: Buffer, start: Buffer): Cut<Buffer> | null {
  const known = Math.min(held.length, start.length);
  if (!held.subarray(0, known).equals(start.subarray(0, known))) return drop(1);
  return held.length < start.length ? more : null;
}

/** How long the frame at the front is; null: it is none. */
function frameBytes(
  held: Buffer,
  start: Buffer,
  { end = { length: start.length + 1 } }: FrameProfile,
): number | 'more' | null {
  if ('length' in end) return end.length;
  if ('gapMs' in end) return 'more';
  if ('lengthAt' in end) {
    const length = held[end.lengthAt];
    if (length === undefined) return 'more';
    const bytes = length + end.adds;
    return bytes > end.lengthAt ? bytes : null;
  }
  const terminator = hexBytes(end.terminator);
  if (terminator.length === 0) return null;
  const at = held.indexOf(terminator, start.length);
  return at === -1 ? 'more' : at + terminator.length;
}

function isChecked(frame: Buffer, check: Check | undefined): boolean {
  if (check === undefined || check.kind === 'none') return true;
  const { kind, from = 0, behind = 0 } = check;
  const size = kind === 'sum8' || kind === 'xor8' ? 1 : 2;
  const at = frame.length - behind - size;
  if (at < from) return false;
  const asked = checkBytes(frame.subarray(from, at), check);
  return asked.every((byte, index) => frame[at + index] === byte);
}

/** The check value over `bytes`, as it stands in a frame. */
export function checkBytes(bytes: Uint8Array, { kind, first }: Check): readonly number[] {
  const order = first === 'high' ? high16 : low16;
  switch (kind) {
    case 'none':
      return [];
    case 'sum8':
      return [sum8(bytes)];
    case 'xor8':
      return [xor8(bytes)];
    case 'sum16':
      return order(sum16(bytes));
    case 'crc16-modbus':
      return order(crc16Modbus(bytes));
    case 'crc16-arc':
      return order(crc16Arc(bytes));
  }
}
