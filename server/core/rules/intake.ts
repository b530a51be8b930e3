import { aheadOfNew } from '../disciplines/pick.ts';
import type { CommandArgs, CommandContext } from '../commands.ts';
import {
  classOf,
  configOf,
  defaultClass,
  findTicket,
  offers,
  seatOf,
  serviceOf,
  ticketAt,
  ticketId,
  ticketNumber,
} from '../lookup.ts';
import type { ClassConfig, ServiceConfig } from '../hall-config.ts';
import type { HallDay, Ticket } from '../state.ts';
import { accepted, answer, type Decision, type Guard, unknown } from '../verdict.ts';
import { ticketIs } from './guards.ts';
import { type Destination, reachable, transferred } from './moving.ts';
import { nextNumber } from './leases.ts';
import { paperOf } from './paper.ts';

export function issueTicket(
  state: HallDay,
  args: CommandArgs['issue-ticket'],
  context: CommandContext,
): Decision {
  const config = configOf(state);
  const service = serviceOf(config, args.service);
  if (service === undefined) return unknown('service', args.service);
  const each = args.class === undefined ? defaultClass(config) : classOf(config, args.class);
  if (each === undefined) return unknown('class', args.class ?? '');
  const prefix = each.prefix ?? service.prefix;
  const guards = intakeGuards(state, service, each, args.customer ?? null, context);
  return answer(context, guards, () => {
    const ahead = aheadOfNew(state, service.id, each.id, context.atMs);
    const ticket = ticketId(state.tickets.size, context.freshId);
    return [
      {
        type: 'TicketIssued',
        data: {
          ticket,
          number: ticketNumber(prefix, nextNumber(state, prefix)),
          prefix,
          service: service.id,
          class: each.id,
          language: args.language ?? config.hall.languages[0] ?? 'zh',
          source: args.source ?? (context.actor.kind === 'staff' ? 'staff' : 'kiosk'),
          customer: args.customer ?? null,
          need: args.need ?? null,
          estimate: context.estimate?.(service.id, each.id, ahead) ?? null,
          ahead,
        },
      },
      ...paperOf(state, ticket, args, context),
    ];
  });
}

/**
 * Why no number would be given for a service now; the first is what the kiosk shows. Shared with
 * the kiosk's view, so that what is shown and what is refused cannot differ.
 */
export function intakeGuards(
  state: HallDay,
  service: ServiceConfig,
  each: ClassConfig,
  customer: string | null,
  context: Pick<CommandContext, 'actor'>,
): readonly Guard[] {
  const config = configOf(state);
  const open = customer === null ? [] : (state.openByCustomer[customer] ?? []);
  const first = open[0];
  const issued = state.issuedByService[service.id] ?? 0;
  const known = customer !== null || context.actor.kind === 'staff';
  return [
    hallTakesTickets(state),
    state.intakeHeld === null
      ? null
      : { rule: 'intake-closed', by: { state: state.hallState }, overridable: true },
    config.counters.some((counter) => offers(counter, service.id))
      ? null
      : { rule: 'service-closed', by: { state: service.id }, overridable: false },
    service.quotaPerDay !== null && issued >= service.quotaPerDay
      ? { rule: 'quota-reached', by: { count: service.quotaPerDay }, overridable: true }
      : null,
    each.needsCustomer && !known
      ? { rule: 'customer-not-listed', by: {}, overridable: false }
      : null,
    first !== undefined && open.length >= config.policy.maxOpenTicketsPerPerson
      ? {
          rule: 'one-open-ticket',
          by: { number: ticketAt(state, first).number, ticket: ticketAt(state, first).id },
          waysOut: [{ command: 'use-ticket', label: 'use-ticket' }],
          overridable: true,
        }
      : null,
  ];
}

function hallTakesTickets(state: HallDay): Guard {
  switch (state.hallState) {
    case 'open':
    case 'closing':
      return null;
    case 'serving-out':
      return { rule: 'intake-closed', by: { state: 'serving-out' }, overridable: true };
    case 'closed':
      return { rule: 'outside-hours', by: { state: 'closed' }, overridable: false };
  }
}

