import type { DevicePorts } from '../device.ts';
import type { PrinterDialect } from './dialect.ts';
import { escpos } from './dialects/escpos.ts';
import { star } from './dialects/star.ts';
import { runPrinter, type Printer } from './run-printer.ts';
import { defaultPrinterSettings, type PrinterSettings } from './settings.ts';

/** Every dialect of ticket printers; another one is a file in `dialects/` and a line here. */
export const printerDialects = { escpos, star } as const satisfies Record<string, PrinterDialect>;
export type PrinterDialectName = keyof typeof printerDialects;

export interface PrinterSpec extends Partial<PrinterSettings> {
  readonly dialect: PrinterDialectName;
}

export function openPrinter({ dialect, ...given }: PrinterSpec, ports: DevicePorts): Printer {
  return runPrinter(printerDialects[dialect], { ...defaultPrinterSettings, ...given }, ports);
}

export type { Printer };
