import type { EventOf, HallEvent } from '#core/events.ts';
import { minuteOfDay } from '#core/calendar/time-of-day.ts';
import { serviceOf, ticketOf } from '#core/lookup.ts';
import type { HallDay } from '#core/state.ts';
import { createDurations, type Durations } from './durations.ts';
import { createMoments, type Moments } from './moments.ts';
import { createRoster, type Roster } from './roster.ts';

/**
 * What a hall has shown of itself, folded from its events. Means and habits are kept over days and
 * fade; what is of today alone starts afresh. As large as the hall has services and clerks.
 */
export interface Seen {
  readonly roster: Roster;
  /** From a counter's being free while somebody waits to its next call. */
  readonly gaps: Durations;
  /** Faded count of calls, of all services. */
  calls: number;
  serviceIds(): readonly string[];
  readonly today: SeenToday;
  service(id: string): SeenService;
  clerk(badge: string): SeenClerk;
  /** @param before the hall as it was when the event came */
  apply(event: HallEvent, before: HallDay): void;
}

export interface SeenToday {
  midnightMs: number;
  firstOpenMs: number | null;
  lastCallMs: number | null;
  lastWaitS: number;
  /** With the wait of each call, and the length of each service. */
  readonly calls: Moments;
  readonly services: Moments;
  readonly arrivals: Moments;
  readonly leavings: Moments;
}

export interface SeenService {
  /** From call to finish. */
  readonly durations: Durations;
  /** Faded: calls, those who left unserved, and the seconds that all of them waited. */
  calls: number;
  left: number;
  waitedS: number;
  /** Today: the wait of the last to be called, and when; and of those shortly before. */
  lastWaitS: number;
  lastCallMs: number | null;
  readonly recent: Moments;
}

export interface SeenClerk {
  /** Faded: calls, in all and by service. */
  calls: number;
  readonly byService: Map<string, number>;
  /** Length of this clerk's services beside their usual length. */
  pace: number;
  weight: number;
}

/** Weight that an entry keeps after the next one of its kind. */
const fadeOfService = 1 - 1 / 500;
const fadeOfClerk = 1 - 1 / 300;
const durationsKept = 400;
const configuredWeight = 5;
/** A service counts as at most so many usual ones: a forgotten "finish" spoils no forecast. */
const longestFactor = 8;
const gapPriorS = 5;

export function createSeen(): Seen {
  const services = new Map<string, SeenService>();
  const clerks = new Map<string, SeenClerk>();
  let day: HallDay | null = null;
  const seen: Seen = {
    roster: createRoster(),
    gaps: createDurations(gapPriorS, 10, 500),
    calls: 1,
    serviceIds: () => [...services.keys()],
    today: {
      midnightMs: 0,
      firstOpenMs: null,
      lastCallMs: null,
      lastWaitS: 0,
      calls: createMoments(128),
      services: createMoments(128),
      arrivals: createMoments(128),
      leavings: createMoments(64),
    },
    service(id) {
      let known = services.get(id);
      if (known === undefined) {
        const config = day?.config;
        const minutes = config == null ? undefined : serviceOf(config, id)?.expectedMinutes;
        services.set(id, (known = unseenService((minutes ?? 3) * 60)));
      }
      return known;
    },
    clerk(badge) {
      let known = clerks.get(badge);
      if (known === undefined) {
        clerks.set(badge, (known = { calls: 0, byService: new Map(), pace: 1, weight: 0 }));
      }
      return known;
    },
    apply(event, before) {
      day = before;
      switch (event.type) {
        case 'DayBegan':
          day = { ...before, config: event.data.config };
          beginDay(seen, services, event);
          return;
        case 'CounterOpened':
          noteOpen(seen, before, event, 1);
          return;
        case 'CounterClosed':
        case 'CounterReleased':
          noteOpen(seen, before, event, -1);
          return;
        case 'TicketIssued':
          seen.today.arrivals.add(event.atMs, 1);
          return;
        case 'TicketCalled':
          seeCall(seen, event, before);
          return;
        case 'ServiceFinished':
          seeFinish(seen, event, before);
          return;
        case 'TicketCancelled':
          seeLeaving(seen, event, before);
          return;
        default:
          return;
      }
    },
  };
  return seen;
}

type At<T extends HallEvent['type']> = EventOf<T> & { readonly atMs: number };

