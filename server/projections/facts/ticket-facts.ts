import type { HallEvent } from '#core/events.ts';
import { promiseMs, type Change, type Tracker } from '../tracker.ts';
import { ratingOrder, type Fact, type FactKind, type FactList } from './facts.ts';

type Groups = Pick<Fact, 'service' | 'class' | 'counter' | 'clerk'>;

/**
 * Turns what happens to tickets into facts. A no-show counts for the counter that recorded it even
 * when the customer comes back; for hall, service, class and hour it is then taken back.
 */
export function createTicketFacts(facts: FactList): {
  apply(event: HallEvent, change: Change | null, tracker: Tracker): void;
} {
  /** Who served a ticket that was finished: a rating that follows is theirs. */
  const servedBy = new Map<string, Groups>();
  const missedAt = new Map<string, number>();

  function finished(
    event: Extract<HallEvent, { type: 'ServiceFinished' }>,
    { ticket }: Change,
    groups: Groups,
    tracker: Tracker,
  ): void {
    const { atMs } = event;
    const config = tracker.config();
    const totalMs = atMs - ticket.promiseFromMs;
    const isKept = config === null || totalMs <= promiseMs(config, ticket);
    servedBy.set(ticket.id, groups);
    facts.add({ kind: 'finished', atMs, value: event.data.serviceMs, ...groups });
    facts.add({ kind: 'total', atMs, value: totalMs, ...groups });
    facts.add({ kind: isKept ? 'kept' : 'broken', atMs, value: 1, ...groups });
  }

  return {
    apply(event, change, tracker) {
      if (event.type === 'ServiceRated') {
        const groups = servedBy.get(event.data.ticket);
        const value = ratingOrder.indexOf(event.data.rating);
        if (groups !== undefined) facts.add({ kind: 'rated', atMs: event.atMs, value, ...groups });
        return;
      }
      if (change === null) return;
      const { atMs } = event;
      const { ticket, before } = change;
      const groups = groupsOf(change);
      const ofTicket = { ...groups, counter: null, clerk: null };
      const add = (kind: FactKind, where: Groups, value = 1): void => {
        facts.add({ kind, atMs, value, ...where });
      };
      if (before.spellMs !== null && ticket.state !== 'serving') {
        add('busy', groups, before.spellMs);
      }
      switch (event.type) {
        case 'TicketIssued':
          add('issued', ofTicket);
          return;
        case 'TicketCalled':
          if (event.data.waitMs !== null) add('wait', groups, event.data.waitMs);
          return;
        case 'TicketRecalled':
          add('recalled', groups);
          return;
        case 'ServiceStarted':
          if (ticket.calledAtMs !== null) add('walk', groups, atMs - ticket.calledAtMs);
          return;
        case 'ServiceFinished':
          finished(event, change, groups, tracker);
          return;
        case 'TicketMissed':
          missedAt.set(ticket.id, atMs);
          add('missed', groups);
          return;
        case 'TicketRejoined':
          facts.add({
            kind: 'unmissed',
            atMs: missedAt.get(ticket.id) ?? atMs,
            value: 1,
            ...ofTicket,
          });
          return;
        case 'TicketTransferred':
          add('transferred', { ...groups, service: before.service });
          return;
        case 'TicketParked':
          add('parked', groups);
          return;
        case 'TicketCancelled':
        case 'TicketLapsed':
          // Who was missed and did not come back stays a missed ticket.
          if (before.state !== 'missed') add('cancelled', ofTicket);
          return;
        default:
          return;
      }
    },
  };
}

function groupsOf({ ticket, before }: Change): Groups {
  return {
    service: ticket.service,
    class: ticket.class,
    counter: ticket.counter ?? before.counter,
    clerk: ticket.clerk ?? before.clerk,
  };
}
