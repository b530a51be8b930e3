import type { ConsoleView, SupervisorView, ViewData, ViewName } from '#protocol/views.ts';
import { buildView, type ViewSources, type ViewSubject } from '#projections/views.ts';
import type { Hall } from './given.ts';

/** A view that must be there. */
export function see<V extends ViewName>(
  hall: Hall,
  view: V,
  subject: ViewSubject = {},
  change: Partial<ViewSources> = {},
): ViewData[V] {
  const data = buildView(view, subject, hall.sources(change));
  if (data === null) throw new Error(`no view ${view}`);
  return data;
}

export const desk = (hall: Hall, counter: string): ConsoleView => see(hall, 'console', { counter });

export const board = (hall: Hall): SupervisorView => see(hall, 'supervisor');

export const alertsOf = (hall: Hall, kind: string): SupervisorView['alerts'] =>
  board(hall).alerts.filter((each) => each.kind === kind);

/** A handover record with nothing to tell. */
export const record = {
  equipment: 'fine',
  hardCases: '',
  staffChanges: '',
  followUps: [],
  note: null,
};
