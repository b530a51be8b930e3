/**
 * ESC/POS ticket printers. Commands: the manuals named in docs/hardware.md (Epson TM, Citizen
 * CT-S/CBM, Bixolon SRP, SP91). Tried against the emulator and the npm client receiptio only, on no
 * real printer yet; unconfirmed: that `GS !` enlarges Chinese on every model.
 */
import {
  feedDots,
  leadingDots,
  type Block,
  type Sheet,
  type TextBlock,
} from '#server/paper/sheet.ts';
import { dotsOfCode } from '../../fonts/code-dots.ts';
import { dotsOfText } from '../../fonts/dots.ts';
import type { PrinterDialect, PrinterLine, PrinterStatus } from '../dialect.ts';
import type { PrinterSettings } from '../settings.ts';
import { composed, createComposer } from '../wire/composer.ts';
import { createEscposAnswers } from '../wire/escpos-answers.ts';
import { statusOf, statusOfReport } from '../wire/escpos-status.ts';
import { gb18030, hasGlyphs } from '../wire/gb18030.ts';
import { rasterBytes } from '../wire/raster.ts';

/** A real-time answer comes at once, even from a printer that prints; this is patience. */
const answerWithinMs = 1_200;
/** After an answer to a queued question: older ones may follow closely. */
const quietMs = 150;
const settleWithinMs = 2_500;
/** More than a band of a picture that was cut off, and more than a code. */
const flushBytes = 8_192;

const initialise = Buffer.from([0x1b, 0x40]);
const chineseOn = Buffer.from([0x1c, 0x26]);
const cuts = {
  partial: Buffer.from([0x1d, 0x56, 0x42, 0x00]),
  full: Buffer.from([0x1d, 0x56, 0x41, 0x00]),
  none: Buffer.from([0x1b, 0x64, 0x05]),
} as const;

export const escpos: PrinterDialect = {
  async bytesOf(sheet, settings) {
    return ticketBytes(sheet, settings);
  },
  separate({ cut }) {
    return Buffer.concat([initialise, cut === 'none' ? cuts.none : cuts[cut]]);
  },
  begin: beginLine,
};

function ticketBytes({ blocks }: Sheet, settings: PrinterSettings): Buffer {
  const printer = createComposer('epson');
  printer.append(initialise);
  // Initialising ends automatic reports on some models.
  if (settings.reports) printer.append(reportsOn);
  printer.append(chineseOn);
  const now: Modes = { wide: 1, high: 1, bold: false, align: 'left', spacing: 0 };
  for (const block of blocks) append(printer, block, settings, now);
  setModes(printer, { wide: 1, high: 1, bold: false, align: 'left' }, now);
  printer.append(cuts[settings.cut]);
  return composed(printer);
}

type Composer = ReturnType<typeof createComposer>;
type Modes = { -readonly [Key in 'wide' | 'high' | 'bold' | 'align']: TextBlock[Key] } & {
  spacing: number;
};

function append(printer: Composer, block: Block, settings: PrinterSettings, now: Modes): void {
  const centred = { wide: 1, high: 1, bold: false, align: 'center' } as const;
  switch (block.kind) {
    case 'text': {
      if (hasGlyphs(block.text, settings.chineseFont)) {
        setModes(printer, block, now);
        printer.append(Buffer.concat([gb18030(block.text), Buffer.from('\n')]));
        return;
      }
      setModes(printer, { ...block, wide: 1, high: 1, bold: false }, now);
      printer.append(rasterBytes(dotsOfText(block.text, block)));
      printer.append(feed(leadingDots));
      return;
    }
    case 'code':
      setModes(printer, centred, now);
      if (settings.code === 'picture') {
        printer.append(rasterBytes(dotsOfCode(block.text, block.moduleDots)));
        return;
      }
      printer.printQR(asciiAddress(block.text), {
        cellSize: cellSize(block.moduleDots),
        model: 2,
        correction: 'M',
      });
      printer.append(Buffer.from('\n'));
      return;
    case 'image': {
      setModes(printer, centred, now);
      const { widthDots, heightDots, bits } = block.bitmap;
      printer.append(rasterBytes({ widthDots, heightDots, rows: Buffer.from(bits, 'base64') }));
      return;
    }
    case 'space':
      printer.append(feed(block.dots));
  }
}

/** ESC J: feeds dots, without a line. */
function feed(dots: number): Buffer {
  return Buffer.from([0x1b, 0x4a, Math.min(255, dots)]);
}

