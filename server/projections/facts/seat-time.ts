import type { HallEvent } from '#core/events.ts';
import type { HallConfig } from '#core/hall-config.ts';
import type { Change } from '../tracker.ts';

export const quarterMs = 15 * 60_000;

/** How long a seat stood ready with nobody before it: with an empty line, or while someone waited. */
export interface Idle {
  readonly counter: string;
  readonly clerk: string;
  readonly emptyMs: number;
  readonly waitingMs: number;
}

/** Sums over a quarter of an hour: people waiting, and counters at work, times milliseconds. */
export interface Quarter {
  readonly fromMs: number;
  readonly waitingMs: number;
  readonly staffedMs: number;
}

interface Seat {
  clerk: string;
  away: boolean;
  changing: boolean;
  ticket: string | null;
  /** Where the idle time of this counter under this clerk is summed; found once. */
  readonly idle: Sum;
}

interface Sum {
  first: number;
  second: number;
}

/**
 * Follows how time passes between the events: who stands ready, and does anybody wait whom that
 * counter could serve (rule honest-statistics: an idle clerk beside a line is told apart).
 */
export function createSeatTime() {
  const seats = new Map<string, Seat>();
  /** Waiting tickets by id, and how many wait for a service or for one counter. */
  const waiting = new Map<string, { readonly service: string; reservedFor: string | null }>();
  const byService = new Map<string, number>();
  const byCounter = new Map<string, number>();
  const idle = new Map<string, Sum>();
  const quarters = new Map<number, Sum>();
  let servicesOf = new Map<string, readonly string[]>();
  let allServices: readonly string[] = [];
  let lastMs: number | null = null;

  function configure({ counters, services }: HallConfig): void {
    allServices = services.map(({ id }) => id);
    servicesOf = new Map(
      counters.map((counter) => [
        counter.id,
        counter.services.includes('*') ? allServices : counter.services,
      ]),
    );
  }

  function enqueue(id: string, service: string, reservedFor: string | null): void {
    waiting.set(id, { service, reservedFor });
    if (reservedFor === null) bump(byService, service, 1);
    else bump(byCounter, reservedFor, 1);
  }

  function dequeue(id: string): void {
    const stood = waiting.get(id);
    if (stood === undefined) return;
    waiting.delete(id);
    if (stood.reservedFor === null) bump(byService, stood.service, -1);
    else bump(byCounter, stood.reservedFor, -1);
  }

  /** Who was kept for a counter waits for everybody again. */
  function unreserve(counter: string): void {
    for (const [id, { service, reservedFor }] of waiting) {
      if (reservedFor !== counter) continue;
      dequeue(id);
      enqueue(id, service, null);
    }
  }

  function hasWork(counter: string): boolean {
    if ((byCounter.get(counter) ?? 0) > 0) return true;
    return (servicesOf.get(counter) ?? []).some((service) => (byService.get(service) ?? 0) > 0);
  }

  function pass(untilMs: number): void {
    if (lastMs === null || untilMs <= lastMs) return;
    const spanMs = untilMs - lastMs;
    let staffed = 0;
    for (const [counter, seat] of seats) {
      if (seat.away) continue;
      staffed += 1;
      if (seat.ticket !== null) continue;
      if (waiting.size > 0 && hasWork(counter)) seat.idle.second += spanMs;
      else seat.idle.first += spanMs;
    }
    if (staffed === 0 && waiting.size === 0) return;
    for (let fromMs = lastMs; fromMs < untilMs;) {
      const quarter = Math.floor(fromMs / quarterMs);
      const toMs = Math.min((quarter + 1) * quarterMs, untilMs);
      const sum = sumOf(quarters, quarter);
      sum.first += waiting.size * (toMs - fromMs);
      sum.second += staffed * (toMs - fromMs);
      fromMs = toMs;
    }
  }

  function open(counter: string, clerk: string, away = false): void {
    const sum = sumOf(idle, JSON.stringify([counter, clerk]));
    seats.set(counter, { clerk, away, changing: false, ticket: null, idle: sum });
  }

  function change(counter: string, next: Partial<Seat>): void {
    const seat = seats.get(counter);
    if (seat !== undefined) Object.assign(seat, next);
  }

  function moveSeats(event: HallEvent): void {
    switch (event.type) {
      case 'DayBegan':
        configure(event.data.config);
        for (const { counter, clerk, state } of event.data.counters) {
          open(counter, clerk, state !== 'idle');
        }
        return;
      case 'HallConfigured':
        configure(event.data.config);
        return;
      case 'CounterServicesSet': {
        const { counter, services } = event.data;
        servicesOf.set(counter, services.includes('*') ? allServices : services);
        return;
      }
      case 'CounterOpened':
        open(event.data.counter, event.data.clerk);
        return;
      case 'CounterPaused':
        change(event.data.counter, { away: true });
        if (event.data.kind === 'absence') unreserve(event.data.counter);
        return;
      case 'CounterResumed':
        change(event.data.counter, { away: false });
        return;
      case 'CounterClosed':
      case 'CounterReleased':
        seats.delete(event.data.counter);
        unreserve(event.data.counter);
        return;
      case 'HandoverStarted':
        change(event.data.counter, { away: true, changing: true });
        return;
      case 'HandoverCompleted':
        open(event.data.counter, event.data.to);
        return;
      case 'HandoverCancelled':
        // One that only stood in the queue changed nothing at its counter.
        if (seats.get(event.data.counter)?.changing === true) {
          change(event.data.counter, { away: false, changing: false });
        }
        return;
      default:
        return;
    }
  }

  function moveTicket({ ticket, before }: Change): void {
    dequeue(ticket.id);
    if (ticket.state === 'waiting') enqueue(ticket.id, ticket.service, ticket.reservedFor);
    const holds = ticket.state === 'called' || ticket.state === 'serving';
    if (before.counter !== null && (!holds || ticket.counter !== before.counter)) {
      const seat = seats.get(before.counter);
      if (seat?.ticket === ticket.id) seat.ticket = null;
    }
    if (holds && ticket.counter !== null) change(ticket.counter, { ticket: ticket.id });
  }

  return {
    /** Told after the tracker has followed the event. */
    apply(event: HallEvent, changed: Change | null): void {
      pass(event.atMs);
      lastMs = Math.max(lastMs ?? event.atMs, event.atMs);
      moveSeats(event);
      if (changed !== null) moveTicket(changed);
    },
    /** Of who stood ready at all. */
    idle: (): readonly Idle[] =>
      [...idle].flatMap(([key, { first, second }]) => {
        if (first + second === 0) return [];
        const [counter = '', clerk = ''] = JSON.parse(key) as readonly string[];
        return [{ counter, clerk, emptyMs: first, waitingMs: second }];
      }),
    quarters: (): readonly Quarter[] =>
      [...quarters]
        .map(([quarter, { first, second }]) => ({
          fromMs: quarter * quarterMs,
          waitingMs: first,
          staffedMs: second,
        }))
        .toSorted((a, b) => a.fromMs - b.fromMs),
  };
}

function bump(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

function sumOf<K>(sums: Map<K, Sum>, key: K): Sum {
  const known = sums.get(key);
  if (known !== undefined) return known;
  const made = { first: 0, second: 0 };
  sums.set(key, made);
  return made;
}
