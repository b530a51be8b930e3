import type { HallDay, Ticket } from '#core/state.ts';
import type { InstantMs } from '#core/vocabulary.ts';
import type { HallClock, SteerableClock } from '#server/clock/clock.ts';
import type { Dispatch, Published } from '#dispatch/dispatch.ts';
import type { Journal } from '#journal/journal.ts';
import type { CallMessage } from '#protocol/socket-events.ts';
import type { Told } from '#projections/ticket.ts';
import type { TicketView, ViewData, ViewName } from '#protocol/views.ts';
import type { Reports } from '#server/reports/reports.ts';
import type { Vault } from '#server/vault/vault.ts';
import type { Acknowledgements } from './acknowledgements.ts';
import type { Metrics } from './metrics.ts';
import type { Presence } from './presence.ts';
import type { Simulation } from './simulation-port.ts';

/** One hall as its doors see it. Nothing in it assumes that its hall is the only one. */
export interface Hall {
  readonly dispatch: Dispatch;
  readonly clock: HallClock | SteerableClock;
  readonly journal: Journal;
  readonly vault: Vault;
  readonly views: HallViews;
  readonly reports: Reports;
  /** Who has signed in today and not left, by badge, with when. */
  readonly staffHere: () => ReadonlyMap<string, number>;
  readonly presence: Presence;
  readonly acknowledgements: Acknowledgements;
  readonly metrics: Metrics;
  /** Told once a stable batch, with the announcements that it made. */
  subscribe(listener: (change: HallChange) => void): () => void;
  /** Simulated customers and clerks of a training hall; null where there is none. */
  readonly simulation: Simulation | null;
}

export interface HallChange extends Published {
  readonly calls: readonly CallMessage[];
}

export interface ViewTarget {
  readonly counter?: string;
  readonly ticket?: string;
  /** Whose papers, for the view of an agent. */
  readonly device?: string;
}

/** What the doors show of the stable state. */
export interface HallViews {
  /** Null for a counter or ticket that the hall does not have. */
  view<V extends ViewName>(name: V, target: ViewTarget): ViewData[V] | null;
  /** A ticket as of a state, also one that is about to become stable; `told`: with its number. */
  ticket(state: HallDay, ticket: Ticket, atMs: InstantMs, told?: Told): TicketView;
  /**
   * Which of these rooms (`lobby`, `window:3`, `ticket:ID` …) show something that has changed:
   * their `own` subject, or only the `places` of those who wait in a line that moved.
   */
  affected(
    published: Published,
    rooms: ReadonlySet<string>,
  ): { readonly own: readonly string[]; readonly places: readonly string[] };
  /** Announcements of the business day with a higher number, in order; the last 200 at most. */
  callsSince(callNo: number): readonly CallMessage[];
}

/** Is this the clock of a training hall? */
export function isSteerable(clock: HallClock | SteerableClock): clock is SteerableClock {
  return 'moveTo' in clock;
}

export function isTraining(hall: Pick<Hall, 'dispatch'>): boolean {
  return hall.dispatch.state().config?.training === true;
}
