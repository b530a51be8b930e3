import type { Language } from '#core/vocabulary.ts';
import { localTime, type LocalTime } from '#projections/local-time.ts';
import { columnName, kindOf, valueOf, type ReportTable } from '#protocol/report-tables/table.ts';
import type { Exported } from '#protocol/report-tables/tables.ts';
import { cellWords, weekdayWords, type CellWord } from '#protocol/words/report-labels.ts';

/** Says to spreadsheets that this is UTF-8. */
const byteOrderMark = '\uFEFF';

/**
 * One table as CSV (RFC 4180): UTF-8 with BOM, lines end in CR LF, times are the hall's own,
 * durations seconds, shares 0 to 1. The last line states what it was computed from.
 */
export function csvOf(report: Exported, table: ReportTable, language: Language): string {
  const local = localTime(report.timezone);
  const { fromSeq, toSeq, headHash } = report.range;
  const lines = [
    table.columns.map((column) => columnName(column)[language]),
    ...table.rows.map((row) =>
      row.map((cell, index) => {
        const column = table.columns[index];
        if (column === undefined) return '';
        return written(valueOf(cell, language), kindOf(cell, column), local, language);
      }),
    ),
    [`# journal ${String(fromSeq)}-${String(toSeq)} ${headHash}`],
  ];
  return byteOrderMark + lines.map((line) => `${line.map(quoted).join(',')}\r\n`).join('');
}

/** `2026-03-02 09:31:07`, the hall's own time. */
export function wallTime(iso: string, local: LocalTime): string {
  return new Date(local.asUtcMs(Date.parse(iso))).toISOString().slice(0, 19).replace('T', ' ');
}

function written(
  value: string | number | null,
  kind: ReturnType<typeof kindOf>,
  local: LocalTime,
  language: Language,
): string {
  if (value === null) return '';
  switch (kind) {
    case 'instant':
      return wallTime(String(value), local);
    case 'word':
      return cellWords[value as CellWord][language];
    case 'weekday':
      return weekdayWords[Number(value) - 1]?.[language] ?? '';
    case 'text':
      return harmless(String(value));
    case 'count':
    case 'number':
    case 'seconds':
    case 'share':
    case 'date':
    case 'time':
      return String(value);
  }
}

/** A reason that somebody typed must not run as a formula in a spreadsheet. */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
