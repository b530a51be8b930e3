import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { GlobalFonts } from '@napi-rs/canvas';

/**
 * The font of the pages, for pictures made outside a browser. It comes in a hundred slices, each
 * with its own range of characters; a slice is read when a character of it is first drawn.
 */

interface Slice {
  readonly family: string;
  readonly file: string;
  readonly ranges: readonly (readonly [from: number, to: number])[];
  isReady: boolean;
}

let slices: readonly Slice[] | null = null;

/**
 * The font family that draws a character, ready for use in a canvas's `font`; null where the
 * bundled font does not have it. Throws where the font's package is missing.
 */
export function familyFor(character: string): string | null {
  slices ??= readSlices();
  const code = character.codePointAt(0) ?? 0;
  const slice = slices.find(({ ranges }) =>
    ranges.some(([from, to]) => from <= code && code <= to),
  );
  if (slice === undefined) return null;
  if (!slice.isReady) {
    GlobalFonts.register(readFileSync(slice.file), slice.family);
    slice.isReady = true;
  }
  return slice.family;
}

function readSlices(): readonly Slice[] {
  const sheet = createRequire(import.meta.url).resolve(
    '@fontsource-variable/noto-sans-sc/index.css',
  );
  const folder = dirname(sheet);
  const faces = readFileSync(sheet, 'utf8').split('@font-face').slice(1);
  return faces.flatMap((face, index) => {
    const file = /url\(([^)]+\.woff2)\)/.exec(face)?.[1];
    const range = /unicode-range:([^;}]+)/.exec(face)?.[1];
    if (file === undefined || range === undefined) return [];
    return {
      family: `paihao-${index}`,
      file: join(folder, file),
      ranges: range.split(',').map(rangeOf),
      isReady: false,
    };
  });
}

/** `U+4e00`, `U+4e00-4e7f`, `U+4??`. */
function rangeOf(text: string): readonly [number, number] {
  const [from = '', to = from] = text.trim().replace(/^u\+/i, '').split('-');
  return [parseInt(from.replaceAll('?', '0'), 16), parseInt(to.replaceAll('?', 'f'), 16)];
}
