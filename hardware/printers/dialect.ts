import type { Sheet } from '#server/paper/sheet.ts';
import type { Clock } from '../clock.ts';
import type { DeviceState } from '../device.ts';
import type { ByteStream } from '../transports/byte-stream.ts';
import type { PrinterSettings } from './settings.ts';

/** What a driver of one make of printers is: one file in `dialects/`, one line in their table. */
export interface PrinterDialect {
  /** A whole ticket, from initialising to the cut. May draw pictures; does not touch the line. */
  bytesOf(sheet: Sheet, settings: PrinterSettings): Promise<Buffer>;
  /** Goes before a ticket that follows an uncertain one: what is left of that is cut off. */
  separate(settings: PrinterSettings): Buffer;
  /** A new one for each line that opens. */
  begin(stream: ByteStream, settings: PrinterSettings, ports: PrinterPorts): PrinterLine;
}

export interface PrinterPorts {
  readonly clock: Clock;
  /** What a printer reports without being asked. */
  readonly told: (status: PrinterStatus) => void;
}

/** `silent`: it did not answer, which is not the same as fine. */
export interface PrinterStatus {
  readonly state: DeviceState;
  /** A few words for staff. */
  readonly detail: string | null;
}

/** One open line to one printer; its questions are asked one after another by the runner. */
export interface PrinterLine {
  /** Asks how the printer is. Never waits longer than its own limit; `uncertain`: no answer. */
  status(): Promise<PrinterStatus>;
  /**
   * Resolves with true when the printer says that it has worked off everything written before;
   * with false when it said nothing within `withinMs`. Null where a dialect cannot ask that.
   */
  readonly workedOff: ((withinMs: number) => Promise<boolean>) | null;
  /**
   * Before the first ticket of a line: lets pass what an older line may have left in the printer,
   * answers not yet given and commands not yet ended. False: it stays unclear.
   */
  settle(): Promise<boolean>;
  /** Bytes from the printer that made no sense. */
  readonly dropped: number;
  /** Lets go of listeners and waits; the stream itself is closed by its link. */
  end(): void;
}

/** Takes a ticket: near the end of its paper it still prints. */
export function canPrint({ state }: { readonly state: DeviceState }): boolean {
  return state === 'ready' || state === 'paper-low';
}
