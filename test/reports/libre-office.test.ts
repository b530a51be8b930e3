/** The workbook in a real spreadsheet program. Skipped, and said, where there is none. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dayReport } from '#projections/day-report.ts';
import { ticketLines } from '#projections/ticket-lines.ts';
import { reportTables, tableOf } from '#protocol/report-tables/tables.ts';
import { xlsxOf } from '#server/reports/xlsx.ts';
import { livedDay } from '../projections/lived-day.ts';
import { describeWithSpreadsheet, showSheets } from '../support/spreadsheet.ts';
import { testFolder } from './recorded-journal.ts';

describeWithSpreadsheet('LibreOffice', () => {
  it('[honest-statistics] opens the workbook with right types and Chinese intact', async () => {
    const { events } = livedDay(11);
    const records = events.map((event, index) => ({
      seq: index + 1,
      hash: `h${String(index)}`,
      body: JSON.stringify(event),
    }));
    const report = dayReport('2026-03-02', records)!;
    const tickets = ticketLines(events);
    const tables = reportTables(report, tickets);
    const folder = testFolder();
    writeFileSync(join(folder, 'day.xlsx'), await xlsxOf(report, tables, 'zh'));
    await showSheets(folder, 'day.xlsx');
    const sheet = (name: string): string[][] =>
      readFileSync(join(folder, `day-${name}.csv`), 'utf8')
        .trim()
        .split('\n')
        .map((line) => line.split(','));

    expect(readdirSync(folder).filter((name) => name.endsWith('.csv'))).toHaveLength(
      tables.length + 1,
    );
    const [head, first] = sheet('按业务');
    expect(head?.slice(0, 4)).toEqual(['业务', '取号', '办结', '过号未到']);
    const { service, issued, served, wait } = report.byService[0]!;
    expect(first?.slice(0, 3)).toEqual([
      report.names.services[service]!.zh,
      String(issued),
      String(served),
    ]);
    // A duration is a time: shown as one, not as 0.00042.
    const waitMax = tableOf(tables, 'services')!.columns.findIndex(({ id }) => id === 'waitMax');
    expect(first?.[waitMax]).toBe(asClock(wait.maxSeconds ?? 0));
    // An instant is a date in the hall's own time.
    const [, ticket] = sheet('每一张号');
    const local = new Date(Date.parse(tickets[0]!.issuedAt) + 8 * 3_600_000).toISOString();
    expect(ticket?.[8]).toBe(local.slice(0, 19).replace('T', ' '));
  }, 90_000);
});

function asClock(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}`;
}
