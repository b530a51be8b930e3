/** What an emulated printer can be in, whatever it speaks. */
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
