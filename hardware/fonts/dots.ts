import { createCanvas } from '@napi-rs/canvas';
import { cellsOf } from '#server/paper/cells.ts';
import { cellDots, lineDots } from '#server/paper/sheet.ts';
import { drawCells, type CellStyle } from './draw-cells.ts';

/** Black dots on white: rows of whole bytes, the highest bit on the left. */
export interface Dots {
  readonly widthDots: number;
  readonly heightDots: number;
  readonly rows: Buffer;
}

/** A line of text as dots, as wide as it is, drawn from the bundled font. */
export function dotsOfText(text: string, style: CellStyle): Dots {
  const widthDots = Math.max(8, cellsOf(text) * cellDots * style.wide);
  const heightDots = lineDots * style.high;
  const canvas = createCanvas(widthDots, heightDots);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, widthDots, heightDots);
  context.fillStyle = '#000';
  drawCells(context, text, 0, 0, style);
  const { data } = context.getImageData(0, 0, widthDots, heightDots);
  return packed(widthDots, heightDots, (x, y) => (data[(y * widthDots + x) * 4] ?? 255) < 140);
}

/** Packs dots; `isBlack` is asked for each. */
export function packed(
  widthDots: number,
  heightDots: number,
  isBlack: (x: number, y: number) => boolean,
): Dots {
  const rowBytes = Math.ceil(widthDots / 8);
  const rows = Buffer.alloc(rowBytes * heightDots);
  for (let y = 0; y < heightDots; y += 1) {
    for (let x = 0; x < widthDots; x += 1) {
      if (!isBlack(x, y)) continue;
      const at = y * rowBytes + (x >> 3);
      rows[at] = (rows[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return { widthDots, heightDots, rows };
}

export function isBlackAt({ widthDots, rows }: Dots, x: number, y: number): boolean {
  const byte = rows[y * Math.ceil(widthDots / 8) + (x >> 3)] ?? 0;
  return (byte & (0x80 >> (x & 7))) !== 0;
}
