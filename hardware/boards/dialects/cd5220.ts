import { Type, type Static } from '@sinclair/typebox';
import { ascii, centred, rowsOf } from '../board-rows.ts';
import type { BoardDialect } from '../dialect.ts';
import { brightnessSetting } from '../settings.ts';

/**
 * CD5220 character displays (customer poles, 2 rows of 20, mostly 9600 8N1).
 *
 * Follows the CD5220 command tables of maker manuals: manualsdump 170863 p. 15, POS-X XP8200 p. 19,
 * LDX1000 p. 47 (brightness), CD5220 manual p. 28 (string mode).
 * Unconfirmed: nothing was tried on a device. `ESC Q` is written without padding by some makers; here
 * always 20 cells, which is right for both readings. The display answers nothing, so that *ready*
 * means: the line took the bytes.
 */
export const cd5220Settings = Type.Object(
  { brightness: brightnessSetting },
  { additionalProperties: false },
);
type Settings = Static<typeof cd5220Settings>;

const esc = 0x1b;
const columns = 20;

export const cd5220: BoardDialect<Settings> = {
  flashesItself: false,
  begin(stream, { brightness = 4 }) {
    let isBegun = false;
    return {
      dropped: 0,
      async show(face, lit) {
        const { rows, flashingRow, note } = rowsOf(face, { columns, rows: 2, language: 'en' });
        const lines = rows.map((row, index) => (index === flashingRow && !lit ? '' : row));
        const first = isBegun ? [] : [beginBytes(brightness)];
        await stream.write(Buffer.concat([...first, ...lines.map(lineBytes)]));
        isBegun = true;
        return note;
      },
      // Every face is written whole; to begin anew would clear the glass for a moment.
      forget: () => undefined,
      end: () => undefined,
    };
  },
};

/** Initialise, clear (leaves string mode), brightness, cursor off. */
export function beginBytes(brightness: number): Buffer {
  return Buffer.from([esc, 0x40, 0x0c, esc, 0x2a, brightness, esc, 0x5f, 0x00]);
}

/** `ESC Q A` the upper, `ESC Q B` the lower line: 20 cells and a carriage return. */
export function lineBytes(text: string, index: number): Buffer {
  const row = centred(ascii(text), columns).slice(0, columns);
  return Buffer.concat([Buffer.from([esc, 0x51, 0x41 + index]), Buffer.from(row), Buffer.of(0x0d)]);
}
