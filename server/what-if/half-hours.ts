import type { HallEvent } from '#core/events.ts';
import type { HallConfig } from '#core/hall-config.ts';
import type { InstantMs } from '#core/vocabulary.ts';
import { createTracker, promiseMs } from '#projections/tracker.ts';

/** Half an hour of a day; tickets belong to the one in which their number was taken. */
export interface HalfHour {
  readonly fromMs: InstantMs;
  readonly issued: number;
  readonly kept: number;
  readonly broken: number;
  /** Mean number of counters that took customers. */
  readonly openCounters: number;
  /** Share of the open counters' time that was spent serving, 0 to 1; null where none was open. */
  readonly load: number | null;
}

export const halfHourMs = 1_800_000;

interface Slot {
  issued: number;
  kept: number;
  broken: number;
  openMs: number;
  busyMs: number;
}

/** The half hour that an instant falls in. */
export function halfHourOf(atMs: InstantMs): InstantMs {
  return Math.floor(atMs / halfHourMs) * halfHourMs;
}

/** Folds a day into half hours. Zones whose offset is a quarter hour get slots of the UTC clock. */
export function createHalfHours(config: HallConfig) {
  const tracker = createTracker();
  const slots = new Map<InstantMs, Slot>();
  const openSince = new Map<string, InstantMs>();

  function slotAt(atMs: InstantMs): Slot {
    const fromMs = halfHourOf(atMs);
    const known = slots.get(fromMs);
    if (known !== undefined) return known;
    const made = { issued: 0, kept: 0, broken: 0, openMs: 0, busyMs: 0 };
    slots.set(fromMs, made);
    return made;
  }

  function spread(what: 'openMs' | 'busyMs', sinceMs: InstantMs, untilMs: InstantMs): void {
    for (let fromMs = sinceMs; fromMs < untilMs;) {
      const nextMs = Math.min(halfHourOf(fromMs) + halfHourMs, untilMs);
      slotAt(fromMs)[what] += nextMs - fromMs;
      fromMs = nextMs;
    }
  }

  function follow(event: HallEvent): void {
    const change = tracker.apply(event);
    if (change === null) return;
    const { ticket, before } = change;
    if (before.spellMs !== null && ticket.state !== 'serving') {
      spread('busyMs', event.atMs - before.spellMs, event.atMs);
    }
    if (event.type === 'TicketIssued') slotAt(event.atMs).issued += 1;
    if (event.type === 'ServiceFinished') {
      const elapsedMs = event.atMs - ticket.promiseFromMs;
      const isKept = elapsedMs <= promiseMs(config, ticket);
      slotAt(ticket.issuedAtMs)[isKept ? 'kept' : 'broken'] += 1;
    }
  }

  return {
    apply(event: HallEvent): void {
      follow(event);
      if (event.type === 'CounterOpened') openSince.set(event.data.counter, event.atMs);
      if (event.type !== 'CounterClosed') return;
      const sinceMs = openSince.get(event.data.counter);
      openSince.delete(event.data.counter);
      if (sinceMs !== undefined) spread('openMs', sinceMs, event.atMs);
    },
    result(): HalfHour[] {
      return [...slots]
        .sort(([a], [b]) => a - b)
        .map(([fromMs, { issued, kept, broken, openMs, busyMs }]) => ({
          fromMs,
          issued,
          kept,
          broken,
          openCounters: openMs / halfHourMs,
          load: openMs === 0 ? null : Math.min(busyMs / openMs, 1),
        }));
    },
  };
}
