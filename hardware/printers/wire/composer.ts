import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer';

/**
 * node-thermal-printer as a maker of bytes. It never carries them: its own transports lose tickets
 * (docs/hardware.md), so it is given an `interface` that refuses. Chinese never goes through its
 * `print`, only as finished bytes through `append`.
 */
export function createComposer(type: 'epson' | 'star'): ThermalPrinter {
  const noTransport = {
    execute: () => Promise.reject(new Error('bytes are carried by the transport')),
    isPrinterConnected: () => Promise.resolve(false),
  };
  return new ThermalPrinter({
    type: type === 'epson' ? PrinterTypes.EPSON : PrinterTypes.STAR,
    // Its typing knows addresses only; at run time any object with these two functions will do.
    interface: noTransport as unknown as string,
  });
}

/** What has been composed so far: at least one byte. */
export function composed(printer: ThermalPrinter): Buffer {
  return Buffer.from(printer.getBuffer());
}
