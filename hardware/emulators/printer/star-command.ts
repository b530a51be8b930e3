import type { Cut } from './escpos-command.ts';
import type { Tongue } from './tongue.ts';

/** Operands of the commands that have a fixed number of them. */
const operands: Readonly<Record<string, number>> = {
  'ESC @': 0,
  'ESC -': 1,
  'ESC 0': 0,
  'ESC 1': 0,
  'ESC 4': 0,
  'ESC 5': 0,
  'ESC E': 0,
  'ESC F': 0,
  'ESC I': 1,
  'ESC J': 1,
  'ESC M': 0,
  'ESC P': 0,
  'ESC Q': 1,
  'ESC R': 1,
  'ESC SP': 1,
  'ESC W': 1,
  'ESC _': 1,
  'ESC $': 1,
  'ESC a': 1,
  'ESC d': 1,
  'ESC h': 1,
  'ESC i': 2,
  'ESC l': 1,
  'ESC p': 1,
  'ESC s': 2,
  'ESC z': 1,
  'ESC ACK': 1,
  'ESC BEL': 2,
  'ESC RS': 2,
  'ESC GS A': 2,
  'ESC GS R': 2,
  'ESC GS a': 1,
  'ESC GS t': 1,
  'ESC GS ETX': 3,
  'ESC GS y S': 2,
  'ESC GS y P': 0,
  'ESC GS y I': 0,
};

const controls: Readonly<Record<number, string>> = {
  0x03: 'ETX',
  0x06: 'ACK',
  0x07: 'BEL',
  0x1d: 'GS',
  0x1e: 'RS',
  0x20: 'SP',
};

/** Rows of an ESC k picture: it is printed a band at a time. */
const bandRows = 24;

const nothing = { name: 'control', bytes: Buffer.alloc(0) };

/**
 * Cuts Star Line Mode commands off what a printer has received, and tells them by the names of the
 * roll of paper. Never throws; what begins nothing known is a command of its own.
 */
export function createStarCut(): Tongue['cut'] {
  /** The line feed behind a band of a picture prints it; it is no line of its own. */
  let isBehindBand = false;

  return (held, isChinese) => {
    const cut = cutStar(held, isChinese);
    if (cut === 'more') return cut;
    const isBandEnd = isBehindBand && cut.command.name === 'LF';
    isBehindBand = held[0] === 0x1b && held[1] === 0x6b;
    return isBandEnd ? { ...cut, command: nothing } : cut;
  };
}

function cutStar(held: Buffer, isChinese: boolean): Cut {
  const first = held[0];
  if (first === undefined) return 'more';
  if (first === 0x1b) return cutEscape(held);
  if (first === 0x0a) return told(1, 'LF');
  if (first === 0x17) return told(1, 'ETB');
  if (first === 0x18) return told(1, 'CAN');
  if (first < 0x20) return told(1, 'control');
  if (first >= 0x81 && first <= 0xfe && isChinese) {
    return held.length < 2 ? 'more' : told(2, 'text', held.subarray(0, 2));
  }
  return told(1, 'text', held.subarray(0, 1));
}

function cutEscape(held: Buffer): Cut {
  const [, second, third, fourth] = held;
  if (second === undefined) return 'more';
  let name = `ESC ${named(second)}`;
  let head = 2;
  if (second === 0x1d) {
    if (third === undefined) return 'more';
    name += ` ${named(third)}`;
    head = 3;
    if (name === 'ESC GS y') {
      if (fourth === undefined) return 'more';
      name += ` ${named(fourth)}`;
      head = 4;
    }
  }
  const length = lengthOf(name, held, head);
  if (length === 'more' || held.length < length) return 'more';
  return translated(name, Buffer.from(held.subarray(head, length)), length);
}

/** How long a command is, from its first byte; an unknown one is its name alone. */
function lengthOf(name: string, held: Buffer, head: number): number | 'more' {
  const known = operands[name];
  if (known !== undefined) return head + known;
  switch (name) {
    case 'ESC k':
      return held.length < 4 ? 'more' : 4 + held.readUInt16LE(2) * bandRows;
    case 'ESC K':
    case 'ESC L':
      return held.length < 4 ? 'more' : 4 + held.readUInt16LE(2);
    case 'ESC X':
      return held.length < 4 ? 'more' : 4 + held.readUInt16LE(2) * 3;
    case 'ESC GS S':
      return held.length < 9 ? 'more' : 9 + held.readUInt16LE(4) * held.readUInt16LE(6);
    case 'ESC GS y D':
      return held.length < 8 ? 'more' : 8 + held.readUInt16LE(6);
    case 'ESC b': {
      const end = held.indexOf(0x1e, 6);
      return end < 0 ? 'more' : end + 1;
    }
    default:
      return head;
  }
}

function translated(name: string, bytes: Buffer, length: number): Cut {
  const [n = 0, m = 0] = bytes;
  switch (name) {
    case 'ESC @':
    case 'ESC J':
      return told(length, name, bytes);
    case 'ESC RS':
      return told(length, `ESC RS ${String.fromCharCode(n)}`, bytes.subarray(1));
    case 'ESC E':
    case 'ESC F':
      return told(length, 'ESC E', [name === 'ESC E' ? 1 : 0]);
    case 'ESC 4':
    case 'ESC 5':
      return told(length, 'GS B', [name === 'ESC 4' ? 1 : 0]);
    case 'ESC 0':
      return told(length, 'ESC 3', [24]);
    case 'ESC z':
      return told(length, 'ESC 3', [n % 48 === 0 ? 24 : 32]);
    case 'ESC i':
      // Down, then across; GS ! has both in one byte.
      return told(length, 'GS !', [((m % 48) << 4) | (n % 48)]);
    case 'ESC a':
      return told(length, 'ESC d', bytes);
    case 'ESC d':
      return told(length, 'GS V', bytes);
    case 'ESC GS a':
      return told(length, 'ESC a', [n % 48]);
    case 'ESC GS A':
      return told(length, 'ESC $', bytes);
    case 'ESC GS R':
      return told(length, 'ESC \\', bytes);
    case 'ESC k':
      return told(length, 'GS v', [0, 0, n, m, bandRows, 0, ...bytes.subarray(2)]);
    case 'ESC GS S':
      return told(length, 'GS v', [0, 0, ...bytes.subarray(1, 5), ...bytes.subarray(6)]);
    case 'ESC GS y S':
      return code(length, n, m);
    case 'ESC GS y D':
      return told(length, 'GS ( k', [0x31, 0x50, 0x30, ...bytes.subarray(4)]);
    case 'ESC GS y P':
      return told(length, 'GS ( k', [0x31, 0x51, 0x30]);
    default:
      return told(length, 'control');
  }
}

/** ESC GS y S: 1 is the level of correction, 2 the dots of a module. */
function code(length: number, which: number, value: number): Cut {
  if (which === 0x31) return told(length, 'GS ( k', [0x31, 0x45, 0x30 + value]);
  if (which === 0x32) return told(length, 'GS ( k', [0x31, 0x43, value]);
  return told(length, 'control');
}

function told(length: number, name: string, bytes: Iterable<number> = []): Cut {
  return { length, command: { name, bytes: Buffer.from([...bytes]) } };
}

function named(byte: number): string {
  return controls[byte] ?? String.fromCharCode(byte);
}
