import type { HallEvent } from '#core/events.ts';
import { evolve } from '#core/evolve.ts';
import { configOf, findTicket } from '#core/lookup.ts';
import { items } from '#core/sequence.ts';
import { initialDay, type HallDay } from '#core/state.ts';
import type { InstantMs } from '#core/vocabulary.ts';
import type { Estimator } from '#estimate/estimator.ts';
import { createHallProjections, type HallProjections } from '#projections/hall-projections.ts';
import { buildView } from '#projections/views.ts';
import type { PastDayOutline, PastMoment } from '#protocol/history.ts';
import { whyText } from '#protocol/words/why.ts';
import { marksOf } from './day-marks.ts';

/** A day of the journal that can be looked at as it was at any moment. */
export interface PastDay {
  readonly outline: PastDayOutline;
  /** As it was when everything up to that instant had happened. */
  at(atMs: InstantMs): PastMoment;
}

const piecesMax = 96;
const waitingMax = 100;
const callsMax = 10;

/** What was told of waits is in the events; it is not worked out anew with today's knowledge. */
const noEstimates: Estimator = {
  apply: () => {},
  forTicket: () => null,
  forNew: () => null,
  capacity: () => ({ counters: 0, secondsEach: 0 }),
};

/** Follows the day from its beginning; going back starts again there. */
interface Cursor {
  next: number;
  state: HallDay;
  projections: HallProjections;
  calls: Extract<HallEvent, { type: 'TicketCalled' }>[];
}

/**
 * @param events of one business day, in order, from its DayBegan on
 * @returns null where there is no such day in them
 */
export function openPastDay(events: readonly HallEvent[]): PastDay | null {
  const [first] = events;
  const last = events.at(-1);
  if (first?.type !== 'DayBegan' || last === undefined) return null;
  let cursor = begin();
  const calledAtMs = events.flatMap(({ type, atMs }) => (type === 'TicketCalled' ? [atMs] : []));

  function callsAround(atMs: InstantMs): Pick<PastMoment, 'callBefore' | 'callAfter'> {
    const before = calledAtMs.findLast((each) => each < atMs);
    const after = calledAtMs.find((each) => each > atMs);
    return {
      callBefore: before === undefined ? null : iso(before),
      callAfter: after === undefined ? null : iso(after),
    };
  }

  function begin(): Cursor {
    return { next: 0, state: initialDay, projections: createHallProjections(), calls: [] };
  }

  function advance(untilMs: InstantMs): void {
    for (;;) {
      const event = events[cursor.next];
      if (event === undefined || event.atMs > untilMs) return;
      cursor.state = evolve(cursor.state, event);
      cursor.projections.apply({ state: cursor.state, events: [event] });
      if (event.type === 'TicketCalled') cursor.calls = [event, ...cursor.calls].slice(0, callsMax);
      cursor.next += 1;
    }
  }

  return {
    outline: outlineOf(events, first.data.day, first.data.config.hall.timezone),
    at(asked) {
      const atMs = Math.min(Math.max(asked, first.atMs), last.atMs);
      if (atMs < cursor.state.lastAtMs) cursor = begin();
      advance(atMs);
      return momentOf(cursor, atMs, callsAround(atMs));
    },
  };
}

function momentOf(
  { state, projections, calls }: Cursor,
  atMs: InstantMs,
  around: Pick<PastMoment, 'callBefore' | 'callAfter'>,
): PastMoment {
  const sources = {
    state,
    nowMs: atMs,
    clockSpeed: 0,
    projections,
    devices: [],
    estimate: noEstimates,
    baseUrl: '',
  };
  const lobby = buildView('lobby', {}, sources);
  const supervisor = buildView('supervisor', {}, sources);
  if (lobby === null || supervisor === null) throw new Error('a day begins with its configuration');
  const config = configOf(state);
  const waiting = [...items(state.tickets)].filter((ticket) => ticket.state === 'waiting');
  return {
    at: iso(atMs),
    seq: state.seq,
    ...around,
    lobby,
    supervisor,
    waiting: waiting
      .sort((a, b) => a.queuedAtMs - b.queuedAtMs)
      .slice(0, waitingMax)
      .map((ticket) => ({
        number: ticket.number,
        service: ticket.service,
        class: ticket.class,
        waitedSeconds: Math.round((atMs - ticket.queuedAtMs) / 1000),
      })),
    calls: calls.flatMap(({ data, atMs: calledAtMs }) => {
      const ticket = findTicket(state, data.ticket);
      if (ticket === undefined) return [];
      const why = whyText(data.why, { config, class: ticket.class });
      return [{ number: ticket.number, counter: data.counter, at: iso(calledAtMs), why }];
    }),
  };
}

function outlineOf(events: readonly HallEvent[], date: string, timezone: string): PastDayOutline {
  const beginMs = events.find(({ type }) => type === 'HallOpened')?.atMs ?? events[0]?.atMs ?? 0;
  const endMs = Math.max(events.at(-1)?.atMs ?? beginMs, beginMs + 1);
  return {
    date,
    timezone,
    from: iso(beginMs),
    to: iso(endMs),
    marks: marksOf(events),
    waiting: waitingOf(events, beginMs, endMs),
  };
}

/** The most that waited, by pieces of the day: read off the events, without the rules. */
function waitingOf(events: readonly HallEvent[], beginMs: number, endMs: number): number[] {
  const pieces = Array.from({ length: piecesMax }, () => 0);
  const waits = new Set<string>();
  let last = 0;
  for (const { type, data, atMs } of events) {
    const ticket = 'ticket' in data && typeof data.ticket === 'string' ? data.ticket : null;
    if (ticket === null) continue;
    const share = (atMs - beginMs) / (endMs - beginMs);
    const piece = Math.min(Math.max(Math.floor(share * piecesMax), 0), piecesMax - 1);
    for (let each = last + 1; each <= piece; each += 1) pieces[each] = waits.size;
    last = Math.max(last, piece);
    if (begins.has(type)) waits.add(ticket);
    else if (ends.has(type)) waits.delete(ticket);
    pieces[piece] = Math.max(pieces[piece] ?? 0, waits.size);
  }
  return pieces;
}

const begins: ReadonlySet<string> = new Set([
  'TicketIssued',
  'TicketRejoined',
  'TicketReturned',
  'TicketTransferred',
  'TicketPutBack',
]);
const ends: ReadonlySet<string> = new Set(['TicketCalled', 'TicketCancelled', 'TicketLapsed']);

function iso(atMs: number): string {
  return new Date(atMs).toISOString();
}
