import type { ByteStream } from '../transports/byte-stream.ts';

/**
 * A device that is not there: it keeps its state while lines come and go, as a device keeps its
 * text when a cable is pulled.
 */
export interface DeviceEmulator {
  /** Speaks over one more line until that closes. */
  attach(stream: ByteStream): void;
  /** A line of what a person does to it, as typed at the program (`card`, `press satisfied`). */
  act?(words: string): void;
  /** What it shows, as text; for `--out`. */
  text(): string;
  /** Told after every change of what it shows. */
  onChange(told: () => void): void;
}

/** Who is told of a change. */
export function createBell() {
  const listeners = new Set<() => void>();
  return {
    ring: () => {
      for (const told of [...listeners]) told();
    },
    onChange: (told: () => void) => {
      listeners.add(told);
    },
  };
}

/**
 * What goes wrong, from the next line on, with boards, pads and readers:
 * - `silent`: takes everything and answers nothing
 * - `noise`: bytes without sense stand before each answer
 * - `cut`: the line closes in the middle of the first answer (of the first 12 bytes, if it has none)
 * - `wrong`: answers come with a wrong check value
 * - `refuses`: answers are refusals
 */
export const deviceFaults = ['silent', 'noise', 'cut', 'wrong', 'refuses'] as const;
export type DeviceFault = (typeof deviceFaults)[number];

const noise = Buffer.from('00a55a68aaff01e8100496', 'hex');
const cutAfterBytes = 12;

/** The mouth of a device: what it answers, as its fault lets it. */
export function answering(stream: ByteStream, fault: DeviceFault | null) {
  return (bytes: Buffer): void => {
    const give = (out: Uint8Array): void => {
      // A line that went away takes its answers with it.
      stream.write(out).catch(() => undefined);
    };
    switch (fault) {
      case 'silent':
        return;
      case 'noise':
        give(Buffer.concat([noise, bytes]));
        return;
      case 'cut':
        give(bytes.subarray(0, Math.ceil(bytes.length / 2)));
        stream.close();
        return;
      case 'wrong':
        give(withLastByteOff(bytes));
        return;
      case 'refuses':
      case null:
        give(bytes);
        return;
    }
  };
}

/** A device that answers nothing can only be cut off while it hears. */
export function cutWhileHearing(stream: ByteStream, fault: DeviceFault | null): void {
  if (fault !== 'cut') return;
  let heard = 0;
  stream.onBytes((bytes) => {
    heard += bytes.length;
    if (heard >= cutAfterBytes) stream.close();
  });
}

/** The second last byte: the last one may be an end mark. */
function withLastByteOff(bytes: Buffer): Buffer {
  const wrong = Buffer.from(bytes);
  const at = Math.max(0, wrong.length - 2);
  wrong[at] = (wrong[at] ?? 0) ^ 0x01;
  return wrong;
}
