import type { NewEvent } from '../events.ts';
import { configOf, seatHeldBy, staffOf } from '../lookup.ts';
import { shiftOf } from '../roster/roster.ts';
import { shiftSpan, type ShiftSpan } from '../roster/shift-times.ts';
import type { HallDay } from '../state.ts';
import type { Decision } from '../verdict.ts';
import type { InstantMs } from '../vocabulary.ts';

/** Who signs in earlier than this before the due time has come for something else. */
const arrivalBeforeMs = 60 * 60_000;

/**
 * `ten-minutes-early`: the first sign-in for a shift of the published roster, at the program or at
 * a counter, is recorded beside the time that was due.
 */
export function withArrivals(state: HallDay, decision: Decision, atMs: InstantMs): Decision {
  if (decision.kind !== 'accepted') return decision;
  const came = decision.events.flatMap((event) => {
    const badge = cameBy(event);
    return badge === null ? [] : arrival(state, badge, atMs);
  });
  return came.length === 0 ? decision : { ...decision, events: [...decision.events, ...came] };
}

function cameBy({ type, data }: NewEvent): string | null {
  if (type === 'StaffSignedIn') return data.badge;
  if (type === 'CounterOpened') return data.clerk;
  return type === 'HandoverRelieved' ? data.by : null;
}

/** The next shift of today that begins without its clerk. */
export function nextEmptySeatDue(state: HallDay): InstantMs | null {
  const begin = awaited(state).map(({ span }) => span.fromMs);
  return begin.length === 0 ? null : Math.min(...begin);
}

/** `swap-limits`: an empty seat is recorded as the shift begins, with who answers for it. */
export function emptySeatsDue(state: HallDay, atMs: InstantMs): readonly NewEvent[] {
  return awaited(state)
    .filter(({ span }) => span.fromMs <= atMs)
    .map(({ badge, shift, span }) => ({
      type: 'SeatFoundEmpty',
      data: {
        badge,
        kind: shift.kind,
        counter: shift.counter,
        fromMs: span.fromMs,
        swap: shift.swap,
        // Who took it on agreed to it in writing; the manager may name the other.
        answerable: badge,
      },
    }));
}

/** Clerks of today's roster who are not there and whose absence is not recorded yet. */
function awaited(state: HallDay) {
  const { roster, day, hours } = state;
  if (day === null || hours === null) return [];
  const config = configOf(state);
  return Object.entries(roster.published[day] ?? {}).flatMap(([badge, shift]) => {
    const isRecorded = roster.empty.some((each) => each.day === day && each.badge === badge);
    if (isRecorded || isHere(state, badge) || staffOf(config, badge) === undefined) return [];
    return [{ badge, shift, span: shiftSpan(day, shift, config.hall.timezone) }];
  });
}

/** Signed in for the shift, or at a counter since before it. */
export function isHere(state: HallDay, badge: string): boolean {
  return Object.hasOwn(state.roster.arrivals, badge) || seatHeldBy(state, badge) !== undefined;
}

function arrival(state: HallDay, badge: string, atMs: InstantMs): readonly NewEvent[] {
  const { day, roster } = state;
  const shift = day === null ? null : shiftOf(roster, day, badge);
  if (day === null || shift === null || Object.hasOwn(roster.arrivals, badge)) return [];
  const span = shiftSpan(day, shift, configOf(state).hall.timezone);
  if (atMs < span.dueAtMs - arrivalBeforeMs || atMs >= span.toMs) return [];
  const { dueAtMs, fromMs } = span;
  const lateMinutes = lateMinutesOf(span, atMs);
  return [
    { type: 'ClerkArrived', data: { badge, kind: shift.kind, dueAtMs, fromMs, lateMinutes } },
  ];
}

/** Whole minutes behind the due time, rounded up; 0: in time. */
export function lateMinutesOf({ dueAtMs }: Pick<ShiftSpan, 'dueAtMs'>, atMs: InstantMs): number {
  return Math.max(0, Math.ceil((atMs - dueAtMs) / 60_000));
}
