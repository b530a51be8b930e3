import { create } from 'qrcode';

/** A QR code as one SVG path; a module is one unit, the quiet zone of four is included. */
export interface QrPath {
  readonly side: number;
  readonly path: string;
}

const quietModules = 4;

/**
 * Error correction M: a printed slip is folded and thumbed. Neighbouring modules of a row become
 * one stroke, which keeps the path short and without seams.
 * @throws where the text is too long for any QR code (about 2,300 bytes)
 */
export function qrPath(text: string): QrPath {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size, data } = modules;
  const dark = (row: number, column: number): boolean => data[row * size + column] === 1;
  let path = '';
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (!dark(row, column)) continue;
      let end = column + 1;
      while (end < size && dark(row, end)) end++;
      path += `M${column + quietModules} ${row + quietModules}h${end - column}v1H${column + quietModules}z`;
      column = end;
    }
  }
  return { side: size + 2 * quietModules, path };
}
