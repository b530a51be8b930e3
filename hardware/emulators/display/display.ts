import { drop, more, createFrameReader, type Cut } from '../../frames/frame-reader.ts';
import {
  createBell,
  cutWhileHearing,
  type DeviceEmulator,
  type DeviceFault,
} from '../device-emulator.ts';
import { glassText, type Glass } from '../glass.ts';

/**
 * A character display of 2 rows of 20 that knows CD5220 and the ESC/POS display commands (sections
 * 3.1 and 3.2 of the makers' tables named in the drivers). It answers nothing, as displays do.
 */
const columns = 20;
const rowCount = 2;
const blank = ' '.repeat(columns);

export interface DisplayOptions {
  readonly fault: DeviceFault | null;
}

export interface DisplayEmulator extends DeviceEmulator {
  glass(): Glass;
  /** Runs of bytes that were no command. */
  readonly dropped: number;
}

type Command =
  | { readonly do: 'init' | 'clear' | 'clear-line' | 'home' | 'return' | 'down' }
  | { readonly do: 'line'; readonly row: number; readonly text: string }
  | { readonly do: 'move'; readonly x: number; readonly y: number }
  | { readonly do: 'blink'; readonly n: number }
  | { readonly do: 'brightness'; readonly n: number }
  | { readonly do: 'nothing' }
  | { readonly do: 'char'; readonly char: string };

export function createDisplay(options: DisplayOptions): DisplayEmulator {
  const bell = createBell();
  let rows = [blank, blank];
  let cursor = { x: 0, y: 0 };
  let blinks = false;
  let dropped = 0;

  const run = (command: Command): void => {
    switch (command.do) {
      case 'init':
        blinks = false;
        rows = [blank, blank];
        cursor = { x: 0, y: 0 };
        return;
      case 'clear':
        rows = [blank, blank];
        cursor = { x: 0, y: 0 };
        return;
      case 'clear-line':
        rows[cursor.y] = blank;
        cursor = { ...cursor, x: 0 };
        return;
      case 'home':
        cursor = { x: 0, y: 0 };
        return;
      case 'return':
        cursor = { ...cursor, x: 0 };
        return;
      case 'down':
        cursor = { ...cursor, y: (cursor.y + 1) % rowCount };
        return;
      case 'line':
        rows[command.row] = command.text.padEnd(columns);
        return;
      case 'move':
        cursor = { x: command.x - 1, y: command.y - 1 };
        return;
      case 'blink':
        blinks = command.n > 0 && command.n < 0xff;
        return;
      case 'char': {
        const row = rows[cursor.y] ?? blank;
        rows[cursor.y] = row.slice(0, cursor.x) + command.char + row.slice(cursor.x + 1);
        const isEnd = cursor.x === columns - 1;
        cursor = isEnd ? { x: 0, y: (cursor.y + 1) % rowCount } : { ...cursor, x: cursor.x + 1 };
        return;
      }
      case 'brightness':
      case 'nothing':
        return;
    }
  };

  const glass = (): Glass => ({
    kind: 'characters',
    columns,
    rows: rows.map((text) => ({ text, colour: 'blue' })),
    flashing: blinks,
    lamp: false,
  });

  return {
    glass,
    text: () => glassText(glass()),
    onChange: bell.onChange,
    get dropped() {
      return dropped;
    },
    attach(stream) {
      const { fault } = options;
      const reader = createFrameReader({ cut: cutCommand, take: run, heldBytesMax: 64 });
      let before = reader.dropped;
      stream.onBytes((bytes) => {
        const shown = glassText(glass());
        reader.push(bytes);
        dropped += reader.dropped - before;
        before = reader.dropped;
        if (glassText(glass()) !== shown) bell.ring();
      });
      cutWhileHearing(stream, fault);
    },
  };
}

function cutCommand(held: Buffer): Cut<Command> {
  const [first = 0] = held;
  if (first === 0x1b) return cutEscape(held);
  if (first === 0x1f) return cutUnit(held);
  if (first >= 0x20 && first <= 0x7e)
    return found(1, { do: 'char', char: String.fromCharCode(first) });
  switch (first) {
    case 0x0c:
      return found(1, { do: 'clear' });
    case 0x18:
      return found(1, { do: 'clear-line' });
    case 0x0b:
      return found(1, { do: 'home' });
    case 0x0d:
      return found(1, { do: 'return' });
    case 0x0a:
      return found(1, { do: 'down' });
    default:
      return drop(1);
  }
}

/** ESC: CD5220, and what both sets share. */
function cutEscape(held: Buffer): Cut<Command> {
  if (held.length < 2) return more;
  const [, second = 0, third = 0, fourth = 0] = held;
  switch (second) {
    case 0x40:
      return found(2, { do: 'init' });
    case 0x11:
    case 0x12:
    case 0x13:
      return found(2, { do: 'nothing' });
    case 0x51:
      return cutString(held);
    case 0x2a:
      return withBytes(held, 3, () => ({ do: 'brightness', n: third }), isStep(third));
    case 0x5f:
    case 0x23:
    case 0x73:
    case 0x3d:
      return withBytes(held, 3, () => ({ do: 'nothing' }), true);
    case 0x6c:
      return withBytes(
        held,
        4,
        () => ({ do: 'move', x: third, y: fourth }),
        isPlace(third, fourth),
      );
    default:
      return drop(1);
  }
}

/** `ESC Q A` or `B`, up to 20 characters, and a carriage return. */
function cutString(held: Buffer): Cut<Command> {
  if (held.length < 3) return more;
  const row = (held[2] ?? 0) - 0x41;
  if (row !== 0 && row !== 1) return drop(1);
  const end = held.indexOf(0x0d, 3);
  if (end === -1) return held.length > 3 + columns ? drop(1) : more;
  const text = held.subarray(3, end);
  const isText = text.length <= columns && text.every((byte) => byte >= 0x20 && byte <= 0x7e);
  return isText ? found(end + 1, { do: 'line', row, text: text.toString('latin1') }) : drop(1);
}

/** US: the ESC/POS display commands. */
function cutUnit(held: Buffer): Cut<Command> {
  if (held.length < 2) return more;
  const [, second = 0, third = 0, fourth = 0] = held;
  switch (second) {
    case 0x01:
    case 0x02:
    case 0x03:
      return found(2, { do: 'nothing' });
    case 0x24:
      return withBytes(
        held,
        4,
        () => ({ do: 'move', x: third, y: fourth }),
        isPlace(third, fourth),
      );
    case 0x58:
      return withBytes(held, 3, () => ({ do: 'brightness', n: third }), isStep(third));
    case 0x45:
      return withBytes(held, 3, () => ({ do: 'blink', n: third }), true);
    case 0x43:
    case 0x72:
      return withBytes(held, 3, () => ({ do: 'nothing' }), true);
    default:
      return drop(1);
  }
}

const isStep = (n: number): boolean => n >= 1 && n <= 4;
const isPlace = (x: number, y: number): boolean =>
  x >= 1 && x <= columns && y >= 1 && y <= rowCount;

function withBytes(
  held: Buffer,
  bytes: number,
  make: () => Command,
  isRight: boolean,
): Cut<Command> {
  if (held.length < bytes) return more;
  return isRight ? found(bytes, make()) : drop(1);
}

function found(bytes: number, frame: Command): Cut<Command> {
  return { kind: 'frame', bytes, frame };
}