function setModes(
  printer: Composer,
  to: Pick<TextBlock, 'wide' | 'high' | 'bold' | 'align'>,
  now: Modes,
): void {
  if (to.align !== now.align) {
    if (to.align === 'left') printer.alignLeft();
    else if (to.align === 'center') printer.alignCenter();
    else printer.alignRight();
  }
  // The library names the nibbles of GS ! the other way round: the upper one is the width.
  if (to.wide !== now.wide || to.high !== now.high) printer.setTextSize(to.wide - 1, to.high - 1);
  if (to.bold !== now.bold) printer.bold(to.bold);
  const spacing = feedDots(to.high);
  if (spacing !== now.spacing) printer.setLineSpacing(Math.min(255, spacing));
  Object.assign(now, { wide: to.wide, high: to.high, bold: to.bold, align: to.align, spacing });
}

/** The library counts characters where the printer counts bytes: in ASCII they are the same. */
function asciiAddress(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? text : encodeURI(text);
}

function cellSize(moduleDots: number): 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 {
  return Math.max(1, Math.min(8, Math.round(moduleDots))) as 1;
}

const reportsOn = Buffer.from([0x1d, 0x61, 0x0e]);

function beginLine(
  ...[stream, settings, { clock, told }]: Parameters<PrinterDialect['begin']>
): PrinterLine {
  let hearRealTime: ((byte: number) => void) | null = null;
  let hearQueued: ((byte: number) => void) | null = null;
  /** Questions that this printer does not know: silence on them says nothing. */
  const unknown = new Set<number>();
  const answers = createEscposAnswers({
    realTime: (byte) => hearRealTime?.(byte),
    queued: (byte) => {
      // 00, 03 near end, 0C end; anything else is no answer to GS r.
      if ((byte & ~0x0f) === 0) hearQueued?.(byte);
    },
    automatic: (frame) => {
      told(statusOfReport(frame));
    },
  });
  const stopBytes = stream.onBytes((bytes) => {
    answers.push(bytes);
  });
  const waits = new Set<() => void>();

  /** The next byte of a kind, or null after `withinMs` or at the end. */
  const next = (
    listen: (take: ((byte: number) => void) | null) => void,
    withinMs: number,
  ): Promise<number | null> =>
    new Promise((resolve) => {
      const settle = (byte: number | null): void => {
        cancel();
        waits.delete(stop);
        listen(null);
        resolve(byte);
      };
      const stop = (): void => {
        settle(null);
      };
      const cancel = clock.after(withinMs, stop);
      waits.add(stop);
      listen(settle);
    });

  const ask = async (n: number): Promise<number | null> => {
    const answer = next((take) => (hearRealTime = take), answerWithinMs);
    stream.write(Uint8Array.of(0x10, 0x04, n)).catch(() => undefined); // closing is told by the line
    return answer;
  };
  const askIfKnown = async (n: number): Promise<number | null> => {
    if (unknown.has(n)) return null;
    const answer = await ask(n);
    if (answer === null) unknown.add(n);
    return answer;
  };

  if (settings.reports) stream.write(reportsOn).catch(() => undefined); // as above

  return {
    async status(): Promise<PrinterStatus> {
      if (settings.answers === 'none') {
        return { state: 'ready', detail: 'a printer that tells nothing about itself' };
      }
      answers.reset();
      const printer = await ask(1);
      if (printer === null) return { state: 'uncertain', detail: 'the printer does not answer' };
      const offline = await askIfKnown(2);
      const error = offline !== null && (offline & 0x40) !== 0 ? await askIfKnown(3) : null;
      const paper = await askIfKnown(4);
      return statusOf({ printer, offline, error, paper });
    },
    workedOff:
      settings.answers !== 'queued'
        ? null
        : async (withinMs) => {
            const answer = next((take) => (hearQueued = take), withinMs);
            // GS r: queued behind the data, and not obeyed while offline (reference, 2.2).
            stream.write(Uint8Array.of(0x1d, 0x72, 0x01)).catch(() => undefined); // as above
            return (await answer) !== null;
          },
    async settle() {
      if (settings.answers !== 'queued') return true;
      for (const flush of [0, flushBytes]) {
        const answer = next((take) => (hearQueued = take), settleWithinMs);
        // A picture that broke off swallows what comes next; a printer does nothing with zeros.
        stream
          .write(Buffer.concat([Buffer.alloc(flush), Buffer.from([0x1d, 0x72, 0x01])]))
          .catch(() => undefined); // as above
        if ((await answer) === null) continue;
        while ((await next((take) => (hearQueued = take), quietMs)) !== null);
        return true;
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
