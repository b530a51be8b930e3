import iconv from 'iconv-lite';
import type { PrinterSettings } from '../settings.ts';

/** Two cells each in a Chinese printer font; ASCII one byte. */
export function gb18030(text: string): Buffer {
  return iconv.encode(text, 'gb18030');
}

/**
 * Whether a printer's own font has every character of a text: double-byte characters only. Those
 * with four bytes are garbled by printers that do not know them (field, 29), private ones are
 * anybody's guess, and marks that stand on another character are not set right.
 */
export function hasGlyphs(text: string, font: PrinterSettings['chineseFont']): boolean {
  return Array.from(text).every((character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) return code >= 0x20 && code < 0x7f;
    if (font === 'none' || isPrivate(code)) return false;
    const bytes = gb18030(character);
    return bytes.length === 2 && (font === 'gbk' || isGb2312(bytes));
  });
}

function isPrivate(code: number): boolean {
  return code >= 0xe000 && code <= 0xf8ff;
}

/** Rows 1 to 9 and 16 to 87 of GB 2312. */
function isGb2312([lead = 0, trail = 0]: Uint8Array): boolean {
  const inRow = (lead >= 0xa1 && lead <= 0xa9) || (lead >= 0xb0 && lead <= 0xf7);
  return inRow && trail >= 0xa1 && trail <= 0xfe;
}
