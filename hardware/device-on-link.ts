import { createStateCell, type RunningDevice } from './device.ts';
import type { ByteStream } from './transports/byte-stream.ts';
import type { Link } from './transports/link.ts';

/** What a driver has under way on one open line. */
export interface OnLine {
  /** Runs of bytes from the device that were nothing it can say, on this line. */
  readonly dropped: number;
  /** Lets go of listeners and waits; the stream itself is closed by its link. */
  end(): void;
}

export type StateCell = ReturnType<typeof createStateCell>;

export interface DeviceOnLink extends RunningDevice {
  /** The same over all its lines; for tests and metrics. */
  readonly dropped: number;
  readonly close: () => Promise<void>;
}

/** The state of a device whose line was not open yet. */
export const notConnected = (): StateCell => createStateCell('offline', 'not connected yet');

/**
 * What drivers of every kind have in common: the state, offline while the line is down; one
 * conversation a line, begun anew with each; and letting go of all of it.
 *
 * @param begin also called at once, where the line is open already
 */
export function deviceOnLink(
  link: Link,
  cell: StateCell,
  begin: (stream: ByteStream) => OnLine,
): DeviceOnLink {
  let now: OnLine | null = null;
  let dropped = 0;

  const letGo = (): void => {
    const last = now;
    now = null;
    last?.end();
    dropped += last?.dropped ?? 0;
  };
  const stopUp = link.onUp((stream) => {
    letGo();
    now = begin(stream);
  });
  const stopDown = link.onDown((why) => {
    letGo();
    cell.set('offline', why);
  });

  return {
    get state() {
      return cell.state;
    },
    get detail() {
      return cell.detail;
    },
    get dropped() {
      return dropped + (now?.dropped ?? 0);
    },
    onState: (told) => cell.onState(told),
    close: async () => {
      stopUp();
      stopDown();
      letGo();
      link.close();
    },
  };
}
