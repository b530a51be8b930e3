import type { CommandArgs, CommandContext } from '../commands.ts';
import type { HandoverRecord, NewEvent } from '../events.ts';
import { clerkAtSeat, configOf, seatAt, seatOf, staffOf, ticketAt } from '../lookup.ts';
import type { CounterSeat, HallDay, HandoverAsked, HandoverUnderWay } from '../state.ts';
import { accepted, answer, type Decision, type Guard, unknown } from '../verdict.ts';
import { elsewhere, heldBy, holdsNoOther, nobodyLeftWaiting, seatIs, waysFrom } from './guards.ts';

/** The outgoing clerk asks, and signs by asking. */
export function handover(
  state: HallDay,
  args: CommandArgs['handover'],
  context: CommandContext,
): Decision {
  const seat = seatOf(state, args.counter);
  if (seat === undefined) return unknown('counter', args.counter);
  if (staffOf(configOf(state), args.to) === undefined) return unknown('staff', args.to);
  const asked = (): HandoverAsked => ({
    counter: seat.id,
    from: clerkAtSeat(seat),
    to: args.to,
    draft: args.record ?? null,
  });
  if (args.queue === true && mustQueue(state, seat))
    return queueUp(state, seat, args.to, asked, context);
  return answer(
    context,
    [heldBy(state, seat, context), toSomebodyElse(seat, args.to), ...startGuards(state, seat)],
    () => [startedEvent(state, seat, asked())],
  );
}

/** The first handover in the queue whose guards hold now, as the event that begins it. */
export function nextQueuedHandover(state: HallDay): NewEvent | null {
  for (const asked of state.handoverQueue) {
    const seat = seatAt(state, asked.counter);
    // Whoever stands before it in the queue did not hold its guards, and steps back.
    if (startGuards({ ...state, handoverQueue: [] }, seat).every((guard) => guard === null)) {
      return startedEvent(state, seat, asked);
    }
  }
  return null;
}

export function relieveHandover(
  state: HallDay,
  args: CommandArgs['relieve-handover'],
  context: CommandContext,
): Decision {
  const seat = seatOf(state, args.counter);
  if (seat === undefined) return unknown('counter', args.counter);
  if (seat.handover?.relieved === true && isIncoming(seat, context)) return accepted();
  return answer(context, reliefGuards(state, seat, context), () => [relieved(seat)]);
}

/** The incoming clerk takes over and signs by completing; relief is included. */
export function completeHandover(
  state: HallDay,
  args: CommandArgs['complete-handover'],
  context: CommandContext,
): Decision {
  const seat = seatOf(state, args.counter);
  if (seat === undefined) return unknown('counter', args.counter);
  const record = args.record ?? seat.handover?.draft ?? null;
  return answer(
    context,
    [...reliefGuards(state, seat, context), recordWritten(seat, record)],
    () => [
      ...(seat.handover?.relieved === true ? [] : [relieved(seat)]),
      completed(seat, handoverAt(seat), record as HandoverRecord),
    ],
  );
}

export function cancelHandover(
  state: HallDay,
  args: CommandArgs['cancel-handover'],
  context: CommandContext,
): Decision {
  const seat = seatOf(state, args.counter);
  if (seat === undefined) return unknown('counter', args.counter);
  const queued = state.handoverQueue.some((asked) => asked.counter === seat.id);
  const bySupervisor = context.actor.kind === 'staff' && context.actor.role === 'supervisor';
  return answer(
    context,
    [
      bySupervisor ? null : heldBy(state, seat, context),
      queued ? null : changesOver(seat),
      // Once relieved, the outgoing clerk may already sit elsewhere.
      seat.handover?.relieved === true ? holdsNoOther(state, clerkAtSeat(seat), seat.id) : null,
    ],
    () => [{ type: 'HandoverCancelled', data: { counter: seat.id } }],
  );
}

function startGuards(state: HallDay, seat: CounterSeat): readonly Guard[] {
  const finished = finishFirst(state, seat);
  return [
    finished,
    finished === null ? seatIs(seat, 'idle', 'paused') : null,
    oneAtATime(state, seat),
    nobodyLeftWaiting(state, seat, configOf(state).policy.handover),
  ];
}

/** `finish-before-handover`: never hand over during a service. */
function finishFirst(state: HallDay, seat: CounterSeat): Guard {
  if (seat.ticket === null) return null;
  const ticket = ticketAt(state, seat.ticket);
  return {
    rule: 'finish-before-handover',
    by: { counter: seat.id, ticket: ticket.id, number: ticket.number, state: ticket.state },
    waysOut: waysFrom(seat),
    overridable: false,
  };
}

