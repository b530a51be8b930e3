import { openBoard, type BoardSpec } from '../boards/open-board.ts';
import type { Board } from '../boards/run-board.ts';
import type { DevicePorts } from '../device.ts';
import type { DeviceSpec } from '../device-file/device-spec.ts';
import { openPad, type PadSpec } from '../pads/open-pad.ts';
import type { Pad } from '../pads/pad.ts';
import { openPrinter, type PrinterSpec } from '../printers/open-printer.ts';
import type { Printer } from '../printers/run-printer.ts';
import { openReader, type ReaderSpec } from '../readers/open-reader.ts';
import type { Reader } from '../readers/reader.ts';

/** A device of the file that runs, by its kind. */
export type Opened =
  | { readonly kind: 'printer'; readonly spec: DeviceSpec; readonly device: Printer }
  | { readonly kind: 'board'; readonly spec: DeviceSpec; readonly device: Board }
  | { readonly kind: 'pad'; readonly spec: DeviceSpec; readonly device: Pad }
  | { readonly kind: 'reader'; readonly spec: DeviceSpec; readonly device: Reader };

/**
 * Opens one device. The file was checked against the settings that its driver publishes
 * (device-file/dialects.ts): this is the one place that takes its word for their types.
 */
export function openDevice(spec: DeviceSpec, ports: DevicePorts): Opened {
  const { kind, dialect, settings } = spec;
  const transport = spec.transport.kind === 'tcp' ? 'tcp' : 'serial';
  switch (kind) {
    case 'printer':
      return { kind, spec, device: openPrinter({ dialect, ...settings } as PrinterSpec, ports) };
    case 'board':
      return {
        kind,
        spec,
        device: openBoard({ dialect, transport, settings } as BoardSpec, ports),
      };
    case 'pad':
      return { kind, spec, device: openPad({ dialect, transport, settings } as PadSpec, ports) };
    case 'reader':
      return { kind, spec, device: openReader({ dialect, settings } as ReaderSpec, ports) };
  }
}
