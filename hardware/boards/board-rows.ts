import type { Language } from '#core/vocabulary.ts';
import { cellsOf } from '../frames/gb-text.ts';
import type { BoardFace } from './face.ts';
import { boardWords } from './words.ts';

/** How much a board of characters has room for. */
export interface BoardSize {
  /** Cells of half a square: ASCII takes one, Chinese two. */
  readonly columns: number;
  readonly rows: number;
  /** Boards without a Chinese font are English. */
  readonly language: Language;
}

export interface BoardRows {
  /** As many as the board has, none wider than it; centred by the device or `centred`. */
  readonly rows: readonly string[];
  /** Row of the number that flashes, or null. */
  readonly flashingRow: number | null;
  /** What staff have to know of this board, or null. */
  readonly note: string | null;
}

/** Lays a face out in rows. Pure. Words are chosen to fit; what is cut all the same ends in dots. */
export function rowsOf(face: BoardFace, size: BoardSize): BoardRows {
  const fitted = face.number === null ? null : fitNumber(face.number, size.columns);
  const rows = size.rows === 1 ? [oneRow(face, size)] : severalRows(face, size);
  while (rows.length < size.rows) rows.push('');
  return {
    rows,
    flashingRow: face.flashing ? 0 : null,
    note: fitted?.note ?? null,
  };
}

function oneRow(face: BoardFace, { columns, language }: BoardSize): string {
  const words = boardWords[language];
  if (face.sign !== null) {
    const more = underSign(face, language);
    const both = words.sign[face.sign.kind].flatMap((title) =>
      more.map((way) => `${title} ${way}`),
    );
    return fit([...both, ...words.sign[face.sign.kind]], columns);
  }
  if (face.number === null) {
    return fit([...words.counter(face.counter)], columns);
  }
  const { text } = fitNumber(face.number, columns);
  const says = face.state === 'calling' ? words.please(face.counter) : words.serving;
  return fit([...says.map((one) => `${text} ${one}`), text], columns);
}

function severalRows(face: BoardFace, { columns, language }: BoardSize): string[] {
  const words = boardWords[language];
  if (face.sign !== null) {
    const more = underSign(face, language);
    return [fit(words.sign[face.sign.kind], columns), more.length === 0 ? '' : fit(more, columns)];
  }
  if (face.number === null) {
    return [fit(words.counter(face.counter), columns), fit(words.welcome, columns)];
  }
  const says = face.state === 'calling' ? words.please(face.counter) : words.serving;
  return [fitNumber(face.number, columns).text, fit(says, columns)];
}

/** The way to go before the time to wait; both where there is room. */
function underSign({ sign }: BoardFace, language: Language): readonly string[] {
  if (sign === null || sign.kind === 'closed' || sign.kind === 'unknown') return [];
  const words = boardWords[language];
  const until = sign.until === null ? [] : words.until(sign.until);
  if (sign.redirectTo.length === 0) return until.length > 0 ? until : words.pleaseWait;
  const ways = words.ways(sign.redirectTo);
  const [again] = until;
  if (again === undefined) return ways;
  // A time is worth less than a way: it never makes the way shorter.
  return [...ways.slice(0, 3).map((way) => words.both(way, again)), ...ways];
}

/**
 * A ticket's number is never cut: half of one is another one. A board too narrow for it shows the
 * digits without the prefix, and one too narrow for those shows dashes; staff are told.
 */
export function fitNumber(
  number: string,
  columns: number,
): { readonly text: string; readonly note: string | null } {
  const shown = ascii(number);
  if (shown.length <= columns) return { text: shown, note: null };
  const digits = /\d+$/.exec(shown)?.[0] ?? '';
  if (digits !== '' && digits.length <= columns) {
    return { text: digits, note: 'too narrow for a number: shown without its letter' };
  }
  return { text: '-'.repeat(columns), note: 'too narrow for a number: dashes are shown' };
}

/** The first that fits, or the last, cut and with dots at its end. */
export function fit(candidates: readonly string[], columns: number): string {
  const fitting = candidates.find((one) => cellsOf(one) <= columns);
  return fitting ?? cut(candidates.at(-1) ?? '', columns);
}

export function cut(text: string, columns: number): string {
  if (cellsOf(text) <= columns) return text;
  const dots = '..'.slice(0, Math.max(0, columns));
  let kept = '';
  for (const char of text) {
    if (cellsOf(kept + char) > columns - dots.length) break;
    kept += char;
  }
  return kept + dots;
}

/** Set in the middle of a row, filled with spaces; the odd cell stands behind. */
export function centred(text: string, columns: number): string {
  const free = Math.max(0, columns - cellsOf(text));
  const before = Math.floor(free / 2);
  return ' '.repeat(before) + text + ' '.repeat(free - before);
}

/** For boards of single bytes: what they cannot show is a question mark. */
export function ascii(text: string): string {
  return Array.from(text, (char) => (/^[\x20-\x7e]$/.test(char) ? char : '?')).join('');
}
