import type { Language } from '#core/vocabulary.ts';
import type { WindowView } from '#protocol/views.ts';
import { layOut } from '#server/paper/layout.ts';
import type { PaperJob } from '#server/paper/slip.ts';
import { faceOf } from '../../boards/face.ts';
import { openBoard } from '../../boards/open-board.ts';
import { systemClock } from '../../clock.ts';
import { silentLog } from '../../device.ts';
import { escpos } from '../../printers/dialects/escpos.ts';
import { defaultPrinterSettings } from '../../printers/settings.ts';
import { createLink } from '../../transports/link.ts';
import { memoryPair, memoryTransport } from '../../transports/memory.ts';
import { drawGlass } from '../board-picture.ts';
import { createOnbon } from '../onbon/onbon.ts';
import { createPrinter, type PrintedTicket } from '../printer/printer.ts';
import { ticketPicture } from '../printer/ticket-picture.ts';
import type { ShownDevice } from './shown-devices.ts';

const fault = null;
const widthMm = 80;
const widthPixels = 160;

/** The driver's bytes over a line in memory, as the emulated printer puts them on 80 mm paper. */
export async function showOnPaper({ slip, template }: PaperJob): Promise<ShownDevice> {
  const sheet = layOut(slip, template, widthMm);
  const bytes = await escpos.bytesOf(sheet, { ...defaultPrinterSettings, widthMm });
  const printer = createPrinter({ clock: systemClock, widthMm });
  const [near, far] = memoryPair();
  try {
    printer.attach(far);
    const cutOff = new Promise<PrintedTicket>((resolve) => {
      printer.onTicket(resolve);
    });
    await near.write(bytes);
    const { rows, text } = await cutOff;
    return { text, png: ticketPicture(rows, printer.paperDots) };
  } finally {
    near.close();
  }
}

/** An LED board with Chinese characters; a number that flashes is taken while it is lit. */
export async function showOnBoard(view: WindowView, language: Language): Promise<ShownDevice> {
  const device = createOnbon({ fault, widthPixels });
  const link = createLink(
    memoryTransport((far) => {
      device.attach(far);
    }),
    { clock: systemClock, random: () => 0 },
  );
  const board = openBoard(
    { dialect: 'onbon', transport: 'memory', settings: { colours: true, language, widthPixels } },
    { link, clock: systemClock, log: silentLog },
  );
  try {
    board.show(faceOf(view));
    await new Promise<void>((resolve) => {
      board.onState((state) => {
        if (state === 'ready') resolve();
      });
    });
    return { text: device.text(), png: drawGlass(device.glass()) };
  } finally {
    await board.close();
    link.close();
  }
}
