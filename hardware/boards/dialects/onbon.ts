import { Type, type Static } from '@sinclair/typebox';
import type { CounterState } from '#core/vocabulary.ts';
import { createAsker } from '../../frames/ask.ts';
import { gb2312Bytes } from '../../frames/gb-text.ts';
import { centred, rowsOf } from '../board-rows.ts';
import type { BoardDialect } from '../dialect.ts';
import { languageSetting } from '../settings.ts';
import {
  anyDevice,
  areasData,
  commandData,
  cutOnbon,
  hostAddress,
  onbonBytes,
  onbonBytesMax,
  onbonCommands,
  version5,
  type OnbonArea,
  type OnbonFrame,
} from '../wire/onbon-frames.ts';

/**
 * Onbon BX-5K and BX-6K font cards by dynamic areas: the card draws Chinese from its own font.
 *
 * Follows the BX-5K/6K user protocol (doc.onbonbx.com/zh/k/potocol) as recorded in frames that other
 * programs send. One area a row, all rows in one command, so that a face appears at once.
 * Unconfirmed: nothing was tried on a card; the unit of x and width (`pixelUnits`), the codes of run
 * mode, wrap and effect, the colour switches (`colours`), and what a refusal looks like: anything
 * that is no acknowledgement counts as one.
 */
export const onbonSettings = Type.Object(
  {
    /** Address of the screen; 65534 is every screen, which does not answer. */
    screen: Type.Optional(Type.Integer({ minimum: 1, maximum: 0xfffd })),
    widthPixels: Type.Optional(Type.Integer({ minimum: 8, maximum: 4_096 })),
    heightPixels: Type.Optional(Type.Integer({ minimum: 8, maximum: 1_024 })),
    /** Height of the card's font; the rows follow from it. */
    fontPixels: Type.Optional(Type.Integer({ minimum: 8, maximum: 64 })),
    /** x and width in pixels (top bit set), not in steps of eight. */
    pixelUnits: Type.Optional(Type.Boolean()),
    colours: Type.Optional(Type.Boolean()),
    language: languageSetting,
  },
  { additionalProperties: false },
);
type Settings = Static<typeof onbonSettings>;

const answerWithinMs = 800;

export const onbon: BoardDialect<Settings> = {
  flashesItself: false,
  begin(stream, settings, { clock }) {
    const screen = settings.screen ?? 1;
    const asker = createAsker(stream, {
      cut: cutOnbon,
      heldBytesMax: onbonBytesMax,
      clock,
      answerWithinMs,
      tries: 2,
      name: `screen ${screen}`,
    });
    let isBegun = false;
    return {
      get dropped() {
        return asker.dropped;
      },
      async show(face, lit) {
        const size = sizeOf(settings);
        const { rows, flashingRow, note } = rowsOf(face, size);
        const shown = rows.map((row, index) => (index === flashingRow && !lit ? '' : row));
        const areas = shown.map((row, index) =>
          areaOf(centred(row, size.columns), index, face.state, settings),
        );
        // What another program left on the card goes once.
        const data = areasData(isBegun ? [] : 'all', areas);
        const command = commandData(onbonCommands.dynamicAreas, true, data);
        await asker.ask(onbonBytes(toScreen(screen, command)), (frame) => ackFrom(frame, screen));
        isBegun = true;
        return note;
      },
      forget: () => undefined, // every face is written whole
      end: () => {
        asker.end();
      },
    };
  },
};

export function toScreen(screen: number, data: Buffer): OnbonFrame {
  return { to: screen, from: hostAddress, deviceType: anyDevice, version: version5, data };
}

/** @throws where the screen refuses */
function ackFrom({ to, from, data }: OnbonFrame, screen: number): true | null {
  if (from !== screen || to !== hostAddress) return null;
  const [group, number] = data;
  const [ackGroup, ackNumber] = onbonCommands.ack;
  if (group === ackGroup && number === ackNumber) return true;
  throw new Error(`screen ${screen} refuses the text`);
}

function sizeOf({ widthPixels = 128, heightPixels = 32, fontPixels = 16, language }: Settings) {
  return {
    columns: Math.max(1, Math.floor(widthPixels / (fontPixels / 2))),
    rows: Math.max(1, Math.floor(heightPixels / fontPixels)),
    language: language ?? 'zh',
  } as const;
}

function areaOf(row: string, index: number, state: CounterState, settings: Settings): OnbonArea {
  const { widthPixels = 128, fontPixels = 16, pixelUnits = false, colours = false } = settings;
  const text = gb2312Bytes(row);
  const colour = Buffer.from(colours ? `\\C${colourOf(state)}` : '');
  return {
    id: index,
    x: pixelUnits ? 0x8000 : 0,
    y: index * fontPixels,
    width: pixelUnits ? widthPixels | 0x8000 : Math.ceil(widthPixels / 8),
    height: fontPixels,
    lineSpacing: 0,
    runMode: 1, // stays until the next one
    timeoutSeconds: 0,
    singleLine: true,
    wraps: false,
    effect: 1, // static
    exit: 0,
    speed: 0,
    stayHalfSeconds: 0,
    text: Buffer.concat([colour, text]),
  };
}

/** 1 red, 2 green, 3 yellow. */
export function colourOf(state: CounterState): number {
  switch (state) {
    case 'calling':
      return 1;
    case 'idle':
    case 'serving':
      return 2;
    case 'closed':
    case 'paused':
    case 'absent':
    case 'handover':
      return 3;
  }
}
