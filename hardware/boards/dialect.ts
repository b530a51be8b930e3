import type { Clock } from '../clock.ts';
import type { ByteStream } from '../transports/byte-stream.ts';
import type { BoardFace } from './face.ts';

/** What a driver of one make of boards is: one file in `dialects/`, one line in their table. */
export interface BoardDialect<Settings> {
  /** The device flashes by itself; otherwise the number is written and blanked in turn. */
  readonly flashesItself: boolean;
  /** Nothing is written before `show`. A new one for each line that opens. */
  begin(stream: ByteStream, settings: Settings, ports: { readonly clock: Clock }): BoardLine;
}

/** One open line to one board. */
export interface BoardLine {
  /**
   * Writes the whole face; `lit` is false in the dark half of flashing. Resolves when the device has
   * it (acknowledged, where the dialect knows that), with what staff have to know or null. Rejects
   * when it cannot be shown. Never called again before it has settled or the line is closed.
   */
  show(face: BoardFace, lit: boolean): Promise<string | null>;
  /** What the device shows is not known any more: the next `show` writes all of it. */
  forget(): void;
  /** Lets go of listeners and waits; the stream itself is closed by its link. */
  end(): void;
  /** Runs of bytes from the device that were no frame. */
  readonly dropped: number;
}
