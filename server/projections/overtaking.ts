import { counterOf, defaultClass, offers } from '#core/lookup.ts';
import type { HallEvent } from '#core/events.ts';
import type { FactList } from './facts/facts.ts';
import type { Tracked, Tracker } from './tracker.ts';

/** Reading B: how often and how long customers of the default class were overtaken on one day. */
export interface OvertakingFacts {
  /** Ordinary tickets that were passed at least once, and most often. */
  readonly tickets: number;
  readonly timesMax: number;
  /** From the first time a ticket was passed to its own next call: how long it waited on. */
  readonly waitedOnMs: readonly number[];
  /** Calls that passed somebody, by the class of the ticket called. */
  readonly byClass: Readonly<Record<string, number>>;
}

export interface OvertakingFold {
  /**
   * To be told before the tracker hears of the event. Each call that passed somebody becomes a
   * fact: how many tickets it passed.
   */
  before(event: HallEvent, tracker: Tracker, facts: FactList): void;
  read(): OvertakingFacts;
}

/**
 * A ticket is overtaken when a counter that offers its service, and for which it is not kept away,
 * calls a ticket with a later queue time while it waits.
 */
export function createOvertakingFold(): OvertakingFold {
  let firstPassed = new Map<string, { atMs: number; times: number }>();
  let tickets = 0;
  let timesMax = 0;
  let waitedOnMs: number[] = [];
  let byClass: Record<string, number> = {};

  function reset(): void {
    firstPassed = new Map();
    tickets = 0;
    timesMax = 0;
    waitedOnMs = [];
    byClass = {};
  }

  function called(
    event: Extract<HallEvent, { type: 'TicketCalled' }>,
    tracker: Tracker,
    facts: FactList,
  ): void {
    const own = tracker.get(event.data.ticket);
    const passed = own === undefined ? [] : passedBy(own, event.data.counter, tracker);
    for (const { id } of passed) {
      const known = firstPassed.get(id);
      if (known === undefined) tickets += 1;
      const now = { atMs: known?.atMs ?? event.atMs, times: (known?.times ?? 0) + 1 };
      firstPassed.set(id, now);
      timesMax = Math.max(timesMax, now.times);
    }
    if (own !== undefined && passed.length > 0) {
      byClass[own.class] = (byClass[own.class] ?? 0) + 1;
      const { service, class: name } = own;
      const { counter, clerk } = event.data;
      const value = passed.length;
      facts.add({
        kind: 'overtook',
        atMs: event.atMs,
        service,
        class: name,
        counter,
        clerk,
        value,
      });
    }
    const waited = firstPassed.get(event.data.ticket);
    if (waited !== undefined) waitedOnMs.push(event.atMs - waited.atMs);
    firstPassed.delete(event.data.ticket);
  }

  return {
    before(event, tracker, facts) {
      if (event.type === 'DayBegan') reset();
      if (event.type === 'TicketCalled') called(event, tracker, facts);
    },
    read: () => ({ tickets, timesMax, waitedOnMs: [...waitedOnMs], byClass: { ...byClass } }),
  };
}

function passedBy(own: Tracked, counterId: string, tracker: Tracker): readonly Tracked[] {
  const config = tracker.config();
  const counter = config === null ? undefined : counterOf(config, counterId);
  if (config === null || counter === undefined) return [];
  const { id: ordinary } = defaultClass(config);
  const passed: Tracked[] = [];
  for (const other of tracker.all()) {
    // In the order of issue, and nobody queues before being issued: no later one was passed.
    if (other.issuedAtMs > own.queuedAtMs) break;
    if (other.class !== ordinary || other.state !== 'waiting' || other === own) continue;
    const mine =
      other.reservedFor === null ? offers(counter, other.service) : other.reservedFor === counterId;
    if (mine && other.queuedAtMs < own.queuedAtMs) passed.push(other);
  }
  return passed;
}
