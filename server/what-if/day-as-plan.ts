import type { HallEvent } from '#core/events.ts';
import type { HallConfig } from '#core/hall-config.ts';
import type { BusinessDay, InstantMs } from '#core/vocabulary.ts';
import type { DayPlan, PlannedCounter, PlannedCustomer, PlannedLeg } from '#server/people/plan.ts';

/** A day that happened, as something that may be done again. */
export interface DayAsPlan {
  readonly day: BusinessDay;
  /** The hall as it was when the first number was given. */
  readonly config: HallConfig;
  /** Before the hall opens. */
  readonly beginsAtMs: InstantMs;
  readonly plan: DayPlan;
  /** Counters that served something else from some moment on; none: as the hall's file has it. */
  readonly lends?: readonly Lend[];
}

/** A counter lent to other services, or given back (`disperse-the-crowd`). */
export interface Lend {
  readonly atMs: InstantMs;
  readonly counter: string;
  readonly services: readonly string[];
}

/** A customer's way through the day, while it is read. */
interface Visit {
  readonly arrivesAtMs: InstantMs;
  readonly class: string;
  readonly legs: PlannedLeg[];
  /** Of the leg that is not over. */
  service: string;
  counter: string | null;
  calledAtMs: InstantMs | null;
  startedAtMs: InstantMs | null;
  walkMs: number;
  leavesAtMs: InstantMs | null;
  noShow: boolean;
  isOver: boolean;
}

/** Where a service was never measured. */
const usualServiceMs = 180_000;

/**
 * Reads arrivals, services, departures and staffing out of a day's events. What people would have
 * done otherwise is not in them: who left is taken to leave at the same minute, who did not come
 * not to come, and a service to last as long at any counter. A pause, an absence and a handover are
 * a counter that is not staffed. Papers fetched or a return after a no-show count as a new arrival.
 * @throws Error when there is no day in these events
 */
export function dayAsPlan(events: Iterable<HallEvent>): DayAsPlan {
  const visits = new Map<string, Visit>();
  const done: Visit[] = [];
  const staffing = createStaffing();
  const lends: Lend[] = [];
  let day: BusinessDay | null = null;
  let config: HallConfig | null = null;
  let beginsAtMs = 0;
  let lastMs = 0;

  for (const event of events) {
    const { atMs } = event;
    lastMs = atMs;
    staffing.apply(event);
    switch (event.type) {
      case 'DayBegan':
        day = event.data.day;
        config = event.data.config;
        beginsAtMs = Math.min(atMs, (event.data.hours?.opensAtMs ?? atMs) - 3_600_000);
        break;
      case 'HallConfigured':
        if (visits.size === 0) config = event.data.config;
        break;
      case 'CounterServicesSet':
        lends.push({ atMs, counter: event.data.counter, services: event.data.services });
        break;
      case 'TicketIssued':
        visits.set(event.data.ticket, visitFrom(atMs, event.data.class, event.data.service));
        done.push(visitOf(event.data.ticket));
        break;
      case 'TicketCalled':
        visitOf(event.data.ticket).calledAtMs = atMs;
        break;
      case 'ServiceStarted': {
        const visit = visitOf(event.data.ticket);
        visit.startedAtMs = atMs;
        if (visit.legs.length === 0) visit.walkMs = atMs - (visit.calledAtMs ?? atMs);
        break;
      }
      case 'ServiceFinished':
      case 'TicketParked':
        endLeg(visitOf(event.data.ticket), atMs);
        visitOf(event.data.ticket).isOver = true;
        break;
      case 'TicketTransferred': {
        const visit = visitOf(event.data.ticket);
        // One who is led elsewhere while waiting had no leg yet.
        if (visit.calledAtMs !== null) endLeg(visit, atMs);
        visit.service = event.data.service;
        visit.counter = event.data.counter;
        break;
      }
      case 'TicketReturned':
      case 'TicketRejoined': {
        const before = visitOf(event.data.ticket);
        before.isOver = true;
        const again = visitFrom(atMs, before.class, before.service);
        visits.set(event.data.ticket, again);
        done.push(again);
        break;
      }
      case 'TicketMissed':
        visitOf(event.data.ticket).noShow = true;
        break;
      case 'TicketCancelled': {
        const visit = visitOf(event.data.ticket);
        if (!visit.noShow && !visit.isOver) visit.leavesAtMs = atMs;
        break;
      }
      case 'TicketPutBack':
        visitOf(event.data.ticket).calledAtMs = null;
        visitOf(event.data.ticket).startedAtMs = null;
        break;
      default:
        break;
    }
  }
  if (day === null || config === null) throw new Error('these events hold no business day');
  const usual = usualServices(done);
  return {
    day,
    config,
    beginsAtMs,
    plan: {
      customers: done.map((visit) => customerOf(visit, usual)),
      counters: staffing.intervals(lastMs, config, lends),
    },
    ...(lends.length === 0 ? {} : { lends }),
  };

  function visitOf(ticket: string): Visit {
    const visit = visits.get(ticket);
    if (visit === undefined) throw new Error(`ticket ${ticket} was never issued`);
    return visit;
  }
}

