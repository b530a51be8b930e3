import fc from 'fast-check';
import { createFrameReader, type Cut } from '#hardware/frames/frame-reader.ts';

/** Everything that a parser of frames makes of bytes that arrive in these pieces. */
export function readPieces<Frame>(
  cut: (held: Buffer) => Cut<Frame>,
  pieces: readonly Uint8Array[],
  heldBytesMax = 4_096,
): { readonly frames: readonly Frame[]; readonly dropped: number } {
  const frames: Frame[] = [];
  const reader = createFrameReader<Frame>({
    cut,
    take: (frame) => void frames.push(frame),
    heldBytesMax,
  });
  for (const piece of pieces) reader.push(piece);
  return { frames, dropped: reader.dropped };
}

/** Every way to cut bytes in two, and byte for byte. */
export function splitsOf(bytes: Buffer): readonly (readonly Uint8Array[])[] {
  const inTwo = Array.from({ length: bytes.length + 1 }, (_, at) => [
    bytes.subarray(0, at),
    bytes.subarray(at),
  ]);
  return [...inTwo, Array.from(bytes, (byte) => Buffer.of(byte))];
}

/** Noise that likes the bytes that a format is made of. */
export function noiseWith(hex: string): fc.Arbitrary<Buffer> {
  const known = [...Buffer.from(hex, 'hex')];
  const byte = fc.oneof(fc.constantFrom(...known), fc.integer({ min: 0, max: 255 }));
  return fc.array(byte, { maxLength: 200 }).map((bytes) => Buffer.from(bytes));
}

export const hex = (text: string): Buffer => Buffer.from(text.replaceAll(/\s/g, ''), 'hex');
