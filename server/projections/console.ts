import { candidatesCount } from '#core/disciplines/pick.ts';
import { configOf, findTicket, seatOf, serviceOf, ticketAt } from '#core/lookup.ts';
import type { CounterSeat, Ticket } from '#core/state.ts';
import type { ConsoleView } from '#protocol/views.ts';
import { whyText } from '#protocol/words/why.ts';
import { keyStates, servesHere, ticketAtSeat } from './console-keys.ts';
import { remindersFor } from './console-reminders.ts';
import { sayAt } from './console-say.ts';
import { hallHead, viewClock } from './hall-head.ts';
import { guestKind, nextViews } from './next-view.ts';
import { promiseSecondsOf } from './promise-clock.ts';
import { isoOrNull, seatedBadges, servicesAt } from './scene.ts';
import { clerkView, signView } from './sign-view.ts';
import { ticketView, wholeSeconds } from './ticket.ts';
import type { ViewSources } from './view-sources.ts';

const parkedMax = 20;
const missedMax = 10;
const followUpsMax = 20;
const reliefMax = 50;
/** Of the tickets set aside, the newest so many are looked through. */
const asideLookedAtMax = 200;

/** Everything at a clerk's console. Costs as much as there are services, counters and bounds. */
export function consoleView(sources: ViewSources, counter: string): ConsoleView | null {
  const { state, nowMs } = sources;
  const config = configOf(state);
  const seat = seatOf(state, counter);
  if (seat === undefined) return null;
  const next = nextViews(sources, counter);
  const seated = seatedBadges(state);
  // By name: an object that begins with another's fields is grown field by field.
  const { now, clockSpeed } = viewClock(sources);
  return {
    now,
    clockSpeed,
    hall: hallHead(sources),
    counter,
    state: seat.state,
    sinceSeconds: wholeSeconds(nowMs - seat.sinceMs),
    clerk: clerkView(state, seat.clerk),
    ticket: ticketAtDesk(sources, seat),
    next,
    waitingCount: candidatesCount(state, counter, nowMs),
    hallWaitingCount: state.waitingCount,
    canCall: seat.state === 'idle' && next.length > 0,
    keys: keyStates(sources, seat),
    reminders: remindersFor(sources, seat, next),
    say: sayAt(sources, seat, next[0]),
    signs: signView(sources, seat),
    handover: handoverAt(sources, seat),
    handoverQueued: state.handoverQueue.some((asked) => asked.counter === counter),
    shift: shiftAt(sources, seat),
    missed: missedHere(sources, counter),
    services: servicesAt(config, counter).flatMap((id) => {
      const service = serviceOf(config, id);
      return service === undefined ? [] : [{ id, name: service.name }];
    }),
    counters: config.counters.map(({ id, place }) => ({
      counter: id,
      state: state.counters[id]?.state ?? 'closed',
      place,
    })),
    relief: config.staff
      .filter(({ badge, role }) => role === 'clerk' && !seated.has(badge))
      .slice(0, reliefMax)
      .map(({ badge, name }) => ({ badge, name })),
  };
}

/** The ticket at the desk, with what the clerk needs to know of the customer. */
function ticketAtDesk(sources: ViewSources, seat: CounterSeat): ConsoleView['ticket'] {
  const { state, nowMs, projections } = sources;
  const config = configOf(state);
  const ticket = ticketAtSeat(sources, seat);
  if (ticket === undefined) return null;
  const waitedUntilMs = ticket.startedAtMs ?? ticket.calledAtMs ?? nowMs;
  return {
    ...ticketView(sources, ticket),
    // On the promise's clock, so that waited and service together are what counts against it.
    waitedSeconds: wholeSeconds(waitedUntilMs - projections.promiseFromMs(ticket)),
    need: ticket.need,
    guest: guestKind(sources, ticket),
    promiseSeconds: promiseSecondsOf(sources, ticket),
    serviceSeconds: ticket.startedAtMs === null ? 0 : wholeSeconds(nowMs - ticket.startedAtMs),
    papers: serviceOf(config, ticket.service)?.papers ?? [],
    owner: ticket.owner,
    why: ticket.why === null ? null : whyText(ticket.why, { config, class: ticket.class }),
  };
}

function handoverAt({ state, nowMs }: ViewSources, seat: CounterSeat): ConsoleView['handover'] {
  const { handover } = seat;
  if (handover === null) return null;
  const from = clerkView(state, handover.from);
  const to = clerkView(state, handover.to);
  if (from === null || to === null) return null;
  const sinceSeconds = wholeSeconds(nowMs - handover.sinceMs);
  return { from, to, relieved: handover.relieved, sinceSeconds, draft: handover.draft };
}

/** Facts of the shift for the handover record (`handover-record`). */
function shiftAt({ state, projections }: ViewSources, seat: CounterSeat): ConsoleView['shift'] {
  const { figures } = projections;
  const badge = seat.clerk;
  const parked = badge === null ? [] : figures.parkedBy(badge).slice(-parkedMax);
  return {
    openedAt: isoOrNull(seat.openedAtMs),
    ...figures.shiftAt(seat.id),
    parked: parked.flatMap((id) => {
      const ticket = findTicket(state, id);
      if (ticket?.state !== 'parked') return [];
      return [{ ticket: id, number: ticket.number, missing: ticket.missing }];
    }),
    followUps: state.followUps
      .filter(({ owner }) => owner === badge)
      .slice(0, followUpsMax)
      .map(({ text, owner, id }) => ({ text, owner, id })),
  };
}

/** Missed tickets that could be served here, the newest first: their customers may come back. */
function missedHere(sources: ViewSources, counter: string): ConsoleView['missed'] {
  return newestAside(sources, missedMax, (ticket) => {
    return ticket.state === 'missed' && servesHere(sources, counter, ticket.service);
  }).map(({ id, number, service }) => ({ ticket: id, number, service }));
}

/** Tickets set aside that pass a test, the newest first; only the last ones are looked through. */
export function newestAside(
  { state }: ViewSources,
  max: number,
  test: (ticket: Ticket) => boolean,
): readonly Ticket[] {
  const found: Ticket[] = [];
  const { aside } = state;
  const from = Math.max(0, aside.length - asideLookedAtMax);
  for (let index = aside.length - 1; index >= from && found.length < max; index -= 1) {
    const ordinal = aside[index];
    if (ordinal === undefined) break;
    const ticket = ticketAt(state, ordinal);
    if (test(ticket)) found.push(ticket);
  }
  return found;
}
