/** One thing that an ESC/POS printer is told; `bytes` are its operands. */
export interface EscposCommand {
  /** `text`, `LF`, or the command as manuals name it: `ESC a`, `GS ( k`. */
  readonly name: string;
  readonly bytes: Buffer;
}

const names: Readonly<Record<number, string>> = {
  0x10: 'DLE',
  0x1b: 'ESC',
  0x1c: 'FS',
  0x1d: 'GS',
};

/** How many operands follow a command that has a fixed number of them. */
const operands: Readonly<Record<string, number>> = {
  'DLE EOT': 1,
  'DLE ENQ': 1,
  'DLE DC4': 3,
  'ESC @': 0,
  'ESC !': 1,
  'ESC -': 1,
  'ESC 2': 0,
  'ESC 3': 1,
  'ESC =': 1,
  'ESC B': 2,
  'ESC E': 1,
  'ESC G': 1,
  'ESC J': 1,
  'ESC M': 1,
  'ESC R': 1,
  'ESC SP': 1,
  'ESC V': 1,
  'ESC $': 2,
  'ESC \\': 2,
  'ESC a': 1,
  'ESC c': 2,
  'ESC d': 1,
  'ESC e': 1,
  'ESC i': 0,
  'ESC m': 0,
  'ESC p': 3,
  'ESC t': 1,
  'ESC {': 1,
  'FS &': 0,
  'FS .': 0,
  'FS !': 1,
  'FS -': 1,
  'FS C': 1,
  'FS S': 2,
  'FS W': 1,
  'GS !': 1,
  'GS B': 1,
  'GS H': 1,
  'GS I': 1,
  'GS L': 2,
  'GS P': 2,
  'GS W': 2,
  'GS a': 1,
  'GS b': 1,
  'GS f': 1,
  'GS h': 1,
  'GS r': 1,
  'GS w': 1,
};

export type Cut =
  | { readonly length: number; readonly command: EscposCommand }
  /** The rest has yet to come. */
  | 'more';

/**
 * Cuts the first command off what a printer has received. Never throws; a byte that begins nothing
 * known is a command of its own (`?`), so that noise cannot stop the printer.
 *
 * @param isChinese after FS &: a byte from 81 to FE and the next one are a character
 */
export function cutCommand(held: Buffer, isChinese: boolean): Cut {
  const first = held[0];
  if (first === undefined) return 'more';
  const prefix = names[first];
  if (prefix !== undefined) return cutPrefixed(held, prefix);
  if (first === 0x0a) return { length: 1, command: { name: 'LF', bytes: Buffer.alloc(0) } };
  if (first < 0x20) return { length: 1, command: { name: 'control', bytes: held.subarray(0, 1) } };
  if (first >= 0x81 && first <= 0xfe && isChinese) {
    // One trail byte, as printers without four-byte codes take it (reference, 1).
    return held.length < 2 ? 'more' : taken('text', held, 0, 2);
  }
  return taken('text', held, 0, 1);
}

function cutPrefixed(held: Buffer, prefix: string): Cut {
  const second = held[1];
  if (second === undefined) return 'more';
  const name = `${prefix} ${second === 0x20 ? 'SP' : controlName(prefix, second)}`;
  switch (name) {
    case 'ESC *':
      return cutBitImage(held);
    case 'GS v':
      return cutRaster(held);
    case 'GS V': {
      const mode = held[2];
      if (mode === undefined) return 'more';
      return taken(name, held, 2, mode >= 65 ? 2 : 1);
    }
    case 'GS k':
      return cutBarcode(held);
    case 'GS (':
    case 'FS (':
    case 'ESC (': {
      if (held.length < 5) return 'more';
      const length = held.readUInt16LE(3);
      return taken(`${name} ${String.fromCharCode(held[2] ?? 0)}`, held, 5, length);
    }
    case 'GS 8': {
      if (held.length < 7) return 'more';
      const length = held.readUInt32LE(3);
      if (length > pictureBytesMax) return taken('?', held, 0, 2);
      return taken(`${name} ${String.fromCharCode(held[2] ?? 0)}`, held, 7, length);
    }
    default: {
      const count = operands[name];
      return count === undefined ? taken('?', held, 0, 2) : taken(name, held, 2, count);
    }
  }
}

const pictureBytesMax = 4_194_304;

function controlName(prefix: string, byte: number): string {
  if (prefix !== 'DLE') return String.fromCharCode(byte);
  return { 0x04: 'EOT', 0x05: 'ENQ', 0x14: 'DC4' }[byte] ?? String(byte);
}

function cutBitImage(held: Buffer): Cut {
  if (held.length < 5) return 'more';
  const columns = held.readUInt16LE(3);
  return taken('ESC *', held, 2, 3 + columns * ((held[2] ?? 0) >= 32 ? 3 : 1));
}

function cutRaster(held: Buffer): Cut {
  if (held.length < 8) return 'more';
  return taken('GS v', held, 2, 6 + held.readUInt16LE(4) * held.readUInt16LE(6));
}

function cutBarcode(held: Buffer): Cut {
  const mode = held[2];
  if (mode === undefined) return 'more';
  if (mode >= 65) return held[3] === undefined ? 'more' : taken('GS k', held, 2, 2 + held[3]);
  const end = held.indexOf(0, 3);
  return end < 0 ? 'more' : taken('GS k', held, 2, end - 1);
}

function taken(name: string, held: Buffer, from: number, count: number): Cut {
  const length = from + count;
  if (held.length < length) return 'more';
  return { length, command: { name, bytes: Buffer.from(held.subarray(from, length)) } };
}
