/**
 * Star Line Mode ticket printers, as far as node-thermal-printer's dialect goes. Complete there:
 * initialise, align, size, bold, picture (ESC k), cut. Not complete, and done otherwise here: QR
 * codes (its command lacks the data header `1B 1D 79 44 31 00`), so codes are pictures; Chinese (no
 * confirmed command), so every line that is not ASCII is a picture from the bundled font. Status and
 * the end of printing by Star Line Mode Command Specifications: ESC ACK SOH while automatic status
 * is off, ETB and its counter while it is on. Raster-only models (TSP100) do not speak it.
 */
import { createCanvas } from '@napi-rs/canvas';
import type { Block, Sheet } from '#server/paper/sheet.ts';
import { dotsOfCode } from '../../fonts/code-dots.ts';
import { dotsOfText, isBlackAt, type Dots } from '../../fonts/dots.ts';
import type { PrinterDialect, PrinterLine, PrinterStatus } from '../dialect.ts';
import type { PrinterSettings } from '../settings.ts';
import { composed, createComposer } from '../wire/composer.ts';
import { hasGlyphs } from '../wire/gb18030.ts';
import { createStarAnswers, etbsOfStar, statusOfStar } from '../wire/star-answers.ts';

const answerWithinMs = 1_200;
const settleWithinMs = 2_500;
/** A picture that broke off swallows what comes next: a band of it at most, of the widest paper. */
const flushBytes = 8_192;
/** ESC i magnifies up to six times. */
const timesMax = 6;

export const star: PrinterDialect = {
  bytesOf: ticketBytes,
  separate: () => Buffer.from([0x1b, 0x40, 0x1b, 0x64, 0x03]),
  begin: beginLine,
};

const initialise = Buffer.from([0x1b, 0x40]);

async function ticketBytes(sheet: Sheet, settings: PrinterSettings): Promise<Buffer> {
  const printer = createComposer('star');
  printer.append(initialise);
  for (const block of sheet.blocks) await append(printer, block, sheet.dots);
  printer.alignLeft();
  if (settings.cut === 'full') printer.append(Buffer.from([0x1b, 0x64, 0x02]));
  else if (settings.cut === 'partial') printer.append(Buffer.from([0x1b, 0x64, 0x03]));
  // ESC a n: feeds n lines.
  else printer.append(Buffer.from([0x1b, 0x61, 0x05]));
  return composed(printer);
}

type Composer = ReturnType<typeof createComposer>;

async function append(printer: Composer, block: Block, paperDots: number): Promise<void> {
  switch (block.kind) {
    case 'text': {
      const { text, wide, high, bold, align } = block;
      if (!hasGlyphs(text, 'none') || wide > timesMax || high > timesMax) {
        const dots = dotsOfText(text, block);
        const room = paperDots - dots.widthDots;
        const left = align === 'left' ? 0 : align === 'center' ? room >> 1 : room;
        await picture(printer, dots, left, paperDots);
        return;
      }
      if (align === 'left') printer.alignLeft();
      else if (align === 'center') printer.alignCenter();
      else printer.alignRight();
      printer.append(Buffer.from([0x1b, 0x69, high - 1, wide - 1]));
      printer.bold(bold);
      printer.append(Buffer.from(`${text}\n`));
      return;
    }
    case 'code': {
      const dots = dotsOfCode(block.text, block.moduleDots);
      await picture(printer, dots, (paperDots - dots.widthDots) >> 1, paperDots);
      return;
    }
    case 'image': {
      const { widthDots, heightDots, bits } = block.bitmap;
      const dots = { widthDots, heightDots, rows: Buffer.from(bits, 'base64') };
      await picture(printer, dots, (paperDots - widthDots) >> 1, paperDots);
      return;
    }
    case 'space':
      printer.append(Buffer.from('\n'.repeat(Math.max(1, Math.round(block.dots / 24)))));
  }
}

/** The library takes pictures as PNG; pictures are as wide as the paper, as they are not aligned. */
async function picture(printer: Composer, dots: Dots, left: number, paperDots: number) {
  const canvas = createCanvas(paperDots, dots.heightDots);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, paperDots, dots.heightDots);
  context.fillStyle = '#000';
  for (let y = 0; y < dots.heightDots; y += 1) {
    for (let x = 0; x < dots.widthDots; x += 1) {
      if (isBlackAt(dots, x, y)) context.fillRect(left + x, y, 1, 1);
    }
  }
  printer.alignLeft();
  await printer.printImageBuffer(canvas.toBuffer('image/png'));
}

