import type { HallEvent } from '#core/events.ts';
import { promiseMs, type Change, type Tracker } from './tracker.ts';

/** Running sums of a clerk's shift at a counter. */
export interface ShiftFigures {
  readonly served: number;
  readonly missed: number;
  readonly transferred: number;
  readonly meanServiceSeconds: number | null;
  readonly promiseBroken: number;
}

/** Figures that live views show: sums only, each event in constant time. */
export interface LiveFigures {
  readonly meanWaitSeconds: number | null;
  readonly promiseBroken: number;
  readonly overrides: number;
  readonly servedAt: (counter: string) => number;
  /** Since the clerk took the seat, or took it over. */
  readonly shiftAt: (counter: string) => ShiftFigures;
  /** Ids of the tickets that a clerk parked and that are still parked, oldest first. */
  readonly parkedBy: (badge: string) => readonly string[];
}

interface Sums {
  served: number;
  missed: number;
  transferred: number;
  serviceMs: number;
  promiseBroken: number;
}

const none: Sums = { served: 0, missed: 0, transferred: 0, serviceMs: 0, promiseBroken: 0 };

export interface LiveFold extends LiveFigures {
  /** Told with the tracker's change of the same event. */
  apply(event: HallEvent, change: Change | null, tracker: Tracker): void;
}

export function createLiveFold(): LiveFold {
  let waits = { count: 0, sumMs: 0 };
  let promiseBroken = 0;
  let overrides = 0;
  let served = new Map<string, number>();
  let shifts = new Map<string, Sums>();
  /** Parked tickets and who parked them, in the order of parking. */
  let parked = new Map<string, string>();

  function begin(): void {
    waits = { count: 0, sumMs: 0 };
    promiseBroken = 0;
    overrides = 0;
    served = new Map();
    shifts = new Map();
    parked = new Map();
  }

  function shiftOf(counter: string | null): Sums {
    const key = counter ?? '';
    const known = shifts.get(key);
    if (known !== undefined) return known;
    const made = { ...none };
    shifts.set(key, made);
    return made;
  }

  function finished(
    event: Extract<HallEvent, { type: 'ServiceFinished' }>,
    change: Change | null,
    tracker: Tracker,
  ): void {
    const { counter, serviceMs } = event.data;
    const shift = shiftOf(counter);
    served.set(counter, (served.get(counter) ?? 0) + 1);
    shift.served += 1;
    shift.serviceMs += serviceMs;
    const config = tracker.config();
    if (change === null || config === null) return;
    if (event.atMs - change.ticket.promiseFromMs <= promiseMs(config, change.ticket)) return;
    shift.promiseBroken += 1;
    promiseBroken += 1;
  }

  return {
    apply(event, change, tracker) {
      if (event.override !== undefined) overrides += 1;
      switch (event.type) {
        case 'DayBegan':
          begin();
          return;
        case 'TicketCalled':
          if (event.data.waitMs === null) return;
          waits = { count: waits.count + 1, sumMs: waits.sumMs + event.data.waitMs };
          return;
        case 'ServiceFinished':
          finished(event, change, tracker);
          return;
        case 'TicketMissed':
          shiftOf(event.data.counter).missed += 1;
          return;
        case 'TicketTransferred':
          if (event.data.from !== null) shiftOf(event.data.from).transferred += 1;
          return;
        case 'TicketParked': {
          const clerk = change?.before.clerk ?? null;
          if (clerk !== null) parked.set(event.data.ticket, clerk);
          return;
        }
        case 'TicketReturned':
        case 'TicketCancelled':
        case 'TicketLapsed':
          parked.delete(event.data.ticket);
          return;
        case 'CounterOpened':
        case 'HandoverCompleted':
          shifts.set(event.data.counter, { ...none });
          return;
        default:
          return;
      }
    },
    get meanWaitSeconds() {
      return waits.count === 0 ? null : Math.round(waits.sumMs / waits.count / 1000);
    },
    get promiseBroken() {
      return promiseBroken;
    },
    get overrides() {
      return overrides;
    },
    servedAt: (counter) => served.get(counter) ?? 0,
    shiftAt(counter) {
      const { serviceMs, ...sums } = shifts.get(counter) ?? none;
      const mean = sums.served === 0 ? null : Math.round(serviceMs / sums.served / 1000);
      return { ...sums, meanServiceSeconds: mean };
    },
    parkedBy: (badge) => [...parked].flatMap(([ticket, by]) => (by === badge ? [ticket] : [])),
  };
}
