import iconv from 'iconv-lite';
import { cellsOf } from '#server/paper/cells.ts';
import { cellDots, lineDots, type Align } from '#server/paper/sheet.ts';
import type { Dots } from '../../fonts/dots.ts';
import type { EscposCommand } from './escpos-command.ts';

/** What stands on the paper, from top to bottom. */
export type Row =
  | {
      readonly kind: 'line';
      readonly spans: readonly Span[];
      readonly align: Align;
      readonly dots: number;
    }
  | { readonly kind: 'picture'; readonly picture: Dots; readonly align: Align }
  | {
      readonly kind: 'code';
      readonly text: string;
      readonly moduleDots: number;
      readonly level: 'L' | 'M' | 'Q' | 'H';
      readonly align: Align;
    }
  | { readonly kind: 'feed'; readonly dots: number };

export interface Span {
  /** From the left edge of its line. */
  readonly x: number;
  readonly text: string;
  readonly wide: number;
  readonly high: number;
  readonly bold: boolean;
  readonly reversed: boolean;
}

/** Paper between the print head and the blade: what a ticket begins with. */
export interface Roll {
  readonly isChinese: boolean;
  /** Prints one command; answers with the ticket when it was cut off. */
  print(command: EscposCommand): readonly Row[] | null;
  readonly rows: readonly Row[];
}

/** Printing as ESC/POS printers do it: modes, lines that wrap, pictures, codes, the cut. */
export function createRoll(paperDots: number): Roll {
  let rows: Row[] = [];
  let spans: Span[] = [];
  let x = 0;
  let modes = initialModes();
  let code: { moduleDots: number; level: 'L' | 'M' | 'Q' | 'H'; text: string } = initialCode();
  let stored: Dots | null = null;

  const endLine = (): void => {
    const tallest = Math.max(1, ...spans.map(({ high }) => high));
    const dots = Math.max(modes.spacing, tallest * lineDots);
    if (spans.length === 0) rows.push({ kind: 'feed', dots: modes.spacing });
    else rows.push({ kind: 'line', spans, align: modes.align, dots });
    spans = [];
    x = 0;
  };
  const endBegunLine = (): void => {
    if (spans.length > 0) endLine();
  };

  const write = (text: string): void => {
    const { wide, high, bold, reversed } = modes;
    const width = cellsOf(text) * cellDots * wide;
    if (x + width > paperDots && spans.length > 0) endLine();
    const last = spans.at(-1);
    const isSame =
      last !== undefined &&
      last.wide === wide &&
      last.high === high &&
      last.bold === bold &&
      last.reversed === reversed &&
      last.x + cellsOf(last.text) * cellDots * last.wide === x;
    if (isSame) spans[spans.length - 1] = { ...last, text: last.text + text };
    else spans.push({ x, text, wide, high, bold, reversed });
    x += width;
  };

  const cutOff = (): readonly Row[] | null => {
    endBegunLine();
    const ticket = rows;
    rows = [];
    return ticket.some(({ kind }) => kind !== 'feed') ? ticket : null;
  };

  const print = ({ name, bytes }: EscposCommand): readonly Row[] | null => {
    const [n = 0, m = 0] = bytes;
    switch (name) {
      case 'text':
        write(decoded(bytes));
        return null;
      case 'LF':
        endLine();
        return null;
      case 'ESC @':
        // What was begun and not printed is cleared; the paper keeps what is on it.
        spans = [];
        x = 0;
        modes = initialModes();
        code = initialCode();
        return null;
      case 'FS &':
        modes.isChinese = true;
        return null;
      case 'FS .':
        modes.isChinese = false;
        return null;
      case 'GS !':
        modes.wide = ((n >> 4) & 7) + 1;
        modes.high = (n & 7) + 1;
        return null;
      case 'ESC !':
        modes.wide = (n & 0x20) === 0 ? 1 : 2;
        modes.high = (n & 0x10) === 0 ? 1 : 2;
        modes.bold = (n & 0x08) !== 0;
        return null;
      case 'ESC E':
      case 'ESC G':
        modes.bold = (n & 1) !== 0;
        return null;
      case 'GS B':
        modes.reversed = (n & 1) !== 0;
        return null;
      case 'ESC a':
        // Only at the beginning of a line.
        if (spans.length === 0)
          modes.align = (['left', 'center', 'right'] as const)[n % 48] ?? 'left';
        return null;
      case 'ESC 2':
        modes.spacing = 30;
        return null;
      case 'ESC 3':
        modes.spacing = n;
        return null;
      case 'ESC $':
        x = n + m * 256;
        return null;
      case 'ESC \\':
        x = Math.max(0, x + bytes.readInt16LE(0));
        return null;
      case 'ESC d':
        endBegunLine();
        rows.push({ kind: 'feed', dots: n * modes.spacing });
        return null;
      case 'ESC J':
        endBegunLine();
        rows.push({ kind: 'feed', dots: n });
        return null;
      case 'GS v':
        endBegunLine();
        rows.push({ kind: 'picture', picture: rasterOf(bytes), align: modes.align });
        return null;
      case 'GS ( k':
        endBegunLine();
        codeCommand(bytes);
        return null;
      case 'GS ( L':
      case 'GS 8 L':
        graphics(bytes);
        return null;
      case 'GS V':
      case 'ESC i':
      case 'ESC m':
        return cutOff();
      default:
        return null;
    }
  };

  const codeCommand = (bytes: Buffer): void => {
    if (bytes[0] !== 0x31) return;
    switch (bytes[1]) {
      case 0x43:
        code.moduleDots = bytes[2] ?? 3;
        return;
      case 0x45:
        code.level = (['L', 'M', 'Q', 'H'] as const)[(bytes[2] ?? 0x30) - 0x30] ?? 'L';
        return;
      case 0x50:
        code.text = bytes.subarray(3).toString('utf8');
        return;
      case 0x51:
        if (code.text !== '') rows.push({ kind: 'code', ...code, align: modes.align });
        return;
      default:
        return; // model and other symbols: nothing to see
    }
  };

  const graphics = (bytes: Buffer): void => {
    if (bytes[1] === 0x70 && bytes.length >= 10) {
      const widthDots = bytes.readUInt16LE(6);
      const heightDots = bytes.readUInt16LE(8);
      stored = { widthDots, heightDots, rows: bytes.subarray(10) };
    } else if ((bytes[1] === 0x32 || bytes[1] === 2) && stored !== null) {
      endBegunLine();
      rows.push({ kind: 'picture', picture: stored, align: modes.align });
      stored = null;
    }
  };

  return {
    get isChinese() {
      return modes.isChinese;
    },
    get rows() {
      return rows;
    },
    print,
  };
}

