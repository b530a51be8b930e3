import type { HallEvent } from '#core/events.ts';
import { serviceOf } from '#core/lookup.ts';
import type { CallKind } from '#core/vocabulary.ts';
import type { CallMessage } from '#protocol/socket-events.ts';
import { callText } from '#protocol/words/calls.ts';
import type { Tracked, Tracker } from './tracker.ts';

/** The most announcements kept; a client that missed more shows the newest and announces none. */
export const callsKept = 200;

/** The day's numbered stream of announcements: no gaps within a business day, none skipped. */
export interface CallStream {
  /** Those with a higher number, oldest first; only the last `callsKept` of the day are known. */
  since(callNo: number): readonly CallMessage[];
  /** The last `count`, newest first. */
  recent(count: number): readonly CallMessage[];
}

export interface CallFold extends CallStream {
  /** Told with the tracker already at this event; answers the announcement where it made one. */
  apply(event: HallEvent, tracker: Tracker): CallMessage | null;
}

export function createCallFold(): CallFold {
  let kept: CallMessage[] = [];

  function announce(event: HallEvent, tracker: Tracker): CallMessage | null {
    switch (event.type) {
      case 'TicketCalled':
        return message(event, 'call', event.data, tracker);
      case 'TicketRecalled':
        return message(event, 'recall', event.data, tracker);
      case 'TicketTransferred': {
        const { callNo, counter, ticket, place } = event.data;
        if (callNo === null || counter === null) return null;
        const keepsPlace = place === 'keep' || place === 'former';
        return message(event, 'redirect', { callNo, counter, ticket }, tracker, keepsPlace);
      }
      default:
        return null;
    }
  }

  return {
    apply(event, tracker) {
      if (event.type === 'DayBegan') kept = [];
      const call = announce(event, tracker);
      if (call === null) return null;
      kept.push(call);
      // Trimmed in one go now and then: constant time an event.
      if (kept.length >= 2 * callsKept) kept = kept.slice(-callsKept);
      return call;
    },
    since: (callNo) => kept.slice(-callsKept).filter((call) => call.callNo > callNo),
    recent: (count) => kept.slice(-Math.min(count, callsKept)).reverse(),
  };
}

function message(
  event: HallEvent,
  kind: CallKind,
  data: { readonly callNo: number; readonly ticket: string; readonly counter: string },
  tracker: Tracker,
  keepsPlace = true,
): CallMessage | null {
  const ticket = tracker.get(data.ticket);
  if (ticket === undefined) return null;
  return {
    callNo: data.callNo,
    ticket: ticket.id,
    number: ticket.number,
    service: ticket.service,
    counter: data.counter,
    kind,
    at: new Date(event.atMs).toISOString(),
    text: textOf(kind, ticket, data.counter, keepsPlace, tracker),
  };
}

function textOf(
  kind: CallKind,
  ticket: Tracked,
  counter: string,
  keepsPlace: boolean,
  tracker: Tracker,
) {
  const config = tracker.config();
  const service = config === null ? undefined : serviceOf(config, ticket.service);
  return callText({
    kind,
    number: ticket.number,
    counter,
    keepsPlace,
    ...(service !== undefined && { serviceName: service.name }),
  });
}
