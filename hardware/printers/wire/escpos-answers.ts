/**
 * Tells apart what an ESC/POS printer sends, by the bits that are fixed in each kind of byte
 * (reference, 2.3): DLE EOT `0xx1xx10`, the first byte of automatic status `0xx1xx00`, its other
 * three and queued answers `0xx0xxxx`, XON and XOFF. Anything else is noise: counted and dropped.
 */
export interface EscposAnswers {
  push(bytes: Uint8Array): void;
  /** An automatic status that has begun ends here if the rest is not coming. */
  reset(): void;
  readonly dropped: number;
}

export interface EscposListener {
  realTime(byte: number): void;
  queued(byte: number): void;
  automatic(frame: readonly number[]): void;
}

export function createEscposAnswers(listener: EscposListener): EscposAnswers {
  let frame: number[] = [];
  let dropped = 0;
  /** Of GS I: text up to 00, which nobody here has asked for. */
  let inBlock = false;

  const take = (byte: number): void => {
    if (inBlock) {
      inBlock = byte !== 0 && byte < 0x80;
      return;
    }
    if ((byte & 0x93) === 0x12) {
      // A real-time answer may come between the bytes of an automatic status.
      listener.realTime(byte);
      return;
    }
    if (frame.length > 0 && (byte & 0x90) === 0) {
      frame.push(byte);
      if (frame.length === 4) {
        const whole = frame;
        frame = [];
        listener.automatic(whole);
      }
      return;
    }
    if ((byte & 0x93) === 0x10) {
      dropped += frame.length;
      frame = [byte];
      return;
    }
    if (byte === 0x11 || byte === 0x13) return;
    if (byte === 0x5f) {
      inBlock = true;
      return;
    }
    if ((byte & 0x90) === 0) {
      listener.queued(byte);
      return;
    }
    dropped += 1;
  };

  return {
    push(bytes) {
      for (const byte of bytes) take(byte);
    },
    reset() {
      dropped += frame.length;
      frame = [];
      inBlock = false;
    },
    get dropped() {
      return dropped;
    },
  };
}
