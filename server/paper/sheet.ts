import type { Bitmap } from '#core/hall-config.ts';

/**
 * A ticket laid out for a roll of paper: what the printer's driver turns into bytes and the
 * preview draws. 203 dots to the inch; a cell is 12 dots wide, a line of usual size 24 high.
 */
export interface Sheet {
  readonly widthMm: PaperWidth;
  /** Cells of usual size in a line: 32 or 48. */
  readonly cells: number;
  readonly dots: number;
  readonly blocks: readonly Block[];
}

export type Block = TextBlock | CodeBlock | ImageBlock | SpaceBlock;

/** One printed line; it fits: cells times `wide` are no more than the sheet has. */
export interface TextBlock {
  readonly kind: 'text';
  readonly text: string;
  /** 1 to 8 times the usual width and height. */
  readonly wide: number;
  readonly high: number;
  readonly align: Align;
  readonly bold: boolean;
}

/** A QR code, in the middle, with error correction M. */
export interface CodeBlock {
  readonly kind: 'code';
  readonly text: string;
  readonly moduleDots: number;
}

export interface ImageBlock {
  readonly kind: 'image';
  readonly bitmap: Bitmap;
}

export interface SpaceBlock {
  readonly kind: 'space';
  readonly dots: number;
}

export type Align = 'left' | 'center' | 'right';

export const paperWidths = [58, 80] as const;
export type PaperWidth = (typeof paperWidths)[number];

/** Font A of ticket printers. */
export const cellDots = 12;
export const lineDots = 24;
export const leadingDots = 6;

/** How far the paper moves for a line. */
export function feedDots(high: number): number {
  return lineDots * high + leadingDots;
}

/** Printable width: 32 cells on 58 mm, 48 on 80 mm. */
export function cellsOfPaper(widthMm: PaperWidth): number {
  return widthMm === 58 ? 32 : 48;
}
