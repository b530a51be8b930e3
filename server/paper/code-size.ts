/** Bytes that a QR code holds at error correction M, by version from 1 (ISO/IEC 18004, table 7). */
const bytesMax = [
  14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666,
] as const;

const quietModules = 8;

/** Modules along one side, the quiet zone of four on both sides included; null: it holds no code. */
export function modulesFor(text: string): number | null {
  const bytes = new TextEncoder().encode(text).length;
  const version = bytesMax.findIndex((max) => bytes <= max) + 1;
  return version === 0 ? null : 17 + version * 4 + quietModules;
}

/**
 * Dots of a module: as wished, or fewer so that the code fits the paper. Below 3 dots (0.38 mm)
 * phones no longer read thermal paper well: null, and the ticket goes without.
 */
export function moduleDotsFor(text: string, wished: number, paperDots: number): number | null {
  const modules = modulesFor(text);
  if (modules === null) return null;
  const fitting = Math.min(wished, Math.floor(paperDots / modules), 8);
  return fitting < 3 ? null : fitting;
}
