import type { DayReport, RangeReport } from '#protocol/report.ts';
import { keptShare } from '#protocol/report-tables/groups.ts';
import type { FigureId } from '#protocol/words/figures.ts';
import { number, share, span } from './formats.ts';
import { words } from './locale.ts';

type Report = DayReport | RangeReport;

/** A figure of the head of a report: how it is read, written, and how a change of it is. */
export interface HeadFigure {
  readonly id: FigureId;
  /** Null where nothing was measured. */
  readonly read: (report: Report) => number | null;
  readonly write: (value: number) => string;
  /** The size of a difference, without its sign. */
  readonly writeSize: (size: number) => string;
}

const counted = (id: FigureId, read: HeadFigure['read']): HeadFigure => ({
  id,
  read,
  write: number,
  writeSize: number,
});
const timed = (id: FigureId, read: HeadFigure['read']): HeadFigure => ({
  id,
  read,
  write: span,
  writeSize: span,
});

export const headFigures: readonly HeadFigure[] = [
  counted('issued', ({ totals }) => totals.issued),
  counted('served', ({ totals }) => totals.served),
  counted('missed', ({ totals }) => totals.missed),
  counted('cancelled', ({ totals }) => totals.cancelled),
  {
    id: 'keptShare',
    read: ({ promise }) => keptShare(promise),
    write: share,
    writeSize: (size) => words.t('points', { points: number(size * 100) }),
  },
  timed('waitMean', ({ wait }) => wait.meanSeconds),
  timed('waitP90', ({ wait }) => wait.p90Seconds),
  timed('serviceMean', ({ service }) => service.meanSeconds),
];

/** `+32`, `−0:35`, `±0`; null where one of the two has nothing to compare. */
export function changeOf(figure: HeadFigure, now: Report, before: Report): string | null {
  const [is, was] = [figure.read(now), figure.read(before)];
  if (is === null || was === null) return null;
  const size = figure.writeSize(Math.abs(is - was));
  if (size === figure.writeSize(0)) return words.t('no-change');
  return `${is > was ? '+' : '−'}${size}`;
}
