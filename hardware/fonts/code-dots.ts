import { create } from 'qrcode';
import { packed, type Dots } from './dots.ts';

const quietModules = 4;

/** A QR code (error correction M) as dots, its quiet zone included. Throws where the text is too long. */
export function dotsOfCode(
  text: string,
  moduleDots: number,
  level: 'L' | 'M' | 'Q' | 'H' = 'M',
): Dots {
  const { modules } = create(text, { errorCorrectionLevel: level });
  const side = (modules.size + quietModules * 2) * moduleDots;
  return packed(side, side, (x, y) => {
    const column = Math.floor(x / moduleDots) - quietModules;
    const row = Math.floor(y / moduleDots) - quietModules;
    const isInside = column >= 0 && row >= 0 && column < modules.size && row < modules.size;
    return isInside && modules.get(row, column) !== 0;
  });
}
