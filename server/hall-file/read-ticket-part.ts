import type { TicketTemplate } from '#core/hall-config.ts';
import { closed } from '#protocol/fields.ts';
import { checking } from './checks/checking.ts';
import { checkTicket } from './checks/ticket.ts';
import type { HallFileProblem } from './findings.ts';
import type { HallFile } from './schema.ts';
import { ticket } from './schema-ticket.ts';
import { checkShape } from './shape.ts';
import { ticketOf } from './ticket.ts';
import { withSyntax } from './with-syntax.ts';
import { hallFileWords as words } from './words.ts';
import { parseYaml } from './yaml-document.ts';

export type TicketPartRead =
  | { readonly ok: true; readonly template: TicketTemplate }
  | { readonly ok: false; readonly problems: readonly HallFileProblem[] };

const part = closed({ ticket });

/** The part `ticket` of a hall file alone, with the mistakes that the whole file would be told. */
export function readTicketPart(source: string): TicketPartRead {
  const { document, syntax, position } = parseYaml(source);
  if (document.contents === null && syntax.length === 0) {
    return { ok: false, problems: [{ line: 1, column: 1, path: '', message: words.empty() }] };
  }
  const lineOf = (offset: number) => position(offset).line;
  const shape = checkShape(part, document, lineOf);
  const check = checking(shape.value ?? {}, shape.places, lineOf);
  checkTicket(check);
  const findings = withSyntax(syntax, [...shape.findings, ...check.findings], lineOf);
  if (findings.length === 0) {
    const { ticket: given } = shape.value as Required<Pick<HallFile, 'ticket'>>;
    return { ok: true, template: ticketOf(given) };
  }
  const problems = findings
    .toSorted((one, other) => one.offset - other.offset)
    .map(({ offset, path, message }) => ({ ...position(offset), path, message }));
  return { ok: false, problems };
}
