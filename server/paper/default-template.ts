import type { TicketLine, TicketPart, TicketTemplate } from '#core/hall-config.ts';

/** The ticket of a hall that has not written its own: number first, then what happens next. */
export const defaultTemplate: TicketTemplate = {
  language: 'customer',
  logo: null,
  lines: [
    line('hall'),
    line('space'),
    line('service'),
    line('number'),
    line('class'),
    line('rule'),
    line('ahead'),
    line('estimate'),
    line('rule'),
    line('how'),
    line('papers'),
    line('code'),
    line('notices'),
    line('rule'),
    line('hotline'),
    line('time'),
  ],
};

function line(show: TicketPart): TicketLine {
  return { show, text: null, size: null, align: null, bold: null };
}
