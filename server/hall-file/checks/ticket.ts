import { hallFileWords as words } from '../words.ts';
import type { Checking } from './checking.ts';

/** Words belong to lines of text, and to no others. */
export function checkTicket({ file, report }: Checking): void {
  file.ticket?.lines?.forEach((line, index) => {
    if (line?.show === undefined) return;
    const path = `ticket.lines[${index}]`;
    if (line.show === 'text' && line.text === undefined) report(path, words.missingKey('text'));
    if (line.show !== 'text' && line.text !== undefined) {
      report(`${path}.text`, words.textNotShown(line.show));
    }
  });
}
