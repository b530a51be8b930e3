import type { HallEvent } from '#core/events.ts';
import type { HallDay, Ticket } from '#core/state.ts';
import type { InstantMs } from '#core/vocabulary.ts';
import type { CallMessage } from '#protocol/socket-events.ts';
import { createCallFold, type CallStream } from './call-stream.ts';
import { createLiveFold, type LiveFigures } from './live-figures.ts';
import { createPresenceFold } from './staff-today.ts';
import { createTracker } from './tracker.ts';

/** What the loop of a hall publishes: the stable state after a batch, and the batch. */
export interface PublishedBatch {
  readonly state: HallDay;
  readonly events: readonly HallEvent[];
}

/**
 * What views need beside the state: the announcements and the running figures of the day. Fed with
 * every published batch in order, and at start-up with the events of the current day in one batch.
 * Constant time an event; as large as the hall is full.
 */
export interface HallProjections {
  /** Answers the announcements that this batch made, in order. */
  apply(published: PublishedBatch): readonly CallMessage[];
  readonly calls: CallStream;
  readonly figures: LiveFigures;
  /** Badges of those who have come today and not left, and since when. */
  readonly staffHere: ReadonlyMap<string, InstantMs>;
  /** Start of a ticket's promise: issue or its return (tracker.ts). */
  promiseFromMs(ticket: Ticket): InstantMs;
}

export function createHallProjections(): HallProjections {
  const tracker = createTracker();
  const calls = createCallFold();
  const figures = createLiveFold();
  const presence = createPresenceFold();
  return {
    apply({ events }) {
      const announced: CallMessage[] = [];
      for (const event of events) {
        const change = tracker.apply(event);
        figures.apply(event, change, tracker);
        presence.apply(event);
        const call = calls.apply(event, tracker);
        if (call !== null) announced.push(call);
      }
      return announced;
    },
    calls,
    figures,
    get staffHere() {
      return presence.here;
    },
    promiseFromMs: (ticket) => tracker.get(ticket.id)?.promiseFromMs ?? ticket.issuedAtMs,
  };
}
