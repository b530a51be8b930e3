import type { HallEvent, NewEvent } from './events.ts';
import { assertTouched } from './invariants.ts';
import { evolveCounter } from './evolve-counter.ts';
import { evolveAttached } from './evolve-attached.ts';
import { evolveHall } from './evolve-hall.ts';
import { dropIdlePaper, evolvePrint } from './evolve-print.ts';
import { evolveLease } from './evolve-lease.ts';
import { followUpsAfter } from './follow-ups.ts';
import { evolveRoster } from './evolve-roster.ts';
import { evolveTicket } from './evolve-ticket.ts';
import type { HallDay } from './state.ts';
import type { Actor, InstantMs } from './vocabulary.ts';

/**
 * Folds one event into the state. Pure; never throws on a history that `decide` wrote. What must
 * hold afterwards is asserted, in production too: a broken invariant is a bug, and stopping there
 * is better than writing on.
 */
export function evolve(state: HallDay, event: HallEvent): HallDay {
  const next: HallDay = { ...fold(state, event), seq: event.seq, lastAtMs: event.atMs };
  assertTouched(next, event);
  return next;
}

/** Gives a new event its place in the journal: sequence, business day, instant and actor. */
export function stamp(state: HallDay, event: NewEvent, atMs: InstantMs, actor: Actor): HallEvent {
  const day = event.type === 'DayBegan' ? event.data.day : state.day;
  if (day === null) throw new Error(`${event.type} before the first business day`);
  return { seq: state.seq + 1, day, atMs, ...event, actor: event.actor ?? actor };
}

/** Stamps and folds events in order; `states` has the state after each of them. */
export function applyAll(
  state: HallDay,
  events: readonly NewEvent[],
  atMs: InstantMs,
  actor: Actor,
): {
  readonly state: HallDay;
  readonly events: readonly HallEvent[];
  readonly states: readonly HallDay[];
} {
  let next = state;
  const stamped: HallEvent[] = [];
  const states: HallDay[] = [];
  for (const event of events) {
    const entry = stamp(next, event, atMs, actor);
    next = evolve(next, entry);
    stamped.push(entry);
    states.push(next);
  }
  return { state: next, events: stamped, states };
}

function fold(state: HallDay, event: HallEvent): HallDay {
  switch (event.type) {
    case 'DayBegan':
    case 'HallConfigured':
    case 'ConfigurationPlanned':
    case 'ConfigurationWithdrawn':
    case 'HallOpened':
    case 'ClosingReminded':
    case 'IntakeClosed':
    case 'IntakeSet':
    case 'HallClosed':
    case 'NoticePosted':
    case 'NoticeWithdrawn':
    case 'NoticesOrdered':
    case 'CounterServicesSet':
      return evolveHall(state, event);
    case 'TicketIssued':
    case 'TicketCalled':
    case 'TicketRecalled':
    case 'ServiceStarted':
    case 'ServiceFinished':
    case 'ServiceRated':
    case 'TicketMissed':
    case 'TicketRejoined':
    case 'TicketTransferred':
    case 'TicketParked':
    case 'TicketReturned':
    case 'TicketCancelled':
    case 'TicketPutBack':
    case 'TicketLapsed':
      return dropIdlePaper(evolveTicket(state, event), event.data.ticket);
    case 'CounterOpened':
    case 'CounterPaused':
    case 'CounterResumed':
    case 'CounterClosed':
    case 'CounterReleased':
    case 'HandoverQueued':
    case 'HandoverStarted':
    case 'HandoverRelieved':
    case 'HandoverCompleted':
    case 'HandoverCancelled':
      return evolveCounter(state, event);
    case 'DeviceStateChanged':
    case 'DeviceDetached':
    case 'DeviceRevoked':
    case 'FaultRaised':
    case 'FaultEnded':
      return evolveAttached(state, event);
    case 'PrintAsked':
    case 'PrintBegan':
    case 'PrintSent':
    case 'Printed':
    case 'PrintUncertain':
    case 'PrintRefused':
    case 'PrintSettled':
      return evolvePrint(state, event);
    case 'NumbersLeased':
    case 'HandInRefused':
      return evolveLease(state, event);
    case 'FollowUpOpened':
    case 'FollowUpPassed':
    case 'FollowUpAnswered':
      return { ...state, followUps: followUpsAfter(state.followUps, event, state.config) };
    case 'MeetingRecorded':
      return {
        ...state,
        meetings: [...state.meetings, { ...event.data, atMs: event.atMs, signed: [] }],
      };
    case 'MeetingSigned':
      return {
        ...state,
        meetings: state.meetings.map((each) =>
          each.meeting === event.data.meeting
            ? {
                ...each,
                signed: [...each.signed, { badge: event.data.badge, atMs: event.atMs }],
              }
            : each,
        ),
      };
    case 'ShiftKindsSet':
    case 'RosterEdited':
    case 'RosterPublished':
    case 'SwapAsked':
    case 'SwapAgreed':
    case 'SwapApproved':
    case 'SwapEnded':
    case 'AnswerableNamed':
    case 'LeaveAsked':
    case 'LeaveApproved':
    case 'LeaveEnded':
    case 'ClerkArrived':
    case 'SeatFoundEmpty':
      return evolveRoster(state, event);
    case 'QualityNoted':
    case 'DevicePaired':
    case 'StaffSignedIn':
    case 'StaffSignedOut':
    case 'VaultChanged':
      // Recorded for the accounts; the vault and the sessions hold what they need themselves.
      return state;
  }
}
