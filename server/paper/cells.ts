import type { Language } from '#core/vocabulary.ts';

/**
 * Width on a ticket printer: a character of ASCII takes one cell of 12 dots, every other takes two
 * (GB18030 double-byte characters do in the printer's font, and what is drawn as a picture keeps
 * the same width). Marks that stand on another character take none.
 */
export function cellsOf(text: string): number {
  let cells = 0;
  for (const character of text) cells += cellsOfCharacter(character);
  return cells;
}

export function cellsOfCharacter(character: string): 0 | 1 | 2 {
  if (isAscii(character)) return 1;
  return /[\p{Mn}\p{Me}\p{Cf}\p{Variation_Selector}]/u.test(character) ? 0 : 2;
}

function isAscii(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return code >= 0x20 && code < 0x7f;
}

/**
 * A text as paper takes it: no control characters, one kind of space, and in English the plain
 * signs, as the typographic ones are double-width in a Chinese printer font. ¥ is written ￥, which
 * printers have (field, 29).
 */
export function onPaper(text: string, language: Language): string {
  const plain = text
    .normalize('NFC')
    .replaceAll(/[\s\u00a0\u2000-\u200a\u202f\u205f]+/gu, ' ')
    .replaceAll(/\p{Cc}/gu, '')
    .replaceAll('¥', '￥')
    .replaceAll('–', '-');
  if (language === 'zh') return plain.trim();
  return plain
    .replaceAll(/[‘’]/gu, "'")
    .replaceAll(/[“”]/gu, '"')
    .replaceAll('—', ' - ')
    .replaceAll('…', '...')
    .replaceAll(/ +/gu, ' ')
    .trim();
}

/** May not begin a line. */
const closing = /[,.;:!?)\]}%，。、；：？！）》〉」』】〕”’％…—·]/u;
/** May not end one. */
const opening = /[([{（《〈「『【〔“‘￥$]/u;

/**
 * Breaks a text into lines of at most `cells`. Chinese breaks between any two characters save
 * before closing and after opening marks; words of Latin letters stay whole where they fit.
 * A width below two cells is taken as two.
 */
export function brokenInto(text: string, cells: number): string[] {
  const width = Math.max(2, Math.floor(cells));
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
    const shown = line === '' ? piece.trimStart() : piece;
    if (cellsOf(line) + cellsOf(shown.trimEnd()) <= width) {
      line += shown;
      continue;
    }
    if (line.trimEnd() !== '') lines.push(line.trimEnd());
    line = '';
    for (const character of piece.trimStart()) {
      if (cellsOf(line) + cellsOfCharacter(character) > width) {
        lines.push(line.trimEnd());
        line = '';
      }
      line += character;
    }
  }
  if (line.trimEnd() !== '') lines.push(line.trimEnd());
  return lines;
}

/** What must stay together: a word with its space, or a character with the marks it carries. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  let isWord = false;
  for (const character of text) {
    const inWord = isAscii(character);
    const joins =
      piece !== '' &&
      (closing.test(character) ||
        cellsOfCharacter(character) === 0 ||
        opening.test(piece.at(-1) ?? '') ||
        (inWord && isWord && !piece.endsWith(' ')) ||
        (character === ' ' && !piece.endsWith(' ')));
    if (joins) {
      piece += character;
    } else {
      if (piece !== '') pieces.push(piece);
      piece = character;
    }
    isWord = inWord;
  }
  if (piece !== '') pieces.push(piece);
  return pieces;
}
