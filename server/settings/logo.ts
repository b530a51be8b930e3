import { PNG } from 'pngjs';
import type { Bitmap } from '#core/hall-config.ts';

const start = 'data:image/png;base64,';

/** A logo as an address that a page shows and a hall file may hold: a PNG of black and white. */
export function logoAddress({ widthDots, heightDots, bits }: Bitmap): string {
  const rows = Buffer.from(bits, 'base64');
  const rowBytes = Math.ceil(widthDots / 8);
  const picture = new PNG({ width: widthDots, height: heightDots });
  for (let y = 0; y < heightDots; y += 1) {
    for (let x = 0; x < widthDots; x += 1) {
      const isBlack = ((rows[y * rowBytes + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
      const at = (y * widthDots + x) * 4;
      picture.data.fill(isBlack ? 0 : 255, at, at + 3);
      picture.data[at + 3] = 255;
    }
  }
  const bytes = PNG.sync.write(picture, { colorType: 0, inputColorType: 6, bitDepth: 8 });
  return start + bytes.toString('base64');
}

/** The bytes of a PNG in such an address; null where it is none. */
export function logoBytes(address: string): Buffer | null {
  return address.startsWith(start) ? Buffer.from(address.slice(start.length), 'base64') : null;
}
