import { configOf, ticketAt } from '#core/lookup.ts';
import type { ServiceConfig } from '#core/hall-config.ts';
import { at, items } from '#core/sequence.ts';
import type { Ticket } from '#core/state.ts';
import type { AsideView, NextView, SupervisorView } from '#protocol/views.ts';
import { alertsFor } from './alerts.ts';
import { attachedViews, printTroubles } from './attached.ts';
import { newestAside } from './console.ts';
import { hallHead, noticesOf, viewClock } from './hall-head.ts';
import { numberAt } from './lobby.ts';
import { missingNow, onDuty } from './on-duty.ts';
import { requestsToDecide } from './roster.ts';
import { nextViews } from './next-view.ts';
import { promiseElapsedSeconds } from './promise-clock.ts';
import { aheadOfNewcomer, estimateFor, explainedWait, servicesAt } from './scene.ts';
import { clerkView, signView } from './sign-view.ts';
import { staffToday } from './staff-today.ts';
import { wholeSeconds } from './ticket.ts';
import type { ViewSources } from './view-sources.ts';

const dotsMax = 40;
const asideMax = 50;
const devicesMax = 100;
const nextMax = 10;
const missingMax = 20;

/** The hall at a glance. */
export function supervisorView(sources: ViewSources): SupervisorView {
  const { state, nowMs, projections, devices } = sources;
  const config = configOf(state);
  const { figures } = projections;
  const lines = config.services.map((service) => ({
    service,
    oldest: oldestWaiting(sources, service.id),
  }));
  const { now, clockSpeed } = viewClock(sources);
  return {
    now,
    clockSpeed,
    hall: hallHead(sources),
    figures: {
      waiting: state.waitingCount,
      ...state.figures,
      meanWaitSeconds: figures.meanWaitSeconds,
      promiseBroken: figures.promiseBroken,
    },
    queues: lines.map(({ service, oldest }) => queueOf(sources, service, oldest)),
    classes: config.classes.map(({ id, name }) => ({ id, name })),
    counters: config.counters.map(({ id }) => {
      const seat = state.counters[id];
      const ticket = seat?.ticket ?? null;
      return {
        counter: id,
        state: seat?.state ?? 'closed',
        sinceSeconds: seat === undefined ? 0 : wholeSeconds(nowMs - seat.sinceMs),
        number: seat === undefined ? null : numberAt(state, seat),
        ticket: ticket === null ? null : (at(state.tickets, ticket)?.id ?? null),
        clerk: clerkView(state, seat?.clerk ?? null),
        services: servicesAt(config, id),
        lent: Object.hasOwn(state.ownServices, id),
        sign: seat === undefined ? null : signView(sources, seat),
        served: figures.servedAt(id),
        handoverTo: seat?.handover?.to ?? null,
      };
    }),
    missed: asides(sources, 'missed'),
    parked: asides(sources, 'parked'),
    alerts: alertsFor(sources, lines),
    devices: [...attachedViews(sources), ...devices].slice(0, devicesMax),
    prints: printTroubles(sources),
    notices: noticesOf(sources),
    overrides: figures.overrides,
    handoverQueue: state.handoverQueue.map(({ counter, to }) => ({ counter, to })),
    next: nextInHall(sources),
    outlook: sources.outlook ?? null,
    staff: staffToday(sources),
    ...rosterNow(sources),
  };
}

/** `ten-minutes-early`: who is expected and not there. */
function rosterNow({ state, nowMs }: ViewSources): Pick<SupervisorView, 'roster'> {
  const today = state.day === null ? {} : (state.roster.published[state.day] ?? {});
  const requests = requestsToDecide(state);
  if (Object.keys(today).length === 0 && requests === 0) return {};
  const all = onDuty(state, nowMs).filter((each) => each.state !== 'over');
  return {
    roster: {
      missing: missingNow(state, nowMs, missingMax),
      here: all.filter((each) => each.state === 'here').length,
      expected: all.length,
      requests,
    },
  };
}

