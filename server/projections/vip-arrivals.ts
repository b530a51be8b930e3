import { configOf, ticketAt } from '#core/lookup.ts';
import { at } from '#core/sequence.ts';
import type { Ticket } from '#core/state.ts';
import { isVip } from '#protocol/words/why.ts';
import type { ViewSources } from './view-sources.ts';

/** How long an arrival is news. */
const newsMs = 5 * 60_000;
/** The most arrivals looked at in one queue, and announced. */
const newestMax = 5;

/** VIPs who took a number within the last minutes and wait, the newest first (`vip-first`). */
export function newVips({ state, nowMs }: ViewSources): readonly Ticket[] {
  const config = configOf(state);
  const vips = new Set(config.classes.filter((each) => isVip(config, each)).map(({ id }) => id));
  const found: Ticket[] = [];
  for (const queue of Object.values(state.queues)) {
    const { size } = queue.ordinals;
    if (!vips.has(queue.class)) continue;
    for (let index = size - 1; index >= Math.max(0, size - newestMax); index -= 1) {
      const ordinal = at(queue.ordinals, index);
      if (ordinal === undefined) break;
      const ticket = ticketAt(state, ordinal);
      if (nowMs - ticket.issuedAtMs < newsMs) found.push(ticket);
    }
  }
  return found.toSorted((a, b) => b.ordinal - a.ordinal).slice(0, newestMax);
}
