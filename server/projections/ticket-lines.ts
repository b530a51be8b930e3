import type { HallEvent } from '#core/events.ts';
import type { TicketLine } from '#protocol/report.ts';
import { iso } from './facts/notes.ts';
import { createTracker, promiseMs, type Change, type Tracker } from './tracker.ts';

type Open = { -readonly [K in keyof TicketLine]: TicketLine[K] };

/**
 * Every ticket of a day with its times, in the order of issue: what anybody needs who wants to
 * compute a report's figures again (rule honest-statistics).
 */
export function ticketLines(events: Iterable<HallEvent>): readonly TicketLine[] {
  const tracker = createTracker();
  const lines = new Map<string, Open>();
  for (const event of events) {
    const change = tracker.apply(event);
    if (event.type === 'ServiceRated') {
      const line = lines.get(event.data.ticket);
      if (line !== undefined) line.rating = event.data.rating;
    }
    if (change !== null) follow(lines, event, change, tracker);
  }
  return [...lines.values()];
}

function follow(
  lines: Map<string, Open>,
  event: HallEvent,
  { ticket, before }: Change,
  tracker: Tracker,
): void {
  const at = iso(event.atMs);
  if (event.type === 'TicketIssued') {
    lines.set(ticket.id, issued(ticket, at));
    return;
  }
  const line = lines.get(ticket.id);
  if (line === undefined) return;
  line.service = ticket.service;
  switch (event.type) {
    case 'TicketCalled':
      line.calls += 1;
      line.counter = ticket.counter;
      line.clerk = ticket.clerk;
      if (event.data.waitMs !== null) {
        line.calledAt = at;
        line.waitSeconds = event.data.waitMs / 1000;
      }
      return;
    case 'TicketRecalled':
      line.calls += 1;
      return;
    case 'ServiceStarted':
      line.startedAt = at;
      line.walkSeconds =
        ticket.calledAtMs === null ? null : (event.atMs - ticket.calledAtMs) / 1000;
      return;
    case 'ServiceFinished': {
      const config = tracker.config();
      const totalMs = event.atMs - ticket.promiseFromMs;
      line.outcome = 'served';
      line.finishedAt = at;
      line.serviceSeconds = event.data.serviceMs / 1000;
      line.totalSeconds = totalMs / 1000;
      line.promise = config === null || totalMs <= promiseMs(config, ticket) ? 'kept' : 'broken';
      return;
    }
    case 'TicketMissed':
      line.outcome = 'missed';
      return;
    case 'TicketRejoined':
      line.outcome = 'open';
      return;
    case 'TicketTransferred':
      line.transfers += 1;
      return;
    case 'TicketCancelled':
    case 'TicketLapsed':
      if (before.state !== 'missed') line.outcome = 'left';
      return;
    default:
      return;
  }
}

function issued(ticket: Change['ticket'], at: string): Open {
  const { number, service, class: name } = ticket;
  return {
    number,
    service,
    class: name,
    outcome: 'open',
    counter: null,
    clerk: null,
    calls: 0,
    transfers: 0,
    issuedAt: at,
    calledAt: null,
    startedAt: null,
    finishedAt: null,
    waitSeconds: null,
    walkSeconds: null,
    serviceSeconds: null,
    totalSeconds: null,
    promise: null,
    rating: null,
  };
}
