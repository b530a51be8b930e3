import type { CommandArgs, CommandContext } from '../commands.ts';
import type { NewEvent } from '../events.ts';
import { clerkAtSeat, configOf, seatOf, ticketAt } from '../lookup.ts';
import type { WayOut } from '../refusals.ts';
import type { CounterSeat, HallDay } from '../state.ts';
import { accepted, answer, type Decision, type Guard, unknown } from '../verdict.ts';
import {
  everyoneServed,
  handingOver,
  heldBy,
  holdsNoOther,
  nobodyLeftWaiting,
  seatIs,
} from './guards.ts';

/** How long before opening a counter may be taken. */
export const openBeforeMs = 60 * 60_000;

/** A clerk takes the seat. Taking the seat one already holds changes nothing. */
export function openCounter(
  state: HallDay,
  args: CommandArgs['open'],
  context: CommandContext,
): Decision {
  const seat = seatOf(state, args.counter);
  if (seat === undefined) return unknown('counter', args.counter);
  if (context.actor.kind !== 'staff') throw new Error('a counter is opened by a clerk');
  const { badge } = context.actor;
  if (seat.clerk === badge && seat.state !== 'handover') return accepted();
  return answer(
    context,
    [freeSeat(seat, badge), holdsNoOther(state, badge, seat.id), withinHours(state, context.atMs)],
    () => [{ type: 'CounterOpened', data: { counter: seat.id, clerk: badge } }],
  );
}

export function closeCounter(
  state: HallDay,
  args: CommandArgs['close'],
  context: CommandContext,
): Decision {
  const seat = seatOf(state, args.counter);
  if (seat === undefined) return unknown('counter', args.counter);
  if (seat.state === 'closed') return accepted();
  const leaving = handingOver(seat);
  return answer(
    context,
    [
      heldBy(state, seat, context),
      leaving ?? seatIs(seat, 'idle', 'paused'),
      nobodyLeftWaiting(state, seat, configOf(state).policy.signOff),
      everyoneServed(state, seat),
    ],
    () => [{ type: 'CounterClosed', data: { counter: seat.id } }],
  );
}

/** A supervisor frees a forgotten seat; whoever was called or served there waits again. */
export function releaseCounter(
  state: HallDay,
  args: CommandArgs['release-counter'],
  context: CommandContext,
): Decision {
  const seat = seatOf(state, args.counter);
  if (seat === undefined) return unknown('counter', args.counter);
  if (seat.state === 'closed') return accepted();
  return answer(context, [], () => releaseEvents(state, seat, 'release'));
}

export function releaseEvents(
  state: HallDay,
  seat: CounterSeat,
  why: 'release' | 'day-over',
): readonly NewEvent[] {
  const released: NewEvent = {
    type: 'CounterReleased',
    data: { counter: seat.id, clerk: seat.clerk },
  };
  if (seat.ticket === null) return [released];
  const ticket = ticketAt(state, seat.ticket);
  return [
    {
      type: 'TicketPutBack',
      data: { ticket: ticket.id, counter: seat.id, place: 'keep', why },
    },
    released,
  ];
}

function freeSeat(seat: CounterSeat, badge: string): Guard {
  if (seat.state === 'closed') return null;
  if (seat.handover !== null && seat.clerk === badge) {
    return handingOver(seat) ?? seatIs(seat, 'closed');
  }
  return {
    rule: 'one-counter-one-clerk',
    by: { counter: seat.id, badge: clerkAtSeat(seat), state: seat.state },
    waysOut: [intoSeat(seat, badge)],
    overridable: false,
  };
}

/** The relief takes the seat by signing for it; anybody else when a supervisor has freed it. */
function intoSeat(seat: CounterSeat, badge: string): WayOut {
  const args = { counter: seat.id };
  if (seat.handover?.to !== badge) {
    return { command: 'release-counter', args, label: 'release-counter' };
  }
  return seat.handover.relieved
    ? { command: 'complete-handover', args, label: 'complete-record' }
    : { command: 'relieve-handover', args, label: 'sign-in-there' };
}

function withinHours(state: HallDay, atMs: number): Guard {
  const { hours, ended } = state;
  if (hours !== null && !ended && atMs >= hours.opensAtMs - openBeforeMs) return null;
  const early = hours !== null && !ended;
  return {
    rule: 'outside-hours',
    by: early ? { atMs: hours.opensAtMs - openBeforeMs } : { state: 'closed' },
    overridable: early,
  };
}
