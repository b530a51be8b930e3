import type { ReportFigures, Spread } from '../report.ts';
import { figureWords, type FigureId } from '../words/figures.ts';
import { keptShare } from './groups.ts';
import type { CellKind, CellValue, ReportTable } from './table.ts';

interface Line {
  readonly id: FigureId;
  readonly kind: CellKind;
  readonly value: CellValue;
}

/** Every figure of the hall in one list, in the order in which a manager asks for them. */
export function summaryLines(report: ReportFigures): readonly Line[] {
  const { totals, promise, overtaken, seats, ratings, counts } = report;
  return [
    counted('issued', totals.issued),
    counted('served', totals.served),
    counted('missed', totals.missed),
    counted('cancelled', totals.cancelled),
    counted('transfers', report.transfers),
    counted('recalls', report.recalls),
    counted('parked', report.parked),
    ...spread(['waitMean', 'waitP50', 'waitP90', 'waitMax'], report.wait),
    ...spread(['walkMean', 'walkP50', 'walkP90', 'walkMax'], report.walk),
    ...spread(['serviceMean', 'serviceP50', 'serviceP90', 'serviceMax'], report.service),
    ...spread(['totalMean', 'totalP50', 'totalP90', 'totalMax'], report.total),
    counted('kept', promise.kept),
    counted('broken', promise.broken),
    { id: 'keptShare', kind: 'share', value: keptShare(promise) },
    counted('overtakings', overtaken.times),
    counted('overtakenTickets', overtaken.tickets),
    counted('overtakenMost', overtaken.timesMax),
    timed('overtakenWaitMean', overtaken.waitedOn.meanSeconds),
    timed('open', seats.openSeconds),
    timed('busy', report.busySeconds),
    timed('idleEmpty', seats.idleEmptySeconds),
    timed('idleWaiting', seats.idleWaitingSeconds),
    timed('paused', seats.pausedSeconds),
    timed('absent', seats.absentSeconds),
    timed('changing', seats.handoverSeconds),
    counted('pauses', counts.pauses),
    counted('absences', counts.absences),
    counted('handovers', counts.handovers),
    counted('handoverRecords', counts.handoverRecords),
    counted('meetings', counts.meetings),
    counted('lateSignIns', counts.lateSignIns),
    counted('signOffs', counts.signOffs),
    counted('earlyClosings', counts.earlyClosings),
    counted('overrides', counts.overrides),
    counted('reprints', counts.reprints),
    counted('faults', counts.faults),
    counted('satisfied', ratings.satisfied),
    counted('fair', ratings.fair),
    counted('dissatisfied', ratings.dissatisfied),
  ];
}

export function summaryTable(report: ReportFigures): ReportTable {
  return {
    id: 'summary',
    columns: [
      { id: 'figure', kind: 'text' },
      { id: 'value', kind: 'count' },
      { id: 'meaning', kind: 'text' },
    ],
    rows: summaryLines(report).map(({ id, kind, value }) => [
      figureWords[id].name,
      { kind, value },
      figureWords[id].meaning,
    ]),
  };
}

function counted(id: FigureId, value: number): Line {
  return { id, kind: 'count', value };
}

function timed(id: FigureId, value: number | null): Line {
  return { id, kind: 'seconds', value };
}

function spread(ids: readonly [FigureId, FigureId, FigureId, FigureId], of: Spread): Line[] {
  return [
    timed(ids[0], of.meanSeconds),
    timed(ids[1], of.p50Seconds),
    timed(ids[2], of.p90Seconds),
    timed(ids[3], of.maxSeconds),
  ];
}