interface Modes {
  wide: number;
  high: number;
  bold: boolean;
  reversed: boolean;
  align: Align;
  spacing: number;
  isChinese: boolean;
}

function initialModes(): Modes {
  return {
    wide: 1,
    high: 1,
    bold: false,
    reversed: false,
    align: 'left',
    spacing: 30,
    // Usual on models with a Chinese font; a driver had better say so anyway.
    isChinese: true,
  };
}

function initialCode() {
  return { moduleDots: 3, level: 'L' as 'L' | 'M' | 'Q' | 'H', text: '' };
}

/** A double-byte character, or one of code page 437 as Latin printers have it. */
function decoded(bytes: Buffer): string {
  if (bytes.length === 1) return iconv.decode(bytes, 'cp437');
  const text = iconv.decode(bytes, 'gbk');
  return text.length === 1 && text !== '\ufffd' ? text : '□';
}

function rasterOf(bytes: Buffer): Dots {
  const rowBytes = bytes.readUInt16LE(2);
  const heightDots = bytes.readUInt16LE(4);
  return { widthDots: rowBytes * 8, heightDots, rows: bytes.subarray(6) };
}

/** Pictures that follow each other without a gap are one picture, sent in bands. */
export function joined(rows: readonly Row[]): readonly Row[] {
  const whole: Row[] = [];
  for (const row of rows) {
    const last = whole.at(-1);
    const isBand =
      row.kind === 'picture' &&
      last?.kind === 'picture' &&
      last.align === row.align &&
      last.picture.widthDots === row.picture.widthDots;
    if (!isBand) {
      whole.push(row);
      continue;
    }
    const { picture } = row;
    const above = last.picture;
    whole[whole.length - 1] = {
      ...last,
      picture: {
        widthDots: above.widthDots,
        heightDots: above.heightDots + picture.heightDots,
        rows: Buffer.concat([above.rows, picture.rows]),
      },
    };
  }
  return whole;
}
