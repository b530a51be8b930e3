import type { HallEvent } from '#core/events.ts';
import type { InstantMs } from '#core/vocabulary.ts';

/** A stretch of time during which a counter was in one of these states. */
export interface Stretch {
  readonly counter: string;
  readonly kind: 'open' | 'paused' | 'absent' | 'handover';
  readonly clerk: string | null;
  readonly fromMs: InstantMs;
  readonly toMs: InstantMs;
  /** The reason given, for a pause or an absence. */
  readonly reason: string | null;
  /** When the clerk said to be back. */
  readonly untilMs: InstantMs | null;
  /** Still going on at the end of what was read. */
  readonly ongoing: boolean;
}

export interface Handover {
  readonly counter: string;
  readonly from: string;
  readonly to: string;
  readonly fromMs: InstantMs;
  readonly toMs: InstantMs;
  readonly ended: 'completed' | 'cancelled' | 'broken-off' | 'ongoing';
}

export interface AwayFold {
  apply(event: HallEvent): void;
  /** What was, with what still goes on cut at the instant of the last event. */
  read(): { readonly stretches: readonly Stretch[]; readonly handovers: readonly Handover[] };
}

type Begun = Omit<Stretch, 'toMs' | 'ongoing'>;

interface Seat {
  open: Begun | null;
  away: Begun | null;
  handover: Omit<Handover, 'toMs' | 'ended'> | null;
}

/** Times of counters: from the events that begin and end them. */
export function createAwayFold(): AwayFold {
  let stretches: Stretch[] = [];
  let handovers: Handover[] = [];
  let seats = new Map<string, Seat>();
  let lastAtMs = 0;

  function seatOf(counter: string): Seat {
    const known = seats.get(counter);
    if (known !== undefined) return known;
    const seat: Seat = { open: null, away: null, handover: null };
    seats.set(counter, seat);
    return seat;
  }

  function endAway(seat: Seat): void {
    if (seat.away !== null) stretches.push({ ...seat.away, toMs: lastAtMs, ongoing: false });
    seat.away = null;
  }

  function endHandover(seat: Seat, ended: Handover['ended']): void {
    if (seat.handover !== null) handovers.push({ ...seat.handover, toMs: lastAtMs, ended });
    seat.handover = null;
  }

  function endOpen(seat: Seat): void {
    if (seat.open !== null) stretches.push({ ...seat.open, toMs: lastAtMs, ongoing: false });
    seat.open = null;
  }

  function begin(counter: string, kind: Stretch['kind'], more: Partial<Begun> = {}): Begun {
    const clerk = seatOf(counter).open?.clerk ?? null;
    return { counter, kind, clerk, fromMs: lastAtMs, reason: null, untilMs: null, ...more };
  }

  function apply(event: HallEvent): void {
    lastAtMs = event.atMs;
    switch (event.type) {
      case 'DayBegan':
        stretches = [];
        handovers = [];
        seats = new Map();
        for (const { counter, clerk, state, sign } of event.data.counters) {
          seatOf(counter).open = begin(counter, 'open', { clerk });
          if (state === 'idle') continue;
          const said = { reason: sign?.reason ?? null, untilMs: sign?.untilMs ?? null };
          seatOf(counter).away = begin(counter, state, said);
        }
        return;
      case 'CounterOpened': {
        const { counter, clerk } = event.data;
        seatOf(counter).open = begin(counter, 'open', { clerk });
        return;
      }
      case 'CounterPaused': {
        const { counter, kind, sign } = event.data;
        const said = { reason: sign.reason, untilMs: sign.untilMs };
        const away = kind === 'absence' ? 'absent' : 'paused';
        seatOf(counter).away = begin(counter, away, said);
        return;
      }
      case 'CounterResumed':
        endAway(seatOf(event.data.counter));
        return;
      case 'CounterClosed':
      case 'CounterReleased': {
        const seat = seatOf(event.data.counter);
        endAway(seat);
        endHandover(seat, 'broken-off');
        endOpen(seat);
        return;
      }
      case 'HandoverStarted': {
        const { counter, from, to } = event.data;
        const seat = seatOf(counter);
        endAway(seat);
        seat.away = begin(counter, 'handover');
        seat.handover = { counter, from, to, fromMs: event.atMs };
        return;
      }
      case 'HandoverCompleted': {
        const { counter, to } = event.data;
        const seat = seatOf(counter);
        endAway(seat);
        endHandover(seat, 'completed');
        endOpen(seat);
        seat.open = begin(counter, 'open', { clerk: to });
        return;
      }
      case 'HandoverCancelled': {
        const seat = seatOf(event.data.counter);
        // A handover that only stood in the queue has no time of its own.
        if (seat.handover === null) return;
        endAway(seat);
        endHandover(seat, 'cancelled');
        return;
      }
      default:
        return;
    }
  }

  return {
    apply,
    read() {
      const running = [...seats.values()];
      const going = running.flatMap((seat) =>
        [seat.away, seat.open].filter((each) => each !== null),
      );
      return {
        stretches: [
          ...stretches,
          ...going.map((each) => ({ ...each, toMs: lastAtMs, ongoing: true })),
        ],
        handovers: [
          ...handovers,
          ...running.flatMap(({ handover }) =>
            handover === null ? [] : [{ ...handover, toMs: lastAtMs, ended: 'ongoing' as const }],
          ),
        ],
      };
    },
  };
}