/** Every counted question is asked between these: ESC ACK SOH must not be, then. */
const reportsOn = [0x1b, 0x1e, 0x61, 0x01];
const reportsOff = [0x1b, 0x1e, 0x61, 0x00];
const clearEtbs = [0x1b, 0x1e, 0x45, 0x00];
const etb = 0x17;

function beginLine(
  ...[stream, settings, { clock, told }]: Parameters<PrinterDialect['begin']>
): PrinterLine {
  const listeners = new Set<(frame: readonly number[]) => void>();
  let last: readonly number[] | null = null;
  let isReporting = false;
  /** ETBs worked off once the printer has done all that it was given. */
  let etbs = 0;
  const answers = createStarAnswers((frame) => {
    last = frame;
    told(statusOfStar(frame));
    for (const hear of [...listeners]) hear(frame);
  });
  const stopBytes = stream.onBytes((bytes) => {
    answers.push(bytes);
  });
  const waits = new Set<() => void>();

  const next = (
    isWanted: (frame: readonly number[]) => boolean,
    withinMs: number,
  ): Promise<readonly number[] | null> =>
    new Promise((resolve) => {
      const settle = (frame: readonly number[] | null): void => {
        cancel();
        waits.delete(stop);
        listeners.delete(take);
        resolve(frame);
      };
      const stop = (): void => {
        settle(null);
      };
      const take = (frame: readonly number[]): void => {
        if (isWanted(frame)) settle(frame);
      };
      const cancel = clock.after(withinMs, stop);
      waits.add(stop);
      listeners.add(take);
    });

  const write = (bytes: ArrayLike<number>): void => {
    stream.write(Uint8Array.from(bytes)).catch(() => undefined); // closing is told by the line
  };

  /** Writes what is counted, and waits until the printer has worked it off. */
  const counted = async (bytes: readonly number[], withinMs: number): Promise<boolean> => {
    const answer = next((frame) => etbsOfStar(frame) === etbs, withinMs);
    isReporting = true;
    write([...reportsOn, ...bytes]);
    const isDone = (await answer) !== null;
    isReporting = false;
    write(reportsOff);
    return isDone;
  };

  return {
    async status(): Promise<PrinterStatus> {
      if (settings.answers === 'none') {
        return { state: 'ready', detail: 'a printer that tells nothing about itself' };
      }
      // Then it tells of every change by itself; whether it still answers, the count shows.
      if (isReporting && last !== null) return statusOfStar(last);
      const answer = next(() => true, answerWithinMs);
      write([0x1b, 0x06, 0x01]);
      const frame = await answer;
      return frame === null
        ? { state: 'uncertain', detail: 'the printer does not answer' }
        : statusOfStar(frame);
    },
    workedOff:
      settings.answers !== 'queued'
        ? null
        : (withinMs) => {
            etbs = (etbs + 1) % 32;
            return counted([etb], withinMs);
          },
    async settle() {
      if (settings.answers !== 'queued') return true;
      for (const [flush, from] of settling) {
        etbs = unreachable(last === null ? 0 : (etbsOfStar(last) ?? 0), from);
        if (flush > 0) write(new Uint8Array(flush));
        const asked = Array.from({ length: etbs }, () => etb);
        if (await counted([...clearEtbs, ...asked], settleWithinMs)) return true;
      }
      return false;
    },
    get dropped() {
      return answers.dropped;
    },
    end() {
      stopBytes();
      for (const stop of [...waits]) stop();
    },
  };
}

/**
 * Counting begins anew behind what an older line has left in the printer. Few ETBs can be among
 * that, two at most, and in the second round those of the first.
 */
const settling = [
  [0, 1],
  [flushBytes, 5],
] as const;

/** A count, `from` or more, that the printer cannot come by before it has begun to count anew. */
function unreachable(count: number, from: number): number {
  for (let to = from; ; to += 1) if ((to - count + 32) % 32 > from + 1) return to;
}
