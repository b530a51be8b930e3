import writeXlsxFile, { type Cell as SheetCell, type Sheet } from 'write-excel-file/node';
import type { Language } from '#core/vocabulary.ts';
import { localTime, type LocalTime } from '#projections/local-time.ts';
import {
  columnName,
  kindOf,
  valueOf,
  type CellKind,
  type ReportTable,
} from '#protocol/report-tables/table.ts';
import type { Exported } from '#protocol/report-tables/tables.ts';
import {
  cellWords,
  labelWords,
  tableWords,
  weekdayWords,
  type CellWord,
} from '#protocol/words/report-labels.ts';

const dayMs = 86_400_000;

/**
 * All tables as sheets of one workbook with real types: counts and shares are numbers, durations
 * are times of the sheet (a day is 1), dates and instants are dates in the hall's own time. Times
 * have their hours in brackets: LibreOffice shows any other form as the reader's AM and PM.
 */
export async function xlsxOf(
  report: Exported,
  tables: readonly ReportTable[],
  language: Language,
): Promise<Uint8Array> {
  const local = localTime(report.timezone);
  const sheets = [
    coverSheet(report, language),
    ...tables.map((table) => sheetOf(table, local, language)),
  ];
  return new Uint8Array(await writeXlsxFile(sheets).toBuffer());
}

function coverSheet(report: Exported, language: Language): Sheet<never> {
  const { fromSeq, toSeq, headHash } = report.range;
  const [from, to] = 'date' in report ? [report.date, report.date] : [report.from, report.to];
  const line = (label: keyof typeof labelWords, value: SheetCell): SheetCell[] => [
    head(labelWords[label][language]),
    value,
  ];
  return {
    sheet: labelWords.hall[language],
    columns: [{ width: 24 }, { width: 70 }],
    data: [
      line('hall', textCell(report.names.hall[language])),
      line('from', dateCell(from)),
      line('to', dateCell(to)),
      line('complete', textCell(cellWords[report.complete ? 'yes' : 'no'][language])),
      line('events', textCell(`${String(fromSeq)}-${String(toSeq)}`)),
      line('headHash', textCell(headHash)),
    ],
  };
}

function sheetOf(table: ReportTable, local: LocalTime, language: Language): Sheet<never> {
  return {
    sheet: tableWords[table.id][language],
    columns: table.columns.map(({ kind }) => ({ width: widths[kind] })),
    stickyRowsCount: 1,
    data: [
      table.columns.map((column) => head(columnName(column)[language])),
      ...table.rows.map((row) =>
        row.map((cell, index) => {
          const column = table.columns[index];
          if (column === undefined) return null;
          return sheetCell(valueOf(cell, language), kindOf(cell, column), local, language);
        }),
      ),
    ],
  };
}

function sheetCell(
  value: string | number | null,
  kind: CellKind,
  local: LocalTime,
  language: Language,
): SheetCell {
  if (value === null) return null;
  switch (kind) {
    case 'count':
      return { type: Number, value: Number(value), format: '#,##0' };
    case 'number':
      return { type: Number, value: Number(value), format: '#,##0.##' };
    case 'share':
      return { type: Number, value: Number(value), format: '0.0%' };
    case 'seconds':
      return { type: Number, value: Number(value) / 86_400, format: '[hh]:mm:ss' };
    case 'date':
      return dateCell(String(value));
    case 'instant':
      return {
        type: Date,
        value: new Date(local.asUtcMs(Date.parse(String(value)))),
        format: 'yyyy-mm-dd hh:mm:ss',
      };
    case 'time': {
      const [hours = 0, minutes = 0] = String(value).split(':').map(Number);
      return { type: Number, value: (hours * 60 + minutes) / 1_440, format: '[hh]:mm' };
    }
    case 'word':
      return textCell(cellWords[value as CellWord][language]);
    case 'weekday':
      return textCell(weekdayWords[Number(value) - 1]?.[language] ?? '');
    case 'text':
      return textCell(String(value));
  }
}

function dateCell(date: string): SheetCell {
  const value = new Date(Math.floor(Date.parse(`${date}T00:00:00Z`) / dayMs) * dayMs);
  return { type: Date, value, format: 'yyyy-mm-dd' };
}

function textCell(value: string): SheetCell {
  return { type: String, value };
}

function head(value: string): SheetCell {
  return { type: String, value, fontWeight: 'bold', wrap: true };
}

const widths: Readonly<Record<CellKind, number>> = {
  text: 22,
  word: 14,
  count: 11,
  number: 11,
  seconds: 12,
  share: 10,
  date: 13,
  instant: 20,
  time: 10,
  weekday: 9,
};
