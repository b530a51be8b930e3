import type { HallEvent } from '#core/events.ts';
import type { HallConfig } from '#core/hall-config.ts';
import { classOf, serviceOf } from '#core/lookup.ts';
import type { InstantMs, TicketState } from '#core/vocabulary.ts';

/**
 * What figures need to know of a ticket, followed from the events alone. Tickets leave the tracker
 * when they are done or cancelled: it is as large as the hall is full, whatever the day was.
 */
export interface Tracked {
  readonly id: string;
  readonly number: string;
  readonly class: string;
  readonly issuedAtMs: InstantMs;
  service: string;
  state: TicketState;
  queuedAtMs: InstantMs;
  /**
   * Start of the promise's clock (`ten-minute-promise`): issue or, for who was away (missed) or
   * had to fetch papers (`one-notice-of-missing-papers`), the return.
   */
  promiseFromMs: InstantMs;
  reservedFor: string | null;
  counter: string | null;
  clerk: string | null;
  calledAtMs: InstantMs | null;
  startedAtMs: InstantMs | null;
}

/** A ticket event as told: the ticket after it, and what it was before. */
export interface Change {
  readonly ticket: Tracked;
  readonly before: {
    readonly state: TicketState | null;
    readonly service: string;
    readonly counter: string | null;
    readonly clerk: string | null;
    /** Seconds of service that this event ended, in ms; null where none was running. */
    readonly spellMs: number | null;
  };
}

export interface Tracker {
  config(): HallConfig | null;
  get(id: string): Tracked | undefined;
  /** Follows an event; answers the change where it was a ticket's. */
  apply(event: HallEvent): Change | null;
  /** The tickets it follows: waiting, called, in service, missed or parked. */
  all(): Iterable<Tracked>;
}

export function createTracker(): Tracker {
  let config: HallConfig | null = null;
  let tickets = new Map<string, Tracked>();

  function change(id: string, atMs: InstantMs, next: Partial<Tracked>): Change | null {
    const ticket = tickets.get(id);
    if (ticket === undefined) return null;
    const { state, service, counter, clerk, startedAtMs } = ticket;
    const spellMs = state === 'serving' && startedAtMs !== null ? atMs - startedAtMs : null;
    Object.assign(ticket, next);
    if (ticket.state === 'done' || ticket.state === 'cancelled') tickets.delete(id);
    return { ticket, before: { state, service, counter, clerk, spellMs } };
  }

  return {
    config: () => config,
    get: (id) => tickets.get(id),
    all: () => tickets.values(),
    apply(event) {
      const { atMs } = event;
      switch (event.type) {
        case 'DayBegan':
          config = event.data.config;
          tickets = new Map();
          return null;
        case 'HallConfigured':
          config = event.data.config;
          return null;
        case 'TicketIssued': {
          const ticket = issued(event);
          tickets.set(ticket.id, ticket);
          const { service } = ticket;
          return {
            ticket,
            before: { state: null, service, counter: null, clerk: null, spellMs: null },
          };
        }
        case 'TicketCalled':
          return change(event.data.ticket, atMs, {
            state: 'called',
            counter: event.data.counter,
            clerk: event.data.clerk,
            calledAtMs: atMs,
          });
        case 'TicketRecalled':
        case 'ServiceRated':
          return change(event.data.ticket, atMs, {});
        case 'ServiceStarted':
          return change(event.data.ticket, atMs, { state: 'serving', startedAtMs: atMs });
        case 'ServiceFinished':
          return change(event.data.ticket, atMs, { state: 'done' });
        case 'TicketMissed':
          return change(event.data.ticket, atMs, { ...nowhere, state: 'missed' });
        case 'TicketParked':
          return change(event.data.ticket, atMs, { ...nowhere, state: 'parked' });
        case 'TicketRejoined':
        case 'TicketReturned':
          return change(event.data.ticket, atMs, {
            ...nowhere,
            state: 'waiting',
            reservedFor: null,
            promiseFromMs: atMs,
          });
        case 'TicketTransferred':
          return change(event.data.ticket, atMs, {
            ...nowhere,
            state: 'waiting',
            service: event.data.service,
            reservedFor: event.data.counter,
            ...(event.data.place === 'back' && { queuedAtMs: atMs }),
            ...(event.data.queuedAtMs !== undefined && { queuedAtMs: event.data.queuedAtMs }),
          });
        case 'TicketPutBack':
          return change(event.data.ticket, atMs, { ...nowhere, state: 'waiting' });
        case 'TicketCancelled':
        case 'TicketLapsed':
          return change(event.data.ticket, atMs, { state: 'cancelled' });
        case 'CounterPaused':
          // Who was kept for a clerk called away waits for everybody again.
          if (event.data.kind === 'absence') unreserve(tickets.values(), event.data.counter);
          return null;
        case 'CounterClosed':
        case 'CounterReleased':
          unreserve(tickets.values(), event.data.counter);
          return null;
        default:
          return null;
      }
    },
  };
}

/** The promise of a ticket: its service's, or its class's where that is shorter. */
export function promiseMs(config: HallConfig, ticket: { service: string; class: string }): number {
  const ofService = serviceOf(config, ticket.service)?.promiseMinutes ?? Number.POSITIVE_INFINITY;
  const ofClass = classOf(config, ticket.class)?.promiseMinutes ?? Number.POSITIVE_INFINITY;
  return Math.min(ofService, ofClass) * 60_000;
}

const nowhere = { counter: null, clerk: null, calledAtMs: null, startedAtMs: null } as const;

function issued(event: Extract<HallEvent, { type: 'TicketIssued' }>): Tracked {
  const { data } = event;
  // `honest-statistics`: who came while the hub was away has waited since then.
  const atMs = data.offline?.givenAtMs ?? event.atMs;
  return {
    id: data.ticket,
    number: data.number,
    class: data.class,
    service: data.service,
    issuedAtMs: atMs,
    queuedAtMs: atMs,
    promiseFromMs: atMs,
    state: 'waiting',
    reservedFor: null,
    ...nowhere,
  };
}

function unreserve(tickets: Iterable<Tracked>, counter: string): void {
  for (const ticket of tickets) if (ticket.reservedFor === counter) ticket.reservedFor = null;
}
