import { silentLog } from '#hardware/device.ts';
import { createPrinter, type PrinterOptions } from '#hardware/emulators/printer/printer.ts';
import { openPrinter, type PrinterSpec } from '#hardware/printers/open-printer.ts';
import { createLink } from '#hardware/transports/link.ts';
import { memoryTransport, type MemoryLine } from '#hardware/transports/memory.ts';
import { settle, steeredClock } from '../steered-clock.ts';

/** A driver and the emulator it drives, on a line in memory and a clock that is steered. */
export function printerBench(
  spec: Partial<PrinterSpec> = {},
  emulated: Omit<PrinterOptions, 'clock'> = {},
) {
  const clock = steeredClock();
  const device = createPrinter({ clock, ...emulated });
  const written: Buffer[] = [];
  const lines: MemoryLine[] = [];
  const transport = memoryTransport((line) => {
    lines.push(line);
    line.onBytes((bytes) => written.push(Buffer.from(bytes)));
    device.attach(line);
  });
  const link = createLink(transport, { clock, random: () => 0.5 });
  const printer = openPrinter({ dialect: 'escpos', ...spec }, { link, clock, log: silentLog });
  const states: string[] = [];
  printer.onState((state) => states.push(state));
  return {
    clock,
    device,
    printer,
    states,
    transport,
    /** The far end of the line in use. */
    far: (): MemoryLine => lines.at(-1)!,
    written: (): Buffer => Buffer.concat(written),
    /** Moves the clock until a promise has settled; at most `withinMs`. */
    async until<Result>(promise: Promise<Result>, withinMs = 120_000): Promise<Result> {
      const done = { is: false };
      const end = promise.finally(() => (done.is = true));
      end.catch(() => undefined);
      await settle();
      for (let passedMs = 0; !done.is && passedMs < withinMs; passedMs += 20) {
        clock.advance(20);
        await settle();
      }
      if (!done.is) throw new Error(`not settled within ${String(withinMs)} ms`);
      return end;
    },
  };
}
