import { Type, type Static } from '@sinclair/typebox';

/**
 * What a device file may say of a printer, beside its transport. Most of it names what cheap
 * printers differ in; the defaults suit a Chinese ESC/POS printer of today.
 */
export const printerSettings = {
  widthMm: Type.Optional(
    Type.Union([Type.Literal(58), Type.Literal(80)], {
      default: 80,
      description: 'Paper: 58 mm has 32 cells (384 dots), 80 mm has 48 (576)',
    }),
  ),
  chineseFont: Type.Optional(
    Type.Union([Type.Literal('gbk'), Type.Literal('gb2312'), Type.Literal('none')], {
      default: 'gbk',
      description: 'Characters that the printer has; others are printed as a picture. none: all',
    }),
  ),
  code: Type.Optional(
    Type.Union([Type.Literal('native'), Type.Literal('picture')], {
      default: 'native',
      description: 'How QR codes are printed: by the printer itself, or as a picture',
    }),
  ),
  cut: Type.Optional(
    Type.Union([Type.Literal('partial'), Type.Literal('full'), Type.Literal('none')], {
      default: 'partial',
      description: 'none: a printer without a cutter feeds out to the tear bar',
    }),
  ),
  answers: Type.Optional(
    Type.Union([Type.Literal('queued'), Type.Literal('realtime'), Type.Literal('none')], {
      default: 'queued',
      description:
        'How it tells that a ticket is done: GS r behind the data, DLE EOT alone, or not at all',
    }),
  ),
  reports: Type.Optional(
    Type.Boolean({
      default: false,
      description: 'Asks the printer to report changes by itself (automatic status back)',
    }),
  ),
};

export type PrinterSettings = {
  readonly [Key in keyof typeof printerSettings]-?: Static<(typeof printerSettings)[Key]>;
};

export const defaultPrinterSettings: PrinterSettings = {
  widthMm: 80,
  chineseFont: 'gbk',
  code: 'native',
  cut: 'partial',
  answers: 'queued',
  reports: false,
};
