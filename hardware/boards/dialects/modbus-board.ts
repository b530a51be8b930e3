import { Type, type Static } from '@sinclair/typebox';
import { createModbusClient, type ModbusClient } from '../../modbus/modbus-client.ts';
import { ascii, fitNumber } from '../board-rows.ts';
import type { BoardDialect } from '../dialect.ts';
import type { BoardFace } from '../face.ts';
import { digitSigns } from '../words.ts';

/**
 * Modbus LED number boards (RS-485 digit tubes), RTU or TCP.
 *
 * The register map of the default profile is the Armfly LED-485 family's, read from its set-up tool:
 * ASCII text from 0070, two characters a register, right-aligned; signed number in 0000. Maps differ
 * by maker, so that each part of it is a setting. A lamp or buzzer is a coil of a Modbus relay board
 * (function 05 of the Modbus application protocol).
 * Unconfirmed: nothing was tried on a device; whether a board keeps its text over a power cut.
 */
export const modbusBoardSettings = Type.Object(
  {
    /** Bus address of the board. */
    unit: Type.Optional(Type.Integer({ minimum: 1, maximum: 247 })),
    /** `rtu` over TCP is for serial gateways. Default: `tcp` over TCP, `rtu` over serial. */
    framing: Type.Optional(Type.Union([Type.Literal('rtu'), Type.Literal('tcp')])),
    /** The RS-485 adapter hears itself. */
    echo: Type.Optional(Type.Boolean()),
    digits: Type.Optional(Type.Integer({ minimum: 1, maximum: 16 })),
    /** `text` to holding registers, or `number` (digits only) to one. */
    show: Type.Optional(Type.Union([Type.Literal('text'), Type.Literal('number')])),
    register: Type.Optional(Type.Integer({ minimum: 0, maximum: 0xffff })),
    align: Type.Optional(Type.Union([Type.Literal('left'), Type.Literal('right')])),
    /** What a `number` board gets where it has none. */
    blankNumber: Type.Optional(Type.Integer({ minimum: -32_768, maximum: 32_767 })),
    /** Coil of a lamp or a buzzer that is on while a number is called. */
    lampCoil: Type.Optional(Type.Integer({ minimum: 0, maximum: 0xffff })),
    lampUnit: Type.Optional(Type.Integer({ minimum: 1, maximum: 247 })),
  },
  { additionalProperties: false },
);
type Settings = Static<typeof modbusBoardSettings>;

const textRegister = 0x70;
const numberRegister = 0;
const numberMax = 32_767;

export const modbusBoard: BoardDialect<Settings> = {
  flashesItself: false,
  begin(stream, settings, { clock }) {
    const { unit = 1, framing = 'rtu', echo = false, lampCoil } = settings;
    const client = createModbusClient(stream, { framing, unit, clock, echo });
    const lamp =
      lampCoil === undefined || settings.lampUnit === undefined || settings.lampUnit === unit
        ? client
        : createModbusClient(stream, { framing, unit: settings.lampUnit, clock, echo });
    let lampIsOn: boolean | null = null;
    return {
      get dropped() {
        return client.dropped;
      },
      async show(face, lit) {
        const note = await showFace(client, face, lit, settings);
        if (lampCoil !== undefined && lampIsOn !== face.flashing) {
          await lamp.writeCoil(lampCoil, face.flashing);
          lampIsOn = face.flashing;
        }
        return note;
      },
      forget: () => {
        lampIsOn = null;
      },
      end() {
        client.end();
        if (lamp !== client) lamp.end();
      },
    };
  },
};

async function showFace(
  client: ModbusClient,
  face: BoardFace,
  lit: boolean,
  settings: Settings,
): Promise<string | null> {
  const { digits = 5, align = 'right', show = 'text', blankNumber = 0 } = settings;
  if (show === 'number') {
    const { value, note } = numberOf(face, blankNumber);
    const isDark = face.flashing && !lit;
    await client.writeRegister(settings.register ?? numberRegister, isDark ? blankNumber : value);
    return note;
  }
  const { text, note } = digitsOf(face, digits);
  const shown = face.flashing && !lit ? '' : text;
  await client.writeRegisters(settings.register ?? textRegister, textWords(shown, digits, align));
  return note;
}

/** The characters of a digit board: a number, dashes where nobody is received, or nothing. */
export function digitsOf(
  face: BoardFace,
  digits: number,
): { readonly text: string; readonly note: string | null } {
  if (face.number !== null) return fitNumber(face.number, digits);
  return { text: digitSigns[face.state].repeat(digits), note: null };
}

/** Two characters a register, the first in the high byte; an odd count is filled with a space. */
export function textWords(text: string, digits: number, align: 'left' | 'right'): number[] {
  const row = align === 'right' ? ascii(text).padStart(digits) : ascii(text).padEnd(digits);
  const even = digits % 2 === 0 ? row : align === 'right' ? ` ${row}` : `${row} `;
  const bytes = Buffer.from(even, 'latin1');
  return Array.from({ length: bytes.length / 2 }, (_, index) => bytes.readUInt16BE(index * 2));
}

function numberOf(face: BoardFace, blank: number): { value: number; note: string | null } {
  if (face.number === null) return { value: blank, note: null };
  const digits = /\d+$/.exec(face.number)?.[0] ?? '';
  const value = Number.parseInt(digits, 10);
  if (digits === '' || value > numberMax) {
    return { value: blank, note: 'no digits that this board can show' };
  }
  return { value, note: digits === face.number ? null : 'shows digits only, without the letter' };
}
