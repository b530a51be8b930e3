import type { HallEvent } from './events.ts';
import type { HallDay, Lease } from './state.ts';

type LeaseChange = Extract<HallEvent, { type: 'NumbersLeased' | 'HandInRefused' }>;

export function evolveLease(state: HallDay, event: LeaseChange): HallDay {
  switch (event.type) {
    case 'NumbersLeased': {
      const { lease, device, blocks, fromMs, untilMs } = event.data;
      const fresh: Lease = {
        device,
        blocks,
        fromMs,
        untilMs,
        // Outstanding numbers of the lease before keep their own place in time.
        notBeforeMs: fromMs,
        handedIn: {},
      };
      return { ...state, leases: { ...state.leases, [lease]: fresh } };
    }
    case 'HandInRefused': {
      const one = { ...event.data, atMs: event.atMs };
      const refused = { ...state, refusedHandIns: [...state.refusedHandIns, one] };
      return handedIn(refused, event.data.lease, event.data.number, null);
    }
  }
}

/** Notes what a device gave: with the hub, or without it and handed in now. */
export function noteGiven(
  state: HallDay,
  event: Extract<HallEvent, { type: 'TicketIssued' }>,
): HallDay {
  const { offline, number, ticket } = event.data;
  if (offline !== undefined) {
    const noted = handedIn(state, offline.lease, number, ticket);
    return notBefore(noted, offline.lease, offline.givenAtMs);
  }
  const { actor } = event;
  if (actor.kind !== 'device') return state;
  return Object.entries(state.leases)
    .filter(([, lease]) => lease.device === actor.device)
    .reduce((next, [id]) => notBefore(next, id, event.atMs), state);
}

function handedIn(state: HallDay, id: string, number: string, ticket: string | null): HallDay {
  const lease = state.leases[id];
  if (lease === undefined) return state;
  const noted: Lease = { ...lease, handedIn: { ...lease.handedIn, [number]: ticket } };
  return { ...state, leases: { ...state.leases, [id]: noted } };
}

function notBefore(state: HallDay, id: string, atMs: number): HallDay {
  const lease = state.leases[id];
  if (lease === undefined) return state;
  const notBeforeMs = Math.max(lease.notBeforeMs, atMs);
  return { ...state, leases: { ...state.leases, [id]: { ...lease, notBeforeMs } } };
}
