import { createHubClient } from '#ui/hub/hub-client.ts';
import { openSocketLate } from '#ui/hub/open-socket-late.ts';
import type { TicketFeed } from './ticket-source.ts';

/** The phone's socket: fetched after the first view is on the screen. Answers how to close it. */
export function watchTicket(ticket: string, feed: TicketFeed): () => void {
  const hub = createHubClient(openSocketLate);
  const unfollow = hub.connection.subscribe(({ state }) => {
    feed.connected(state === 'live');
  });
  const unwatch = hub.watch(
    'ticket',
    { ticket },
    ({ data, revision, live }) => {
      if (live) feed.view(data, revision);
    },
    ({ code }) => {
      if (code === 'unknown' || code === 'bad-input') feed.unknown();
    },
  );
  return () => {
    unwatch();
    unfollow();
    hub.close();
  };
}
