import { seatHeldBy, seatOf } from '#core/lookup.ts';
import type { HallDay } from '#core/state.ts';
import type { Identity, Who } from '#protocol/identity.ts';
import type { ViewName } from '#protocol/views.ts';

/** Which part of a hall a view is about: it must be named. */
export const viewNeeds: Readonly<Record<ViewName, 'counter' | 'ticket' | null>> = {
  lobby: null,
  door: null,
  kiosk: null,
  supervisor: null,
  wall: null,
  // Its device is the one that asks: nothing to name.
  agent: null,
  window: 'counter',
  console: 'counter',
  ticket: 'ticket',
};

/** Who may watch what; the holder of a ticket's id is anyone. */
export const viewers: Readonly<Record<ViewName, readonly Who[]>> = {
  lobby: ['anyone'],
  door: ['anyone'],
  ticket: ['anyone'],
  kiosk: ['kiosk', 'display', 'hardware', 'staff'],
  window: ['kiosk', 'display', 'hardware', 'staff'],
  console: ['staff'],
  supervisor: ['supervisor'],
  // No names, no ids of tickets: a screen of the back office may show it for weeks.
  wall: ['display', 'supervisor'],
  agent: ['hardware'],
};

/**
 * A console shows who is being served, so a clerk sees their own, a free one they might open, and
 * one that is being handed over to them (rule `privacy`). A supervisor sees all.
 */
export function mayWatchConsole(state: HallDay, identity: Identity, counter: string): boolean {
  if (identity.kind !== 'staff') return false;
  if (identity.role === 'supervisor') return true;
  const { badge } = identity;
  const seat = seatOf(state, counter);
  if (seat === undefined || seat.clerk === null || seat.clerk === badge) return true;
  if (seatHeldBy(state, badge)?.id === counter || seat.handover?.to === badge) return true;
  return state.handoverQueue.some((asked) => asked.counter === counter && asked.to === badge);
}

/** The name of a view's room; also what the projections call it. */
export function roomOf(
  view: ViewName,
  target: { counter?: string; ticket?: string },
  identity?: Identity,
): string {
  if (view === 'agent') return `agent:${identity?.kind === 'device' ? identity.device : ''}`;
  const need = viewNeeds[view];
  return need === null ? view : `${view}:${target[need] ?? ''}`;
}

export function viewOfRoom(room: string): {
  readonly view: ViewName;
  readonly counter?: string;
  readonly ticket?: string;
  readonly device?: string;
} {
  const colon = room.indexOf(':');
  if (colon < 0) return { view: room as ViewName };
  const view = room.slice(0, colon) as ViewName;
  const id = room.slice(colon + 1);
  if (view === 'agent') return { view, device: id };
  return viewNeeds[view] === 'ticket' ? { view, ticket: id } : { view, counter: id };
}