export function cancelTicket(
  state: HallDay,
  args: CommandArgs['cancel-ticket'],
  context: CommandContext,
): Decision {
  const ticket = findTicket(state, args.ticket);
  if (ticket === undefined) return unknown('ticket', args.ticket);
  if (ticket.state === 'cancelled') return accepted();
  return answer(context, [ticketIs(ticket, 'waiting', 'missed', 'parked')], () => [
    { type: 'TicketCancelled', data: { ticket: ticket.id } },
  ]);
}

export function rejoinTicket(
  state: HallDay,
  args: CommandArgs['rejoin-ticket'],
  context: CommandContext,
): Decision {
  const ticket = findTicket(state, args.ticket);
  if (ticket === undefined) return unknown('ticket', args.ticket);
  const behind = configOf(state).policy.noShow.rejoinAfter;
  return answer(context, [ticketIs(ticket, 'missed'), hallNotClosed(state)], () => [
    { type: 'TicketRejoined', data: { ticket: ticket.id, behind } },
  ]);
}

/** `one-notice-of-missing-papers`: back with the papers, at the front of the class, same number. */
export function returnTicket(
  state: HallDay,
  args: CommandArgs['return-ticket'],
  context: CommandContext,
): Decision {
  const ticket = findTicket(state, args.ticket);
  if (ticket === undefined) return unknown('ticket', args.ticket);
  return answer(context, [ticketIs(ticket, 'parked'), hallNotClosed(state)], () => [
    { type: 'TicketReturned', data: { ticket: ticket.id } },
  ]);
}

/** A supervisor leads a waiting customer to another service or counter. */
export function moveTicket(
  state: HallDay,
  args: CommandArgs['move-ticket'],
  context: CommandContext,
): Decision {
  const config = configOf(state);
  const ticket = findTicket(state, args.ticket);
  if (ticket === undefined) return unknown('ticket', args.ticket);
  if (args.place === 'former') return takeMoveBack(state, ticket, args.reason, context);
  const service = args.service ?? ticket.service;
  if (serviceOf(config, service) === undefined) return unknown('service', service);
  const counter = args.counter === undefined ? null : seatOf(state, args.counter);
  if (counter === undefined) return unknown('counter', args.counter as string);
  const to: Destination = { service, counter };
  return answer(context, [ticketIs(ticket, 'waiting'), reachable(state, to)], () => [
    transferred(state, ticket, { ...args, from: null, to }),
  ]);
}

/** The move of one who waits is taken back: the same place in line, as far as the others stand. */
function takeMoveBack(
  state: HallDay,
  ticket: Ticket,
  reason: string,
  context: CommandContext,
): Decision {
  const { former } = ticket;
  if (former === null) {
    const waits = ticketIs(ticket, 'waiting');
    return answer(context, [waits ?? notMoved(ticket)], () => []);
  }
  const { service, reservedFor, queuedAtMs } = former;
  // The hall may have been set up anew meanwhile.
  if (serviceOf(configOf(state), service) === undefined) return unknown('service', service);
  const counter = reservedFor === null ? null : seatOf(state, reservedFor);
  if (counter === undefined) return unknown('counter', reservedFor ?? '');
  const to: Destination = { service, counter };
  return answer(context, [ticketIs(ticket, 'waiting'), reachable(state, to)], () => [
    transferred(state, ticket, { from: null, to, place: 'former', reason, queuedAtMs }),
  ]);
}

function notMoved({ id, number }: Ticket): Guard {
  const by = { ticket: id, number, state: 'not-moved' };
  return { rule: 'not-possible-now', by, overridable: false };
}

function hallNotClosed(state: HallDay): Guard {
  return state.hallState === 'closed'
    ? { rule: 'outside-hours', by: { state: 'closed' }, overridable: false }
    : null;
}
