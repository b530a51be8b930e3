import type { CommandArgs, CommandContext } from '../commands.ts';
import type { NewEvent } from '../events.ts';
import { configOf, seatOf, ticketAt } from '../lookup.ts';
import type { CounterSeat, HallDay } from '../state.ts';
import { answer, type Decision, unknown } from '../verdict.ts';
import { elsewhere, heldBy, nobodyLeftWaiting, seatIs } from './guards.ts';

/**
 * Reading A: a routine pause waits until nobody is left for this counter; an absence for a special
 * reason is always possible, apologises (`apologise-when-away`) and is reported. Either way the
 * sign and the way to other counters stand in the same event (`pause-sign`).
 */
export function pause(
  state: HallDay,
  args: CommandArgs['pause'],
  context: CommandContext,
): Decision {
  const seat = seatOf(state, args.counter);
  if (seat === undefined) return unknown('counter', args.counter);
  const absence = args.kind === 'absence';
  const states = absence ? (['idle', 'calling'] as const) : (['idle'] as const);
  return answer(
    context,
    [
      heldBy(state, seat, context),
      seatIs(seat, ...states),
      absence || seat.state !== 'idle'
        ? null
        : nobodyLeftWaiting(state, seat, configOf(state).policy.routinePause),
    ],
    () => [
      ...putBackCalled(state, seat),
      {
        type: 'CounterPaused',
        data: {
          counter: seat.id,
          kind: args.kind,
          sign: {
            kind: absence ? 'absent' : 'paused',
            reason: args.reason,
            untilMs: args.minutes === undefined ? null : context.atMs + args.minutes * 60_000,
            redirectTo: elsewhere(state, seat),
          },
        },
      },
    ],
  );
}

export function resume(
  state: HallDay,
  args: CommandArgs['resume'],
  context: CommandContext,
): Decision {
  const seat = seatOf(state, args.counter);
  if (seat === undefined) return unknown('counter', args.counter);
  return answer(context, [heldBy(state, seat, context), seatIs(seat, 'paused', 'absent')], () => [
    { type: 'CounterResumed', data: { counter: seat.id } },
  ]);
}

/** Who was called but not yet served goes back to the front, with the queue time of before. */
function putBackCalled(state: HallDay, seat: CounterSeat): readonly NewEvent[] {
  if (seat.ticket === null) return [];
  const ticket = ticketAt(state, seat.ticket);
  return [
    {
      type: 'TicketPutBack',
      data: { ticket: ticket.id, counter: seat.id, place: 'front', why: 'absence' },
    },
  ];
}
