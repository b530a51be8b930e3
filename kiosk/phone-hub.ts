import { createHubClient } from '#ui/hub/hub-client.ts';
import { openSocketLate } from '#ui/hub/open-socket-late.ts';
import { noViewMemory } from '#ui/hub/view-memory.ts';
import type { TicketFeed } from './ticket-source.ts';

/** The phone's socket: fetched after the first view is on the screen. Answers how to close it. */
export function watchTicket(ticket: string, feed: TicketFeed): () => void {
  // What is kept of the ticket is the page's: it has views by requests as well.
  const hub = createHubClient(openSocketLate, null, undefined, noViewMemory);
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
