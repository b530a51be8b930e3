import { findTicket } from '#core/lookup.ts';
import type { ViewData, ViewName } from '#protocol/views.ts';
import { agentView } from './agent.ts';
import { consoleView } from './console.ts';
import { doorView } from './door.ts';
import { kioskView } from './kiosk.ts';
import { lobbyView } from './lobby.ts';
import { supervisorView } from './supervisor.ts';
import { ticketPageView } from './ticket.ts';
import type { ViewSources } from './view-sources.ts';
import { wallView } from './wall.ts';
import { windowView } from './window.ts';

export type { ViewSources } from './view-sources.ts';
export { affectedRooms } from './affected-rooms.ts';

/** Which counter or ticket a view is of. */
export interface ViewSubject {
  readonly counter?: string | undefined;
  readonly ticket?: string | undefined;
  readonly device?: string | undefined;
}

/**
 * A view, whole. Pure; costs as much as there are services and counters, however many wait. Null
 * where the hall is not configured yet, or has no such counter or ticket.
 */
export function buildView<V extends ViewName>(
  view: V,
  subject: ViewSubject,
  sources: ViewSources,
): ViewData[V] | null {
  if (sources.state.config === null) return null;
  return viewOf(view, subject, sources) as ViewData[V] | null;
}

function viewOf(
  view: ViewName,
  subject: ViewSubject,
  sources: ViewSources,
): ViewData[ViewName] | null {
  switch (view) {
    case 'lobby':
      return lobbyView(sources);
    case 'window':
      return windowView(sources, subject.counter ?? '');
    case 'door':
      return doorView(sources);
    case 'kiosk':
      return kioskView(sources);
    case 'ticket': {
      const ticket = findTicket(sources.state, subject.ticket ?? '');
      return ticket === undefined ? null : ticketPageView(sources, ticket);
    }
    case 'console':
      return consoleView(sources, subject.counter ?? '');
    case 'supervisor':
      return supervisorView(sources);
    case 'wall':
      return wallView(sources);
    case 'agent':
      return agentView(sources, subject.device ?? '');
  }
}
