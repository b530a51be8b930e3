import { Type, type Static } from '@sinclair/typebox';
import { ascii, centred, rowsOf } from '../board-rows.ts';
import type { BoardDialect } from '../dialect.ts';
import { brightnessSetting } from '../settings.ts';

/**
 * Character displays in ESC/POS mode (Epson DM-D and those that follow it, 2 rows of 20).
 *
 * Follows POS-X XP8200 manual p. 12 and p. 19, P07303 p. 21.
 * Unconfirmed: nothing was tried on a device; whether `US E` blinks the number alone or the whole
 * display (both are good here). The display answers nothing: *ready* means the line took the bytes.
 */
export const escposDisplaySettings = Type.Object(
  { brightness: brightnessSetting },
  { additionalProperties: false },
);
type Settings = Static<typeof escposDisplaySettings>;

const esc = 0x1b;
const us = 0x1f;
const columns = 20;
/** `US E n`: n times 50 ms lit, the same dark. */
const blinkHalfSecond = 10;

export const escposDisplay: BoardDialect<Settings> = {
  flashesItself: true,
  begin(stream, { brightness = 4 }) {
    let isBegun = false;
    return {
      dropped: 0,
      async show(face) {
        const { rows, note } = rowsOf(face, { columns, rows: 2, language: 'en' });
        const first = isBegun ? [] : [beginBytes(brightness)];
        await stream.write(Buffer.concat([...first, faceBytes(rows, face.flashing)]));
        isBegun = true;
        return note;
      },
      // Every face is written whole; to begin anew would clear the glass for a moment.
      forget: () => undefined,
      end: () => undefined,
    };
  },
};

/** Initialise, overwrite mode, cursor off, brightness. */
export function beginBytes(brightness: number): Buffer {
  return Buffer.from([esc, 0x40, us, 0x01, us, 0x43, 0x00, us, 0x58, brightness]);
}

/** Blink on or off; clear; the upper row; cursor to the lower; the lower row. */
export function faceBytes(rows: readonly string[], flashing: boolean): Buffer {
  const [upper = '', lower = ''] = rows.map((row) =>
    centred(ascii(row), columns).slice(0, columns),
  );
  return Buffer.concat([
    Buffer.of(us, 0x45, flashing ? blinkHalfSecond : 0, 0x0c),
    Buffer.from(upper),
    Buffer.of(us, 0x24, 1, 2),
    Buffer.from(lower),
  ]);
}
