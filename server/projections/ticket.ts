import type { Command } from '#core/commands.ts';
import { decide } from '#core/decide.ts';
import { aheadOf } from '#core/disciplines/pick.ts';
import { classOf, configOf, counterOf, serviceOf } from '#core/lookup.ts';
import type { Ticket } from '#core/state.ts';
import type { InstantMs } from '#core/vocabulary.ts';
import type { TicketPageView, TicketView } from '#protocol/views.ts';
import { hallHead, noticesOf, viewClock } from './hall-head.ts';
import { explainedWait, iso, isoOrNull, receivingFor } from './scene.ts';
import type { ViewSources } from './view-sources.ts';

/** What a customer was told with the number: it stands in the journal, and is not told anew. */
export type Told = Pick<TicketView, 'ahead' | 'estimate'>;

type TicketSources = Pick<ViewSources, 'state' | 'nowMs' | 'estimate' | 'baseUrl' | 'rises'>;

/** `Ticket` of the contract (section 3): what the holder of its id and the staff may know. */
export function ticketView(sources: TicketSources, ticket: Ticket, told?: Told): TicketView {
  const { state, nowMs, baseUrl } = sources;
  const config = configOf(state);
  const waiting = ticket.state === 'waiting';
  const ratableUntilMs = ratingUntilMs(sources, ticket);
  if (told !== undefined) sources.rises?.told(ticket.id, told.estimate);
  const nameless = { zh: '', en: '' };
  const { ahead, estimate } = told ?? lineOf(sources, ticket);
  return {
    id: ticket.id,
    number: ticket.number,
    service: ticket.service,
    class: ticket.class,
    state: ticket.state,
    queuedAt: iso(ticket.queuedAtMs),
    ahead,
    estimate,
    counter: waiting ? ticket.reservedFor : ticket.counter,
    calls: ticket.calls,
    // Joined for the same reason as the id (`ticketId`).
    url: [baseUrl, ticket.id].join('/t/'),
    serviceName: serviceOf(config, ticket.service)?.name ?? nameless,
    className: classOf(config, ticket.class)?.name ?? nameless,
    language: ticket.language,
    calledAt: isoOrNull(ticket.calledAtMs),
    startedAt: isoOrNull(ticket.startedAtMs),
    finishedAt: isoOrNull(ticket.finishedAtMs),
    waitedSeconds: waitedSeconds(ticket, nowMs),
    missing: ticket.missing,
    rating: ticket.rating,
    ratingUntil: isoOrNull(ratableUntilMs),
    print: ticket.print?.state ?? null,
  };
}

function lineOf(sources: TicketSources, ticket: Ticket): Told {
  const { ahead, estimate } = shownWait(sources, ticket);
  return { ahead, estimate };
}

/** Place and wait as they are shown: never longer than before without a reason. */
function shownWait(
  sources: TicketSources,
  ticket: Ticket,
): Told & Pick<TicketPageView, 'explained' | 'risen'> {
  const { state, nowMs, rises } = sources;
  if (ticket.state !== 'waiting') {
    rises?.forget(ticket.id);
    return { ahead: 0, estimate: null, explained: null, risen: null };
  }
  const ahead = aheadOf(state, ticket.ordinal, nowMs);
  const made = sources.estimate.forTicket(state, ticket.ordinal, nowMs);
  const explained = explainedWait(sources, ticket, ahead);
  const shown = rises?.show(ticket.id, made, explained, nowMs);
  return { ahead, explained, ...(shown ?? { estimate: made, risen: null }) };
}

/** The holder's page, and what the holder may do now: asked of the core, so that it cannot differ. */
export function ticketPageView(sources: ViewSources, ticket: Ticket): TicketPageView {
  const { state } = sources;
  const counter = ticket.state === 'called' || ticket.state === 'serving' ? ticket.counter : null;
  const { id } = ticket;
  const { explained, risen } = shownWait(sources, ticket);
  return {
    ...ticketView(sources, ticket),
    explained,
    risen,
    ...viewClock(sources),
    hall: hallHead(sources),
    notices: noticesOf(sources),
    place: counter === null ? null : (counterOf(configOf(state), counter)?.place ?? null),
    counters: receivingFor(state, ticket.service),
    papers: serviceOf(configOf(state), ticket.service)?.papers ?? [],
    lastCallNo: state.lastCallNo,
    can: {
      cancel: allowed(sources, { name: 'cancel-ticket', args: { ticket: id } }),
      rejoin: allowed(sources, { name: 'rejoin-ticket', args: { ticket: id } }),
      rate:
        ratingUntilMs(sources, ticket) !== null &&
        allowed(sources, { name: 'rate-ticket', args: { ticket: id, rating: 'fair' } }),
    },
  };
}

/** Until when a served ticket may be rated (`satisfaction`); null when it may not, or not any more. */
export function ratingUntilMs(
  { state, nowMs }: Pick<ViewSources, 'state' | 'nowMs'>,
  ticket: Ticket,
): InstantMs | null {
  if (ticket.state !== 'done' || ticket.finishedAtMs === null || ticket.rating !== null)
    return null;
  const untilMs = ticket.finishedAtMs + configOf(state).policy.ratingMinutes * 60_000;
  return nowMs <= untilMs ? untilMs : null;
}

function allowed({ state, nowMs }: ViewSources, command: Command): boolean {
  const context = { atMs: nowMs, actor: { kind: 'customer' }, freshId: '' } as const;
  const decision = decide(state, command, context);
  return decision.kind === 'accepted' && decision.events.length > 0;
}

/** Waiting: until now. Called once: until the first call, never rewritten. */
function waitedSeconds(ticket: Ticket, nowMs: InstantMs): number | null {
  if (ticket.state === 'waiting') return wholeSeconds(nowMs - ticket.queuedAtMs);
  return ticket.waitMs === null ? null : wholeSeconds(ticket.waitMs);
}

export function wholeSeconds(ms: number): number {
  return Math.floor(ms / 1000);
}
