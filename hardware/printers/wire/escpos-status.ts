import type { PrinterStatus } from '../dialect.ts';

/** Answers to DLE EOT 1 to 4; null: not answered (some printers know only 1 and 4). */
export interface EscposStatus {
  readonly printer: number;
  readonly offline: number | null;
  readonly error: number | null;
  readonly paper: number | null;
}

/**
 * What the bits say (reference, 2.1). Sensors have two bits each, of which some models set one:
 * either counts. The cover goes before the paper, as an open cover often reads as paper out.
 */
export function statusOf({ printer, offline, error, paper }: EscposStatus): PrinterStatus {
  const cause = offline ?? 0;
  const roll = paper ?? 0;
  if ((cause & 0x04) !== 0) return { state: 'cover-open', detail: null };
  if ((cause & 0x20) !== 0 || (roll & 0x60) !== 0) return { state: 'paper-out', detail: null };
  if ((cause & 0x40) !== 0) return { state: 'offline', detail: errorWords(error) };
  if ((printer & 0x08) !== 0) return { state: 'offline', detail: 'the printer says it is offline' };
  return { state: (roll & 0x0c) !== 0 ? 'paper-low' : 'ready', detail: null };
}

/** The same from an automatic status of four bytes (reference, 2.3). */
export function statusOfReport([
  printer = 0,
  error = 0,
  paper = 0,
]: readonly number[]): PrinterStatus {
  return statusOf({
    printer: (printer & 0x08) !== 0 ? 0x1a : 0x12,
    offline: ((printer & 0x20) !== 0 ? 0x04 : 0) | ((error & 0x6c) !== 0 ? 0x40 : 0),
    error,
    paper: ((paper & 0x03) !== 0 ? 0x0c : 0) | ((paper & 0x0c) !== 0 ? 0x60 : 0),
  });
}

function errorWords(error: number | null): string {
  if (error === null) return 'the printer reports an error';
  if ((error & 0x08) !== 0) return 'the cutter is jammed';
  if ((error & 0x20) !== 0) return 'an error that needs service';
  if ((error & 0x40) !== 0) return 'too hot, recovers by itself';
  if ((error & 0x04) !== 0) return 'a mechanical error';
  return 'the printer reports an error';
}
