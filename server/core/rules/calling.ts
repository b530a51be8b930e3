import { pickNext, type Pick, whyNamed } from '../disciplines/pick.ts';
import type { CommandArgs, CommandContext } from '../commands.ts';
import type { NewEvent } from '../events.ts';
import {
  clerkAtSeat,
  configOf,
  counterAt,
  findTicket,
  offers,
  seatOf,
  staffOf,
  ticketAt,
  ticketAtSeat,
} from '../lookup.ts';
import type { CounterSeat, HallDay, Ticket } from '../state.ts';
import { answer, type Decision, type Guard, unknown } from '../verdict.ts';
import { heldBy, seatIs, ticketIs, waysFrom } from './guards.ts';

/** The next ticket by the discipline, or a named one out of order. Nobody waiting: no event. */
export function call(state: HallDay, args: CommandArgs['call'], context: CommandContext): Decision {
  const seat = seatOf(state, args.counter);
  if (seat === undefined) return unknown('counter', args.counter);
  const guards = [heldBy(state, seat, context), oneCustomer(state, seat), seatIs(seat, 'idle')];
  if (args.ticket !== undefined) return callNamed(state, seat, args.ticket, guards, context);
  return answer(context, guards, () => {
    const pick = pickNext(state, seat.id, context.atMs);
    return pick === null ? [] : calledEvents(state, seat, pick, context);
  });
}

function callNamed(
  state: HallDay,
  seat: CounterSeat,
  id: string,
  guards: readonly Guard[],
  context: CommandContext,
): Decision {
  const ticket = findTicket(state, id);
  if (ticket === undefined) return unknown('ticket', id);
  const next = pickNext(state, seat.id, context.atMs);
  const inOrder = next?.ordinal === ticket.ordinal;
  const pick: Pick = inOrder
    ? next
    : { ordinal: ticket.ordinal, why: whyNamed(state, seat.id, ticket.ordinal, context.atMs) };
  return answer(
    context,
    [
      ...guards,
      ticketIs(ticket, 'waiting'),
      canServe(state, seat, ticket),
      inOrder ? null : mayCallOutOfOrder(state, context),
    ],
    () => calledEvents(state, seat, pick, context),
  );
}

function calledEvents(
  state: HallDay,
  seat: CounterSeat,
  pick: Pick,
  context: CommandContext,
): readonly NewEvent[] {
  const ticket = ticketAt(state, pick.ordinal);
  const called: NewEvent = {
    type: 'TicketCalled',
    data: {
      ticket: ticket.id,
      counter: seat.id,
      clerk: clerkAtSeat(seat),
      why: pick.why,
      waitMs: ticket.waitMs === null ? context.atMs - ticket.queuedAtMs : null,
      callNo: state.lastCallNo + 1,
    },
  };
  if (!configOf(state).policy.startOnCall) return [called];
  return [called, { type: 'ServiceStarted', data: { ticket: ticket.id, counter: seat.id } }];
}

export function callAgain(
  state: HallDay,
  args: CommandArgs['recall'],
  context: CommandContext,
): Decision {
  const seat = seatOf(state, args.counter);
  if (seat === undefined) return unknown('counter', args.counter);
  const { recallMax, recallGapSeconds, noShow: wanted } = configOf(state).policy;
  const guards = ({ number, calls, calledAtMs, lastCallAtMs }: Ticket): readonly Guard[] => {
    const waitSeconds = recallGapSeconds - secondsSince(lastCallAtMs, context.atMs);
    const mayBeMissed =
      calls >= wanted.minCalls && secondsSince(calledAtMs, context.atMs) >= wanted.minSeconds;
    return [
      calls > recallMax
        ? {
            rule: 'recall-limit',
            by: { number, count: calls },
            waysOut: mayBeMissed
              ? [{ command: 'no-show', args: { counter: seat.id }, label: 'no-show' }]
              : [],
            overridable: true,
          }
        : null,
      waitSeconds > 0
        ? { rule: 'recall-gap', by: { seconds: Math.ceil(waitSeconds) }, overridable: false }
        : null,
    ];
  };
  return answer(
    context,
    [heldBy(state, seat, context), seatIs(seat, 'calling'), ...ofCalled(state, seat, guards)],
    () => [
      {
        type: 'TicketRecalled',
        data: {
          ticket: ticketAtSeat(state, seat).id,
          counter: seat.id,
          callNo: state.lastCallNo + 1,
        },
      },
    ],
  );
}

