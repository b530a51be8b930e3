/** Pictures of printed tickets: the driver prints through the emulator, which draws what it printed. */
import { createPrinter } from '#hardware/emulators/printer/printer.ts';
import { ticketPicture } from '#hardware/emulators/printer/ticket-picture.ts';
import { escpos } from '#hardware/printers/dialects/escpos.ts';
import { defaultPrinterSettings } from '#hardware/printers/settings.ts';
import { memoryPair } from '#hardware/transports/memory.ts';
import { defaultTemplate } from '#server/paper/default-template.ts';
import { layOut } from '#server/paper/layout.ts';
import type { PaperWidth } from '#server/paper/sheet.ts';
import type { Slip } from '#server/paper/slip.ts';
import { settle, steeredClock } from '#test/hardware/steered-clock.ts';
import { sampleSlip } from '#test/paper/sample-slip.ts';

interface ShownTicket {
  readonly name: string;
  readonly title: string;
  readonly widthMm: PaperWidth;
  readonly slip: Slip;
  readonly both?: true;
}

const slip: Slip = {
  ...sampleSlip,
  papers: [
    { zh: '客户号或电话号码', en: 'Account or phone number' },
    { zh: '代办的，带双方身份证', en: 'If for someone else: both ID cards' },
  ],
};

const tickets: readonly ShownTicket[] = [
  ...([58, 80] as const).flatMap((widthMm) =>
    (['zh', 'en'] as const).map((language) => ({
      name: `ticket-${widthMm}-${language}`,
      title: `${widthMm} mm, ${language}`,
      widthMm,
      slip: { ...slip, language },
    })),
  ),
  { name: 'ticket-80-both', title: '80 mm, both languages', widthMm: 80, slip, both: true },
  {
    name: 'ticket-58-copy',
    title: '58 mm, a reprint in a training hall, with a character that no printer font has',
    widthMm: 58,
    slip: {
      ...slip,
      number: 'V003',
      isCopy: true,
      isTraining: true,
      isDefaultClass: false,
      className: { zh: '贵宾', en: 'VIP' },
      notices: [{ zh: 'Señora Núñez 女士请到前台', en: '' }],
    },
  },
];

export async function ticketPictures(): Promise<readonly { file: string; png: Buffer }[]> {
  const pictures: { file: string; png: Buffer }[] = [];
  for (const { name, widthMm, both, slip: own } of tickets) {
    const template = both === true ? { ...defaultTemplate, language: 'both' as const } : null;
    const sheet = layOut(own, template, widthMm);
    const bytes = await escpos.bytesOf(sheet, { ...defaultPrinterSettings, widthMm });
    const device = createPrinter({ clock: steeredClock(), widthMm });
    const [near, far] = memoryPair();
    device.attach(far);
    void near.write(bytes);
    await settle(20);
    const ticket = device.tickets[0];
    if (ticket === undefined) throw new Error(`${name} did not come out`);
    pictures.push({ file: `${name}.png`, png: ticketPicture(ticket.rows, device.paperDots) });
  }
  return pictures;
}

export function ticketIndex(): string {
  const rows = tickets.map(({ name, title }) => `## ${title}\n\n![${title}](${name}.png)\n`);
  return `# Printed tickets\n\nThe ESC/POS driver's bytes, as the emulated printer puts them on paper; one dot a pixel. Written by \`npm run screens -- tickets\`.\n\n${rows.join('\n')}`;
}
