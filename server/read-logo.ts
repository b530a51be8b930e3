import { PNG } from 'pngjs';
import type { Bitmap } from '#core/hall-config.ts';

export const logoBounds = { widthDotsMax: 576, heightDotsMax: 400, bytesMax: 1_048_576 } as const;

/**
 * A PNG as black dots for paper: what is darker than the middle, on white where it is transparent.
 * Null where it is no PNG, or too large for a ticket.
 */
export function readLogo(bytes: Buffer): Bitmap | null {
  if (bytes.length > logoBounds.bytesMax) return null;
  let picture: PNG;
  try {
    // The size stands in the first bytes: a picture of a thousand megapixels is not unfolded.
    const [widthDots, heightDots] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    if (widthDots > logoBounds.widthDotsMax || heightDots > logoBounds.heightDotsMax) return null;
    picture = PNG.sync.read(bytes);
  } catch {
    return null; // no PNG: the caller says so in words
  }
  const { width, height, data } = picture;
  const rowBytes = Math.ceil(width / 8);
  const rows = Buffer.alloc(rowBytes * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      const [red = 0, green = 0, blue = 0, opacity = 0] = data.subarray(at, at + 4);
      const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      const isBlack = (light * opacity) / 255 + (255 - opacity) < 128;
      if (!isBlack) continue;
      const byte = y * rowBytes + (x >> 3);
      rows[byte] = (rows[byte] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return { widthDots: width, heightDots: height, bits: rows.toString('base64') };
}
