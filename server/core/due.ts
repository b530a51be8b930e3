import { localDateOf } from './calendar/business-day.ts';
import { hoursOf } from './calendar/hours-of.ts';
import { nextOpening } from './calendar/next-opening.ts';
import type { CarriedSeat, NewEvent, Notice } from './events.ts';
import { applyAll } from './evolve.ts';
import type { HallConfig } from './hall-config.ts';
import { configOf } from './lookup.ts';
import { carriedRoster } from './roster/carry.ts';
import { emptySeatsDue, nextEmptySeatDue } from './rules/arrivals.ts';
import { faultsDue, nextFaultDue } from './rules/attached.ts';
import { noticeChanges } from './rules/configure.ts';
import { nextQueuedHandover } from './rules/handover.ts';
import { ownConfig } from './rules/lending.ts';
import { openBeforeMs, releaseEvents } from './rules/seats.ts';
import { items } from './sequence.ts';
import type { CounterSeat, HallDay } from './state.ts';
import type { BusinessDay, InstantMs } from './vocabulary.ts';

/** Rounds of falling due at one instant; more would be a loop without progress. */
const roundsMax = 10_000;

/**
 * When something falls due next: of the hall's day, or a notice about a facility out of order. An
 * instant in the past means now. Null: nothing within the calendar's reach.
 */
export function nextDue(state: HallDay): InstantMs | null {
  const dues = [nextHallDue(state), nextFaultDue(state), nextEmptySeatDue(state)].filter(
    (each) => each !== null,
  );
  return dues.length === 0 ? null : Math.min(...dues);
}

/** Of the day itself: opening, reminder, closing, its end, a handover whose turn has come. */
export function nextHallDue(state: HallDay): InstantMs | null {
  if (state.config === null || state.day === null) return null;
  if (nextQueuedHandover(state) !== null) return state.lastAtMs;
  if (isOver(state)) return Math.max(state.lastAtMs, state.handInUntilMs ?? 0);
  const hours = state.hours;
  switch (state.hallState) {
    case 'open':
      return hours?.remindsAtMs ?? null;
    case 'closing':
      return hours?.closesAtMs ?? null;
    case 'serving-out':
      return forcedEndMs(state);
    case 'closed':
      if (!state.ended && hours !== null && state.lastAtMs < hours.closesAtMs) {
        return hours.opensAtMs;
      }
      return openingAfterDay(state);
  }
}

/** True when a `tick` at this instant would bring events: also a new business day, lazily. */
export function isDue(state: HallDay, atMs: InstantMs): boolean {
  if (state.config === null || state.day === null) return false;
  if (dayAt(state, atMs) !== state.day) return true;
  const dueMs = nextDue(state);
  return dueMs !== null && dueMs <= atMs && step(state, atMs).length > 0;
}

/** Everything that has fallen due by an instant, in order, with the time of the clock. */
export function due(state: HallDay, atMs: InstantMs): readonly NewEvent[] {
  if (state.config === null || state.day === null) return [];
  const events: NewEvent[] = [];
  let next = state;
  for (let round = 0; round < roundsMax; round += 1) {
    const some = step(next, atMs).map((event) => ({ ...event, actor: { kind: 'clock' } as const }));
    if (some.length === 0) return events;
    events.push(...some);
    next = applyAll(next, some, atMs, { kind: 'clock' }).state;
  }
  throw new Error('what falls due does not come to an end');
}

/** The business day that an instant belongs to: a hall that still serves stays in its day. */
export function dayAt(state: HallDay, atMs: InstantMs): BusinessDay {
  const { timezone } = configOf(state).hall;
  const date = localDateOf(timezone, atMs);
  if (state.day === null) return date;
  // Dates only go forward: a clock set back is the dispatch loop's to refuse.
  if (date <= state.day) return state.day;
  const running = state.hallState !== 'closed';
  return running && atMs < forcedEndMs(state) ? state.day : date;
}

function step(state: HallDay, atMs: InstantMs): readonly NewEvent[] {
  const day = dayAt(state, atMs);
  if (day !== state.day) return [...endForced(state), beginning(state, day, atMs)];
  const queued = nextQueuedHandover(state);
  if (queued !== null) return [queued];
  const empty = emptySeatsDue(state, atMs);
  if (empty.length > 0) return empty;
  const ofHall = hallStep(state, atMs);
  if (ofHall.length > 0 || state.hallState === 'closed') return ofHall;
  return faultsDue(state, atMs);
}

function hallStep(state: HallDay, atMs: InstantMs): readonly NewEvent[] {
  const { hours } = state;
  switch (state.hallState) {
    case 'closed':
      if (state.ended || hours === null) return [];
      if (atMs < hours.opensAtMs || atMs >= hours.closesAtMs) return [];
      return [{ type: 'HallOpened', data: { lateMs: atMs - hours.opensAtMs } }];
    case 'open':
    case 'closing':
      if (hours === null || atMs >= hours.closesAtMs) {
        return [{ type: 'IntakeClosed', data: { waitingCount: state.waitingCount } }];
      }
      // `closing-reminder`: once, and never late behind closing time.
      return state.hallState === 'open' && atMs >= hours.remindsAtMs
        ? [{ type: 'ClosingReminded', data: { closesAtMs: hours.closesAtMs } }]
        : [];
    case 'serving-out':
      return isOver(state) && atMs >= (state.handInUntilMs ?? 0) ? closing(state) : [];
  }
}

