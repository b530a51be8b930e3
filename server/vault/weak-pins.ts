import { wornPins, wornWords } from './words/worn-pins.ts';

/**
 * Pins that are tried first by whoever guesses (ASVS 6.2.4, 6.2.11): refused where somebody gives or
 * chooses one. By form, so that a short pin is judged as well as a long one, and by word.
 */

const rows = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/**
 * @param pin as it was typed
 * @param own what an outsider knows of its owner: the badge, the hall's id
 */
export function isWeakPin(pin: string, own: readonly string[]): boolean {
  const bare = pin.normalize('NFKC').toLowerCase();
  const letters = bare.replace(/[\s\d_.!@#*+-]+/g, '');
  return (
    /^(.{1,3})\1+$/u.test(bare) ||
    isRun(bare) ||
    isDate(bare) ||
    wornPins.has(bare) ||
    wornWords.has(bare) ||
    wornWords.has(letters) ||
    own.some((known) => known.length >= 3 && bare.includes(known.toLowerCase())) ||
    own.some((known) => known.length >= 3 && bare.includes(reversed(known.toLowerCase())))
  );
}

/** `345678`, `987654`, `qwerty`: steps along a row, forwards or back. */
function isRun(text: string): boolean {
  return rows.some((row) => row.includes(text) || row.includes(reversed(text)));
}

/** A year by itself, or a day with its year: birthdays. */
function isDate(text: string): boolean {
  const year = '(?:19|20)\\d\\d';
  const day = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])';
  const turned = '(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])';
  const short = `\\d\\d${day}`;
  return new RegExp(`^(?:${year}|${year}${day}|${day}${year}|${turned}${year}|${short})$`).test(
    text,
  );
}

function reversed(text: string): string {
  return Array.from(text).reverse().join('');
}
