import type { Dots } from '../../fonts/dots.ts';

/** Rows sent at a time: small printers hold little. */
const bandRows = 96;

/** GS v 0: a picture in bands, `1D 76 30 00 xL xH yL yH` and its rows. */
export function rasterBytes({ widthDots, heightDots, rows }: Dots): Buffer {
  const rowBytes = Math.ceil(widthDots / 8);
  const bands: Buffer[] = [];
  for (let from = 0; from < heightDots; from += bandRows) {
    const count = Math.min(bandRows, heightDots - from);
    bands.push(
      Buffer.from([0x1d, 0x76, 0x30, 0, rowBytes & 0xff, rowBytes >> 8, count & 0xff, count >> 8]),
      withoutRealTimeCommands(rows.subarray(from * rowBytes, (from + count) * rowBytes)),
    );
  }
  return Buffer.concat(bands);
}

/**
 * A printer obeys DLE EOT, DLE ENQ and DLE DC4 even inside a picture (reference, 2.1). One white dot
 * turned black says the same to the eye and nothing to the printer.
 */
export function withoutRealTimeCommands(rows: Uint8Array): Buffer {
  const safe = Buffer.from(rows);
  for (let at = 0; at + 1 < safe.length; at += 1) {
    const next = safe[at + 1];
    if (safe[at] === 0x10 && (next === 0x04 || next === 0x05 || next === 0x14)) safe[at] = 0x18;
  }
  return safe;
}
