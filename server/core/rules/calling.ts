import { pickNext, type Pick, whyNamed } from '../disciplines/pick.ts';
import type { CommandArgs, CommandContext } from '../commands.ts';
import type { NewEvent } from '../events.ts';
import { configOf, counterOf, findTicket, offers, seatOf, staffOf, ticketAt } from '../lookup.ts';
import type { CounterSeat, HallDay, Ticket } from '../state.ts';
import { accepted, answer, type Decision, type Guard, unknown } from '../verdict.ts';
import { heldBy, seatIs, ticketIs } from './guards.ts';

/** The next ticket by the discipline, or a named one out of order. Nobody waiting: no event. */
export function call(state: HallDay, args: CommandArgs['call'], context: CommandContext): Decision {
  const seat = seatOf(state, args.counter);
  if (seat === undefined) return unknown('counter', args.counter);
  const guards = [heldBy(state, seat, context), oneCustomer(state, seat), seatIs(seat, 'idle')];
  if (args.ticket !== undefined) return callNamed(state, seat, args.ticket, guards, context);
  if (guards.some((guard) => guard !== null)) return answer(context, guards, () => []);
  const pick = pickNext(state, seat.id, context.atMs);
  if (pick === null) return accepted();
  return accepted(...calledEvents(state, seat, pick, context));
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
  const next = seat.state === 'idle' ? pickNext(state, seat.id, context.atMs) : null;
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
      clerk: clerkOf(seat, context),
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
  const { recallMax, recallGapSeconds } = configOf(state).policy;
  const ticket = seat.ticket === null ? null : ticketAt(state, seat.ticket);
  const waitSeconds = recallGapSeconds - secondsSince(ticket?.lastCallAtMs ?? null, context.atMs);
  return answer(
    context,
    [
      heldBy(state, seat, context),
      seatIs(seat, 'calling'),
      ticket !== null && ticket.calls > recallMax
        ? {
            rule: 'recall-limit',
            by: { number: ticket.number, count: ticket.calls },
            waysOut: [{ command: 'no-show', args: { counter: seat.id }, label: 'call-next' }],
            overridable: true,
          }
        : null,
      seat.state === 'calling' && waitSeconds > 0
        ? { rule: 'recall-gap', by: { seconds: Math.ceil(waitSeconds) }, overridable: false }
        : null,
    ],
    () => [
      {
        type: 'TicketRecalled',
        data: { ticket: ticket?.id ?? '', counter: seat.id, callNo: state.lastCallNo + 1 },
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
  const { minCalls, minSeconds } = configOf(state).policy.noShow;
  const ticket = seat.ticket === null ? null : ticketAt(state, seat.ticket);
  const leftSeconds = minSeconds - secondsSince(ticket?.calledAtMs ?? null, context.atMs);
  const recall = [{ command: 'recall', args: { counter: seat.id }, label: 'recall' } as const];
  return answer(
    context,
    [
      heldBy(state, seat, context),
      seatIs(seat, 'calling'),
      ticket !== null && seat.state === 'calling' && ticket.calls < minCalls
        ? {
            rule: 'no-show-calls',
            by: { number: ticket.number, count: minCalls - ticket.calls },
            waysOut: recall,
            overridable: true,
          }
        : null,
      ticket !== null && seat.state === 'calling' && leftSeconds > 0
        ? {
            rule: 'no-show-time',
            by: { number: ticket.number, seconds: Math.ceil(leftSeconds) },
            waysOut: recall,
            overridable: true,
          }
        : null,
    ],
    () => [{ type: 'TicketMissed', data: { ticket: ticket?.id ?? '', counter: seat.id } }],
  );
}

function oneCustomer(state: HallDay, seat: CounterSeat): Guard {
  if (seat.ticket === null) return null;
  const ticket = ticketAt(state, seat.ticket);
  const args = { counter: seat.id };
  return {
    rule: 'one-customer-at-a-time',
    by: { counter: seat.id, ticket: ticket.id, number: ticket.number, state: ticket.state },
    waysOut: [
      { command: 'finish', args, label: 'finish-first' },
      { command: 'transfer', args, label: 'transfer' },
      { command: 'park', args, label: 'park' },
    ],
    overridable: false,
  };
}

function canServe(state: HallDay, seat: CounterSeat, ticket: Ticket): Guard {
  const counter = counterOf(configOf(state), seat.id);
  const kept = ticket.reservedFor !== null && ticket.reservedFor !== seat.id;
  const backup = counter?.backup?.services.includes(ticket.service) === true;
  const able = counter !== undefined && (offers(counter, ticket.service) || backup);
  if (!kept && (able || ticket.reservedFor === seat.id)) return null;
  return {
    rule: 'counter-cannot-serve',
    by: { number: ticket.number, counter: ticket.reservedFor ?? seat.id },
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

function clerkOf(seat: CounterSeat, context: CommandContext): string {
  return seat.clerk ?? (context.actor.kind === 'staff' ? context.actor.badge : '');
}

function secondsSince(sinceMs: number | null, atMs: number): number {
  return sinceMs === null ? 0 : (atMs - sinceMs) / 1000;
}
