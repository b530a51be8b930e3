/** The bytes by which an ESC/POS printer says how it is (hardware-protocols, 2). */
import { isStopped, type PrinterFault } from './faults.ts';

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
