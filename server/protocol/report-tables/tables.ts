import type { QualityMonth, RecordsOfDays } from '../quality.ts';
import type { DayReport, RangeReport, TicketLine } from '../report.ts';
import type { TableId } from '../words/report-labels.ts';
import { groupColumns, placeColumns, seatColumns, type GroupColumn } from './groups.ts';
import { clerkCell, listTables, ticketTable } from './lists.ts';
import { meetingTable } from './quality.ts';
import { summaryTable } from './summary.ts';
import type { Cell, Column, ReportTable } from './table.ts';

export type AnyReport = DayReport | RangeReport;
/** Whatever is exported as tables; each states what it was computed from. */
export type Exported = AnyReport | QualityMonth | RecordsOfDays;

/**
 * Every table of a report, in the order in which they are read. The pages show the same tables
 * that are exported.
 * @param tickets of a single day, where they were asked for
 */
export function reportTables(
  report: AnyReport,
  tickets: readonly TicketLine[] | null = null,
): readonly ReportTable[] {
  const { names } = report;
  const place = [...placeColumns, ...seatColumns];
  return [
    summaryTable(report),
    ...('byDay' in report
      ? [grouped('days', [['date', 'date']], groupColumns, report.byDay, ({ date }) => [date])]
      : []),
    grouped('services', [['service', 'text']], groupColumns, report.byService, ({ service }) => [
      names.services[service] ?? service,
    ]),
    grouped('classes', [['class', 'text']], groupColumns, report.byClass, (group) => [
      names.classes[group.class] ?? group.class,
    ]),
    grouped('counters', [['counter', 'text']], place, report.byCounter, ({ counter }) => [counter]),
    grouped('clerks', [['clerk', 'text']], place, report.byClerk, ({ badge }) => [
      clerkCell(names, badge),
    ]),
    grouped('hours', [['hour', 'time']], groupColumns, report.byHour, ({ hour }) => [
      `${String(hour).padStart(2, '0')}:00`,
    ]),
    quarterTable(report),
    waitTable(report),
    ...('byWeekdayHour' in report ? [heatTable(report)] : []),
    ...listTables(report),
    ...('byDay' in report ? [] : [meetingsOf(report)]),
    ...(tickets === null ? [] : [ticketTable(tickets, names)]),
  ];
}

function meetingsOf({ date, meetings, names }: DayReport): ReportTable {
  return meetingTable(
    meetings.map((each) => ({ ...each, date })),
    names,
  );
}

export function tableOf(tables: readonly ReportTable[], id: TableId): ReportTable | null {
  return tables.find((table) => table.id === id) ?? null;
}

function grouped<G>(
  id: TableId,
  heads: readonly (readonly [Column['id'], Column['kind']])[],
  figures: readonly GroupColumn<G>[],
  groups: readonly G[],
  head: (group: G) => readonly Cell[],
): ReportTable {
  return {
    id,
    columns: [
      ...heads.map(([column, kind]) => ({ id: column, kind })),
      ...figures.map((figure) => ({ id: figure.id, kind: figure.kind })),
    ],
    rows: groups.map((group) => [...head(group), ...figures.map(({ read }) => read(group))]),
  };
}

function quarterTable({ quarters }: AnyReport): ReportTable {
  return {
    id: 'quarters',
    columns: [
      { id: 'from', kind: 'time' },
      { id: 'arrivals', kind: 'number' },
      { id: 'served', kind: 'number' },
      { id: 'waiting', kind: 'number' },
      { id: 'staffed', kind: 'number' },
    ],
    rows: quarters.map(({ from, arrivals, served, waiting, staffed }) => [
      from,
      arrivals,
      served,
      waiting,
      staffed,
    ]),
  };
}

function waitTable({ waits }: AnyReport): ReportTable {
  return {
    id: 'waits',
    columns: [
      { id: 'from', kind: 'seconds' },
      { id: 'to', kind: 'seconds' },
      { id: 'waitsCount', kind: 'count' },
    ],
    rows: waits.map(({ fromSeconds, toSeconds, count }) => [fromSeconds, toSeconds, count]),
  };
}

function heatTable({ byWeekdayHour }: RangeReport): ReportTable {
  return {
    id: 'heat',
    columns: [
      { id: 'weekday', kind: 'weekday' },
      { id: 'hour', kind: 'time' },
      { id: 'dayCount', kind: 'count' },
      { id: 'issued', kind: 'count' },
      { id: 'served', kind: 'count' },
      { id: 'broken', kind: 'count' },
      { id: 'waitP90', kind: 'seconds' },
    ],
    rows: byWeekdayHour.map(({ weekday, hour, days, issued, served, broken, waitP90Seconds }) => [
      weekday,
      `${String(hour).padStart(2, '0')}:00`,
      days,
      issued,
      served,
      broken,
      waitP90Seconds,
    ]),
  };
}
