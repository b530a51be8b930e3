import { Type, type Static } from '@sinclair/typebox';
import { createAsker } from '../../frames/ask.ts';
import { gb2312Bytes } from '../../frames/gb-text.ts';
import { rowsOf } from '../board-rows.ts';
import type { BoardDialect } from '../dialect.ts';
import { languageSetting } from '../settings.ts';
import {
  answerType,
  commandType,
  cpowerBytes,
  cpowerBytesMax,
  cutCpower,
  splitData,
  textData,
  type CpowerPacket,
} from '../wire/cpower-frames.ts';
import { colourOf } from './onbon.ts';

/**
 * C-Power cards (Lumen and kin, "CP5200") by text in windows, one window a row.
 *
 * Follows the vendor's manual V1.9 (2012); TCP 5200 after the program sendcp5200.
 * Unconfirmed: nothing was tried on a card; effect 0 as *at once*, the layout of an answer after its
 * result byte, and whether the network's answer carries the same prefix as the question.
 */
export const cpowerSettings = Type.Object(
  {
    /** Number of the card; 255 is every card, which does not answer. */
    card: Type.Optional(Type.Integer({ minimum: 1, maximum: 0xfe })),
    /** Default: `tcp` over TCP, `serial` over serial. `serial` over TCP is for gateways. */
    framing: Type.Optional(Type.Union([Type.Literal('serial'), Type.Literal('tcp')])),
    widthPixels: Type.Optional(Type.Integer({ minimum: 16, maximum: 2_048 })),
    heightPixels: Type.Optional(Type.Integer({ minimum: 8, maximum: 512 })),
    fontPixels: Type.Optional(
      Type.Union([8, 16, 24, 32, 40, 48, 56].map((px) => Type.Literal(px))),
    ),
    colours: Type.Optional(Type.Boolean()),
    language: languageSetting,
  },
  { additionalProperties: false },
);
type Settings = Static<typeof cpowerSettings>;

const answerWithinMs = 800;
const windowsMax = 8;
/** Centre and middle. */
const inTheMiddle = 0b0101;

export const cpower: BoardDialect<Settings> = {
  flashesItself: false,
  begin(stream, settings, { clock }) {
    const { card = 1, framing = 'serial', fontPixels = 16, colours = false, language } = settings;
    const { widthPixels = 128, heightPixels = 32 } = settings;
    const rowCount = Math.min(windowsMax, Math.max(1, Math.floor(heightPixels / fontPixels)));
    const columns = Math.floor(widthPixels / (fontPixels / 2));
    const size = { columns, rows: rowCount, language: language ?? 'zh' } as const;
    const asker = createAsker(stream, {
      cut: (held) => cutCpower(held, framing),
      heldBytesMax: cpowerBytesMax,
      clock,
      answerWithinMs,
      tries: 2,
      name: `card ${card}`,
    });
    const send = async (data: Buffer): Promise<void> => {
      const question = cpowerBytes({ type: commandType, card, confirm: 1, data }, framing);
      try {
        await asker.ask(question, (packet) => okFrom(packet, card));
      } catch (error) {
        // A card that was switched off has lost its windows, and refuses texts for them.
        isBegun = false;
        written = [];
        throw error;
      }
    };
    const windows = Array.from({ length: rowCount }, (_, index) => {
      return { x: 0, y: index * fontPixels, width: widthPixels, height: fontPixels };
    });
    /** What each window shows: rows that stay are not written again, and do not flicker. */
    let written: readonly string[] = [];
    let isBegun = false;
    return {
      get dropped() {
        return asker.dropped;
      },
      async show(face, lit) {
        const { rows, flashingRow, note } = rowsOf(face, size);
        if (!isBegun) await send(splitData(windows));
        isBegun = true;
        const colour = colours ? colourOf(face.state) : 1;
        for (const [window, row] of rows.entries()) {
          const text = window === flashingRow && !lit ? ' ' : row === '' ? ' ' : row;
          const key = `${colour} ${text}`;
          if (written[window] === key) continue;
          await send(
            textData({
              window,
              effect: 0,
              align: inTheMiddle,
              speed: 1,
              staySeconds: 3,
              colour,
              size: sizeCode(fontPixels),
              text: gb2312Bytes(text),
            }),
          );
          written = Object.assign([...written], { [window]: key });
        }
        return note;
      },
      forget: () => {
        written = [];
      },
      end: () => {
        asker.end();
      },
    };
  },
};

/** 0 is 8 pixels, 2 is 16, then one more each 8. */
function sizeCode(fontPixels: number): number {
  return fontPixels === 8 ? 0 : fontPixels / 8;
}

/** @throws where the card refuses */
function okFrom({ type, card, confirm }: CpowerPacket, asked: number): true | null {
  if (type !== answerType || card !== asked) return null;
  if (confirm === 0) return true;
  throw new Error(
    confirm === 1 ? `card ${asked} finds the checksum wrong` : `card ${asked} refuses the packet`,
  );
}
