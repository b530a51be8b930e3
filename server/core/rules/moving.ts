import type { NewEvent } from '../events.ts';
import { configOf, counterAt, offers } from '../lookup.ts';
import type { CounterSeat, HallDay, Ticket } from '../state.ts';
import type { Guard } from '../verdict.ts';

/** Where a customer is led: to a service, or to one counter for it. */
export interface Destination {
  readonly service: string;
  readonly counter: CounterSeat | null;
}

/**
 * `right-counter`: a customer is led only to a counter that is there and can help, or to a service
 * that some counter of the hall offers: for another nobody would ever call.
 */
export function reachable(state: HallDay, { service, counter }: Destination): Guard {
  if (counter === null) {
    return configOf(state).counters.some((each) => offers(each, service))
      ? null
      : { rule: 'right-counter', by: { service }, overridable: false };
  }
  const isThere = counter.state !== 'closed' && counter.state !== 'absent';
  if (isThere && offers(counterAt(configOf(state), counter.id), service)) return null;
  return {
    rule: 'right-counter',
    by: { counter: counter.id, state: counter.state },
    overridable: false,
  };
}

/** A customer who is told another counter is told so aloud: that is a call of its own. */
export function transferred(
  state: HallDay,
  ticket: Ticket,
  move: {
    readonly from: string | null;
    readonly to: Destination;
    readonly place?: 'keep' | 'front' | 'back' | 'former';
    readonly reason: string;
    readonly queuedAtMs?: number;
  },
): NewEvent {
  const { service, counter } = move.to;
  return {
    type: 'TicketTransferred',
    data: {
      ticket: ticket.id,
      from: move.from,
      service,
      counter: counter?.id ?? null,
      place: move.place ?? configOf(state).policy.transferPlace,
      reason: move.reason,
      ...(move.queuedAtMs !== undefined && { queuedAtMs: move.queuedAtMs }),
      callNo: counter === null ? null : state.lastCallNo + 1,
    },
  };
}
