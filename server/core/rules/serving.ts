import type { CommandArgs, CommandContext } from '../commands.ts';
import { configOf, findTicket, seatOf, serviceOf, ticketAtSeat } from '../lookup.ts';
import { accepted, answer, type Decision, type Guard, unknown } from '../verdict.ts';
import type { CounterSeat, HallDay, Ticket } from '../state.ts';
import { heldBy, seatIs, ticketIs } from './guards.ts';
import { type Destination, reachable, transferred } from './moving.ts';

export function start(
  state: HallDay,
  args: CommandArgs['start'],
  context: CommandContext,
): Decision {
  const seat = seatOf(state, args.counter);
  if (seat === undefined) return unknown('counter', args.counter);
  return answer(context, [heldBy(state, seat, context), seatIs(seat, 'calling')], () => [
    { type: 'ServiceStarted', data: { ticket: ticketAtSeat(state, seat).id, counter: seat.id } },
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
    const ticket = ticketAtSeat(state, seat);
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
  const counter = args.to.counter === undefined ? null : seatOf(state, args.to.counter);
  if (counter === undefined) return unknown('counter', args.to.counter as string);
  const to = ({ service }: Ticket): Destination => ({
    service: args.to.service ?? service,
    counter,
  });
  const wayThere = (ticket: Ticket) => ledElsewhere(state, seat, ticket, to(ticket));
  return answer(
    context,
    [
      heldBy(state, seat, context),
      seatIs(seat, 'calling', 'serving'),
      seat.ticket === null ? null : wayThere(ticketAtSeat(state, seat)),
    ],
    () => {
      const ticket = ticketAtSeat(state, seat);
      return [transferred(state, ticket, { ...args, from: seat.id, to: to(ticket) })];
    },
  );
}

/** `right-counter`: somewhere else, and where somebody is who can help. */
function ledElsewhere(state: HallDay, seat: CounterSeat, ticket: Ticket, to: Destination): Guard {
  if (to.counter === seat) {
    return { rule: 'right-counter', by: { counter: seat.id }, overridable: false };
  }
  if (to.counter === null && to.service === ticket.service) {
    return { rule: 'right-counter', by: { number: ticket.number }, overridable: false };
  }
  return reachable(state, to);
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
          ticket: ticketAtSeat(state, seat).id,
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
