import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';
import type { Glass, GlassColour, GlassRow } from './glass.ts';

/** Draws an emulated board as it would hang above a counter: dots that are lit and dots that are not. */

const family = 'Paihao Board';
/** Of the pixel font: a cell of half a square. */
const cellWidth = 8;
const cellHeight = 16;
const baseline = 14;
const pitch = 5;
const bezel = 22;

const lit: Readonly<Record<GlassColour, string>> = {
  red: '#ff4a2e',
  green: '#46e06a',
  yellow: '#ffc63d',
  blue: '#6ff0dc',
  white: '#f4f7ff',
};

/** A PNG of what the board shows. Loads the pixel font at the first call (some 0.3 s). */
export function drawGlass(glass: Glass): Buffer {
  switch (glass.kind) {
    case 'digits':
      return drawDigits(glass);
    case 'characters':
      return drawDots(glass, { gap: 2, off: '#0c2a28', face: '#041514', size: 0.42 });
    case 'dots':
      return drawDots(glass, { gap: 0, off: '#2a1512', face: '#0b0a0a', size: 0.38 });
  }
}

interface DotLook {
  /** Dots between two cells. */
  readonly gap: number;
  readonly off: string;
  readonly face: string;
  readonly size: number;
}

function drawDots({ columns, rows, lamp }: Glass, { gap, off, face, size }: DotLook): Buffer {
  const rowsMin = rows.length === 0 ? [{ text: '', colour: 'red' } as const] : rows;
  const across = columns * (cellWidth + gap) - gap;
  const down = rowsMin.length * (cellHeight + gap) - gap;
  const { context, encode } = frame(across * pitch, down * pitch, face, lamp);
  for (const [index, row] of rowsMin.entries()) {
    const bits = bitsOf(row, columns);
    for (let y = 0; y < cellHeight; y += 1) {
      for (let x = 0; x < columns * cellWidth; x += 1) {
        const dotX = x + Math.floor(x / cellWidth) * gap;
        const dotY = y + index * (cellHeight + gap);
        context.fillStyle = bits(x, y) ? lit[row.colour] : off;
        context.beginPath();
        const [centreX, centreY] = [(dotX + 0.5) * pitch, (dotY + 0.5) * pitch];
        context.arc(bezel + centreX, bezel + centreY, pitch * size, 0, 2 * Math.PI);
        context.fill();
      }
    }
  }
  return encode();
}

/** Which dots of a row are lit, by the pixel font. */
function bitsOf({ text }: GlassRow, columns: number): (x: number, y: number) => boolean {
  loadFont();
  const width = columns * cellWidth;
  const canvas = createCanvas(width, cellHeight);
  const context = canvas.getContext('2d');
  context.font = `${cellHeight}px "${family}"`;
  let x = 0;
  for (const char of text) {
    context.fillText(char, x, baseline);
    x += (char.codePointAt(0) ?? 0) < 0x80 ? cellWidth : cellWidth * 2;
  }
  const { data } = context.getImageData(0, 0, width, cellHeight);
  return (atX, atY) => (data[(atY * width + atX) * 4 + 3] ?? 0) > 127;
}

/** Segments a to g of the signs that seven of them can show. */
const segments: Readonly<Record<string, string>> = {
  ...{ 0: 'abcdef', 1: 'bc', 2: 'abdeg', 3: 'abcdg', 4: 'bcfg', 5: 'acdfg', 6: 'acdefg' },
  ...{ 7: 'abc', 8: 'abcdefg', 9: 'abcdfg', A: 'abcefg', B: 'cdefg', C: 'adef', D: 'bcdeg' },
  ...{ E: 'adefg', F: 'aefg', G: 'acdef', H: 'bcefg', I: 'ef', J: 'bcde', L: 'def', N: 'ceg' },
  ...{ O: 'cdeg', P: 'abefg', Q: 'abcfg', R: 'eg', S: 'acdfg', T: 'defg', U: 'bcdef' },
  ...{ V: 'cde', Y: 'bcdfg', Z: 'abdeg', '-': 'g', ' ': '' },
};

const digitWidth = 110;
const digitHeight = 190;
const stroke = 20;

function drawDigits({ columns, rows, lamp }: Glass): Buffer {
  const [row] = rows;
  const signs = Array.from((row?.text ?? '').padStart(columns).slice(-columns));
  const { context, encode } = frame(columns * (digitWidth + 34) - 34, digitHeight, '#0b0a0a', lamp);
  for (const [index, sign] of signs.entries()) {
    // What seven segments cannot show is shown as an underline, not as another letter.
    const on = segments[sign.toUpperCase()] ?? 'd';
    for (const segment of 'abcdefg') {
      context.fillStyle = on.includes(segment) ? lit[row?.colour ?? 'red'] : '#241210';
      drawSegment(context, segment, bezel + index * (digitWidth + 34), bezel);
    }
  }
  return encode();
}

function drawSegment(context: SKRSContext2D, segment: string, left: number, top: number): void {
  const right = left + digitWidth - stroke;
  const middle = top + (digitHeight - stroke) / 2;
  const bottom = top + digitHeight - stroke;
  const across = (y: number): void => {
    context.beginPath();
    context.roundRect(left + stroke + 2, y, digitWidth - 2 * stroke - 4, stroke, stroke / 2);
    context.fill();
  };
  const upright = (x: number, y: number): void => {
    context.beginPath();
    context.roundRect(x, y + 2, stroke, (digitHeight - stroke) / 2 - 4, stroke / 2);
    context.fill();
  };
  if (segment === 'a') across(top);
  if (segment === 'b') upright(right, top + stroke / 2);
  if (segment === 'c') upright(right, middle + stroke / 2);
  if (segment === 'd') across(bottom);
  if (segment === 'e') upright(left, middle + stroke / 2);
  if (segment === 'f') upright(left, top + stroke / 2);
  if (segment === 'g') across(middle);
}

/** A case with a face, and a lamp at its side. */
function frame(width: number, height: number, face: string, lamp: boolean) {
  const canvas = createCanvas(width + bezel * 2, height + bezel * 2);
  const context = canvas.getContext('2d');
  context.fillStyle = '#1b1d1f';
  context.beginPath();
  context.roundRect(0, 0, canvas.width, canvas.height, 14);
  context.fill();
  context.fillStyle = face;
  context.fillRect(bezel / 2, bezel / 2, canvas.width - bezel, canvas.height - bezel);
  if (lamp) {
    context.fillStyle = lit.red;
    context.beginPath();
    context.arc(canvas.width - bezel / 2, bezel / 2, bezel / 3, 0, 2 * Math.PI);
    context.fill();
  }
  return { context, encode: () => canvas.toBuffer('image/png') };
}

let isLoaded = false;

function loadFont(): void {
  if (isLoaded) return;
  const path = createRequire(import.meta.url).resolve(
    '@fontsource/unifontex/files/unifontex-latin-400-normal.woff2',
  );
  GlobalFonts.registerFromPath(path, family);
  isLoaded = true;
}
