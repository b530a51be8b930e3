import type { createOutFolder } from '../write-out.ts';
import type { PrinterEmulator } from './printer.ts';
import { ticketPicture } from './ticket-picture.ts';

/** Each ticket as `NNNN.txt`, what the paper reads, and `NNNN.png`, what it looks like. */
export function showTickets(
  printer: PrinterEmulator,
  write: ReturnType<typeof createOutFolder>,
): void {
  printer.onTicket(({ no, rows, text }) => {
    const name = String(no).padStart(4, '0');
    write(`${name}.png`, ticketPicture(rows, printer.paperDots));
    // Last: who waits for the text finds the picture as well.
    write(`${name}.txt`, text);
  });
}
