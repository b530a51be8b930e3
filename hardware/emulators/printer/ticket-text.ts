import { cellsOf } from '#server/paper/cells.ts';
import { cellDots } from '#server/paper/sheet.ts';
import { joined, type Row, type Span } from './roll.ts';

/** What the paper reads, as UTF-8 text: a line a line, codes and pictures named in brackets. */
export function ticketText(rows: readonly Row[], paperDots: number): string {
  const lines = joined(rows).flatMap((row) => {
    switch (row.kind) {
      case 'line':
        return [lineText(row.spans, row.align, paperDots)];
      case 'code':
        return [`[QR ${row.text}]`];
      case 'picture':
        return [`[picture ${row.picture.widthDots}x${row.picture.heightDots}]`];
      case 'feed':
        return [];
    }
  });
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

/** Spaces stand where the paper has them, as far as whole cells can say it. */
function lineText(spans: readonly Span[], align: string, paperDots: number): string {
  const last = spans.at(-1);
  const end = last === undefined ? 0 : last.x + cellsOf(last.text) * cellDots * last.wide;
  const room = Math.max(0, paperDots - end);
  const left = align === 'center' ? room / 2 : align === 'right' ? room : 0;
  let text = '';
  for (const span of spans) {
    const cell = Math.round((left + span.x) / cellDots);
    text += ' '.repeat(Math.max(0, cell - cellsOf(text))) + span.text;
  }
  return text;
}