/** Not come after `minCalls` calls and `minSeconds`; the number is kept for coming back. */
export function noShow(
  state: HallDay,
  args: CommandArgs['no-show'],
  context: CommandContext,
): Decision {
  const seat = seatOf(state, args.counter);
  if (seat === undefined) return unknown('counter', args.counter);
  const { recallMax, noShow: wanted } = configOf(state).policy;
  const { minCalls, minSeconds } = wanted;
  const again = { command: 'recall', args: { counter: seat.id }, label: 'recall' } as const;
  const guards = ({ number, calls, calledAtMs }: Ticket): readonly Guard[] => {
    const waysOut = calls > recallMax ? [] : [again];
    const leftSeconds = minSeconds - secondsSince(calledAtMs, context.atMs);
    const seconds = Math.ceil(leftSeconds);
    return [
      calls < minCalls
        ? {
            rule: 'no-show-calls',
            by: { number, count: minCalls - calls },
            waysOut,
            overridable: true,
          }
        : null,
      leftSeconds > 0
        ? { rule: 'no-show-time', by: { number, seconds }, waysOut, overridable: true }
        : null,
    ];
  };
  return answer(
    context,
    [heldBy(state, seat, context), seatIs(seat, 'calling'), ...ofCalled(state, seat, guards)],
    () => [
      {
        type: 'TicketMissed',
        data: { ticket: ticketAtSeat(state, seat).id, counter: seat.id },
      },
    ],
  );
}

/** Guards that look at the ticket that a counter calls, where it calls one. */
function ofCalled(
  state: HallDay,
  seat: CounterSeat,
  guards: (ticket: Ticket) => readonly Guard[],
): readonly Guard[] {
  return seat.state === 'calling' ? guards(ticketAtSeat(state, seat)) : [];
}

function oneCustomer(state: HallDay, seat: CounterSeat): Guard {
  if (seat.ticket === null) return null;
  const ticket = ticketAt(state, seat.ticket);
  const args = { counter: seat.id };
  return {
    rule: 'one-customer-at-a-time',
    by: { counter: seat.id, ticket: ticket.id, number: ticket.number, state: ticket.state },
    waysOut: [
      ...waysFrom(seat),
      { command: 'transfer', args, label: 'transfer' },
      ...(seat.state === 'serving' ? [{ command: 'park', args, label: 'park' } as const] : []),
    ],
    overridable: false,
  };
}

function canServe(state: HallDay, seat: CounterSeat, ticket: Ticket): Guard {
  const counter = counterAt(configOf(state), seat.id);
  const { number, service, reservedFor } = ticket;
  const offered = offers(counter, service) || counter.backup?.services.includes(service) === true;
  if (reservedFor === null ? offered : reservedFor === seat.id) return null;
  return {
    rule: 'counter-cannot-serve',
    by: { number, counter: reservedFor ?? seat.id },
    overridable: false,
  };
}

function mayCallOutOfOrder(state: HallDay, context: CommandContext): Guard {
  const { actor } = context;
  if (actor.kind !== 'staff') return null;
  const person = staffOf(configOf(state), actor.badge);
  if (person?.mayCallOutOfOrder === true || actor.role === 'supervisor') return null;
  return { rule: 'out-of-order', by: { badge: actor.badge }, overridable: true };
}

function secondsSince(sinceMs: number | null, atMs: number): number {
  return (atMs - (sinceMs ?? atMs)) / 1000;
}
