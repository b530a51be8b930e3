import { previewNext } from '#core/disciplines/pick.ts';
import { configOf, ticketAt } from '#core/lookup.ts';
import type { NextView } from '#protocol/views.ts';
import { whyText } from '#protocol/words/why.ts';
import { promiseElapsedSeconds, promiseLeftSeconds } from './promise-clock.ts';
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
    class: ticket.class,
    waitedSeconds: promiseElapsedSeconds(sources, ticket),
    promiseLeftSeconds: promiseLeftSeconds(sources, ticket),
    why: whyText(why, {
      config,
      class: ticket.class,
      longest: index > 0 && since(ticket) === oldestMs,
    }),
  }));
}