/** A service with its longest waiting tickets, longest first. */
export interface ServiceLine {
  readonly service: ServiceConfig;
  readonly oldest: readonly Ticket[];
}

function queueOf(
  sources: ViewSources,
  service: ServiceConfig,
  oldest: readonly Ticket[],
): SupervisorView['queues'][number] {
  const { state } = sources;
  const byClass: Record<string, number> = {};
  for (const { id } of configOf(state).classes) byClass[id] = 0;
  for (const queue of Object.values(state.queues)) {
    if (queue.service !== service.id) continue;
    byClass[queue.class] = (byClass[queue.class] ?? 0) + queue.ordinals.size;
  }
  return {
    service: service.id,
    name: service.name,
    promiseSeconds: service.promiseMinutes * 60,
    expectedSeconds: service.expectedMinutes * 60,
    count: state.waitingByService[service.id] ?? 0,
    byClass,
    estimate: estimateFor(sources, service.id),
    explained: explainedWait(
      sources,
      { service: service.id, reservedFor: null },
      aheadOfNewcomer(state, service.id, sources.nowMs),
    ),
    dots: oldest.map((ticket) => ({
      ticket: ticket.id,
      number: ticket.number,
      class: ticket.class,
      waitedSeconds: promiseElapsedSeconds(sources, ticket),
    })),
  };
}

/** The first of a service's queues, merged by the time on the promise's clock. */
function oldestWaiting(sources: ViewSources, service: string): readonly Ticket[] {
  const { state, projections } = sources;
  const lines = Object.values(state.queues)
    .filter((queue) => queue.service === service && queue.ordinals.size > 0)
    .map((queue) => ({ ordinals: items(queue.ordinals), head: null as Head | null }));
  const advance = (line: (typeof lines)[number]): void => {
    const next = line.ordinals.next();
    if (next.done === true) {
      line.head = null;
      return;
    }
    const ticket = ticketAt(state, next.value);
    line.head = { ticket, sinceMs: projections.promiseFromMs(ticket) };
  };
  lines.forEach(advance);
  const found: Head[] = [];
  while (found.length < dotsMax) {
    let first: (typeof lines)[number] | undefined;
    for (const line of lines) {
      if (line.head !== null && line.head.sinceMs < (first?.head?.sinceMs ?? Infinity))
        first = line;
    }
    if (first?.head == null) break;
    found.push(first.head);
    advance(first);
  }
  // Inside a queue a ticket put in front stands before older ones: by time here.
  return found.sort((a, b) => a.sinceMs - b.sinceMs).map(({ ticket }) => ticket);
}

interface Head {
  readonly ticket: Ticket;
  readonly sinceMs: number;
}

function asides(sources: ViewSources, state: 'missed' | 'parked'): readonly AsideView[] {
  return newestAside(sources, asideMax, (ticket) => ticket.state === state).map((ticket) => ({
    ticket: ticket.id,
    number: ticket.number,
    service: ticket.service,
    class: ticket.class,
    missing: ticket.missing,
  }));
}

/** The next in the hall: what the open counters would call first, nearest promise first. */
function nextInHall(sources: ViewSources): readonly NextView[] {
  const { state } = sources;
  const open = configOf(state).counters.filter(({ id }) => state.counters[id]?.state !== 'closed');
  const found = new Map<string, NextView>();
  // Counters share most of their lines: a few of each are often the same few, then more are asked.
  const few = Math.ceil(nextMax / Math.max(1, open.length));
  for (const each of few < nextMax ? [few, nextMax] : [few]) {
    if (found.size >= Math.min(nextMax, state.waitingCount)) break;
    for (const { id } of open) {
      for (const next of nextViews(sources, id, each)) found.set(next.ticket, next);
    }
  }
  return [...found.values()]
    .toSorted((a, b) => a.promiseLeftSeconds - b.promiseLeftSeconds)
    .slice(0, nextMax);
}