/** `one-handover-at-a-time`: the next one is told who is before it, and may queue, once. */
function oneAtATime(state: HallDay, seat: CounterSeat): Guard {
  const before = underWay(state)?.id ?? state.handoverQueue[0]?.counter;
  if (before === undefined || before === seat.id) return null;
  const by = {
    counter: before,
    badge: clerkAtSeat(seatAt(state, before)),
    count: state.handoverQueue.length,
  };
  const args = { counter: seat.id };
  const isQueued = state.handoverQueue.some(({ counter }) => counter === seat.id);
  return {
    rule: 'one-handover-at-a-time',
    by: isQueued ? { ...by, state: 'handover-queued' } : by,
    waysOut: [
      isQueued
        ? { command: 'cancel-handover', args, label: 'cancel-handover' }
        : { command: 'handover', args: { ...args, queue: true }, label: 'queue-handover' },
    ],
    overridable: false,
  };
}

function mustQueue(state: HallDay, seat: CounterSeat): boolean {
  return startGuards(state, seat).some((guard) => guard !== null);
}

function queueUp(
  state: HallDay,
  seat: CounterSeat,
  to: string,
  asked: () => HandoverAsked,
  context: CommandContext,
): Decision {
  const before = state.handoverQueue.find((each) => each.counter === seat.id);
  if (before?.to === to) return accepted();
  return answer(
    context,
    [
      heldBy(state, seat, context),
      toSomebodyElse(seat, to),
      before === undefined ? null : queuedAlready(before),
      seatIs(seat, 'idle', 'calling', 'serving', 'paused'),
    ],
    () => [{ type: 'HandoverQueued', data: asked() }],
  );
}

/** Another relief is asked once the first is told: the queued handover is cancelled before. */
function queuedAlready({ counter, to }: HandoverAsked): Guard {
  return {
    rule: 'not-possible-now',
    by: { counter, badge: to, state: 'handover-queued' },
    waysOut: [{ command: 'cancel-handover', args: { counter }, label: 'cancel-handover' }],
    overridable: false,
  };
}

function startedEvent(state: HallDay, seat: CounterSeat, asked: HandoverAsked): NewEvent {
  // `sign-before-handover`: the sign and the way to other counters are part of the start.
  return {
    type: 'HandoverStarted',
    data: {
      counter: seat.id,
      from: asked.from,
      to: asked.to,
      draft: asked.draft,
      sign: {
        kind: 'handover',
        reason: 'handover',
        untilMs: null,
        redirectTo: elsewhere(state, seat),
      },
    },
  };
}

function reliefGuards(
  state: HallDay,
  seat: CounterSeat,
  context: CommandContext,
): readonly Guard[] {
  if (seat.handover === null) return [changesOver(seat)];
  const { to } = seat.handover;
  return [
    isIncoming(seat, context)
      ? null
      : { rule: 'stay-until-relieved', by: { counter: seat.id, badge: to }, overridable: false },
    holdsNoOther(state, to, seat.id),
  ];
}

/** Nothing that a counter does otherwise leads to a handover that nobody asked for. */
function changesOver(seat: CounterSeat): Guard {
  const guard = seatIs(seat, 'handover');
  return guard === null ? null : { ...guard, waysOut: [] };
}

/** `handover-record`: equipment, hard cases, changes of staff, who must be answered again. */
function recordWritten(seat: CounterSeat, record: HandoverRecord | null): Guard {
  if (seat.handover === null || record !== null) return null;
  return {
    rule: 'handover-record',
    by: { counter: seat.id },
    waysOut: [
      { command: 'complete-handover', args: { counter: seat.id }, label: 'complete-record' },
    ],
    overridable: false,
  };
}

function toSomebodyElse(seat: CounterSeat, to: string): Guard {
  return to === seat.clerk
    ? { rule: 'not-possible-now', by: { counter: seat.id, badge: to }, overridable: false }
    : null;
}

function relieved(seat: CounterSeat): NewEvent {
  return {
    type: 'HandoverRelieved',
    data: { counter: seat.id, by: handoverAt(seat).to },
  };
}

function completed(
  seat: CounterSeat,
  { from, to }: HandoverUnderWay,
  record: HandoverRecord,
): NewEvent {
  return { type: 'HandoverCompleted', data: { counter: seat.id, from, to, record } };
}

function handoverAt(seat: CounterSeat): HandoverUnderWay {
  if (seat.handover === null) throw new Error(`no handover at counter ${seat.id}`);
  return seat.handover;
}

function isIncoming(seat: CounterSeat, { actor }: CommandContext): boolean {
  return actor.kind === 'staff' && actor.badge === seat.handover?.to;
}

function underWay(state: HallDay): CounterSeat | undefined {
  return Object.values(state.counters).find((seat) => seat.state === 'handover');
}
