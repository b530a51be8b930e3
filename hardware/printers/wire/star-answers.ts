import type { PrinterStatus } from '../dialect.ts';

/** Longest status of the known models. */
const frameBytesMax = 31;
const frameBytesMin = 7;

/**
 * Star status frames: the first byte `0xx0xxx1` holds the length (as the npm client receiptio reads
 * it); anything else until the next such byte is noise.
 */
export function createStarAnswers(take: (frame: readonly number[]) => void) {
  let held: number[] = [];
  let dropped = 0;

  const lengthOf = ([first = 0, second = 0]: readonly number[]): number =>
    (((first >> 2) & 0x18) | ((first >> 1) & 0x07)) + ((second >> 6) & 0x02);

  const cut = (): void => {
    while (held.length > 0) {
      if (((held[0] ?? 0) & 0x91) !== 0x01) {
        held.shift();
        dropped += 1;
        continue;
      }
      if (held.length < 2) return;
      const length = lengthOf(held);
      if (length < frameBytesMin || length > frameBytesMax) {
        held.shift();
        dropped += 1;
        continue;
      }
      if (held.length < length) return;
      // All further bytes have bits 0, 4 and 7 at zero: a frame with others is noise.
      const body = held.slice(1, length);
      if (body.some((byte) => (byte & 0x91) !== 0)) {
        held.shift();
        dropped += 1;
        continue;
      }
      const frame = held.slice(0, length);
      held = held.slice(length);
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
