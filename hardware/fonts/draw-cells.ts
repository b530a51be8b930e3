import type { SKRSContext2D } from '@napi-rs/canvas';
import { cellsOfCharacter } from '#server/paper/cells.ts';
import { cellDots, lineDots } from '#server/paper/sheet.ts';
import { familyFor } from './bundled-font.ts';

export interface CellStyle {
  readonly wide: number;
  readonly high: number;
  readonly bold: boolean;
}

/** How far above the lower edge of a 24-dot line the letters stand. */
const baselineDots = 4;

/**
 * Draws text in cells, as a ticket printer sets it: each character in its own box of 12 or 24 dots,
 * narrowed where it is wider than that. Answers how many dots wide it is.
 */
export function drawCells(
  context: SKRSContext2D,
  text: string,
  x: number,
  y: number,
  { wide, high, bold }: CellStyle,
): number {
  let at = x;
  for (const character of text) {
    const boxDots = cellsOfCharacter(character) * cellDots;
    // What the bundled font lacks, another one of the machine may have; a box is better than nothing.
    const family = familyFor(character) ?? 'sans-serif';
    if (character !== ' ') {
      context.save();
      context.translate(at, y);
      context.scale(wide, high);
      context.font = `${bold ? 700 : 500} ${lineDots - 2}px "${family}", sans-serif`;
      context.textBaseline = 'alphabetic';
      const width = context.measureText(character).width;
      const narrower = boxDots === 0 ? 1 : Math.min(1, boxDots / Math.max(width, 1));
      context.translate(Math.max(0, (boxDots - width * narrower) / 2), lineDots - baselineDots);
      context.scale(narrower, 1);
      context.fillText(character, 0, 0);
      context.restore();
    }
    at += boxDots * wide;
  }
  return at - x;
}