/** `serve-everyone-queued`: the day ends by itself after the last one. */
function isOver(state: HallDay): boolean {
  return (
    state.hallState === 'serving-out' &&
    state.waitingCount === 0 &&
    Object.values(state.counters).every((seat) => seat.ticket === null)
  );
}

function closing(state: HallDay): readonly NewEvent[] {
  const lapsed = lapse(state, state.aside);
  const end = applyAll(state, lapsed, state.lastAtMs, { kind: 'clock' }).state;
  return [...lapsed, hallClosed(end)];
}

function hallClosed(state: HallDay): NewEvent {
  const open = Object.values(state.counters).filter((seat) => seat.state !== 'closed');
  return {
    type: 'HallClosed',
    data: { figures: state.figures, openCounters: open.map((seat) => seat.id) },
  };
}

/**
 * A day that was never brought to its end (the hub was down, a service was forgotten) ends before
 * the next one begins: who is still there is put back and lapses, in the open.
 */
function endForced(state: HallDay): readonly NewEvent[] {
  if (state.hallState === 'closed') return [];
  const events: NewEvent[] = [];
  let next = state;
  const add = (some: readonly NewEvent[]): void => {
    events.push(...some);
    next = applyAll(next, some, state.lastAtMs, { kind: 'clock' }).state;
  };
  if (state.hallState !== 'serving-out') {
    add([{ type: 'IntakeClosed', data: { waitingCount: state.waitingCount } }]);
  }
  for (const seat of Object.values(state.counters)) {
    if (seat.ticket !== null) add(releaseEvents(next, seat, 'day-over'));
  }
  const left = [...items(next.tickets)].filter(
    (ticket) =>
      ticket.state === 'waiting' || ticket.state === 'missed' || ticket.state === 'parked',
  );
  add(
    lapse(
      next,
      left.map((ticket) => ticket.ordinal),
    ),
  );
  add([hallClosed(next)]);
  return events;
}

function lapse(state: HallDay, ordinals: readonly number[]): readonly NewEvent[] {
  const wanted = new Set(ordinals);
  const events: NewEvent[] = [];
  for (const ticket of items(state.tickets)) {
    if (wanted.has(ticket.ordinal)) {
      events.push({ type: 'TicketLapsed', data: { ticket: ticket.id } });
    }
  }
  return events;
}

function beginning(state: HallDay, day: BusinessDay, atMs: InstantMs): NewEvent {
  const config = nextConfig(state);
  const roster = carriedRoster(state.roster, day);
  return {
    type: 'DayBegan',
    data: {
      day,
      config,
      configRevision: state.planned?.revision ?? state.configRevision,
      ...(state.settingsRevision === (state.planned?.revision ?? state.configRevision)
        ? {}
        : { settingsRevision: state.settingsRevision }),
      hours: hoursOf(config.hours, config.hall.timezone, day),
      followUps: state.followUps,
      notices: noticesAfter(state, config).filter(
        (each) => each.untilMs === null || each.untilMs > atMs,
      ),
      counters: Object.values(state.counters)
        .flatMap(carried)
        .filter((seat) => isKept(seat, config)),
      attached: Object.values(state.attached),
      ...(roster === null ? {} : { roster }),
    },
  };
}

/** What holds on the next business day: what is planned, else what the hall's file has. */
function nextConfig(state: HallDay): HallConfig {
  return state.planned?.config ?? ownConfig(state);
}

/** The hall's own notices are those of the configuration that comes; posted ones stay. */
function noticesAfter(state: HallDay, config: HallConfig): readonly Notice[] {
  if (state.planned === null) return state.notices;
  const changes = noticeChanges(state, config);
  return applyAll(state, changes, state.lastAtMs, { kind: 'clock' }).state.notices;
}

/** Where the counter is gone, or the clerk is no longer on the staff, the seat is free. */
function isKept({ counter, clerk }: CarriedSeat, { counters, staff }: HallConfig): boolean {
  return counters.some(({ id }) => id === counter) && staff.some(({ badge }) => badge === clerk);
}

/** A forgotten seat stays taken over night, until its clerk or a supervisor frees it. */
function carried(seat: CounterSeat): readonly CarriedSeat[] {
  if (seat.clerk === null || seat.state === 'closed') return [];
  const state = seat.state === 'paused' || seat.state === 'absent' ? seat.state : 'idle';
  const clerk = seat.handover?.relieved === true ? seat.handover.to : seat.clerk;
  return [{ counter: seat.id, clerk, state, sign: state === 'idle' ? null : seat.sign }];
}

/** At the latest an hour before the next opening, when counters may be taken again. */
function forcedEndMs(state: HallDay): InstantMs {
  return (openingAfterDay(state) ?? Number.MAX_SAFE_INTEGER) - openBeforeMs;
}

function openingAfterDay(state: HallDay): InstantMs | null {
  const { hours, hall } = nextConfig(state);
  const after = Math.max(state.hours?.closesAtMs ?? state.lastAtMs, state.lastAtMs);
  return nextOpening(hours, hall.timezone, after)?.opensAtMs ?? null;
}
