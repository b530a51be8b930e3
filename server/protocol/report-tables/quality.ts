import type { BusinessDay } from '#core/vocabulary.ts';
import type { MeetingLine, ReportNames } from '../report.ts';
import type { QualityMonth, QualitySheet, RecordsOfDays } from '../quality.ts';
import { partWords, qualityWords, remarkWords } from '../words/quality.ts';
import { clerkCell } from './lists.ts';
import type { Cell, CellKind, Column, ReportTable } from './table.ts';

/** The sheets of a month as tables: sums, every deduction, remarks. */
export function qualityTables(month: QualityMonth): readonly ReportTable[] {
  const { names, sheets } = month;
  const whose = ({ badge }: QualitySheet): Cell =>
    badge === null ? names.hall : clerkCell(names, badge);
  return [
    {
      id: 'quality',
      columns: columns(
        ['sheet', 'text'],
        ['item', 'text'],
        ['breachCount', 'count'],
        ['points', 'number'],
        ['score', 'number'],
      ),
      rows: sheets.flatMap((sheet) => [
        [whose(sheet), null, sheet.linesCount, sheet.deducted, sheet.score],
        ...sheet.items.map(({ item, count, points }) => [
          whose(sheet),
          qualityWords[item].name,
          count,
          points,
          null,
        ]),
      ]),
    },
    {
      id: 'breaches',
      columns: columns(
        ['sheet', 'text'],
        ['date', 'date'],
        ['at', 'instant'],
        ['item', 'text'],
        ['rule', 'text'],
        ['counter', 'text'],
        ['clerk', 'text'],
        ['number', 'text'],
        ['duration', 'seconds'],
        ['part', 'text'],
        ['reason', 'text'],
        ['points', 'number'],
        ['event', 'count'],
      ),
      rows: sheets.flatMap((sheet) =>
        sheet.lines.map((line) => [
          whose(sheet),
          line.date,
          line.at,
          qualityWords[line.item].name,
          line.rule,
          line.counter,
          clerkCell(names, line.clerk),
          line.number,
          line.seconds,
          line.part === null ? null : partWords[line.part],
          line.text,
          line.points,
          line.seq,
        ]),
      ),
    },
    {
      id: 'remarks',
      columns: columns(
        ['sheet', 'text'],
        ['at', 'instant'],
        ['by', 'text'],
        ['kind', 'text'],
        ['about', 'text'],
        ['reason', 'text'],
        ['event', 'count'],
      ),
      rows: sheets.flatMap((sheet) =>
        sheet.remarks.map(({ at, by, kind, line, text, seq }) => [
          whose(sheet),
          at,
          clerkCell(names, by),
          remarkWords[kind],
          line,
          text,
          seq,
        ]),
      ),
    },
  ];
}

/** What staff wrote down: handover records, meetings, answers given. */
export function recordTables(records: RecordsOfDays): readonly ReportTable[] {
  const clerk = (badge: string | null): Cell => clerkCell(records.names, badge);
  return [
    {
      id: 'handoverRecords',
      columns: columns(
        ['date', 'date'],
        ['counter', 'text'],
        ['from', 'text'],
        ['to', 'text'],
        ['askedAt', 'instant'],
        ['at', 'instant'],
        ['equipment', 'text'],
        ['hardCases', 'text'],
        ['staffChanges', 'text'],
        ['followUps', 'text'],
        ['note', 'text'],
        ['event', 'count'],
      ),
      rows: records.handovers.map(({ date, counter, from, to, askedAt, at, record, seq }) => [
        date,
        counter,
        clerk(from),
        clerk(to),
        askedAt,
        at,
        record.equipment,
        record.hardCases,
        record.staffChanges,
        record.followUps.map(({ text }) => text).join('; '),
        record.note,
        seq,
      ]),
    },
    meetingTable(records.meetings, records.names),
    {
      id: 'answers',
      columns: columns(
        ['date', 'date'],
        ['at', 'instant'],
        ['by', 'text'],
        ['number', 'text'],
        ['matter', 'text'],
        ['how', 'text'],
        ['owner', 'text'],
        ['dueDay', 'date'],
        ['event', 'count'],
      ),
      rows: records.answered.map(({ date, at, by, number, text, how, owner, dueDay, seq }) => [
        date,
        at,
        clerk(by),
        number,
        text,
        how,
        clerk(owner),
        dueDay,
        seq,
      ]),
    },
  ];
}

/** Also of a day's report. */
export function meetingTable(
  meetings: readonly (MeetingLine & { readonly date: BusinessDay })[],
  names: ReportNames,
): ReportTable {
  const clerk = (badge: string): Cell => clerkCell(names, badge);
  const clerks = (badges: readonly string[]): string =>
    badges.map((badge) => `${names.clerks[badge] ?? ''} ${badge}`.trim()).join(', ');
  return {
    id: 'meetings',
    columns: columns(
      ['date', 'date'],
      ['at', 'instant'],
      ['heldBy', 'text'],
      ['attended', 'text'],
      ['signed', 'text'],
      ['said', 'text'],
      ['event', 'count'],
    ),
    rows: meetings.map(({ date, at, heldBy, attended, signed, points, seq }) => [
      date,
      at,
      clerk(heldBy),
      clerks(attended),
      clerks(signed.map(({ badge }) => badge)),
      points.join('; '),
      seq,
    ]),
  };
}

function columns(...all: readonly (readonly [Column['id'], CellKind])[]): readonly Column[] {
  return all.map(([id, kind]) => ({ id, kind }));
}
