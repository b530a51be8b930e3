import { configOf, ticketAt } from '#core/lookup.ts';
import { items } from '#core/sequence.ts';
import type { HallDay, Ticket } from '#core/state.ts';
import type { InstantMs } from '#core/vocabulary.ts';
import { promiseMs } from '../tracker.ts';
import type { ViewSources } from '../view-sources.ts';

/** What a forecast of a hall is made of; the state may be one that is only supposed. */
export type ForesightSources = Pick<ViewSources, 'state' | 'nowMs' | 'estimate' | 'projections'>;

/** Somebody who waits, as the estimator sees them off. */
export interface Foreseen {
  readonly ordinal: number;
  /** When the promise ends. */
  readonly breaksAtMs: InstantMs;
  /** When a counter calls; null: none would. */
  readonly calledAtMs: InstantMs | null;
  /** Beyond the promise when the service has been done, as things stand; 0 or less: in time. */
  readonly lateSeconds: number;
}

/** Nobody would call them: as long as the board looks ahead. */
export const horizonSeconds = 3600;

/**
 * Everybody who waits: the median of the wait that is left to them and the mean of their service
 * beside the promise (`ten-minute-promise`, waiting and service together). Costs one walk down the
 * line.
 */
export function foresee({ state, nowMs, estimate, projections }: ForesightSources) {
  const config = configOf(state);
  const serviceSeconds = new Map<string, number>();
  const found: Foreseen[] = [];
  let waitSeconds = 0;
  for (const ticket of waitingTickets(state)) {
    let each = serviceSeconds.get(ticket.service);
    if (each === undefined) {
      each = estimate.capacity(state, ticket.service, nowMs).secondsEach;
      serviceSeconds.set(ticket.service, each);
    }
    const left = estimate.forTicket(state, ticket.ordinal, nowMs);
    const leftSeconds = left === null ? null : Math.min(left.p50Seconds, horizonSeconds);
    const wholeSeconds = (leftSeconds ?? horizonSeconds) + each;
    const breaksAtMs = projections.promiseFromMs(ticket) + promiseMs(config, ticket);
    waitSeconds += leftSeconds ?? horizonSeconds;
    found.push({
      ordinal: ticket.ordinal,
      breaksAtMs,
      calledAtMs: leftSeconds === null ? null : nowMs + leftSeconds * 1000,
      lateSeconds: Math.round(wholeSeconds - (breaksAtMs - nowMs) / 1000),
    });
  }
  const late = found.filter(({ lateSeconds }) => lateSeconds > 0);
  return { late, lateCount: late.length, waitSeconds };
}

export type Foresight = ReturnType<typeof foresee>;

function* waitingTickets(state: HallDay): Generator<Ticket> {
  for (const { ordinals } of Object.values(state.queues)) {
    for (const ordinal of items(ordinals)) yield ticketAt(state, ordinal);
  }
}