function visitFrom(arrivesAtMs: InstantMs, className: string, service: string): Visit {
  return {
    arrivesAtMs,
    class: className,
    legs: [],
    service,
    counter: null,
    calledAtMs: null,
    startedAtMs: null,
    walkMs: 0,
    leavesAtMs: null,
    noShow: false,
    isOver: false,
  };
}

function endLeg(visit: Visit, atMs: InstantMs): void {
  const { service, counter, startedAtMs } = visit;
  visit.legs.push({ service, counter, serviceMs: startedAtMs === null ? 0 : atMs - startedAtMs });
  visit.calledAtMs = null;
  visit.startedAtMs = null;
}

function customerOf(visit: Visit, usual: ReadonlyMap<string, number>): PlannedCustomer {
  const { arrivesAtMs, walkMs, leavesAtMs, noShow, service, counter } = visit;
  const open = { service, counter, serviceMs: usual.get(service) ?? usualServiceMs };
  const legs = visit.isOver ? visit.legs : [...visit.legs, open];
  return { arrivesAtMs, class: visit.class, legs, leavesAtMs, walkMs, noShow };
}

/** Median service by service. */
function usualServices(visits: readonly Visit[]): ReadonlyMap<string, number> {
  const times = Map.groupBy(
    visits.flatMap((visit) => visit.legs),
    (leg) => leg.service,
  );
  return new Map(
    [...times].map(([service, legs]) => {
      const sorted = legs.map((leg) => leg.serviceMs).sort((a, b) => a - b);
      return [service, sorted[Math.floor(sorted.length / 2)] ?? usualServiceMs];
    }),
  );
}

/** When each counter took customers, and under whom. */
function createStaffing() {
  const open = new Map<string, { clerk: string; sinceMs: InstantMs }>();
  const clerks = new Map<string, string>();
  const past: { counter: string; badge: string; opensAtMs: number; closesAtMs: number }[] = [];

  function begin(counter: string, clerk: string, atMs: InstantMs): void {
    clerks.set(counter, clerk);
    open.set(counter, { clerk, sinceMs: atMs });
  }
  function end(counter: string, atMs: InstantMs): void {
    const present = open.get(counter);
    if (present === undefined) return;
    open.delete(counter);
    past.push({ counter, badge: present.clerk, opensAtMs: present.sinceMs, closesAtMs: atMs });
  }

  return {
    apply(event: HallEvent): void {
      const { atMs } = event;
      switch (event.type) {
        case 'DayBegan':
          for (const seat of event.data.counters) {
            clerks.set(seat.counter, seat.clerk);
            if (seat.state === 'idle') begin(seat.counter, seat.clerk, atMs);
          }
          break;
        case 'CounterOpened':
          begin(event.data.counter, event.data.clerk, atMs);
          break;
        case 'CounterResumed':
        case 'HandoverCancelled':
          begin(event.data.counter, clerks.get(event.data.counter) ?? '', atMs);
          break;
        case 'HandoverCompleted':
          begin(event.data.counter, event.data.to, atMs);
          break;
        case 'CounterPaused':
        case 'CounterClosed':
        case 'CounterReleased':
        case 'HandoverStarted':
          end(event.data.counter, atMs);
          break;
        default:
          break;
      }
    },
    intervals(lastMs: InstantMs, config: HallConfig, lends: readonly Lend[]): PlannedCounter[] {
      for (const counter of [...open.keys()]) end(counter, lastMs);
      return past.map((each) => ({
        ...each,
        services: servicesAtAll(config, each.counter, lends),
      }));
    },
  };
}

/** All that a counter may serve at some time of the day: the core says what it may at each. */
export function servicesAtAll(
  config: HallConfig,
  counter: string,
  lends: readonly Lend[] = [],
): readonly string[] {
  const lent = lends.filter((each) => each.counter === counter).flatMap(({ services }) => services);
  if (lent.includes('*')) return config.services.map(({ id }) => id);
  return [...new Set([...servicesOf(config, counter), ...lent])];
}

/** What a counter may serve, with its help to others, which starts later. */
export function servicesOf(config: HallConfig, counter: string): readonly string[] {
  const own = config.counters.find(({ id }) => id === counter);
  if (own === undefined || own.services.includes('*')) return config.services.map(({ id }) => id);
  return [...own.services, ...(own.backup?.services ?? [])];
}
