import type { CommandContext } from '../commands.ts';
import { configOf, counterAt, isReceiving, offers, seatAt, seatHeldBy } from '../lookup.ts';
import type { PauseReading } from '../hall-config.ts';
import type { WayOut } from '../refusals.ts';
import type { CounterSeat, HallDay, Queue, Ticket } from '../state.ts';
import type { CounterState, TicketState } from '../vocabulary.ts';
import type { Guard } from '../verdict.ts';

/** The counter is in one of these states; else `not-possible-now`, naming the present one. */
export function seatIs(seat: CounterSeat, ...allowed: readonly CounterState[]): Guard {
  if (allowed.includes(seat.state)) return null;
  return {
    rule: 'not-possible-now',
    by: { counter: seat.id, state: seat.state },
    waysOut: waysFrom(seat),
    overridable: false,
  };
}

export function ticketIs(ticket: Ticket, ...allowed: readonly TicketState[]): Guard {
  if (allowed.includes(ticket.state)) return null;
  return {
    rule: 'not-possible-now',
    by: { ticket: ticket.id, number: ticket.number, state: ticket.state },
    overridable: false,
  };
}

/**
 * A counter is worked by the clerk who holds it; the pad beside it works for that clerk. A
 * supervisor may step in with an override: the journal keeps who and why.
 */
export function heldBy(state: HallDay, seat: CounterSeat, context: CommandContext): Guard {
  const { actor } = context;
  if (actor.kind === 'device' && !hasPad(state, actor.device, seat.id)) {
    return { rule: 'not-your-counter', by: { counter: seat.id }, overridable: false };
  }
  if (actor.kind !== 'staff' || seat.clerk === actor.badge || seat.clerk === null) return null;
  return {
    rule: 'not-your-counter',
    by: { counter: seat.id, badge: seat.clerk },
    waysOut: [{ command: 'release-counter', args: { counter: seat.id }, label: 'release-counter' }],
    overridable: actor.role === 'supervisor',
  };
}

function hasPad(state: HallDay, device: string, counter: string): boolean {
  return Object.values(state.attached).some(
    (each) => each.device === device && each.kind === 'pad' && each.counter === counter,
  );
}

/** One counter a clerk; leaving one mid-handover waits for the relief. */
export function holdsNoOther(state: HallDay, badge: string, counter: string): Guard {
  const held = seatHeldBy(state, badge);
  if (held === undefined || held.id === counter) return null;
  const by = { counter: held.id, badge };
  return held.clerk === badge && held.handover !== null
    ? handingOver(held)
    : { rule: 'one-counter-one-clerk', by, overridable: false };
}

export function handingOver(seat: CounterSeat): Guard {
  if (seat.handover === null || seat.handover.relieved) return null;
  return {
    rule: 'stay-until-relieved',
    by: { counter: seat.id, badge: seat.handover.to },
    waysOut: [{ command: 'cancel-handover', args: { counter: seat.id }, label: 'cancel-handover' }],
    overridable: false,
  };
}

/**
 * Reading A of `no-pause-while-waiting`. `strict`: nobody waits whom this counter can serve;
 * `covered`: nobody waits whom no other open counter can serve; `off`: no guard.
 */
export function nobodyLeftWaiting(state: HallDay, seat: CounterSeat, reading: PauseReading): Guard {
  if (reading === 'off') return null;
  const count = countServable(state, seat, reading === 'covered');
  if (count === 0) return null;
  return {
    rule: 'no-pause-while-waiting',
    by: { counter: seat.id, count },
    waysOut: [
      ...waysToServe(seat),
      ...(seat.state === 'idle'
        ? [
            {
              command: 'pause',
              args: { counter: seat.id, kind: 'absence' },
              label: 'absence',
            } as const,
          ]
        : []),
    ],
    overridable: true,
  };
}

/** `serve-everyone-queued`: after closing time whoever still waits is served first. */
export function everyoneServed(state: HallDay, seat: CounterSeat): Guard {
  if (state.hallState !== 'serving-out') return null;
  const count = countServable(state, seat, false);
  if (count === 0) return null;
  return {
    rule: 'serve-everyone-queued',
    by: { counter: seat.id, count },
    waysOut: waysToServe(seat),
    overridable: true,
  };
}

/**
 * Waiting tickets that a counter can serve; with `onlyHere`, those that no other receiving counter
 * can.
 */
export function countServable(
  state: HallDay,
  seat: Pick<CounterSeat, 'id'>,
  onlyHere: boolean,
): number {
  let count = 0;
  for (const queue of Object.values(state.queues)) {
    if (!canServe(state, seat.id, queue)) continue;
    const covered =
      onlyHere &&
      Object.values(state.counters).some(
        (other) => other.id !== seat.id && isReceiving(other) && canServe(state, other.id, queue),
      );
    if (!covered) count += queue.ordinals.size;
  }
  return count;
}

function canServe(state: HallDay, counterId: string, queue: Queue): boolean {
  if (queue.reservedFor !== null) return queue.reservedFor === counterId;
  const counter = counterAt(configOf(state), counterId);
  if (offers(counter, queue.service)) return true;
  // A backup service counts only where no counter of the hall has it as its own.
  return (
    counter.backup?.services.includes(queue.service) === true &&
    !configOf(state).counters.some(
      (other) => seatAt(state, other.id).state !== 'closed' && offers(other, queue.service),
    )
  );
}

/**
 * Counters to lead customers to instead: receiving, able to serve what is offered here, the
 * shortest line first.
 */
export function elsewhere(state: HallDay, seat: CounterSeat): readonly string[] {
  const config = configOf(state);
  const own = counterAt(config, seat.id);
  const services = config.services.filter((service) => offers(own, service.id));
  return config.counters
    .filter(
      (counter) =>
        counter.id !== seat.id &&
        isReceiving(seatAt(state, counter.id)) &&
        services.some((service) => offers(counter, service.id)),
    )
    .map((counter) => ({
      id: counter.id,
      waiting: countServable(state, counter, false),
    }))
    .sort((a, b) => a.waiting - b.waiting)
    .map(({ id }) => id);
}

/** How those who wait come to be served; who pauses resumes first. */
function waysToServe(seat: CounterSeat): readonly WayOut[] {
  return seat.state === 'idle'
    ? [{ command: 'call', args: { counter: seat.id }, label: 'call-next' }]
    : waysFrom(seat);
}

/** What the counter's clerk can do to get on from where it stands. */
export function waysFrom(seat: CounterSeat): readonly WayOut[] {
  const args = { counter: seat.id };
  switch (seat.state) {
    case 'calling':
      return [{ command: 'start', args, label: 'start-first' }];
    case 'serving':
      return [{ command: 'finish', args, label: 'finish-first' }];
    case 'paused':
    case 'absent':
      return [{ command: 'resume', args, label: 'resume-first' }];
    case 'closed':
    case 'idle':
    case 'handover':
      return [];
  }
}
