import type { CommandArgs, CommandContext } from '../commands.ts';
import { configOf, counterOf, findTicket, seatOf, serviceOf, ticketAt } from '../lookup.ts';
import { accepted, answer, type Decision, unknown } from '../verdict.ts';
import type { CounterSeat, HallDay, Ticket } from '../state.ts';
import { heldBy, seatIs, ticketIs } from './guards.ts';
import { reachable } from './intake.ts';

export function start(
  state: HallDay,
  args: CommandArgs['start'],
  context: CommandContext,
): Decision {
  const seat = seatOf(state, args.counter);
  if (seat === undefined) return unknown('counter', args.counter);
  return answer(context, [heldBy(state, seat, context), seatIs(seat, 'calling')], () => [
    { type: 'ServiceStarted', data: { ticket: atSeat(state, seat).id, counter: seat.id } },
  ]);
}

export function finish(
  state: HallDay,
  args: CommandArgs['finish'],
  context: CommandContext,
): Decision {
  const seat = seatOf(state, args.counter);
  if (seat === undefined) return unknown('counter', args.counter);
  return answer(context, [heldBy(state, seat, context), seatIs(seat, 'serving')], () => {
    const ticket = atSeat(state, seat);
    return [
      {
        type: 'ServiceFinished',
        data: {
          ticket: ticket.id,
          counter: seat.id,
          outcome: args.outcome ?? null,
          serviceMs: context.atMs - (ticket.startedAtMs ?? context.atMs),
        },
      },
    ];
  });
}

/** `right-counter`: the target is named; number, place in time and owner are kept. */
export function transfer(
  state: HallDay,
  args: CommandArgs['transfer'],
  context: CommandContext,
): Decision {
  const config = configOf(state);
  const seat = seatOf(state, args.counter);
  if (seat === undefined) return unknown('counter', args.counter);
  if (args.to.service !== undefined && serviceOf(config, args.to.service) === undefined) {
    return unknown('service', args.to.service);
  }
  const target = args.to.counter === undefined ? null : counterOf(config, args.to.counter);
  if (target === undefined) return unknown('counter', args.to.counter ?? '');
  const ticket = seat.ticket === null ? null : ticketAt(state, seat.ticket);
  const service = args.to.service ?? ticket?.service ?? '';
  return answer(
    context,
    [
      heldBy(state, seat, context),
      seatIs(seat, 'calling', 'serving'),
      target === null || ticket === null ? null : reachable(state, target.id, service),
      ticket !== null && target?.id === seat.id
        ? { rule: 'right-counter', by: { counter: seat.id }, overridable: false }
        : null,
      ticket !== null && target === null && service === ticket.service
        ? { rule: 'right-counter', by: { number: ticket.number }, overridable: false }
        : null,
    ],
    () => [
      {
        type: 'TicketTransferred',
        data: {
          ticket: atSeat(state, seat).id,
          from: seat.id,
          service,
          counter: target?.id ?? null,
          place: args.place ?? config.policy.transferPlace,
          reason: args.reason,
          callNo: target === null ? null : state.lastCallNo + 1,
        },
      },
    ],
  );
}

/** `one-notice-of-missing-papers`: told once, and completely. */
export function park(state: HallDay, args: CommandArgs['park'], context: CommandContext): Decision {
  const seat = seatOf(state, args.counter);
  if (seat === undefined) return unknown('counter', args.counter);
  return answer(
    context,
    [
      heldBy(state, seat, context),
      seatIs(seat, 'serving'),
      args.missing.length === 0
        ? { rule: 'one-notice-of-missing-papers', overridable: false }
        : null,
    ],
    () => [
      {
        type: 'TicketParked',
        data: {
          ticket: atSeat(state, seat).id,
          counter: seat.id,
          missing: args.missing,
          note: args.note ?? null,
        },
      },
    ],
  );
}

/** The way out of a lost console: the ticket waits again, with the queue time it had. */
export function putBackTicket(
  state: HallDay,
  args: CommandArgs['put-back-ticket'],
  context: CommandContext,
): Decision {
  const ticket = findTicket(state, args.ticket);
  if (ticket === undefined) return unknown('ticket', args.ticket);
  return answer(context, [ticketIs(ticket, 'called', 'serving')], () => [
    {
      type: 'TicketPutBack',
      data: {
        ticket: ticket.id,
        counter: ticket.counter ?? '',
        place: 'keep',
        why: 'supervisor',
      },
    },
  ]);
}

/** `satisfaction`: once, and while the visit is fresh. The same answer again changes nothing. */
export function rateTicket(
  state: HallDay,
  args: CommandArgs['rate-ticket'],
  context: CommandContext,
): Decision {
  const ticket = findTicket(state, args.ticket);
  if (ticket === undefined) return unknown('ticket', args.ticket);
  if (ticket.rating === args.rating) return accepted();
  const { ratingMinutes } = configOf(state).policy;
  const sinceMs = context.atMs - (ticket.finishedAtMs ?? context.atMs);
  return answer(
    context,
    [
      ticketIs(ticket, 'done'),
      ticket.rating !== null
        ? { rule: 'rated-already', by: { number: ticket.number }, overridable: false }
        : null,
      sinceMs > ratingMinutes * 60_000
        ? { rule: 'rating-too-late', by: { number: ticket.number }, overridable: false }
        : null,
    ],
    () => [
      {
        type: 'ServiceRated',
        data: { ticket: ticket.id, counter: ticket.counter ?? '', rating: args.rating },
      },
    ],
  );
}

function atSeat(state: HallDay, seat: CounterSeat): Ticket {
  if (seat.ticket === null) throw new Error(`nobody at counter ${seat.id}`);
  return ticketAt(state, seat.ticket);
}