function beginDay(
  seen: Seen,
  services: ReadonlyMap<string, SeenService>,
  event: At<'DayBegan'>,
): void {
  const { today, roster } = seen;
  const { timezone } = event.data.config.hall;
  roster.beginDay();
  today.midnightMs =
    event.atMs - minuteOfDay(event.atMs, timezone) * 60_000 - (event.atMs % 60_000);
  today.firstOpenMs = null;
  today.lastCallMs = null;
  today.lastWaitS = 0;
  for (const moments of [today.calls, today.services, today.arrivals, today.leavings]) {
    moments.clear();
  }
  for (const service of services.values()) {
    service.lastWaitS = 0;
    service.lastCallMs = null;
    service.recent.clear();
  }
}

function noteOpen(
  seen: Seen,
  before: HallDay,
  { data, atMs }: At<'CounterOpened' | 'CounterClosed' | 'CounterReleased'>,
  change: 1 | -1,
): void {
  if (!offersSomething(before, data.counter)) return;
  if (change === 1) seen.today.firstOpenMs ??= atMs;
  const open = Object.values(before.counters).filter(
    ({ id, state }) => state !== 'closed' && offersSomething(before, id),
  ).length;
  seen.roster.note((atMs - seen.today.midnightMs) / 1000, Math.max(0, open + change));
}

/** A counter without services is no capacity. */
function offersSomething(state: HallDay, id: string): boolean {
  return (state.config?.counters.find((counter) => counter.id === id)?.services.length ?? 0) > 0;
}

function seeCall(seen: Seen, { data, atMs }: At<'TicketCalled'>, before: HallDay): void {
  const ticket = ticketOf(before, data.ticket);
  const seat = before.counters[data.counter];
  const waitS = Math.max(0, (atMs - ticket.queuedAtMs) / 1000);
  const { today } = seen;
  const service = seen.service(ticket.service);
  service.lastWaitS = waitS;
  service.lastCallMs = atMs;
  service.waitedS = service.waitedS * fadeOfService + waitS;
  service.left *= fadeOfService;
  service.recent.add(atMs, waitS);
  today.calls.add(atMs, waitS);
  today.lastCallMs = atMs;
  today.lastWaitS = waitS;
  countCall(seen, data.clerk, ticket.service);
  if (seat?.state === 'idle') {
    seen.gaps.add(Math.max(0, (atMs - Math.max(seat.sinceMs, ticket.queuedAtMs)) / 1000));
  }
}

/** Shares of the services among all calls, and among those of a clerk. */
function countCall(seen: Seen, badge: string, service: string): void {
  for (const id of seen.serviceIds()) seen.service(id).calls *= fadeOfService;
  seen.service(service).calls += 1;
  seen.calls = seen.calls * fadeOfService + 1;
  const clerk = seen.clerk(badge);
  for (const [id, count] of clerk.byService) clerk.byService.set(id, count * fadeOfClerk);
  clerk.byService.set(service, (clerk.byService.get(service) ?? 0) + 1);
  clerk.calls = clerk.calls * fadeOfClerk + 1;
}

function seeFinish(seen: Seen, { data, atMs }: At<'ServiceFinished'>, before: HallDay): void {
  const ticket = ticketOf(before, data.ticket);
  const { durations } = seen.service(ticket.service);
  const meanS = durations.meanS();
  const fromMs = ticket.calledAtMs ?? ticket.startedAtMs ?? atMs;
  const seconds = Math.min(Math.max(0, atMs - fromMs) / 1000, meanS * longestFactor);
  durations.add(seconds);
  seen.today.services.add(atMs, seconds);
  if (ticket.clerk === null) return;
  const clerk = seen.clerk(ticket.clerk);
  clerk.weight = clerk.weight * fadeOfClerk + 1;
  clerk.pace += (seconds / meanS - clerk.pace) / (clerk.weight + 20);
}

function seeLeaving(seen: Seen, { data, atMs }: At<'TicketCancelled'>, before: HallDay): void {
  const ticket = ticketOf(before, data.ticket);
  if (ticket.state !== 'waiting') return;
  const service = seen.service(ticket.service);
  service.waitedS += Math.max(0, (atMs - ticket.queuedAtMs) / 1000);
  service.left += 1;
  seen.today.leavings.add(atMs, 1);
}

function unseenService(usualS: number): SeenService {
  return {
    durations: createDurations(usualS, configuredWeight, durationsKept),
    calls: 0,
    left: 1,
    waitedS: 3600,
    lastWaitS: 0,
    lastCallMs: null,
    recent: createMoments(32),
  };
}
