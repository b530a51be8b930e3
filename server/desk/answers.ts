import type { EventOf, EventType, HallEvent } from '#core/events.ts';
import { findTicket, seatOf, ticketAt } from '#core/lookup.ts';
import type { HallDay } from '#core/state.ts';
import type { AnswerKind } from '#protocol/doors/door.ts';
import { whyText } from '#protocol/words/why.ts';
import type { HallViews } from './hall-port.ts';

/** The state right after a command, as the loop hands it to the one who words the answer. */
export interface After {
  readonly state: HallDay;
  readonly events: readonly HallEvent[];
  readonly atMs: number;
}

export interface Target {
  readonly counter?: string;
  readonly ticket?: string;
  readonly notice?: string;
}

/** What a command answers beside `revision`; kept with the key, so a repeat gets the same words. */
export function answerOf(
  kind: AnswerKind,
  target: Target,
  after: After,
  views: HallViews,
): Readonly<Record<string, unknown>> {
  switch (kind) {
    case 'issued':
      return issuedAnswer(after, views);
    case 'ticket':
      return { ticket: ticketOf(target.ticket ?? null, after, views) };
    case 'call':
      return callAnswer(target, after, views);
    case 'counter':
      return counterAnswer(target, after, views);
    case 'hall':
      return {
        hall: {
          state: after.state.hallState,
          intakeClosedReason: after.state.intakeHeld?.reason ?? null,
        },
      };
    case 'written':
      return { id: writtenId(after.events) };
    case 'lease':
    case 'handed-in':
    // Worded by lease-answers.ts, which needs the vault.
    case 'plain':
      return {};
    case 'notice':
      return { notice: find(after.events, 'NoticePosted')?.data.notice ?? null };
  }
}

/** Place and forecast are those of the event: what the paper says is what the journal says. */
function issuedAnswer({ state, events, atMs }: After, views: HallViews) {
  const issued = find(events, 'TicketIssued');
  const ticket = issued === undefined ? undefined : findTicket(state, issued.data.ticket);
  if (issued === undefined || ticket === undefined) return {};
  return views.ticket(state, ticket, atMs, issued.data);
}

/** Null ticket and why when nobody waits. */
function callAnswer(target: Target, after: After, views: HallViews) {
  const called = find(after.events, 'TicketCalled');
  const ticket = called === undefined ? null : ticketOf(called.data.ticket, after, views);
  return {
    ticket,
    why:
      called === undefined || ticket === null || after.state.config === null
        ? null
        : {
            ...called.data.why,
            text: whyText(called.data.why, { config: after.state.config, class: ticket.class }),
          },
    ...seatFacts(target, after),
  };
}

/** The ticket is the one that the command touched, else the one at the counter. */
function counterAnswer(target: Target, after: After, views: HallViews) {
  const seat = seatOf(after.state, target.counter ?? '');
  const present = seat?.ticket ?? null;
  const touched = touchedTicket(after.events);
  const id = touched ?? (present === null ? null : ticketAt(after.state, present).id);
  return { ...seatFacts(target, after), ticket: ticketOf(id, after, views) };
}

function seatFacts(target: Target, after: After) {
  const counter = target.counter ?? '';
  const seat = seatOf(after.state, counter);
  return { counter, state: seat?.state ?? 'closed', clerk: seat?.clerk ?? null };
}

function ticketOf(id: string | null, after: After, views: HallViews) {
  const ticket = id === null ? undefined : findTicket(after.state, id);
  return ticket === undefined ? null : views.ticket(after.state, ticket, after.atMs);
}

function touchedTicket(events: readonly HallEvent[]): string | null {
  for (const { data } of events) {
    if ('ticket' in data && typeof data.ticket === 'string') return data.ticket;
  }
  return null;
}

/** What a record that was just written is called from now on; null where nothing new was. */
function writtenId(events: readonly HallEvent[]): string | null {
  for (const event of events) {
    if (event.type === 'FollowUpOpened') return event.data.id;
    if (event.type === 'MeetingRecorded') return event.data.meeting;
    if (event.type === 'QualityNoted') return event.data.note;
    if (event.type === 'SwapAsked') return event.data.swap;
    if (event.type === 'LeaveAsked') return event.data.leave;
  }
  return null;
}

function find<T extends EventType>(
  events: readonly HallEvent[],
  type: T,
): (HallEvent & EventOf<T>) | undefined {
  return events.find((event): event is HallEvent & EventOf<T> => event.type === type);
}
