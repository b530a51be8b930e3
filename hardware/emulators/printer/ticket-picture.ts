import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { cellsOf } from '#server/paper/cells.ts';
import { cellDots, lineDots, type Align } from '#server/paper/sheet.ts';
import { dotsOfCode } from '../../fonts/code-dots.ts';
import { isBlackAt, type Dots } from '../../fonts/dots.ts';
import { drawCells } from '../../fonts/draw-cells.ts';
import { joined, type Row } from './roll.ts';

/** White on both sides of the printed width, as paper is wider than the head. */
const marginDots = 32;
const endsDots = 40;
const heightDotsMax = 12_000;

const ink = '#1a1a1a';
const ground = '#fdfdfb';

/** What the ticket would look like, one dot a pixel, as PNG. */
export function ticketPicture(rows: readonly Row[], paperDots: number): Buffer {
  const drawn = joined(rows).map((row) => prepared(row));
  const height = drawn.reduce((sum, { dots }) => sum + dots, 0) + endsDots * 2;
  const canvas = createCanvas(paperDots + marginDots * 2, Math.min(height, heightDotsMax));
  const context = canvas.getContext('2d');
  context.fillStyle = ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = ink;
  let y = endsDots;
  for (const { dots, draw } of drawn) {
    draw(context, y, paperDots);
    y += dots;
  }
  return canvas.toBuffer('image/png');
}

interface Prepared {
  readonly dots: number;
  readonly draw: (context: SKRSContext2D, y: number, paperDots: number) => void;
}

function prepared(row: Row): Prepared {
  switch (row.kind) {
    case 'feed':
      return { dots: row.dots, draw: () => undefined };
    case 'picture':
      return picture(row.picture, row.align);
    case 'code': {
      // The printer sets the symbol without the quiet zone; white paper is all around it.
      const dots = safeCode(row.text, row.moduleDots, row.level);
      return dots === null ? { dots: 0, draw: () => undefined } : picture(dots, row.align);
    }
    case 'line':
      return {
        dots: row.dots,
        draw: (context, y, paperDots) => {
          drawLine(context, row, y, paperDots);
        },
      };
  }
}

function safeCode(text: string, moduleDots: number, level: 'L' | 'M' | 'Q' | 'H'): Dots | null {
  try {
    return dotsOfCode(text, moduleDots, level);
  } catch {
    return null; // too long for a code: a printer prints none either
  }
}

function picture(dots: Dots, align: Align): Prepared {
  return {
    dots: dots.heightDots,
    draw(context, y, paperDots) {
      const left = marginDots + startOf(align, dots.widthDots, paperDots);
      for (let row = 0; row < dots.heightDots; row += 1) {
        for (let column = 0; column < dots.widthDots; column += 1) {
          const from = column;
          while (column < dots.widthDots && isBlackAt(dots, column, row)) column += 1;
          if (column > from) context.fillRect(left + from, y + row, column - from, 1);
        }
      }
    },
  };
}

function drawLine(
  context: SKRSContext2D,
  { spans, align }: Extract<Row, { kind: 'line' }>,
  y: number,
  paperDots: number,
): void {
  const last = spans.at(-1);
  const width = last === undefined ? 0 : last.x + cellsOf(last.text) * cellDots * last.wide;
  const left = marginDots + startOf(align, width, paperDots);
  const tallest = Math.max(1, ...spans.map(({ high }) => high));
  for (const span of spans) {
    const top = y + (tallest - span.high) * lineDots;
    if (span.reversed) {
      const spanDots = cellsOf(span.text) * cellDots * span.wide;
      context.fillRect(left + span.x, top, spanDots, lineDots * span.high);
      context.fillStyle = ground;
    }
    drawCells(context, span.text, left + span.x, top, span);
    context.fillStyle = ink;
  }
}

function startOf(align: Align, width: number, paperDots: number): number {
  const room = Math.max(0, paperDots - width);
  return align === 'center' ? Math.floor(room / 2) : align === 'right' ? room : 0;
}
