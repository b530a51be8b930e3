import type { AwayLine, ReportFigures, ReportNames, TicketLine } from '../report.ts';
import { word, type Cell, type CellKind, type Column, type ReportTable } from './table.ts';

/** The lists of a report as tables: who, when, why, how long. */
export function listTables(
  report: ReportFigures & { readonly names: ReportNames },
): readonly ReportTable[] {
  const clerk = (badge: string | null): Cell => clerkCell(report.names, badge);
  return [
    awayTable('pauses', report.pauses, report.names),
    awayTable('absences', report.absences, report.names),
    {
      id: 'handovers',
      columns: columns(
        ['at', 'instant'],
        ['counter', 'text'],
        ['from', 'text'],
        ['to', 'text'],
        ['duration', 'seconds'],
        ['outcome', 'word'],
      ),
      rows: report.handovers.map(({ at, counter, from, to, seconds, ended }) => [
        at,
        counter,
        clerk(from),
        clerk(to),
        seconds,
        word(ended),
      ]),
    },
    {
      id: 'signIns',
      columns: columns(
        ['badge', 'text'],
        ['clerk', 'text'],
        ['at', 'instant'],
        ['due', 'instant'],
        ['lateMinutes', 'count'],
        ['outcome', 'word'],
      ),
      rows: report.signIns.map(({ badge, at, due, lateMinutes, kind }) => [
        badge,
        clerk(badge),
        at,
        due,
        lateMinutes ?? null,
        kind === null ? null : word(kind),
      ]),
    },
    {
      id: 'signOffs',
      columns: columns(
        ['at', 'instant'],
        ['counter', 'text'],
        ['clerk', 'text'],
        ['beforeClosing', 'seconds'],
        ['outcome', 'word'],
      ),
      rows: report.signOffs.map((line) => [
        line.at,
        line.counter,
        clerk(line.clerk),
        line.beforeClosingSeconds,
        word(line.released ? 'released' : 'signed-off'),
      ]),
    },
    {
      id: 'earlyClosings',
      columns: columns(
        ['at', 'instant'],
        ['to', 'instant'],
        ['duration', 'seconds'],
        ['by', 'text'],
        ['reason', 'text'],
      ),
      rows: report.earlyClosings.map(({ at, to, seconds, by, reason }) => [
        at,
        to,
        seconds,
        clerk(by),
        reason,
      ]),
    },
    {
      id: 'overrides',
      columns: columns(
        ['at', 'instant'],
        ['by', 'text'],
        ['rule', 'text'],
        ['act', 'text'],
        ['reason', 'text'],
      ),
      rows: report.overrides.map(({ at, by, rules, act, reason }) => [
        at,
        clerk(by),
        rules.join(', '),
        act,
        reason,
      ]),
    },
    {
      id: 'reprints',
      columns: columns(['at', 'instant'], ['number', 'text'], ['by', 'text'], ['printer', 'text']),
      rows: report.reprints.map(({ at, number, by, printer }) => [at, number, clerk(by), printer]),
    },
    {
      id: 'faults',
      columns: columns(
        ['at', 'instant'],
        ['to', 'instant'],
        ['duration', 'seconds'],
        ['device', 'text'],
        ['state', 'text'],
      ),
      rows: report.faults.map(({ from, to, seconds, id, state }) => [from, to, seconds, id, state]),
    },
  ];
}

/** Every ticket, so that whoever doubts a figure can compute it again. */
export function ticketTable(lines: readonly TicketLine[], names: ReportNames): ReportTable {
  return {
    id: 'tickets',
    columns: columns(
      ['number', 'text'],
      ['service', 'text'],
      ['class', 'text'],
      ['outcome', 'word'],
      ['counter', 'text'],
      ['badge', 'text'],
      ['calls', 'count'],
      ['transfers', 'count'],
      ['issuedAt', 'instant'],
      ['calledAt', 'instant'],
      ['startedAt', 'instant'],
      ['finishedAt', 'instant'],
      ['wait', 'seconds'],
      ['walk', 'seconds'],
      ['serviceTime', 'seconds'],
      ['total', 'seconds'],
      ['promise', 'word'],
      ['rating', 'word'],
    ),
    rows: lines.map((line) => [
      line.number,
      names.services[line.service] ?? line.service,
      names.classes[line.class] ?? line.class,
      word(line.outcome),
      line.counter,
      line.clerk,
      line.calls,
      line.transfers,
      line.issuedAt,
      line.calledAt,
      line.startedAt,
      line.finishedAt,
      line.waitSeconds,
      line.walkSeconds,
      line.serviceSeconds,
      line.totalSeconds,
      line.promise === null ? null : word(line.promise),
      line.rating === null ? null : word(line.rating),
    ]),
  };
}

function awayTable(
  id: 'pauses' | 'absences',
  lines: readonly AwayLine[],
  names: ReportNames,
): ReportTable {
  return {
    id,
    columns: columns(
      ['from', 'instant'],
      ['to', 'instant'],
      ['duration', 'seconds'],
      ['over', 'seconds'],
      ['counter', 'text'],
      ['clerk', 'text'],
      ['reason', 'text'],
    ),
    rows: lines.map(({ from, to, seconds, overSeconds, counter, clerk, reason }) => [
      from,
      to,
      seconds,
      overSeconds,
      counter,
      clerkCell(names, clerk),
      reason,
    ]),
  };
}

/** `李敏 1001`: two may share a name. */
export function clerkCell(names: ReportNames, badge: string | null): Cell {
  if (badge === null) return null;
  const name = names.clerks[badge];
  return name === undefined ? badge : `${name} ${badge}`;
}

function columns(...all: readonly (readonly [Column['id'], CellKind])[]): readonly Column[] {
  return all.map(([id, kind]) => ({ id, kind }));
}
