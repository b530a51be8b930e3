import { create } from 'qrcode';
import { packed, type Dots } from './dots.ts';

/**
 * A QR code as dots, without the quiet zone: on a ticket the paper around it is that. Throws where
 * the text is too long.
 */
export function dotsOfCode(
  text: string,
  moduleDots: number,
  level: 'L' | 'M' | 'Q' | 'H' = 'M',
): Dots {
  const { modules } = create(text, { errorCorrectionLevel: level });
  const side = modules.size * moduleDots;
  return packed(
    side,
    side,
    (x, y) => modules.get(Math.floor(y / moduleDots), Math.floor(x / moduleDots)) !== 0,
  );
}
