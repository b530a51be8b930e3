import type { GroupFigures, SeatTimes, Spread } from '../report.ts';
import type { FigureId } from '../words/figures.ts';
import type { Cell, CellKind } from './table.ts';

/** A figure of a group: its column, and how it is read. */
export interface GroupColumn<G> {
  readonly id: FigureId;
  readonly kind: CellKind;
  readonly read: (group: G) => Cell;
}

const counted = (id: FigureId, read: (group: GroupFigures) => number) =>
  ({ id, kind: 'count', read }) satisfies GroupColumn<GroupFigures>;

const spread = (
  ids: readonly [FigureId, FigureId, FigureId, FigureId],
  read: (group: GroupFigures) => Spread,
): readonly GroupColumn<GroupFigures>[] => [
  { id: ids[0], kind: 'seconds', read: (group) => read(group).meanSeconds },
  { id: ids[1], kind: 'seconds', read: (group) => read(group).p50Seconds },
  { id: ids[2], kind: 'seconds', read: (group) => read(group).p90Seconds },
  { id: ids[3], kind: 'seconds', read: (group) => read(group).maxSeconds },
];

export const groupColumns: readonly GroupColumn<GroupFigures>[] = [
  counted('issued', ({ issued }) => issued),
  counted('served', ({ served }) => served),
  counted('missed', ({ missed }) => missed),
  counted('cancelled', ({ cancelled }) => cancelled),
  counted('transfers', ({ transfers }) => transfers),
  counted('recalls', ({ recalls }) => recalls),
  counted('parked', ({ parked }) => parked),
  ...spread(['waitMean', 'waitP50', 'waitP90', 'waitMax'], ({ wait }) => wait),
  ...spread(['walkMean', 'walkP50', 'walkP90', 'walkMax'], ({ walk }) => walk),
  ...spread(['serviceMean', 'serviceP50', 'serviceP90', 'serviceMax'], ({ serving }) => serving),
  ...spread(['totalMean', 'totalP50', 'totalP90', 'totalMax'], ({ total }) => total),
  counted('kept', ({ promise }) => promise.kept),
  counted('broken', ({ promise }) => promise.broken),
  { id: 'keptShare', kind: 'share', read: ({ promise }) => keptShare(promise) },
  counted('overtakings', ({ overtakings }) => overtakings),
  { id: 'busy', kind: 'seconds', read: ({ busySeconds }) => busySeconds },
  counted('satisfied', ({ ratings }) => ratings.satisfied),
  counted('fair', ({ ratings }) => ratings.fair),
  counted('dissatisfied', ({ ratings }) => ratings.dissatisfied),
];

/** Nobody takes a number at a counter, or leaves one: those columns would be empty there. */
export const placeColumns = groupColumns.filter(({ id }) => id !== 'issued' && id !== 'cancelled');

export const seatColumns: readonly GroupColumn<SeatTimes>[] = [
  { id: 'open', kind: 'seconds', read: ({ openSeconds }) => openSeconds },
  { id: 'idleEmpty', kind: 'seconds', read: ({ idleEmptySeconds }) => idleEmptySeconds },
  { id: 'idleWaiting', kind: 'seconds', read: ({ idleWaitingSeconds }) => idleWaitingSeconds },
  { id: 'paused', kind: 'seconds', read: ({ pausedSeconds }) => pausedSeconds },
  { id: 'absent', kind: 'seconds', read: ({ absentSeconds }) => absentSeconds },
  { id: 'changing', kind: 'seconds', read: ({ handoverSeconds }) => handoverSeconds },
];

export function keptShare({ kept, broken }: GroupFigures['promise']): number | null {
  return kept + broken === 0 ? null : Math.round((kept / (kept + broken)) * 10_000) / 10_000;
}
