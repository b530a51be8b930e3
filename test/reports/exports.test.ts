import { describe, expect, it } from 'vitest';
import { reportOfDay, createRangeFold, foldDay } from '#projections/day-report.ts';
import { ticketLines } from '#projections/ticket-lines.ts';
import { columnMeaning, columnName, type ReportTable } from '#protocol/report-tables/table.ts';
import { reportTables, tableOf } from '#protocol/report-tables/tables.ts';
import { figureWords } from '#protocol/words/figures.ts';
import { reportTableIds, tableWords } from '#protocol/words/report-labels.ts';
import { csvOf } from '#server/reports/csv.ts';
import { xlsxOf } from '#server/reports/xlsx.ts';
import { livedDay } from '../projections/lived-day.ts';
import { movedBy } from './recorded-journal.ts';
import { readSheets } from './sheet-reader.ts';

const { events } = livedDay(11);
const records = events.map((event, index) => ({
  seq: index + 1,
  hash: `h${String(index + 1)}`,
  body: JSON.stringify(event),
}));
const folded = foldDay('2026-03-02', records)!;
const day = reportOfDay(folded);
const tables = reportTables(day, ticketLines(events));
const range = createRangeFold();
range.add(folded);
range.add({ ...folded, date: movedBy(events, 1)[0]!.day });
const both = range.read(100)!;

/** Reads a CSV as RFC 4180 says, by hand. */
function read(csv: string): string[][] {
  const rows: string[][] = [];
  for (const line of csv.split('\r\n')) {
    rows.push(
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    );
  }
  return rows;
}

describe('tables of a report', () => {
  it('are all there, each row as long as its head, each head named in both languages', () => {
    const all = [...tables, ...reportTables(both)];
    const ids = new Set(all.map(({ id }) => id));
    expect([...ids].toSorted()).toEqual(reportTableIds.toSorted());
    for (const { id, columns, rows } of all) {
      expect(
        rows.every((row) => row.length === columns.length),
        id,
      ).toBe(true);
      for (const column of columns) {
        expect(columnName(column).zh).toMatch(/\p{Script=Han}/u);
        expect(columnName(column).en).toMatch(/[A-Z]/);
      }
    }
  });

  it('every figure has a meaning, and every meaning a figure that is shown', () => {
    const shown = new Set(
      [...tables, ...reportTables(both)].flatMap(({ columns }) => columns.map(({ id }) => id)),
    );
    const summary = tableOf(tables, 'summary')!.rows.map(([name]) => name);
    for (const [id, { name, meaning }] of Object.entries(figureWords)) {
      expect(meaning.zh.length).toBeGreaterThan(3);
      expect(meaning.en).toMatch(/\.$/);
      expect(shown.has(id as keyof typeof figureWords) || summary.includes(name), id).toBe(true);
    }
    expect(columnMeaning({ id: 'waitP90' })).toEqual(figureWords.waitP90.meaning);
    expect(columnMeaning({ id: 'counter' })).toBeNull();
  });
});

describe('CSV', () => {
  it('[honest-statistics] is UTF-8 with BOM, and ends with what it was computed from', () => {
    const csv = csvOf(day, tableOf(tables, 'services')!, 'zh');
    expect(csv.startsWith('\uFEFF业务,取号,办结,')).toBe(true);
    const rows = read(csv.slice(1));
    expect(rows.at(-2)).toEqual([
      `# journal 1-${String(records.length)} h${String(records.length)}`,
    ]);
    expect(rows.slice(1, -2).map(([, issued]) => Number(issued))).toEqual(
      day.byService.map(({ issued }) => issued),
    );
  });

  it('keeps commas, quotes and lines in their cell, and runs no formula', () => {
    const reason = 'a, "b"\nc';
    const table: ReportTable = {
      id: 'overrides',
      columns: [
        { id: 'reason', kind: 'text' },
        { id: 'at', kind: 'instant' },
      ],
      rows: [
        [reason, '2026-03-02T00:30:00.000Z'],
        ['=1+1', null],
      ],
    };
    const lines = csvOf(day, table, 'en');
    expect(lines).toContain('"a, ""b""\nc",2026-03-02 08:30:00\r\n');
    expect(lines).toContain("'=1+1,\r\n");
  });
});

describe('XLSX', () => {
  it('has real types in every column, and Chinese intact', async () => {
    const sheets = readSheets(await xlsxOf(day, tables, 'zh'));
    expect(sheets.map(({ name }) => name)).toEqual([
      '大厅',
      ...tables.map(({ id }) => tableWords[id].zh),
    ]);
    const formats: Record<string, string> = {
      count: '#,##0',
      number: '#,##0.##',
      share: '0.0%',
      seconds: '[hh]:mm:ss',
      date: 'yyyy-mm-dd',
      instant: 'yyyy-mm-dd hh:mm:ss',
      time: '[hh]:mm',
    };
    for (const [index, table] of tables.entries()) {
      const [head, ...rows] = sheets[index + 1]!.rows;
      expect(head?.map(({ value }) => value)).toEqual(
        table.columns.map((each) => columnName(each).zh),
      );
      for (const [at, row] of rows.entries()) {
        for (const [place, cell] of row.entries()) {
          const column = table.columns[place]!;
          if (cell.type === 'empty' || table.rows[at]?.[place] == null || table.id === 'summary')
            continue;
          const format = formats[column.kind];
          expect([cell.type, cell.format], `${table.id} ${column.id}`).toEqual(
            format === undefined ? ['text', cell.format] : ['number', format],
          );
        }
      }
    }
    const tickets = sheets.at(-1)!;
    const [first] = ticketLines(events);
    const serial = Number(tickets.rows[1]![8]!.value);
    // Days since 1899-12-30 in the hall's own time, eight hours before Greenwich.
    const issuedMs = Math.round((serial - 25_569) * 86_400_000) - 8 * 3_600_000;
    expect(new Date(issuedMs).toISOString().slice(0, 19)).toBe(first!.issuedAt.slice(0, 19));
  });
});
