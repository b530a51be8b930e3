import { configOf, isReceiving, offers, ticketOf } from '#core/lookup.ts';
import { at } from '#core/sequence.ts';
import type { HallEvent } from '#core/events.ts';
import type { HallDay } from '#core/state.ts';

/**
 * The predictors that a wait estimate has to beat (Ibrahim and Whitt, Real-Time Delay Estimation in
 * Call Centers, 2009; Whitt, Predicting Queueing Delays, 1999). Each says one number of seconds; for
 * the figures of the ninth decile that number is taken for it.
 */
export const baselineNames = [
  'last-to-enter',
  'head-of-line',
  'queue-length',
  'queue-length-with-abandonment',
] as const;
export type Baseline = (typeof baselineNames)[number];

export interface Baselines {
  apply(event: HallEvent, before: HallDay): void;
  predict(state: HallDay, service: string, atMs: number): Readonly<Record<Baseline, number>>;
}

/** What the means weigh before anything was seen: one service of three minutes. */
const priorServiceS = 180;

export function createBaselines(): Baselines {
  const serviceTime = { sumS: priorServiceS, count: 1 };
  const left = { count: 0, waitedS: priorServiceS };
  let lastWaitS = new Map<string, number>();

  return {
    apply(event, before) {
      switch (event.type) {
        case 'DayBegan':
          lastWaitS = new Map();
          return;
        case 'TicketCalled': {
          const ticket = ticketOf(before, event.data.ticket);
          const waitS = (event.atMs - ticket.queuedAtMs) / 1000;
          lastWaitS.set(ticket.service, waitS);
          left.waitedS += waitS;
          return;
        }
        case 'TicketCancelled': {
          const ticket = ticketOf(before, event.data.ticket);
          if (ticket.state !== 'waiting') return;
          left.count += 1;
          left.waitedS += (event.atMs - ticket.queuedAtMs) / 1000;
          return;
        }
        case 'ServiceFinished':
          serviceTime.sumS += event.data.serviceMs / 1000;
          serviceTime.count += 1;
          return;
        default:
          return;
      }
    },
    predict(state, service, atMs) {
      const seats = seatsOf(state);
      const meanS = serviceTime.sumS / serviceTime.count;
      const leavingPerS = left.count / left.waitedS;
      const counters = Math.max(seats.open, 1);
      const waiting = state.waitingCount;
      let withAbandonment = 0;
      for (let index = 0; index <= waiting; index += 1) {
        withAbandonment += 1 / (counters / meanS + index * leavingPerS);
      }
      const free = seats.idle > 0 && waiting === 0;
      return {
        'last-to-enter': lastWaitS.get(service) ?? 0,
        'head-of-line': headWaitS(state, service, atMs),
        'queue-length': free ? 0 : ((waiting + 1) * meanS) / counters,
        'queue-length-with-abandonment': free ? 0 : withAbandonment,
      };
    },
  };
}

/** Counters that offer something, open now; and those of them that are idle. */
function seatsOf(state: HallDay): { readonly open: number; readonly idle: number } {
  let open = 0;
  let idle = 0;
  for (const counter of configOf(state).counters) {
    const seat = state.counters[counter.id];
    if (seat === undefined || !isReceiving(seat)) continue;
    if (!state.config?.services.some(({ id }) => offers(counter, id))) continue;
    open += 1;
    if (seat.state === 'idle') idle += 1;
  }
  return { open, idle };
}

function headWaitS(state: HallDay, service: string, atMs: number): number {
  let earliestMs = atMs;
  for (const queue of Object.values(state.queues)) {
    if (queue.service !== service) continue;
    const head = at(queue.ordinals, 0);
    const ticket = head === undefined ? undefined : at(state.tickets, head);
    if (ticket !== undefined) earliestMs = Math.min(earliestMs, ticket.queuedAtMs);
  }
  return (atMs - earliestMs) / 1000;
}
