import { aheadOf, previewNext } from '#core/disciplines/pick.ts';
import { classOf, configOf, serviceOf, ticketAt } from '#core/lookup.ts';
import type { Ticket } from '#core/state.ts';
import type { Text } from '#core/vocabulary.ts';
import type { GuestKind, NextView } from '#protocol/views.ts';
import { isSpecialNeeds, isVip, whyText } from '#protocol/words/why.ts';
import { promiseElapsedSeconds, promiseLeftSeconds } from './promise-clock.ts';
import { estimateOf, explainedWait } from './scene.ts';
import type { ViewSources } from './view-sources.ts';

export const nextMax = 10;

/** The next tickets of a counter and why, by the code that will pick them. */
export function nextViews(
  sources: ViewSources,
  counter: string,
  count = nextMax,
): readonly NextView[] {
  const { state, nowMs } = sources;
  const config = configOf(state);
  const picks = previewNext(state, counter, nowMs, count).map(({ ordinal, why }) => ({
    ticket: ticketAt(state, ordinal),
    why,
  }));
  const since = (ordinal: { queuedAtMs: number }) => ordinal.queuedAtMs;
  const oldestMs = Math.min(...picks.map(({ ticket }) => since(ticket)));
  return picks.map(({ ticket, why }, index) => ({
    ticket: ticket.id,
    number: ticket.number,
    service: ticket.service,
    serviceName: serviceOf(config, ticket.service)?.name ?? both(ticket.service),
    class: ticket.class,
    className: classOf(config, ticket.class)?.name ?? both(ticket.class),
    guest: guestKind(sources, ticket),
    waitedSeconds: promiseElapsedSeconds(sources, ticket),
    promiseLeftSeconds: promiseLeftSeconds(sources, ticket),
    why: whyText(why, {
      config,
      class: ticket.class,
      longest: index > 0 && since(ticket) === oldestMs,
    }),
    estimate: estimateOf(sources, ticket.ordinal),
    explained: explainedWait(sources, ticket, aheadOf(state, ticket.ordinal, nowMs)),
  }));
}

/** The id itself, where the configuration has dropped what a ticket was issued for. */
function both(id: string): Text {
  return { zh: id, en: id };
}

/** A stated need makes any ticket one of special care (`special-needs-first`). */
export function guestKind({ state }: ViewSources, ticket: Ticket): GuestKind {
  const config = configOf(state);
  const own = classOf(config, ticket.class);
  if (ticket.need !== null) return 'special-needs';
  if (own === undefined) return 'ordinary';
  if (isVip(config, own)) return 'vip';
  return isSpecialNeeds(config, own) ? 'special-needs' : 'ordinary';
}
