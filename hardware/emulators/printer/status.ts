/** What an emulated printer can be in, and the bytes that say so (reference, 2). */

export const printerFaults = [
  'paper-low',
  'paper-out',
  'paper-ends',
  'cover-open',
  'cutter-jam',
  'silent',
  'slow',
  'stuck',
  'cut',
  'reset',
  'refuse',
  'noise',
  'mixed',
] as const;
/**
 * - `paper-low`: near the end, still printing
 * - `paper-out`, `cover-open`, `cutter-jam`: takes bytes, prints none
 * - `paper-ends`: in the middle of the next ticket; then `paper-out`
 * - `silent`: prints and answers nothing; `stuck`: accepts and never reads
 * - `slow`: 400 bytes a second
 * - `cut`, `reset`: the line closes, or breaks, in the middle of the next ticket; then all is well
 * - `refuse`: every line is closed at once
 * - `noise`: bytes without sense before each answer; `mixed`: automatic status among the answers
 */
export type PrinterFault = (typeof printerFaults)[number];

/** It takes bytes and prints none of them until a person has come. */
export function isStopped(fault: PrinterFault | null): boolean {
  return fault === 'paper-out' || fault === 'cover-open' || fault === 'cutter-jam';
}

/** The answer to DLE EOT n, n = 1 to 4. */
export function realTimeStatus(fault: PrinterFault | null, n: number): number {
  switch (n) {
    case 1:
      return isStopped(fault) ? 0x1a : 0x12;
    case 2:
      if (fault === 'paper-out') return 0x32;
      if (fault === 'cover-open') return 0x16;
      return fault === 'cutter-jam' ? 0x52 : 0x12;
    case 3:
      return fault === 'cutter-jam' ? 0x1a : 0x12;
    default:
      if (fault === 'paper-out') return 0x7e;
      return fault === 'paper-low' ? 0x1e : 0x12;
  }
}

/** Automatic status back: four bytes. */
export function automaticStatus(fault: PrinterFault | null): Buffer {
  return Buffer.from([
    0x10 | (isStopped(fault) ? 0x08 : 0) | (fault === 'cover-open' ? 0x20 : 0),
    fault === 'cutter-jam' ? 0x08 : 0,
    fault === 'paper-out' ? 0x0f : fault === 'paper-low' ? 0x03 : 0,
    0,
  ]);
}

/** The answer to GS r 1, which comes only while the printer works. */
export function paperStatus(fault: PrinterFault | null): number {
  return fault === 'paper-low' ? 0x03 : 0x00;
}
