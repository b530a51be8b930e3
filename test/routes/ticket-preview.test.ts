import { describe, expect, it } from 'vitest';
import { readTicketPart } from '#server/hall-file/read-ticket-part.ts';
import { defaultTemplate } from '#server/paper/default-template.ts';
import { templateText } from '#counter/paper/template-text.ts';

describe('the preview of a ticket', () => {
  it('starts from a text that the hall file would take, word for word', () => {
    const read = readTicketPart(templateText(defaultTemplate));
    expect(read).toEqual({ ok: true, template: defaultTemplate });
  });

  it.each([
    ['ticket:\n  lines:\n    - { show: nummer }\n', '3:15', 'ticket.lines[0].show'],
    ['ticket:\n  lines:\n    - { show: text }\n', '3:7', 'ticket.lines[0]'],
    ['', '1:1', ''],
    ['ticket: [', '1:9', ''],
  ])('%j: the mistake is named at %s', (source, place, path) => {
    const read = readTicketPart(source);
    const [first] = read.ok ? [] : read.problems;
    expect(`${String(first?.line)}:${String(first?.column)} ${String(first?.path)}`).toBe(
      `${place} ${path}`,
    );
  });
});
