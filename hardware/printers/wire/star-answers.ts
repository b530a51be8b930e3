import type { PrinterStatus } from '../dialect.ts';

/** Longest status of the known models. */
const frameBytesMax = 31;
const frameBytesMin = 7;
/** "0x0000 ≤ Length ≤ 0x0200" */
const furtherBytesMax = 0x200;

/**
 * Star status frames (Star Line Mode Command Specifications, appendix 2): the first byte `0xx0xxx1`
 * holds the length. Over a network bit 7 of the second byte is set; two bytes follow the frame, the
 * length of what follows them. Anything else until the next first byte is noise.
 *
 * @param take is given the frame itself
 */
export function createStarAnswers(take: (frame: readonly number[]) => void) {
  let held: number[] = [];
  let dropped = 0;

  const lengthOf = (first: number): number => ((first >> 2) & 0x18) | ((first >> 1) & 0x07);

  const isFrame = (length: number): boolean => {
    if (((held[0] ?? 0) & 0x91) !== 0x01) return false;
    if (length < frameBytesMin || length > frameBytesMax) return false;
    // All further bytes have bits 0, 4 and 7 at zero, but for the mark in the second one.
    return held.slice(1, length).every((byte, at) => (byte & (at === 0 ? 0x11 : 0x91)) === 0);
  };

  const drop = (): void => {
    held.shift();
    dropped += 1;
  };

  const cut = (): void => {
    while (held.length > 0) {
      const length = lengthOf(held[0] ?? 0);
      if (!isFrame(length)) {
        drop();
        continue;
      }
      if (held.length < length) return;
      let whole = length;
      if (((held[1] ?? 0) & 0x80) !== 0) {
        if (held.length < length + 2) return;
        const further = ((held[length] ?? 0) << 8) | (held[length + 1] ?? 0);
        if (further > furtherBytesMax) {
          drop();
          continue;
        }
        whole = length + 2 + further;
        if (held.length < whole) return;
      }
      const frame = held.slice(0, length);
      held = held.slice(whole);
      take(frame);
    }
  };

  return {
    push(bytes: Uint8Array): void {
      for (const byte of bytes) {
        held.push(byte);
        cut();
      }
    },
    get dropped() {
      return dropped;
    },
  };
}

/** Bits of bytes 3 to 6 (from 1), as the npm client receiptio reads them. */
export function statusOfStar(frame: readonly number[]): PrinterStatus {
  const [, , printer = 0, error = 0, retry = 0, paper = 0] = frame;
  if ((printer & 0x20) !== 0) return { state: 'cover-open', detail: null };
  if ((paper & 0x08) !== 0) return { state: 'paper-out', detail: null };
  if ((error & 0x08) !== 0) return { state: 'offline', detail: 'the cutter is jammed' };
  if ((error & 0x24) !== 0 || (retry & 0x0a) !== 0) {
    return { state: 'offline', detail: 'the printer reports an error' };
  }
  if ((printer & 0x08) !== 0) return { state: 'offline', detail: 'the printer says it is offline' };
  return { state: (paper & 0x04) !== 0 ? 'paper-low' : 'ready', detail: null };
}

/** ETBs worked off, modulo 32; null where the frame is too short to tell. */
export function etbsOfStar(frame: readonly number[]): number | null {
  const byte = frame[7];
  return byte === undefined ? null : ((byte >> 1) & 0x07) | ((byte >> 2) & 0x18);
}
