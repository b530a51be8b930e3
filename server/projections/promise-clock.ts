import { configOf } from '#core/lookup.ts';
import type { Ticket } from '#core/state.ts';
import { promiseMs } from './tracker.ts';
import type { ViewSources } from './view-sources.ts';

/** Seconds since the promise's clock began for a ticket; see docs/figures.md. */
export function promiseElapsedSeconds({ projections, nowMs }: ViewSources, ticket: Ticket): number {
  return Math.floor((nowMs - projections.promiseFromMs(ticket)) / 1000);
}

/** Seconds until its promise is broken; negative when it is. */
export function promiseLeftSeconds(sources: ViewSources, ticket: Ticket): number {
  return promiseSecondsOf(sources, ticket) - promiseElapsedSeconds(sources, ticket);
}

/** The promise itself, in seconds (`ten-minute-promise`). */
export function promiseSecondsOf({ state }: ViewSources, ticket: Ticket): number {
  return promiseMs(configOf(state), ticket) / 1000;
}
