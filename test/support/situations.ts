/** Situations of the test hall that many tests begin with, and who acts in them. */
import type { CommandArgs } from '#core/commands.ts';
import type { AttachedReport } from '#core/events.ts';
import type { HallConfig } from '#core/hall-config.ts';
import { leasedFrom } from '#core/rules/leases.ts';
import type { Actor } from '#core/vocabulary.ts';
import { clerk, hallDay, kiosk, type HallDayDriver } from './hall-day.ts';

export const [li, zhou, sun, chen] = [clerk('1001'), clerk('1002'), clerk('1003'), clerk('1004')];
export const one = { counter: '1' };
export const two = { counter: '2' };

/** Counters 1 (payments) and 2 (all services) are open under 1001 and 1002; 3 is closed. */
export function bothOpen(time: string, change: Partial<HallConfig> = {}): HallDayDriver {
  return hallDay(change).at('08:20').open('1', '1001').open('2', '1002').at(time);
}

/** A001 is served at counter 1 since 09:00:40; counter 2 is open, 3 is closed. */
export function serving(change: Partial<HallConfig> = {}): { hall: HallDayDriver; id: string } {
  const hall = bothOpen('09:00', change);
  const { id } = hall.issue();
  hall.later(30).do('call', one, li);
  hall.later(10).do('start', one, li);
  return { hall, id };
}

/** A ticket as its issue leaves it, with what is its own; times as its user writes them. */
export function newTicket<Time extends number | string, Own>(
  own: Own & { id: string; number: string; ordinal: number; issuedAtMs: Time },
) {
  return {
    service: 'payment',
    class: 'ordinary',
    language: 'zh' as const,
    need: null,
    customer: null,
    state: 'waiting' as const,
    queuedAtMs: own.issuedAtMs,
    orderMs: own.issuedAtMs,
    front: false,
    reservedFor: null,
    former: null,
    owner: null,
    counter: null,
    clerk: null,
    calls: 0,
    calledAtMs: null,
    lastCallAtMs: null,
    why: null,
    waitMs: null,
    startedAtMs: null,
    finishedAtMs: null,
    missing: [],
    rating: null,
    estimate: null,
    print: null,
    ...own,
  };
}

/** What 1001 hands over at counter 1. */
export const handoverRecord = {
  equipment: 'printer low on paper',
  hardCases: 'A004 wants a refund',
  staffChanges: 'none',
  followUps: [{ text: 'call back', ticket: null, owner: '1001' }],
  note: null,
};

export const agent: Actor = { kind: 'device', device: 'agent' };
/** A printer for everybody, as its agent reports it. */
export const printer: AttachedReport = {
  id: 'printer',
  kind: 'printer',
  state: 'ready',
  detail: null,
  counter: null,
  kiosk: null,
};

export const otherKiosk: Actor = { kind: 'device', device: 'kiosk-2' };

/** A kiosk leases numbers for the time without its hub; answers the lease. */
export function leaseAt(hall: HallDayDriver, actor: Actor = kiosk): string {
  const [event] = hall.do('lease-numbers', {}, actor);
  if (event?.type !== 'NumbersLeased') throw new Error('nothing was leased');
  return event.data.lease;
}

/** The first number of a lease, given for a payment just now, as it is handed in. */
export function given(
  hall: HallDayDriver,
  lease: string,
  change: Partial<CommandArgs['hand-in-ticket']> = {},
): CommandArgs['hand-in-ticket'] {
  return {
    lease,
    prefix: 'A',
    no: leasedFrom,
    service: 'payment',
    givenAtMs: hall.atMs,
    genuine: true,
    ...change,
  };
}
