import type { HallEvent } from '#core/events.ts';
import { promiseMs, type Change, type Tracker } from '../tracker.ts';

/** Who had which part in a broken promise (rule ten-minute-promise). */
export interface PromiseBroken {
  readonly number: string;
  readonly counter: string | null;
  /** The clerk who served longest, where service took longer than waiting; else null. */
  readonly clerk: string | null;
  /** Beyond the promise. */
  readonly seconds: number;
  readonly part: 'waiting' | 'service';
}

interface Served {
  readonly number: string;
  readonly counter: string | null;
  readonly clerk: string | null;
}

/**
 * Adds up, ticket by ticket, how long each clerk served it on the promise's clock. What is left of
 * the whole is waiting, and waiting is the hall's part: a clerk answers for service alone.
 */
export function createPromiseParts() {
  const served = new Map<string, Served>();
  const spells = new Map<string, Map<string, number>>();

  return {
    /** Who finished a ticket that may be rated now. */
    servedBy: (ticket: string): Served | null => served.get(ticket) ?? null,
    apply(event: HallEvent, change: Change | null, tracker: Tracker): PromiseBroken | null {
      if (change === null) return null;
      const { ticket, before } = change;
      if (event.type === 'TicketRejoined' || event.type === 'TicketReturned') {
        // The clock starts again: what was served before is not on it.
        spells.delete(ticket.id);
        return null;
      }
      const clerk = ticket.clerk ?? before.clerk;
      const counter = ticket.counter ?? before.counter;
      if (before.spellMs !== null && ticket.state !== 'serving' && clerk !== null) {
        const mine = spells.get(ticket.id) ?? new Map<string, number>();
        mine.set(clerk, (mine.get(clerk) ?? 0) + before.spellMs);
        spells.set(ticket.id, mine);
      }
      if (ticket.state === 'done') {
        const { number } = ticket;
        served.set(ticket.id, { number, counter, clerk });
        const mine = spells.get(ticket.id) ?? new Map<string, number>();
        spells.delete(ticket.id);
        const config = tracker.config();
        const totalMs = event.atMs - ticket.promiseFromMs;
        const overMs = config === null ? 0 : totalMs - promiseMs(config, ticket);
        if (overMs <= 0) return null;
        const servedMs = [...mine.values()].reduce((sum, ms) => sum + ms, 0);
        const [longest] = [...mine].toSorted(([, a], [, b]) => b - a);
        const isService = servedMs > totalMs - servedMs && longest !== undefined;
        return {
          number,
          counter,
          clerk: isService ? longest[0] : null,
          seconds: Math.round(overMs / 1000),
          part: isService ? 'service' : 'waiting',
        };
      }
      if (ticket.state === 'cancelled') spells.delete(ticket.id);
      return null;
    },
  };
}
