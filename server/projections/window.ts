import { configOf, counterOf, seatOf } from '#core/lookup.ts';
import { at } from '#core/sequence.ts';
import type { CounterSeat } from '#core/state.ts';
import type { WindowView } from '#protocol/views.ts';
import { hallHead, viewClock } from './hall-head.ts';
import { iso } from './scene.ts';
import { clerkView, publicSign, signView } from './sign-view.ts';
import { ratingUntilMs } from './ticket.ts';
import type { ViewSources } from './view-sources.ts';

/**
 * The screen at a counter's window. The clerk's name, badge and photo stand there by rule
 * supervision-board; of the customer only the number. The one ticket id it carries is that of the
 * service to be rated (`satisfaction`), given to the counter's own screen.
 */
export function windowView(sources: ViewSources, counter: string): WindowView | null {
  const { state } = sources;
  const config = configOf(state);
  const seat = seatOf(state, counter);
  if (seat === undefined) return null;
  const ticket = seat.ticket === null ? undefined : at(state.tickets, seat.ticket);
  const sign = publicSign(signView(sources, seat));
  return {
    ...viewClock(sources),
    hall: hallHead(sources),
    counter,
    place: counterOf(config, counter)?.place ?? null,
    state: seat.state,
    number: ticket?.number ?? null,
    ticket: null,
    clerk: clerkView(state, seat.clerk),
    sign,
    redirectTo: sign?.redirectTo.map((way) => way.counter) ?? [],
    rating: ratingOf(sources, seat),
    lastCallNo: state.lastCallNo,
  };
}

/** The service just finished, until the next call, the end of its time, or its answer's thanks. */
function ratingOf(sources: ViewSources, seat: CounterSeat): WindowView['rating'] {
  const { state, nowMs } = sources;
  const ticket = seat.finished === null ? undefined : at(state.tickets, seat.finished);
  if (ticket === undefined || ticket.finishedAtMs === null || seat.ticket !== null) return null;
  const { id, number, rating } = ticket;
  if (rating !== null) {
    const untilMs = ticket.finishedAtMs + configOf(state).policy.ratingMinutes * 60_000;
    return nowMs > untilMs ? null : { ticket: id, number, until: iso(untilMs), given: rating };
  }
  const untilMs = ratingUntilMs(sources, ticket);
  return untilMs === null ? null : { ticket: id, number, until: iso(untilMs), given: null };
}
