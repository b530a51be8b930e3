import { seated } from './evolve-ticket.ts';
import type { HallEvent } from './events.ts';
import { followUpsAfter } from './follow-ups.ts';
import { dequeue, enqueue } from './queues.ts';
import { items } from './sequence.ts';
import { ticketAt } from './lookup.ts';
import type { HallDay } from './state.ts';

type CounterChange = Exclude<
  Extract<HallEvent, { type: `Counter${string}` | `Handover${string}` }>,
  { type: 'CounterServicesSet' }
>;

export function evolveCounter(state: HallDay, event: CounterChange): HallDay {
  const { counter } = event.data;
  switch (event.type) {
    case 'CounterOpened':
      return seated(state, counter, {
        state: 'idle',
        clerk: event.data.clerk,
        openedAtMs: event.atMs,
        sinceMs: event.atMs,
        finished: null,
        sign: null,
      });
    case 'CounterPaused': {
      const next = seated(state, counter, {
        state: event.data.kind === 'absence' ? 'absent' : 'paused',
        sinceMs: event.atMs,
        sign: event.data.sign,
      });
      return event.data.kind === 'absence' ? unreserve(next, counter, event.atMs) : next;
    }
    case 'CounterResumed':
      return seated(state, counter, { state: 'idle', sinceMs: event.atMs, sign: null });
    case 'CounterClosed':
    case 'CounterReleased':
      return leave(state, counter, event.atMs);
    case 'HandoverQueued':
      return {
        ...state,
        handoverQueue: [
          ...state.handoverQueue,
          {
            counter,
            from: event.data.from,
            to: event.data.to,
            draft: event.data.draft,
          },
        ],
      };
    case 'HandoverStarted':
      return seated(unqueue(state, counter), counter, {
        state: 'handover',
        sinceMs: event.atMs,
        sign: event.data.sign,
        handover: {
          from: event.data.from,
          to: event.data.to,
          draft: event.data.draft,
          relieved: false,
          sinceMs: event.atMs,
        },
      });
    case 'HandoverRelieved': {
      const under = state.counters[counter]?.handover ?? null;
      return seated(state, counter, {
        handover: under === null ? null : { ...under, relieved: true },
      });
    }
    case 'HandoverCompleted':
      return seated(
        { ...state, followUps: followUpsAfter(state.followUps, event, state.config) },
        counter,
        {
          state: 'idle',
          clerk: event.data.to,
          openedAtMs: event.atMs,
          sinceMs: event.atMs,
          sign: null,
          handover: null,
          finished: null,
        },
      );
    case 'HandoverCancelled': {
      if (state.counters[counter]?.state !== 'handover') return unqueue(state, counter);
      return seated(state, counter, {
        state: 'idle',
        sinceMs: event.atMs,
        sign: null,
        handover: null,
      });
    }
  }
}

function leave(state: HallDay, counter: string, atMs: number): HallDay {
  const closed = seated(unqueue(state, counter), counter, {
    state: 'closed',
    clerk: null,
    openedAtMs: null,
    sinceMs: atMs,
    sign: null,
    handover: null,
    finished: null,
  });
  return unreserve(closed, counter, atMs);
}

function unqueue(state: HallDay, counter: string): HallDay {
  return {
    ...state,
    handoverQueue: state.handoverQueue.filter((asked) => asked.counter !== counter),
  };
}

/** Tickets kept for a counter that left wait for every counter again, by their queue time. */
function unreserve(state: HallDay, counter: string, atMs: number): HallDay {
  let next = state;
  for (const queue of Object.values(state.queues)) {
    if (queue.reservedFor !== counter) continue;
    for (const ordinal of items(queue.ordinals)) {
      const ticket = ticketAt(next, ordinal);
      const placement = { kind: ticket.front ? 'front' : 'keep' } as const;
      next = enqueue(dequeue(next, ticket), { ...ticket, reservedFor: null }, placement, atMs);
    }
  }
  return next;
}
