import type { TicketLine, TicketTemplate } from '#core/hall-config.ts';

/** A template as it stands in a hall file, to be changed and carried there. */
export function templateText({ language, lines }: TicketTemplate): string {
  return ['ticket:', `  language: ${language}`, '  lines:', ...lines.map(lineText), ''].join('\n');
}

function lineText({ show, text, size, align, bold }: TicketLine): string {
  const parts = [
    `show: ${show}`,
    ...(text === null
      ? []
      : [`text: { zh: ${JSON.stringify(text.zh)}, en: ${JSON.stringify(text.en)} }`]),
    ...(size === null ? [] : [`size: ${size}`]),
    ...(align === null ? [] : [`align: ${align}`]),
    ...(bold === null ? [] : [`bold: ${bold}`]),
  ];
  return `    - { ${parts.join(', ')} }`;
}
