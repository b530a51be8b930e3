import type { TicketTemplate } from '#core/hall-config.ts';
import { defaultTemplate } from '#server/paper/default-template.ts';
import { defaults } from './defaults.ts';
import type { HallFile } from './schema.ts';

type FileTicket = NonNullable<HallFile['ticket']>;

/** The ticket's template, defaults filled in; its logo is a file and read where files are read. */
export function ticketOf({ language, lines }: FileTicket): TicketTemplate {
  return {
    language: language ?? defaults.ticketLanguage,
    logo: null,
    lines:
      lines?.map(({ show, text, size, align, bold }) => ({
        show,
        text: text ?? null,
        size: size ?? null,
        align: align ?? null,
        bold: bold ?? null,
      })) ?? defaultTemplate.lines,
  };
}
