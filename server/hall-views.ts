import { findTicket } from '#core/lookup.ts';
import type { HallDay } from '#core/state.ts';
import type { Estimator } from '#estimate/estimator.ts';
import type { HallProjections } from '#projections/hall-projections.ts';
import { createRises } from '#projections/rises.ts';
import { ticketView } from '#projections/ticket.ts';
import { affectedRooms, buildView, type ViewSources } from '#projections/views.ts';
import type { Dispatch } from '#dispatch/dispatch.ts';
import type { HallClock } from './clock/clock.ts';
import type { HallViews } from './desk/hall-port.ts';
import type { SupervisorView } from '#protocol/views.ts';
import type { Acknowledgements } from './desk/acknowledgements.ts';
import type { Presence } from './desk/presence.ts';
import type { OutlookRunner } from './outlook-runner.ts';

export interface HallViewsDeps {
  readonly dispatch: Dispatch;
  readonly clock: HallClock;
  readonly projections: HallProjections;
  readonly estimate: Estimator;
  readonly presence: Presence;
  readonly outlook: Pick<OutlookRunner, 'at'>;
  readonly acknowledgements: Acknowledgements;
  /** Scheme, host and port of the pages; empty: addresses of tickets are relative. */
  readonly baseUrl: string;
}

/** The views of a hall over its stable state. */
export function createHallViews(deps: HallViewsDeps): HallViews {
  const { dispatch, clock, projections, estimate, presence, baseUrl } = deps;
  const { outlook, acknowledgements } = deps;
  const rises = createRises();
  let last: ViewSources | null = null;

  /** Views of one instant share their sources: what several need is then found once. */
  function sourcesOf(state: HallDay, nowMs: number): ViewSources {
    if (last?.state === state && last.nowMs === nowMs) return last;
    last = {
      state,
      nowMs,
      clockSpeed: clock.speed(),
      projections,
      get devices() {
        return presence.devices();
      },
      estimate,
      rises,
      get outlook() {
        return outlook.at(state, nowMs);
      },
      get acknowledged() {
        return acknowledgements.all(nowMs);
      },
      baseUrl,
      health: dispatch.health(),
    };
    return last;
  }

  return {
    view(name, target) {
      const view = buildView(name, target, sourcesOf(dispatch.state(), nowOf()));
      if (name === 'supervisor' && view !== null) forgetGone(view as SupervisorView);
      return view;
    },
    ticket: (state, ticket, nowMs, told) =>
      ticketView({ state, nowMs, estimate, rises, baseUrl }, ticket, told),
    affected(published, rooms) {
      if (rooms.size === 0) return nobody;
      const named = affectedRooms(published);
      const own: string[] = [];
      const places: string[] = [];
      for (const room of rooms) {
        if (named.has(room)) own.push(room);
        else if (room.startsWith('ticket:') && isMoved(room, published.state, named)) {
          places.push(room);
        }
      }
      return { own, places };
    },
    callsSince: (callNo) => projections.calls.since(callNo),
  };

  /** What was seen and has gone, or has become worse, speaks up again when it comes back. */
  function forgetGone({ alerts }: SupervisorView): void {
    const quiet = alerts.filter(({ acknowledged }) => acknowledged !== null);
    acknowledgements.keep(new Set(quiet.map(({ id }) => id)));
  }

  /** Never before the state it is shown with: a clock set back shows no negative waits. */
  function nowOf(): number {
    return Math.max(clock.now(), dispatch.state().lastAtMs);
  }
}

const nobody = { own: [], places: [] } as const;

/** The line that a waiting ticket stands in has moved: its place, or its forecast. */
function isMoved(room: string, state: HallDay, named: ReadonlySet<string>): boolean {
  if (named.has('tickets:*')) return true;
  const ticket = findTicket(state, room.slice('ticket:'.length));
  return ticket?.state === 'waiting' && named.has(`tickets:${ticket.service}`);
}
