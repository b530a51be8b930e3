import { create } from 'qrcode';

/** Modules kept white around a code (ISO/IEC 18004 asks for four). */
export const quietModules = 4;

export interface QrPath {
  /** Side of the drawing in modules, quiet zone included. */
  readonly side: number;
  /** SVG path data: one run of dark modules a step. */
  readonly path: string;
}

/**
 * A text as a QR code, error correction M. Throws where the text is too long for a code (2,331 bytes).
 */
export function qrPath(text: string): QrPath {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const steps: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column) === 0) continue;
      const from = column;
      while (column + 1 < modules.size && modules.get(row, column + 1) !== 0) column += 1;
      steps.push(
        `M${from + quietModules} ${row + quietModules}h${column - from + 1}v1H${from + quietModules}z`,
      );
    }
  }
  return { side: modules.size + quietModules * 2, path: steps.join('') };
}
